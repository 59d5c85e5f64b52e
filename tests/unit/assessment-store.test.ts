import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SuggestionRecord } from '../../knowledge/interactions/index.ts';
import { createSuggestionRecordStore } from '../../knowledge/storage/suggestion-record-store.ts';
import { createWorkDatabase } from '../../knowledge/storage/databases.ts';
import { makeAssessment } from '../support/make-contact.ts';
import { customerSays, makeConversation } from '../support/make-conversation.ts';
import {
  makeClock,
  makeDatabaseSuffix,
  makeKnowledgeBase,
  type TestKnowledgeBase,
} from '../support/make-knowledge-base.ts';

/** A contact that ended, with what was suggested and inserted in it. */
async function finishContact(
  { knowledge }: TestKnowledgeBase,
  key: string,
  inserted: string[],
): Promise<string> {
  const contact = await knowledge.contacts.record(key, makeConversation([customerSays('m1')]));
  const contactId = contact?.id ?? '';
  const event = { contactId, turnId: 'm1', articleIds: inserted, outcome: 'inserted' as const };
  await knowledge.suggestionRecords.record(event);
  await knowledge.contacts.end(contactId, 'closed-by-agent');
  return contactId;
}

const rate = (contactId: string, isResolvedFirstTime: boolean) =>
  makeAssessment({ id: `assessment of ${contactId}`, contactId, isResolvedFirstTime });

describe('saving an assessment', () => {
  test('takes the contact off the list and marks what helped', async () => {
    const base = await makeKnowledgeBase();
    const contactId = await finishContact(base, 'key-1', ['a.1', 'a.2']);
    const other = await finishContact(base, 'key-2', ['a.1']);
    await base.knowledge.assessments.save(rate(contactId, true));
    expect((await base.knowledge.contacts.find(contactId))?.wrapUp).toBe('done');
    const records = await base.knowledge.suggestionRecords.listForContact(contactId);
    expect(records.map(({ helped }) => helped)).toEqual([1, 1]);
    const waiting = await base.knowledge.contacts.listAwaitingWrapUp();
    expect(waiting.map(({ id }) => id)).toEqual([other]);
    expect(await base.knowledge.suggestionRecords.listForContact(other)).toMatchObject([{ helped: null }]);
  });

  test('twice under one id is one assessment, the later one', async () => {
    const base = await makeKnowledgeBase();
    const contactId = await finishContact(base, 'key-1', ['a.1']);
    await base.knowledge.assessments.save(rate(contactId, true));
    await base.knowledge.assessments.save({ ...rate(contactId, false), note: '改过' });
    const found = await base.knowledge.assessments.findForContacts([contactId]);
    expect([...found.values()]).toEqual([{ ...rate(contactId, false), note: '改过' }]);
    expect(await base.knowledge.suggestionRecords.listForContact(contactId)).toMatchObject([{ helped: 0 }]);
  });

  test('is found by contact, and only for those asked for', async () => {
    const base = await makeKnowledgeBase();
    const one = await finishContact(base, 'key-1', []);
    const other = await finishContact(base, 'key-2', []);
    await base.knowledge.assessments.save(rate(one, true));
    await base.knowledge.assessments.save(rate(other, true));
    const found = await base.knowledge.assessments.findForContacts([other, 'nobody']);
    expect([...found.keys()]).toEqual([other]);
  });

  test('is not lost when its contact is gone', async () => {
    const { knowledge } = await makeKnowledgeBase();
    await knowledge.assessments.save(rate('gone', true));
    expect((await knowledge.assessments.findForContacts(['gone'])).size).toBe(1);
  });
});

describe('how often an article helped', () => {
  test('is unknown before its first use', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const usage = await knowledge.suggestionRecords.readUsage(['a.1']);
    expect(usage.get('a.1')).toEqual({ inserted: 0, helpedShare: null });
  });

  test('counts insertions at once, and judges by those that were wrapped up', async () => {
    const base = await makeKnowledgeBase();
    const contacts = [];
    for (const key of ['key-1', 'key-2', 'key-3', 'key-4'])
      contacts.push(await finishContact(base, key, ['a.1']));
    const [first = '', second = '', third = ''] = contacts;
    const read = async () => (await base.knowledge.suggestionRecords.readUsage(['a.1'])).get('a.1');
    expect(await read()).toEqual({ inserted: 4, helpedShare: null });
    await base.knowledge.assessments.save(rate(first, true));
    expect(await read()).toEqual({ inserted: 4, helpedShare: 1 });
    await base.knowledge.assessments.save(rate(second, false));
    await base.knowledge.assessments.save(rate(third, false));
    expect(await read()).toEqual({ inserted: 4, helpedShare: 1 / 3 });
  });

  test('does not count what was only shown', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const event = { contactId: 'c1', turnId: 'm1', articleIds: ['a.1', 'a.2'], outcome: 'shown' as const };
    await knowledge.suggestionRecords.record(event);
    await knowledge.suggestionRecords.record({ ...event, articleIds: ['a.2'], outcome: 'inserted' });
    const usage = await knowledge.suggestionRecords.readUsage(['a.1', 'a.2']);
    expect([...usage.values()].map(({ inserted }) => inserted)).toEqual([0, 1]);
  });
});

describe('what is not an insertion', () => {
  /** The store on a database whose reads and changes the test can see. */
  async function openWatched() {
    const database = createWorkDatabase(`deskmate-work${makeDatabaseSuffix()}`);
    await database.open();
    onTestFinished(() => database.close());
    const seen = { read: [] as string[], changes: 0 };
    database.suggestionRecords.hook('reading', (row: SuggestionRecord | undefined) => {
      if (row) seen.read.push(row.id);
      return row;
    });
    const countChange = (parts: object) => {
      if (Object.keys(parts).some((part) => part.includes(database.name))) seen.changes += 1;
    };
    Dexie.on('storagemutated', countChange);
    onTestFinished(() => Dexie.on.storagemutated.unsubscribe(countChange));
    return { store: createSuggestionRecordStore(database, makeClock()), seen };
  }
  const EVENT = { contactId: 'c1', turnId: 'm1', articleIds: ['a.1', 'a.2'], outcome: 'shown' as const };

  test('is not even read to count insertions', async () => {
    const { store, seen } = await openWatched();
    await store.record(EVENT);
    await store.record({ ...EVENT, articleIds: ['a.2'], outcome: 'inserted' });
    await store.record({ ...EVENT, articleIds: ['a.3'], outcome: 'inserted' });
    seen.read.length = 0;
    const usage = await store.readUsage(['a.1', 'a.2']);
    expect([...usage.values()].map(({ inserted }) => inserted)).toEqual([0, 1]);
    expect(seen.read).toEqual(['c1:m1:a.2']);
  });

  test('is written once: saying it again, or something weaker, changes nothing on disk', async () => {
    const { store, seen } = await openWatched();
    await store.record({ ...EVENT, outcome: 'opened' });
    expect(seen.changes).toBe(1);
    await store.record({ ...EVENT, outcome: 'opened' });
    await store.record(EVENT);
    expect(seen.changes).toBe(1);
    await store.record({ ...EVENT, articleIds: ['a.2', 'a.3'], outcome: 'inserted' });
    expect(seen.changes).toBe(2);
    expect(await store.listForContact('c1')).toMatchObject([
      { articleId: 'a.1', outcome: 'opened' },
      { articleId: 'a.2', outcome: 'inserted' },
      { articleId: 'a.3', outcome: 'inserted' },
    ]);
  });
});

describe('what became of a suggestion', () => {
  const EVENT = { contactId: 'c1', turnId: 'm1', articleIds: ['a.1'], outcome: 'shown' as const };

  test('is recorded once per turn, however often it is said', async () => {
    const { knowledge, clock } = await makeKnowledgeBase();
    await knowledge.suggestionRecords.record(EVENT);
    const before = await knowledge.suggestionRecords.listForContact('c1');
    clock.advance(1_000);
    await knowledge.suggestionRecords.record(EVENT);
    expect(await knowledge.suggestionRecords.listForContact('c1')).toEqual(before);
    await knowledge.suggestionRecords.record({ ...EVENT, turnId: 'm2' });
    expect(await knowledge.suggestionRecords.listForContact('c1')).toHaveLength(2);
  });

  test('only ever grows stronger: shown, opened, dismissed, inserted', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const read = async () => (await knowledge.suggestionRecords.listForContact('c1'))[0]?.outcome;
    const seen = [];
    for (const outcome of ['opened', 'shown', 'dismissed', 'opened', 'inserted', 'dismissed'] as const) {
      await knowledge.suggestionRecords.record({ ...EVENT, outcome });
      seen.push(await read());
    }
    expect(seen).toEqual(['opened', 'opened', 'dismissed', 'dismissed', 'inserted', 'inserted']);
  });
});
