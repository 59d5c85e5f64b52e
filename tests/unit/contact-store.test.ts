import { describe, expect, test } from 'vitest';
import type { Message } from '../../knowledge/conversation/index.ts';
import { agentSays, customerSays, makeConversation } from '../support/make-conversation.ts';
import { makeKnowledgeBase, type TestKnowledgeBase } from '../support/make-knowledge-base.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ASKED = [customerSays('m1', '退款没到')];
const ANSWERED = [...ASKED, agentSays('m2', '我查一下')];

const record = ({ knowledge }: TestKnowledgeBase, messages: Message[], key = 'key-1') =>
  knowledge.contacts.record(key, makeConversation(messages));

async function recordNew(base: TestKnowledgeBase, messages: Message[], key = 'key-1'): Promise<string> {
  const contact = await record(base, messages, key);
  if (!contact) throw new Error('no contact was recorded');
  return contact.id;
}

/** The customer asked and we answered, both just now. */
async function recordAnswered(base: TestKnowledgeBase, key = 'key-1'): Promise<string> {
  await record(base, ASKED, key);
  return recordNew(base, ANSWERED, key);
}

describe('recording a conversation', () => {
  test('stores one contact, however often it is seen', async () => {
    const base = await makeKnowledgeBase();
    const first = await record(base, ASKED);
    expect(await record(base, ASKED)).toEqual(first);
    expect(await base.knowledge.contacts.listRecent(10)).toEqual([first]);
  });

  test('brings the contact up to date', async () => {
    const base = await makeKnowledgeBase();
    const id = await recordNew(base, ASKED);
    base.clock.advance(20_000);
    await record(base, ANSWERED);
    expect(await base.knowledge.contacts.find(id)).toMatchObject({
      agentTurns: 1,
      firstResponseMs: 20_000,
      lastMessage: { id: 'm2' },
    });
  });

  test('stores nothing for an old chat that was answered', async () => {
    const base = await makeKnowledgeBase();
    expect(await record(base, ANSWERED)).toBeNull();
    expect(await base.knowledge.contacts.listRecent(10)).toEqual([]);
  });

  test('by two panels at once makes one contact', async () => {
    const base = await makeKnowledgeBase();
    const seen = await Promise.all([1, 2, 3, 4].map(() => record(base, ASKED)));
    expect(new Set(seen.map((contact) => contact?.id)).size).toBe(1);
    expect(await base.knowledge.contacts.listRecent(10)).toHaveLength(1);
  });

  test('keeps different conversations apart', async () => {
    const base = await makeKnowledgeBase();
    const one = await recordNew(base, ASKED, 'key-1');
    const other = await recordNew(base, ASKED, 'key-2');
    expect(one).not.toBe(other);
    expect((await base.knowledge.contacts.findLatest('key-2'))?.id).toBe(other);
    expect(await base.knowledge.contacts.findLatest('key-3')).toBeUndefined();
  });

  test('after the agent closed it starts one new contact and stays with that', async () => {
    const base = await makeKnowledgeBase();
    const closed = await recordNew(base, ASKED);
    await base.knowledge.contacts.end(closed, 'closed-by-agent');
    base.clock.advance(30_000);
    // The console shows whole minutes: by its clock the new message is older than the contact.
    const asked = customerSays('m3', '还在吗', base.clock() - MINUTE);
    const again = [...ASKED, asked, agentSays('m4', '在的', base.clock())];
    const next = await recordNew(base, again);
    expect(next).not.toBe(closed);
    expect(await recordNew(base, again)).toBe(next);
    expect(await base.knowledge.contacts.listRecent(10)).toHaveLength(2);
  });

  test('after the agent closed it is over: thanks make no second wrap-up', async () => {
    const base = await makeKnowledgeBase();
    const closed = await recordAnswered(base);
    await base.knowledge.contacts.end(closed, 'closed-by-agent');
    base.clock.advance(30_000);
    const thanked = [...ANSWERED, customerSays('m3', '好的谢谢', base.clock())];
    expect(await recordNew(base, thanked)).toBe(closed);
    base.clock.advance(60 * MINUTE);
    expect(await recordNew(base, thanked)).toBe(closed);
    expect(await base.knowledge.contacts.listRecent(10)).toHaveLength(1);
  });

  test('stores no word that was said and no full name', async () => {
    const base = await makeKnowledgeBase();
    await record(base, ASKED);
    const rows = JSON.stringify(await base.knowledge.contacts.listRecent(10));
    expect(rows).toContain('王**');
    expect(rows).not.toMatch(/退款没到|王女士/);
  });
});

describe('ending', () => {
  test('puts a contact in line for its wrap-up, oldest first', async () => {
    const base = await makeKnowledgeBase();
    const older = await recordNew(base, ASKED, 'key-1');
    base.clock.advance(MINUTE);
    const newer = await recordNew(base, ASKED, 'key-2');
    expect(await base.knowledge.contacts.listAwaitingWrapUp()).toEqual([]);
    await base.knowledge.contacts.end(newer, 'closed-by-agent');
    await base.knowledge.contacts.end(older, 'closed-by-agent', base.clock() + 5);
    const waiting = await base.knowledge.contacts.listAwaitingWrapUp();
    expect(waiting.map(({ id, endedAt }) => [id, endedAt])).toEqual([
      [older, base.clock() + 5],
      [newer, base.clock()],
    ]);
  });

  test('a second time changes nothing', async () => {
    const base = await makeKnowledgeBase();
    const id = await recordNew(base, ASKED);
    await base.knowledge.contacts.end(id, 'closed-by-agent');
    const ended = await base.knowledge.contacts.find(id);
    base.clock.advance(MINUTE);
    await base.knowledge.contacts.end(id, 'idle');
    expect(await base.knowledge.contacts.find(id)).toEqual(ended);
  });

  test('a contact there is none of is no trouble', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.contacts.end('nobody', 'idle');
    expect(await knowledge.contacts.find('nobody')).toBeUndefined();
  });
});

describe('ending what is idle', () => {
  test('ends open contacts nobody wrote in, as of their last word, and says how many', async () => {
    const base = await makeKnowledgeBase();
    const quiet = await recordAnswered(base, 'key-1');
    const lastWord = base.clock();
    base.clock.advance(9 * MINUTE);
    const busy = await recordAnswered(base, 'key-2');
    base.clock.advance(MINUTE);
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(1);
    expect(await base.knowledge.contacts.find(quiet)).toMatchObject({
      state: 'ended',
      endReason: 'idle',
      endedAt: lastWord,
      wrapUp: 'pending',
    });
    expect((await base.knowledge.contacts.find(busy))?.state).toBe('open');
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(0);
  });

  test('spares the one in which somebody wrote a moment before', async () => {
    const base = await makeKnowledgeBase();
    await recordAnswered(base);
    base.clock.advance(10 * MINUTE - 1);
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(0);
  });

  test('spares the customer who waits for us, and our late answer counts', async () => {
    const base = await makeKnowledgeBase();
    const id = await recordNew(base, ASKED);
    base.clock.advance(23 * HOUR);
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(0);
    await record(base, ANSWERED);
    expect(await base.knowledge.contacts.find(id)).toMatchObject({
      state: 'open',
      agentTurns: 1,
      firstResponseMs: 23 * HOUR,
    });
    base.clock.advance(10 * MINUTE);
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(1);
  });

  test('gives up a customer who has waited for more than a day, until we answer after all', async () => {
    const base = await makeKnowledgeBase();
    const id = await recordNew(base, ASKED);
    base.clock.advance(24 * HOUR);
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(0);
    base.clock.advance(1);
    expect(await base.knowledge.contacts.endIdle(10 * MINUTE)).toBe(1);
    expect(await base.knowledge.contacts.find(id)).toMatchObject({ state: 'ended', endReason: 'idle' });
    base.clock.advance(HOUR);
    expect(await recordNew(base, ANSWERED)).toBe(id);
    expect(await base.knowledge.contacts.find(id)).toMatchObject({ state: 'open', agentTurns: 1 });
  });
});

describe('skipping a wrap-up', () => {
  test('is kept apart from doing it and from not yet', async () => {
    const base = await makeKnowledgeBase();
    const id = await recordNew(base, ASKED);
    await base.knowledge.contacts.end(id, 'closed-by-agent');
    await base.knowledge.contacts.skipWrapUp(id);
    expect((await base.knowledge.contacts.find(id))?.wrapUp).toBe('skipped');
    expect(await base.knowledge.contacts.listAwaitingWrapUp()).toEqual([]);
  });

  test('is nothing one can do to a contact that is still open', async () => {
    const base = await makeKnowledgeBase();
    const id = await recordNew(base, ASKED);
    await base.knowledge.contacts.skipWrapUp(id);
    expect((await base.knowledge.contacts.find(id))?.wrapUp).toBe('none');
  });
});

test('recent contacts are listed newest first, no more than wanted', async () => {
  const base = await makeKnowledgeBase();
  const ids: string[] = [];
  for (const key of ['key-1', 'key-2', 'key-3']) {
    ids.unshift(await recordNew(base, ASKED, key));
    base.clock.advance(MINUTE);
  }
  const recent = await base.knowledge.contacts.listRecent(2);
  expect(recent.map(({ id }) => id)).toEqual(ids.slice(0, 2));
});
