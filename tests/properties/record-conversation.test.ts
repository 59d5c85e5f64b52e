import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  endContact,
  recordConversation,
  RESUME_WINDOW_MS,
  type Contact,
  type ContactEndReason,
} from '../../knowledge/interactions/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import { makeConversation, makeMessage, MORNING } from '../support/make-conversation.ts';

const MANY = { numRuns: 1_000 };

/** What happens at a desk: somebody writes, the console is looked at, the list scrolls, the contact ends. */
type Step =
  | { do: 'write'; role: Message['role']; isTimed: boolean; lag: number }
  | { do: 'look'; scrolledOut: number }
  | { do: 'wait'; ms: number }
  | { do: 'end'; reason: ContactEndReason };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        role: fc.constantFrom('customer', 'customer', 'agent', 'agent', 'bot', 'system'),
        isTimed: fc.boolean(),
        // Consoles show whole minutes, and clocks of two machines differ.
        lag: fc.integer({ min: -5_000, max: 60_000 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('look' as const), scrolledOut: fc.nat({ max: 3 }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 3_600_000 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('end' as const),
        reason: fc.constantFrom('idle', 'conversation-changed', 'closed-by-agent'),
      }),
    },
  ),
  { maxLength: 40, size: 'max' },
);

interface Desk {
  now: number;
  messages: Message[];
  contacts: Contact[];
}

function look(desk: Desk, scrolledOut: number): Contact | null {
  const conversation = makeConversation(desk.messages.slice(scrolledOut));
  const latest = desk.contacts.at(-1) ?? null;
  const identity = { id: `contact-${desk.contacts.length + 1}`, conversationKey: 'key-1' };
  return recordConversation(latest, { conversation, identity, now: desk.now });
}

function keep(desk: Desk, contact: Contact): void {
  const isNew = contact.id !== desk.contacts.at(-1)?.id;
  if (isNew) desk.contacts.push(contact);
  else desk.contacts[desk.contacts.length - 1] = contact;
}

/** Plays the steps; `onChange` sees every contact before and after it was brought up to date. */
function play(list: Step[], onChange: (before: Contact | null, after: Contact, desk: Desk) => void): Desk {
  const desk: Desk = { now: MORNING, messages: [], contacts: [] };
  for (const step of list) {
    desk.now += 1_000;
    const latest = desk.contacts.at(-1);
    if (step.do === 'wait') desk.now += step.ms;
    else if (step.do === 'write') {
      const id = `m${desk.messages.length}`;
      desk.messages.push(makeMessage(step.role, id, id, step.isTimed ? desk.now - step.lag : null));
    } else if (step.do === 'end') {
      if (latest?.state === 'open') keep(desk, endContact(latest, step.reason, desk.now));
    } else {
      const after = look(desk, step.scrolledOut);
      if (after) onChange(latest ?? null, after, desk);
      if (after) keep(desk, after);
    }
  }
  return desk;
}

test.prop([steps], MANY)('counts never decrease and time never runs backwards', (list) => {
  play(list, (before, after) => {
    expect(after.lastActivityAt).toBeGreaterThanOrEqual(after.startedAt);
    expect(after.firstResponseMs ?? 0).toBeGreaterThanOrEqual(0);
    expect(after.startedAt).toBeGreaterThanOrEqual(before?.startedAt ?? 0);
    if (before?.id !== after.id) return;
    expect(after.customerTurns).toBeGreaterThanOrEqual(before.customerTurns);
    expect(after.agentTurns).toBeGreaterThanOrEqual(before.agentTurns);
    expect(after.lastActivityAt).toBeGreaterThanOrEqual(before.lastActivityAt);
    expect(after.startedAt).toBe(before.startedAt);
    if (before.firstResponseMs !== null) expect(after.firstResponseMs).toBe(before.firstResponseMs);
  });
});

test.prop([steps, fc.nat({ max: 3 })], MANY)('looking twice is the same as once', (list, scrolledOut) => {
  const desk = play(list, () => {});
  const first = look(desk, scrolledOut);
  if (first) keep(desk, first);
  expect(look(desk, scrolledOut)).toBeNull();
});

test.prop([steps], MANY)('turns alternate, beginning with the customer', (list) => {
  play(list, (_before, { customerTurns, agentTurns, firstResponseMs }) => {
    expect(customerTurns).toBeGreaterThanOrEqual(1);
    expect(customerTurns - agentTurns).toBeGreaterThanOrEqual(0);
    expect(customerTurns - agentTurns).toBeLessThanOrEqual(1);
    expect(firstResponseMs === null).toBe(agentTurns === 0);
  });
});

test.prop([steps], MANY)(
  'after the agent closed one, only an answer or the end of the window starts another',
  (list) => {
    play(list, (before, after, desk) => {
      if (before?.endReason !== 'closed-by-agent') return;
      const isLater = desk.now >= (before.endedAt ?? 0) + RESUME_WINDOW_MS;
      expect(after.agentTurns > 0 || isLater).toBe(true);
    });
  },
);

test.prop([steps], MANY)('a contact the agent closed is never touched again', (list) => {
  play(list, (before, after) => {
    if (before?.state === 'ended' && before.endReason === 'closed-by-agent')
      expect(after.id).not.toBe(before.id);
  });
});
