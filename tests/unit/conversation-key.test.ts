import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { makeDatabaseSuffix, makeKnowledgeBase } from '../support/make-knowledge-base.ts';

describe('the key of a conversation', () => {
  test('is the same for the same conversation, and 32 hexadecimal characters long', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const key = await knowledge.deriveConversationKey('practice', 'chat-1');
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(await knowledge.deriveConversationKey('practice', 'chat-1')).toBe(key);
  });

  test('survives the browser’s restart', async () => {
    const suffix = makeDatabaseSuffix();
    const keys = [];
    for (const _start of [1, 2]) {
      const knowledge = await openKnowledgeBase({ suffix });
      keys.push(await knowledge.deriveConversationKey('practice', 'chat-1'));
      knowledge.close();
    }
    expect(keys[0]).toBe(keys[1]);
  });

  test('is another on another machine: who knows the id cannot tell', async () => {
    const [ours, theirs] = [await makeKnowledgeBase(), await makeKnowledgeBase()];
    const key = await ours.knowledge.deriveConversationKey('practice', '13800138000');
    expect(await theirs.knowledge.deriveConversationKey('practice', '13800138000')).not.toBe(key);
  });

  test('is one secret even when many ask for it at first', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => knowledge.deriveConversationKey('practice', 'chat-1')),
    );
    expect(new Set(keys).size).toBe(1);
  });

  test('keeps console and conversation apart', async () => {
    const { knowledge } = await makeKnowledgeBase();
    const keys = [
      await knowledge.deriveConversationKey('a', 'bc'),
      await knowledge.deriveConversationKey('ab', 'c'),
      await knowledge.deriveConversationKey('abc', ''),
      await knowledge.deriveConversationKey('', 'abc'),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

const ids = fc.oneof(
  fc.string({ unit: 'binary', minLength: 4, maxLength: 40 }),
  fc.constantFrom('13800138000', 'wang@example.com', '+8613800138000'),
);

property.prop([fc.uniqueArray(ids, { minLength: 2, maxLength: 6 })], { numRuns: 30 })(
  'different conversations have different keys, and no key holds its conversation’s id',
  async (conversationIds) => {
    const knowledge = await openKnowledgeBase({ suffix: '-conversation-key-property' });
    const keys = await Promise.all(
      conversationIds.map((id) => knowledge.deriveConversationKey('practice', id)),
    );
    knowledge.close();
    // A lone surrogate is no character: two of them are the same id to every encoder.
    const distinct = new Set(conversationIds.map((id) => id.toWellFormed()));
    expect(new Set(keys).size).toBe(distinct.size);
    for (const [at, id] of conversationIds.entries()) expect(keys[at]).not.toContain(id);
  },
);
