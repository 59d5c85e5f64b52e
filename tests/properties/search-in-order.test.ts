import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { countInOrder, countSoundsInOrder, findPlaces } from '../../knowledge/search/ranking/in-order.ts';
import { listSounds, readUnits, type Units } from '../../knowledge/search/ranking/units.ts';

/** The textbook's table: slow, and plainly right. */
function countSlowly(
  question: Units,
  name: Units,
  { isSame, most }: { isSame: (at: number, to: number) => boolean; most: number },
): number {
  const length = Math.min(most, question.codes.length);
  let row = Array.from({ length: name.codes.length + 1 }, () => 0);
  for (let at = 0; at < length; at += 1) {
    const next = [0];
    for (let to = 0; to < name.codes.length; to += 1) {
      const both = isSame(at, to) ? (row[to] ?? 0) + 1 : 0;
      next.push(Math.max(both, next[to] ?? 0, row[to + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Few characters, some of which sound alike or have two readings. */
const texts = fc
  .array(fc.constantFrom(...'退腿款宽还环行重种到账张', 'refund ', 'sim ', '，'), { maxLength: 45 })
  .map((parts) => parts.join(''));

/** What follows in a question is not looked at. */
const COMPARED = findPlaces(readUnits('退'.repeat(60))).length;

describe('what stands in the same order', () => {
  test.prop([texts, texts], { numRuns: 500 })('is counted as the slow way counts it', (asked, named) => {
    const [question, name] = [readUnits(asked), readUnits(named)];
    const isSame = (at: number, to: number) => question.codes[at] === name.codes[to];
    expect(countInOrder(findPlaces(question), name)).toBe(
      countSlowly(question, name, { isSame, most: COMPARED }),
    );
  });

  test.prop([texts, texts], { numRuns: 500 })('by sound as well', (asked, named) => {
    const [question, name] = [readUnits(asked), readUnits(named)];
    const isSame = (at: number, to: number) =>
      listSounds(question, at).some((sound) => listSounds(name, to).includes(sound));
    expect(countSoundsInOrder(findPlaces(question), name)).toBe(
      countSlowly(question, name, { isSame, most: COMPARED }),
    );
  });

  test.prop([texts])('is everything of a text and itself', (text) => {
    const units = readUnits(text);
    const places = findPlaces(units);
    expect(countInOrder(places, units)).toBe(places.length);
    expect(countSoundsInOrder(places, units)).toBe(places.length);
  });
});
