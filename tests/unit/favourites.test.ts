import { expect, test } from 'vitest';
import { makeKnowledgeBase } from '../support/make-knowledge-base.ts';

const DAY = 86_400_000;

/** A desk at which scripts are inserted (or only shown) in contacts of their own. */
async function openDesk() {
  const { knowledge, clock } = await makeKnowledgeBase();
  let contacts = 0;
  const use = async (articleId: string, outcome: 'inserted' | 'opened' = 'inserted') => {
    contacts += 1;
    const event = { contactId: `contact-${contacts}`, turnId: 'm1', articleIds: [articleId], outcome };
    await knowledge.suggestionRecords.record(event);
  };
  const list = (limit = 10) => knowledge.suggestionRecords.listFavourites(limit);
  return { use, list, clock };
}

test('nothing inserted, no favourites', async () => {
  const { use, list } = await openDesk();
  await use('test.refund', 'opened');
  expect(await list()).toEqual([]);
});

test('what is inserted most comes first, with how often and when last', async () => {
  const { use, list, clock } = await openDesk();
  await use('test.often');
  await use('test.once');
  clock.advance(1_000);
  await use('test.often');
  expect(await list()).toEqual([
    { articleId: 'test.often', inserted: 2, lastAt: clock() },
    { articleId: 'test.once', inserted: 1, lastAt: clock() - 1_000 },
  ]);
  expect(await list(1)).toHaveLength(1);
});

test('lately counts for more than long ago: one of today beats one of last week, three of last week beat it', async () => {
  const { use, list, clock } = await openDesk();
  for (const articleId of ['test.thrice', 'test.thrice', 'test.thrice', 'test.old']) await use(articleId);
  clock.advance(7 * DAY);
  await use('test.new');
  expect((await list()).map(({ articleId }) => articleId)).toEqual(['test.thrice', 'test.new', 'test.old']);
});

test('two weeks halve it', async () => {
  const { use, list, clock } = await openDesk();
  await use('test.twice');
  await use('test.twice');
  clock.advance(14 * DAY + 60_000);
  await use('test.new');
  expect((await list()).map(({ articleId }) => articleId)).toEqual(['test.new', 'test.twice']);
});

test('after 90 days it is forgotten', async () => {
  const { use, list, clock } = await openDesk();
  await use('test.summer');
  clock.advance(90 * DAY);
  expect(await list()).toHaveLength(1);
  clock.advance(1);
  expect(await list()).toEqual([]);
});
