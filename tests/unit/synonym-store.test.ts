import { expect, test } from 'vitest';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const PLAN = { terms: ['套餐', '资费'] };
const CLOSE = { terms: ['销户', '注销'] };

test('the team’s groups are listed in the order they were added, with ids', async () => {
  const { knowledge } = await makeKnowledgeBase();
  expect(await knowledge.synonyms.list()).toEqual([]);
  expect(await knowledge.synonyms.add([PLAN, CLOSE])).toEqual({ added: 2 });
  expect(await knowledge.synonyms.list()).toEqual([
    { id: 'id-000001', ...PLAN },
    { id: 'id-000002', ...CLOSE },
  ]);
});

test('a group that is there already is not added again, in whatever order its words stand', async () => {
  const { knowledge } = await makeKnowledgeBase();
  await knowledge.synonyms.add([PLAN]);
  const again = [{ terms: ['资费', ' 套餐'] }, CLOSE, { terms: ['注销', '销户'] }];
  expect(await knowledge.synonyms.add(again)).toEqual({ added: 1 });
  expect(await knowledge.synonyms.list()).toMatchObject([PLAN, { terms: ['注销', '销户'] }]);
});

test('what is no group is not added', async () => {
  const { knowledge } = await makeKnowledgeBase();
  const none = [{ terms: [] }, { terms: ['套餐'] }, { terms: ['套餐', '长'.repeat(21)] }];
  expect(await knowledge.synonyms.add(none)).toEqual({ added: 0 });
  expect(await knowledge.synonyms.list()).toEqual([]);
});

test('removed groups come back as they were', async () => {
  const { knowledge } = await makeKnowledgeBase();
  await knowledge.synonyms.add([PLAN, CLOSE]);
  const all = await knowledge.synonyms.list();
  await knowledge.synonyms.remove(['id-000001']);
  expect(await knowledge.synonyms.list()).toMatchObject([CLOSE]);
  await knowledge.synonyms.restore(all);
  expect(await knowledge.synonyms.list()).toEqual(all);
});
