import { afterEach, describe, expect, test } from 'vitest';
import { makeArticle, makePack } from '../support/make-article.ts';
import { makeAssessment } from '../support/make-contact.ts';
import { customerSays, makeConversation } from '../support/make-conversation.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const put = IDBObjectStore.prototype.put;
afterEach(() => {
  IDBObjectStore.prototype.put = put;
});

const QUOTA = () => new DOMException('no space', 'QuotaExceededError');

/** The disk takes `rows` more rows and then fails as Firefox does: the request itself says so. */
function fillDiskAfter(rows: number): void {
  let left = rows;
  IDBObjectStore.prototype.put = function (...row) {
    left -= 1;
    if (left < 0) throw QUOTA();
    return put.apply(this, row);
  };
}

/** Chromium's way: every row seems to be taken, and the transaction is aborted when it should commit. */
function abortAfterWritingTo(store: string): void {
  IDBObjectStore.prototype.put = function (...row) {
    const request = put.apply(this, row);
    const { transaction } = this;
    if (this.name !== store) return request;
    request.addEventListener('success', () => {
      transaction.abort();
      Object.defineProperty(transaction, 'error', { get: QUOTA });
    });
    return request;
  };
}

const FULL = { name: 'StorageError', reason: 'full' };

describe('when the disk is full', () => {
  test('recording a contact says so and stores nothing', async () => {
    const { knowledge } = await makeKnowledgeBase();
    fillDiskAfter(0);
    await expect(knowledge.contacts.record('key-1', makeConversation())).rejects.toMatchObject(FULL);
    IDBObjectStore.prototype.put = put;
    expect(await knowledge.contacts.listRecent(10)).toEqual([]);
  });

  test.each([0, 1, 2, 3])(
    'after %d rows of a pack, none of it is there and the old one is whole',
    async (rows) => {
      const { knowledge } = await makeKnowledgeBase();
      const old = makePack({ articles: [makeArticle({ id: 'test.old', title: '旧' })] });
      await knowledge.articles.installPack(old);
      fillDiskAfter(rows);
      const articles = ['test.new-1', 'test.new-2', 'test.new-3'].map((id) => makeArticle({ id }));
      const installing = knowledge.articles.installPack(makePack({ version: 2, articles }));
      await expect(installing).rejects.toMatchObject(FULL);
      IDBObjectStore.prototype.put = put;
      expect(await knowledge.articles.listPacks()).toMatchObject([{ version: 1, articleCount: 1 }]);
      const stored = await knowledge.articles.listChangedSince(0);
      expect(stored).toMatchObject([{ id: 'test.old', confidence: 'validated' }]);
    },
  );

  test('a wrap-up is saved as a whole or not at all', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const contact = await knowledge.contacts.record('key-1', makeConversation([customerSays('m1')]));
    const contactId = contact?.id ?? '';
    await knowledge.contacts.end(contactId, 'closed-by-agent');
    const event = { contactId, turnId: 'm1', articleIds: ['a.1'], outcome: 'inserted' as const };
    await knowledge.suggestionRecords.record(event);
    for (const rows of [0, 1, 2]) {
      fillDiskAfter(rows);
      const saving = knowledge.assessments.save(makeAssessment({ contactId }));
      await expect(saving).rejects.toMatchObject(FULL);
      IDBObjectStore.prototype.put = put;
      expect((await knowledge.assessments.findForContacts([contactId])).size).toBe(0);
      expect((await knowledge.contacts.find(contactId))?.wrapUp).toBe('pending');
      expect(await knowledge.suggestionRecords.listForContact(contactId)).toMatchObject([{ helped: null }]);
    }
  });

  test('what use teaches says so, and nothing of it is there', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const { lessons, gaps, synonyms } = knowledge;
    const learn = () =>
      lessons.learn({ question: '退款呢', articleId: 'a.1', contactId: 'contact-1', kind: 'inserted' });
    const note = () =>
      gaps.note({ question: '退款呢', source: 'search', reason: 'unsure', contactId: 'contact-1' });
    const add = () => synonyms.add([{ terms: ['套餐', '资费'] }]);
    for (const write of [learn, note, add]) {
      fillDiskAfter(0);
      await expect(write()).rejects.toMatchObject(FULL);
      IDBObjectStore.prototype.put = put;
    }
    expect(await Promise.all([lessons.list(), gaps.list(), synonyms.list()])).toEqual([[], [], []]);
  });

  test('and the browser only says so when the transaction ends, it is the same', async () => {
    const { knowledge } = await makeKnowledgeBase();
    abortAfterWritingTo('contacts');
    await expect(knowledge.contacts.record('key-1', makeConversation())).rejects.toMatchObject(FULL);
    abortAfterWritingTo('packs');
    await expect(knowledge.articles.installPack(makePack())).rejects.toMatchObject(FULL);
    IDBObjectStore.prototype.put = put;
    expect(await knowledge.contacts.listRecent(10)).toEqual([]);
    expect(await knowledge.articles.countAll()).toBe(0);
  });

  test('everything works again once there is room', async () => {
    const { knowledge } = await makeKnowledgeBase();
    fillDiskAfter(0);
    await expect(knowledge.articles.installPack(makePack())).rejects.toMatchObject(FULL);
    IDBObjectStore.prototype.put = put;
    await knowledge.articles.installPack(makePack());
    expect(await knowledge.articles.countAll()).toBe(1);
  });
});
