import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  buildSegment,
  createSearchIndex,
  decodeSegment,
  encodeSegment,
  type StoredSegment,
} from '../../knowledge/search/index.ts';
import { knowledgeBases, questions } from '../support/make-generated-articles.ts';
import { CONCEPTS } from '../support/make-search-index.ts';

const store = (articles: Parameters<typeof buildSegment>[0]): StoredSegment =>
  structuredClone(encodeSegment(buildSegment(articles, CONCEPTS), CONCEPTS.checksum));

/** Where the damage is, as a share of the whole, so that it fits a segment of any size. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

type Damage = (stored: StoredSegment) => StoredSegment;

const BUFFERS = Object.keys(store([]).buffers) as (keyof StoredSegment['buffers'])[];
const TEXTS = ['articleIds', 'names', 'facets'] as const;
const NUMBERS = ['version', 'concepts', 'checksum', 'articleCount'] as const;

const flippedByte = fc
  .tuple(fc.constantFrom(...BUFFERS), place, fc.integer({ min: 1, max: 255 }))
  .map(([name, share, mask]): Damage => {
    return (stored) => {
      const bytes = new Uint8Array(stored.buffers[name].slice(0));
      const at = Math.floor(share * bytes.length);
      if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ mask;
      return { ...stored, buffers: { ...stored.buffers, [name]: bytes.buffer } };
    };
  });
const cutBuffer = fc.tuple(fc.constantFrom(...BUFFERS), place).map(([name, share]): Damage => {
  return (stored) => {
    const buffer = stored.buffers[name];
    return {
      ...stored,
      buffers: { ...stored.buffers, [name]: buffer.slice(0, Math.floor(share * buffer.byteLength)) },
    };
  };
});
const changedText = fc
  .tuple(fc.constantFrom(...TEXTS), place, fc.string({ unit: 'binary', maxLength: 3 }))
  .map(([name, share, inserted]): Damage => {
    return (stored) => {
      const at = Math.floor(share * stored[name].length);
      return { ...stored, [name]: stored[name].slice(0, at) + inserted + stored[name].slice(at + 1) };
    };
  });
const changedNumber = fc.tuple(fc.constantFrom(...NUMBERS), fc.integer()).map(([name, value]): Damage => {
  return (stored) => ({ ...stored, [name]: value });
});
const lostField = fc
  .constantFrom<keyof StoredSegment>(...TEXTS, ...NUMBERS, 'buffers')
  .map((name): Damage => {
    return (stored) => {
      const { [name]: _lost, ...rest } = stored;
      return rest as StoredSegment;
    };
  });
const damages = fc.oneof(
  { weight: 4, arbitrary: flippedByte },
  { weight: 2, arbitrary: cutBuffer },
  { weight: 2, arbitrary: changedText },
  changedNumber,
  lostField,
);

describe('a stored segment', () => {
  test.prop([knowledgeBases, questions], { numRuns: 100 })(
    'comes back as it was, and answers alike',
    (articles, question) => {
      const built = buildSegment(articles, CONCEPTS);
      const loaded = decodeSegment(store(articles), CONCEPTS.checksum);
      expect(loaded).toEqual(built);
      const before = createSearchIndex(built, CONCEPTS);
      const after = createSearchIndex(loaded ?? undefined, CONCEPTS);
      expect(after.search(question, 10)).toEqual(before.search(question, 10));
      expect(after.searchTyped(question, 10)).toEqual(before.searchTyped(question, 10));
    },
  );

  test.prop([knowledgeBases, damages], { numRuns: 600 })(
    'that was damaged anywhere is refused, or nothing is wrong with it',
    (articles, damage) => {
      const stored = store(articles);
      const loaded = decodeSegment(damage(stored), CONCEPTS.checksum);
      if (loaded) expect(loaded).toEqual(buildSegment(articles, CONCEPTS));
    },
  );
});
