import { describe, expect, test } from 'vitest';
import {
  endContact,
  recordConversation,
  RESUME_WINDOW_MS,
  type Contact,
} from '../../knowledge/interactions/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import { agentSays, customerSays, makeConversation, MORNING } from '../support/make-conversation.ts';

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

describe('after the agent closed a contact', () => {
  const CLOSED_AT = MORNING + MINUTE;
  const MESSAGES = [customerSays('m1', 'a', MORNING), agentSays('m2', 'b', MORNING + 1_000)];
  const closed = () =>
    endContact(observe(recorded(MESSAGES.slice(0, 1)), MESSAGES) as Contact, 'closed-by-agent', CLOSED_AT);
  const after = (minutes: number) => CLOSED_AT + minutes * MINUTE;
  const thanks = customerSays('m3', '好的谢谢', after(1));

  test.each(['pending', 'done', 'skipped'] as const)(
    'the customer’s last thanks start nothing (wrap-up %s), no matter when one looks',
    (wrapUp) => {
      const contact = { ...closed(), wrapUp };
      for (const now of [after(1), after(29), after(600)])
        expect(observe(contact, [...MESSAGES, thanks], now, 'contact-2')).toBeNull();
    },
  );

  test('a message we answer starts a new contact, counted from that message', () => {
    const asked = customerSays('m4', '还有一个问题', after(2));
    const answered = [...MESSAGES, thanks, asked, agentSays('m5', '请说', after(4))];
    expect(observe(closed(), answered, after(4), 'contact-2')).toMatchObject({
      id: 'contact-2',
      state: 'open',
      startedAt: after(1),
      customerTurns: 1,
      agentTurns: 1,
      firstResponseMs: 3 * MINUTE,
      lastMessage: { id: 'm5' },
    });
  });

  test('our own afterthought before it is no answer to it', () => {
    const goodbye = agentSays('m3', '祝您愉快', after(1));
    const bye = customerSays('m4', '谢谢', after(2));
    expect(observe(closed(), [...MESSAGES, goodbye, bye], after(2), 'contact-2')).toBeNull();
  });

  test('a message after the window starts a new contact at once, without the thanks before it', () => {
    const late = after(RESUME_WINDOW_MS / MINUTE);
    const messages = [...MESSAGES, thanks, customerSays('m4', '又不行了', late)];
    const next = observe(closed(), messages, late, 'contact-2');
    expect(next).toMatchObject({ id: 'contact-2', startedAt: late, customerTurns: 1, agentTurns: 0 });
    const early = [...MESSAGES, thanks, customerSays('m4', '又不行了', late - 1)];
    expect(observe(closed(), early, late, 'contact-2')).toBeNull();
  });

  test('seen at once or message by message, the next contact is the same', () => {
    const late = after(40);
    const more = [
      ...MESSAGES,
      thanks,
      customerSays('m4', '又不行了', late),
      agentSays('m5', '我看看', late + MINUTE),
    ];
    let latest = closed();
    for (const seen of [3, 4, 5]) {
      const list = more.slice(0, seen);
      latest = observe(latest, list, list.at(-1)?.sentAt ?? 0, 'contact-2') ?? latest;
    }
    expect(latest).toEqual(observe(closed(), more, late + MINUTE, 'contact-2'));
    expect(observe(latest, more, late + 2 * MINUTE, 'contact-3')).toBeNull();
  });
});
