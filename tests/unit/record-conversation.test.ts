import { describe, expect, test } from 'vitest';
import {
  endContact,
  isWaitingForUs,
  labelCustomer,
  recordConversation,
  RESUME_WINDOW_MS,
  type Contact,
} from '../../knowledge/interactions/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import {
  agentSays,
  customerSays,
  makeConversation,
  makeMessage,
  MORNING,
} from '../support/make-conversation.ts';

const MINUTE = 60_000;

function observe(
  latest: Contact | null,
  messages: Message[],
  now = MORNING,
  id = 'contact-1',
): Contact | null {
  const identity = { id, conversationKey: 'key-1' };
  return recordConversation(latest, { conversation: makeConversation(messages), identity, now });
}

/** The contact after a list of messages, all seen at once. */
function recorded(messages: Message[], now = MORNING): Contact {
  const contact = observe(null, messages, now);
  if (!contact) throw new Error('nothing was recorded');
  return contact;
}

describe('a contact starts', () => {
  test('with the customer’s first open message', () => {
    expect(recorded([customerSays('m1', '退款', MORNING - MINUTE)])).toEqual({
      id: 'contact-1',
      conversationKey: 'key-1',
      v: 1,
      channel: 'chat',
      consoleId: 'practice',
      customerLabel: '王**',
      state: 'open',
      startedAt: MORNING - MINUTE,
      lastActivityAt: MORNING - MINUTE,
      endedAt: null,
      endReason: null,
      customerTurns: 1,
      agentTurns: 0,
      firstResponseMs: null,
      lastMessage: { id: 'm1', role: 'customer', at: MORNING - MINUTE },
      wrapUp: 'none',
    });
  });

  test('now, where the console shows no time', () => {
    expect(recorded([customerSays('m1')], 42).startedAt).toBe(42);
  });

  test('never by looking at an old chat that was answered', () => {
    expect(observe(null, [customerSays('m1'), agentSays('m2')])).toBeNull();
  });

  test('never by what we, a bot or a notice say', () => {
    const others = [agentSays('m1'), makeMessage('bot', 'm2'), makeMessage('system', 'm3')];
    expect(observe(null, [...others, makeMessage('unknown', 'm4')])).toBeNull();
    expect(observe(null, [])).toBeNull();
  });

  test('without the history above the open turn, which belongs to earlier contacts', () => {
    const contact = recorded([
      customerSays('m1', 'a', MORNING - 100 * MINUTE),
      agentSays('m2', 'b', MORNING - 99 * MINUTE),
      customerSays('m3', 'c', MORNING - MINUTE),
    ]);
    expect(contact).toMatchObject({ startedAt: MORNING - MINUTE, customerTurns: 1, agentTurns: 0 });
  });
});

describe('counting', () => {
  const GREETED = [customerSays('m1', 'a', MORNING), customerSays('m2', 'b', MORNING + 1_000)];
  const ANSWERED = [
    ...GREETED,
    agentSays('m3', 'c', MORNING + 31_000),
    agentSays('m4', 'd', MORNING + 40_000),
  ];

  test('a turn is a run of messages by one side', () => {
    const more = [
      ...ANSWERED,
      customerSays('m5', 'e', MORNING + 60_000),
      agentSays('m6', 'f', MORNING + 70_000),
    ];
    const contact = observe(recorded(GREETED), more);
    expect(contact).toMatchObject({ customerTurns: 2, agentTurns: 2 });
  });

  test('the first answer is timed from the customer’s first message, and only once', () => {
    const answered = observe(recorded(GREETED), ANSWERED);
    expect(answered?.firstResponseMs).toBe(31_000);
    const later = observe(
      answered,
      [...ANSWERED, customerSays('m5'), agentSays('m6')],
      MORNING + 99 * MINUTE,
    );
    expect(later?.firstResponseMs).toBe(31_000);
  });

  test('bots and notices neither count nor interrupt a turn', () => {
    const messages = [customerSays('m1'), makeMessage('bot', 'm2'), customerSays('m3')];
    expect(recorded(messages).customerTurns).toBe(1);
  });

  test('the same observation twice changes nothing', () => {
    const contact = observe(recorded(GREETED), ANSWERED);
    expect(observe(contact, ANSWERED, MORNING + 5 * MINUTE)).toBeNull();
  });

  test('message by message comes to the same as all at once', () => {
    const stepwise = ANSWERED.slice(1).reduce<Contact | null>(
      (contact, _message, at) => observe(contact, ANSWERED.slice(0, at + 2)),
      recorded(ANSWERED.slice(0, 1)),
    );
    expect(stepwise).toEqual(observe(recorded(GREETED), ANSWERED));
  });

  test('time does not run backwards when the console rounds it', () => {
    const contact = observe(recorded([customerSays('m1', 'a', MORNING + 30_000)]), [
      customerSays('m1', 'a', MORNING + 30_000),
      agentSays('m2', 'b', MORNING),
    ]);
    expect(contact).toMatchObject({ lastActivityAt: MORNING + 30_000, firstResponseMs: 0 });
  });

  test('where the newest counted message has scrolled away, time tells what is new', () => {
    const contact = observe(recorded([customerSays('m1', 'a', MORNING)]), [
      customerSays('x0', 'old', MORNING - MINUTE),
      agentSays('x1', 'no time'),
      agentSays('x2', 'new', MORNING + MINUTE),
    ]);
    expect(contact).toMatchObject({ agentTurns: 1, lastMessage: { id: 'x2' } });
  });
});

describe('a contact that ended', () => {
  const MESSAGES = [customerSays('m1', 'a', MORNING), agentSays('m2', 'b', MORNING + 1_000)];
  const AGAIN = [...MESSAGES, customerSays('m3', 'c', MORNING + 5 * MINUTE)];
  const open = () => observe(recorded(MESSAGES.slice(0, 1)), MESSAGES) as Contact;
  const ended = (reason: NonNullable<Contact['endReason']>) => endContact(open(), reason, MORNING + MINUTE);

  test('waits for its wrap-up', () => {
    expect(ended('idle')).toMatchObject({
      state: 'ended',
      endReason: 'idle',
      endedAt: MORNING + MINUTE,
      wrapUp: 'pending',
    });
  });

  test.each(['idle', 'conversation-changed'] as const)(
    'by %s goes on when the customer writes within the window',
    (reason) => {
      const resumed = observe(ended(reason), AGAIN, MORNING + 5 * MINUTE, 'contact-2');
      expect(resumed).toMatchObject({
        id: 'contact-1',
        state: 'open',
        endedAt: null,
        endReason: null,
        wrapUp: 'none',
        customerTurns: 2,
      });
    },
  );

  test('is not woken by looking at it', () => {
    for (const reason of ['idle', 'conversation-changed', 'closed-by-agent'] as const) {
      expect(observe(ended(reason), MESSAGES, MORNING + 2 * MINUTE)).toBeNull();
    }
  });

  test('while the customer waited goes on with our answer, however late it comes', () => {
    const day = 25 * 60 * MINUTE;
    const waiting = endContact(recorded(MESSAGES.slice(0, 1)), 'idle', MORNING);
    const answer = [customerSays('m1', 'a', MORNING), agentSays('m2', 'b', MORNING + day)];
    expect(observe(waiting, answer, MORNING + day, 'contact-2')).toMatchObject({
      id: 'contact-1',
      state: 'open',
      agentTurns: 1,
      firstResponseMs: day,
    });
    const asksAgain = [MESSAGES[0] as Message, customerSays('m2', 'b', MORNING + day)];
    expect(observe(waiting, asksAgain, MORNING + day, 'contact-2')?.id).toBe('contact-2');
  });

  test.each(['done', 'skipped'] as const)('and was wrapped up (%s) stays as it was rated', (wrapUp) => {
    const rated = { ...ended('idle'), wrapUp };
    expect(observe(rated, AGAIN, MORNING + 5 * MINUTE, 'contact-2')?.id).toBe('contact-2');
  });

  test('longer ago than the window is history: a new contact starts', () => {
    const late = MORNING + 1_000 + RESUME_WINDOW_MS;
    const messages = [...MESSAGES, customerSays('m3', 'c', late)];
    expect(observe(ended('idle'), messages, late, 'contact-2')?.id).toBe('contact-2');
    expect(observe(ended('idle'), messages, late - 1, 'contact-2')?.id).toBe('contact-1');
  });

  test('does not become a new contact by our own afterthought', () => {
    const messages = [...MESSAGES, agentSays('m3', '祝您愉快', MORNING + 5 * MINUTE)];
    expect(observe(ended('closed-by-agent'), messages, MORNING + 5 * MINUTE, 'contact-2')).toBeNull();
  });

  test('is never later than the one that follows it, even when the console rounds times down', () => {
    const started = recorded([customerSays('m1', 'a', MORNING + 20_000)]);
    const closed = endContact(started, 'closed-by-agent', MORNING + 30_000);
    const rounded = [customerSays('m1', 'a', MORNING + 20_000), customerSays('m2', 'b', MORNING)];
    const next = observe(closed, [...rounded, agentSays('m3')], MORNING + 40_000, 'contact-2');
    expect(next).toMatchObject({ id: 'contact-2', startedAt: closed.startedAt });
  });
});

describe('who it was', () => {
  test.each([
    ['王女士', '王**'],
    ['Emma Clarke', 'E**'],
    ['𠮷田さん', '𠮷**'],
    ['', ''],
  ])('%s is shown as %s', (customerName, label) => {
    expect(labelCustomer(makeConversation([], { customerName }))).toBe(label);
  });

  test('waits for us while the last word is theirs', () => {
    expect(isWaitingForUs(recorded([customerSays('m1')]))).toBe(true);
    const answered = observe(recorded([customerSays('m1')]), [customerSays('m1'), agentSays('m2')]);
    expect(answered && isWaitingForUs(answered)).toBe(false);
  });
});
