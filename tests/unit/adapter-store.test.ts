import { expect, test } from 'vitest';
import { findBundled } from '../support/bundled-adapters.ts';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const OWN = { ...findBundled('practice'), id: 'our-desk' };

test('an own adapter is kept with when it was saved, and a newer one takes its place', async () => {
  const { knowledge, clock } = await makeKnowledgeBase();
  await knowledge.adapters.save(OWN);
  clock.advance(1_000);
  await knowledge.adapters.save({ ...OWN, version: 2 });
  expect(await knowledge.adapters.list()).toEqual([
    { id: 'our-desk', v: 1, adapter: { ...OWN, version: 2 }, savedAt: clock() },
  ]);
});

test('a removed one comes back, unless a newer one has come meanwhile', async () => {
  const { knowledge } = await makeKnowledgeBase();
  await knowledge.adapters.save(OWN);
  const removed = await knowledge.adapters.list();
  await knowledge.adapters.remove(['our-desk']);
  expect(await knowledge.adapters.list()).toEqual([]);
  await knowledge.adapters.restore(removed);
  expect(await knowledge.adapters.list()).toEqual(removed);
  await knowledge.adapters.save({ ...OWN, version: 2 });
  await knowledge.adapters.restore(removed);
  expect((await knowledge.adapters.list()).map(({ adapter }) => adapter.version)).toEqual([2]);
});
