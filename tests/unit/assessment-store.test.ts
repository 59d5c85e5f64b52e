import { describe, expect, test } from 'vitest';
import { makeAssessment } from '../support/make-contact.ts';
import { customerSays, makeConversation } from '../support/make-conversation.ts';
import { makeKnowledgeBase, type TestKnowledgeBase } from '../support/make-knowledge-base.ts';

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
