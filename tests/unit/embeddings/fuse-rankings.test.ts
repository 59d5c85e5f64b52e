/** Two orders become one. */
import { expect, test } from 'vitest';
import { fuseRankings, type Ranking } from '../../../knowledge/embeddings/index.ts';

const listIds = (...rankings: Ranking[]) => fuseRankings(rankings).map(({ id }) => id);

test('what both name is before what one names', () => {
  expect(listIds({ ids: ['a', 'b'], weight: 1 }, { ids: ['c', 'b'], weight: 1 })).toEqual(['b', 'a', 'c']);
});

test('scores are the sum of weight by place, counted from one', () => {
  const hits = fuseRankings([
    { ids: ['a', 'b'], weight: 1 },
    { ids: ['b'], weight: 0.5 },
  ]);
  expect(hits).toEqual([
    { id: 'b', score: 1 / 62 + 0.5 / 61 },
    { id: 'a', score: 1 / 61 },
  ]);
  expect(fuseRankings([{ ids: ['a'], weight: 1 }], 0)).toEqual([{ id: 'a', score: 1 }]);
});

test('the heavier ranking wins, and between equals the one named first', () => {
  expect(listIds({ ids: ['a'], weight: 1 }, { ids: ['b'], weight: 2 })).toEqual(['b', 'a']);
  expect(listIds({ ids: ['z'], weight: 1 }, { ids: ['a'], weight: 1 })).toEqual(['z', 'a']);
});

test('an id counts once a ranking', () => {
  expect(listIds({ ids: ['a', 'b', 'b', 'b'], weight: 1 })).toEqual(['a', 'b']);
});

test('nothing of nothing', () => {
  expect(fuseRankings([])).toEqual([]);
  expect(fuseRankings([{ ids: [], weight: 1 }])).toEqual([]);
});
