import { describe, expect, test } from 'vitest';
import { BUNDLED_ADAPTERS } from '../../knowledge/adapters/index.ts';
import { consoleAdapterSchema } from '../../knowledge/contracts/index.ts';
import type { ConsoleAdapter, ValueSource } from '../../knowledge/conversation/index.ts';

const ADAPTER: ConsoleAdapter = {
  format: 2,
  version: 1,
  id: 'test-console',
  name: 'Test',
  verified: 'saved-page',
  match: { signature: ['#app'] },
  conversation: { id: [{ selector: '#chat', attribute: 'data-id' }] },
  messages: {
    root: ['.list'],
    item: ['.message'],
    roles: [{ role: 'customer', row: ['.them'] }],
    text: ['.text'],
  },
  composer: { selector: ['textarea'], newline: 'keep' },
};

const accepts = (value: unknown) => consoleAdapterSchema.safeParse(value).success;
const withPattern = (pattern: string): ConsoleAdapter => {
  const id: ValueSource[] = [{ selector: '#chat', pattern }];
  return { ...ADAPTER, conversation: { id } };
};

describe('a console adapter', () => {
  test('is taken as it is written', () => {
    expect(consoleAdapterSchema.parse(ADAPTER)).toEqual(ADAPTER);
  });

  test.each(BUNDLED_ADAPTERS)('that we bring passes the same check: $id', (adapter) => {
    expect(consoleAdapterSchema.parse(adapter)).toEqual(adapter);
  });

  test.each([
    ['a script', { ...ADAPTER, script: 'alert(1)' }],
    ['a script deeper down', { ...ADAPTER, composer: { ...ADAPTER.composer, onInsert: 'alert(1)' } }],
    ['no selector', { ...ADAPTER, match: { signature: [] } }],
    ['too many selectors', { ...ADAPTER, match: { signature: Array.from({ length: 9 }, () => 'a') } }],
    ['an endless selector', { ...ADAPTER, match: { signature: ['a'.repeat(301)] } }],
    [
      'a rule that matches nothing',
      { ...ADAPTER, messages: { ...ADAPTER.messages, roles: [{ role: 'bot' }] } },
    ],
    ['an id with spaces', { ...ADAPTER, id: 'test console' }],
    [
      'a way of breaking lines we do not know',
      { ...ADAPTER, composer: { selector: ['a'], newline: 'maybe' } },
    ],
  ])('is refused with %s', (_what, adapter) => {
    expect(accepts(adapter)).toBe(false);
  });
});

describe('a pattern in an adapter', () => {
  test.each([
    'chat/(\\d+)',
    '^(.+)@',
    '(?:id|no)=([a-z]{1,8})',
    '/a/\\d{1,12}/c/(\\d{1,12})',
    '^/a/\\d+/c/(\\d+)',
    '(.+?)[+*{]',
  ])('may be %s', (pattern) => {
    expect(accepts(withPattern(pattern))).toBe(true);
  });

  test.each([
    '(a+)+b',
    '(a*)*',
    '(\\d+)*x',
    '(a{1,9})+',
    '(\\w+\\s?)+$',
    '(a|a)*b',
    '\\w*\\w*\\w*$',
    '/a/\\d+/c/(\\d+)',
    '^a|\\w+\\w+$',
    '[^]a+a+a+]',
    '(a+)\\1',
    '(?=a+)b',
    '(',
    '[',
    'x'.repeat(121),
  ])('is refused as %s', (pattern) => {
    expect(accepts(withPattern(pattern))).toBe(false);
  });
});
