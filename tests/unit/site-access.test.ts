import { describe, expect, test } from 'vitest';
import { toSitePattern } from '../../utils/browser/site-access.ts';

describe('the pattern a site is granted by', () => {
  test.each([
    ['https://chat.example.com/inbox/42?q=1#top', 'https://chat.example.com/*'],
    ['http://localhost:9000/', 'http://localhost/*'],
    ['https://192.0.2.7:8443/console', 'https://192.0.2.7/*'],
    ['https://user:secret@chat.example.com/', 'https://chat.example.com/*'],
    ['https://中文.example/', 'https://xn--fiq228c.example/*'],
    ['HTTPS://Chat.Example.COM', 'https://chat.example.com/*'],
  ])('%s becomes %s', (url, pattern) => {
    expect(toSitePattern(url)).toBe(pattern);
  });

  test.each([
    undefined,
    '',
    'not a url',
    'about:blank',
    'chrome://settings',
    'chrome-extension://abcdef/sidepanel.html',
    'moz-extension://abcdef/sidepanel.html',
    'file:///home/agent/page.html',
    'data:text/html,hello',
    'javascript:void 0',
    'view-source:https://example.com',
    'ftp://example.com/',
  ])('there is none for %s', (url) => {
    expect(toSitePattern(url)).toBeNull();
  });
});
