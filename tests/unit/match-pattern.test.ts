import { describe, expect, test } from 'vitest';
import { isMatchPattern, matchesHost, matchesUrl } from '../../utils/text/match-pattern.ts';

test.each([
  'https://a.example/*',
  '*://*.example.com/chat/*',
  'http://localhost:8092/',
  'https://*/tickets/*',
])('%s is a match pattern', (pattern) => expect(isMatchPattern(pattern)).toBe(true));

test.each([
  '<all_urls>',
  'https://a.example',
  'ftp://a.example/*',
  'https://*a.example/*',
  'https://a b/*',
  'file:///*',
  'https://user@a.example/*',
  '',
])('%j is none', (pattern) => {
  expect(isMatchPattern(pattern)).toBe(false);
  expect(matchesUrl(pattern, 'https://a.example/')).toBe(false);
});

describe('a page is of a pattern', () => {
  test.each([
    ['https://a.example/*', 'https://a.example/any?x=1#y'],
    ['*://a.example/*', 'http://a.example:8080/'],
    ['https://*.example.com/chat/*', 'https://example.com/chat/1'],
    ['https://*.example.com/chat/*', 'https://eu.desk.example.com/chat/1'],
    ['http://localhost:8092/', 'http://localhost:8092/'],
    ['https://a.example/a/*/c/*', 'https://a.example/a/b/c/d'],
    ['https://a.example/#/chat/*', 'https://a.example/#/chat/7'],
  ])('%s: %s', (pattern, url) => expect(matchesUrl(pattern, url)).toBe(true));

  test.each([
    ['https://a.example/*', 'http://a.example/'],
    ['https://a.example/*', 'https://b.example/https://a.example/'],
    ['https://*.example.com/*', 'https://notexample.com/'],
    ['http://localhost:8092/*', 'http://localhost:8093/'],
    ['https://a.example/chat/*', 'https://a.example/settings'],
    ['https://a.example/a*a', 'https://a.example/a'],
    ['https://a.example/*', 'no address'],
  ])('%s: not %s', (pattern, url) => expect(matchesUrl(pattern, url)).toBe(false));
});

test('a host is of a pattern whatever the page: consoles change pages without loading', () => {
  expect(matchesHost('https://a.example/chat/*', 'https://a.example/settings')).toBe(true);
  expect(matchesHost('https://a.example/chat/*', 'https://b.example/chat/1')).toBe(false);
});
