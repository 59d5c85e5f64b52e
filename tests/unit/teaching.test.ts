/** When what was taught is enough, what swaps, and what a panel accepts from a page. */
import { describe, expect, test, vi, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForTeaching } from '../../entrypoints/background/teaching.ts';
import {
  isHashed,
  isStableClass,
  readOther,
  readSide,
} from '../../entrypoints/teach-console/derive/names.ts';
import { swapRoles } from '../../knowledge/adapters/index.ts';
import { teachingEventSchema } from '../../knowledge/contracts/index.ts';
import { judgeEvidence, judgeHealth, type ConsoleReading } from '../../knowledge/conversation/index.ts';
import { findBundled } from '../support/bundled-adapters.ts';
import { consoleIn, deliver, ownPanel } from '../support/make-background.ts';
import { agentSays, customerSays, makeConversation } from '../support/make-conversation.ts';

const read = (id: string, count: number): ConsoleReading => {
  const says = (at: number) => (at % 2 ? agentSays(`m${at}`, '好') : customerSays(`m${at}`, '在吗'));
  const messages = Array.from({ length: count }, (_, at) => says(at));
  return {
    consoleId: 'own',
    health: judgeHealth([]),
    conversation: { ...makeConversation(messages), id },
  };
};

describe('what was taught is', () => {
  test.each([
    ['enough after four messages', [read('a', 4)], false, 'enough'],
    ['not enough after three', [read('a', 3)], false, 'more-messages'],
    ['enough after a second conversation', [read('a', 2), read('b', 2)], false, 'enough'],
    [
      'not enough while another conversation might look the same',
      [read('a', 9)],
      true,
      'second-conversation',
    ],
    ['enough once it did not', [read('a', 2), read('b', 1)], true, 'enough'],
    ['not enough without both sides', [read('a', 1)], false, 'both-sides'],
    ['not enough while nothing is read', [], false, 'both-sides'],
  ] as const)('%s', (_, readings, isUnproven, evidence) => {
    expect(judgeEvidence(readings, isUnproven)).toBe(evidence);
  });
});

test('swapped twice, an adapter is what it was; once, the sides are the other ones', () => {
  const adapter = findBundled('practice');
  const swapped = swapRoles(adapter);
  expect(swapped.messages.roles.map(({ role }) => role)).toEqual(['agent', 'customer', 'system']);
  expect(swapRoles(swapped)).toEqual(adapter);
});

describe('names', () => {
  test.each([
    'css-1x2y3',
    'sc-bdVaJa',
    'is-active',
    'hover',
    'justify-end',
    'ml-auto',
    'md:flex',
    'm_8a5d1357',
    'col-6',
    'color-16',
  ])('%s says nothing about a line', (name) => expect(isStableClass(name)).toBe(false));

  test.each([
    'msg',
    'chat-msg__content--them',
    'is-me',
    'messageIsMe',
    'text-msg',
    'message_left',
    'is-private',
  ])('%s does', (name) => expect(isStableClass(name)).toBe(true));

  test.each([
    ['chat-msg__content--them', 'customer'],
    ['messageNotMe', 'customer'],
    ['end-user', 'customer'],
    ['msg-right', 'agent'],
    ['self', 'agent'],
    ['bubble', null],
    ['customer-agent', null],
  ])('%s is of %s', (name, side) => expect(readSide(name)).toBe(side));

  test.each([
    ['is-private', 'internal-note'],
    ['robot-text', 'bot'],
    ['msg-system', 'system'],
    ['msg', null],
  ])('%s is %s', (name, other) => expect(readOther(name)).toBe(other));

  test('hashes are told from words', () => {
    expect(['a1B2c', '3fkzq', '8a5d1357', 'hBxKpQ', '42'].every(isHashed)).toBe(true);
    expect(['message', 'isMine', 'col2', 'chatBox'].some(isHashed)).toBe(false);
  });
});

describe('a page that is taught', () => {
  test('is believed only in events we know, with an adapter that keeps the contract', () => {
    const adapter = findBundled('practice');
    const taught = (change: object) => ({
      type: 'taught',
      taught: { adapter: { ...adapter, ...change }, isUnproven: false },
    });
    expect(teachingEventSchema.safeParse(taught({})).success).toBe(true);
    for (const event of [taught({ script: 'alert(1)' }), { type: 'picked' }, { type: 'sent' }, null])
      expect(teachingEventSchema.safeParse(event).success).toBe(false);
  });
});

describe('a request to teach', () => {
  const executeScript = vi.fn<(injection: object) => Promise<object[]>>();
  const ask = async (data: unknown, sender = ownPanel()) =>
    ((await deliver('teachingRequested', data, sender)) as { res: boolean }).res;

  beforeEach(() => {
    listenForTeaching();
    executeScript.mockReset().mockResolvedValue([]);
    Object.assign(fakeBrowser.scripting, { executeScript });
  });

  test('brings the script into the top frame of that tab', async () => {
    expect(await ask({ tabId: 7 })).toBe(true);
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 7 },
      files: ['/teach-console.js'],
    });
  });

  test('is answered no where nobody may enter', async () => {
    executeScript.mockRejectedValue(new Error('no access'));
    expect(await ask({ tabId: 7 })).toBe(false);
  });

  test('is heard from our own pages alone, and only with a tab', async () => {
    expect(await ask({ tabId: 7 }, consoleIn(7))).toBe(false);
    expect(await ask({ tabId: '7' })).toBe(false);
    expect(executeScript).not.toHaveBeenCalled();
  });
});
