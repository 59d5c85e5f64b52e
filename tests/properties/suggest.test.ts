import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Article } from '../../knowledge/articles/index.ts';
import {
  findHits,
  MAX_SUGGESTIONS,
  MIN_CONFIDENCE,
  readAsks,
  suggest,
  type SuggestionHit,
} from '../../knowledge/suggestions/index.ts';
import { makeArticle } from '../support/make-article.ts';
import { knowledgeBases } from '../support/make-generated-articles.ts';
import { makeSearchIndex } from '../support/make-search-index.ts';
import { makeSuggestionHit } from '../support/make-suggestion-inputs.ts';

/** What chats are made of, and what no chat should be. */
const PIECES = [
  ...'好的嗯在吗退款多久到账谢謝，。？ \n',
  '\uD800',
  '\uDC00',
  'מה קורה',
  '\u202E',
  '😂',
  '[微笑]',
  '1234567',
  'https://a.b ',
  'where is my parcel ',
];
const chats = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const messages = fc.oneof(
  chats,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(chats, fc.integer({ min: 1, max: 100_000 }))
    .map(([chat, length]) => chat.repeat(Math.ceil(length / Math.max(1, chat.length))).slice(0, length)),
);

const keepLetters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('what is asked', () => {
  test.prop([messages], { numRuns: 300 })('is what was written, at most eight times', (message) => {
    const asks = readAsks(message);
    expect(asks.length).toBeLessThanOrEqual(8);
    for (const ask of asks) {
      expect(ask.trim()).not.toBe('');
      const written = new Set(keepLetters(message));
      expect([...keepLetters(ask)].filter((letter) => !written.has(letter))).toEqual([]);
    }
  });

  test.prop([chats], { numRuns: 200 })('is the same when it is read again', (message) => {
    expect(readAsks(message)).toEqual(readAsks(message));
  });

  test.prop([fc.constantFrom(...'好嗯对行哈在谢'), fc.integer({ min: 1, max: 20_000 })], { numRuns: 50 })(
    'is nothing in a sigh, however long',
    (sigh, times) => {
      expect(readAsks(sigh.repeat(times))).toEqual([]);
    },
  );
});

describe('what is found for a message', () => {
  test.prop([knowledgeBases, messages, fc.array(chats, { maxLength: 3 })], { numRuns: 60 })(
    'is of this knowledge base, each once, best first',
    (articles, message, earlier) => {
      const { hits } = findHits(makeSearchIndex(articles), { message, earlier });
      const ids = hits.map(({ articleId }) => articleId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      const confidences = hits.map(({ confidence }) => confidence);
      expect(confidences).toEqual(confidences.toSorted((left, right) => right - left));
    },
  );
});

const IDS = Array.from({ length: 8 }, (_, at) => `a.${at}`);
const states = fc.constantFrom('validated', 'not-validated', 'work-in-progress', 'archived');
const articleLists: fc.Arbitrary<Article[]> = fc
  .tuple(...IDS.map(() => fc.tuple(states, fc.nat({ max: 5 }))))
  .map((shapes) =>
    shapes.map(([confidence, reply], at) =>
      makeArticle({ id: IDS[at] ?? '', confidence, replies: [{ tone: 'warm', text: `回复${reply}` }] }),
    ),
  );
const hitLists: fc.Arbitrary<SuggestionHit[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...IDS, 'gone'),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('一', '二'),
    )
    .map(([id, confidence, ask]) => makeSuggestionHit(id, { confidence, ask })),
  { selector: ({ articleId }) => articleId },
);

describe('cards', () => {
  test.prop([hitLists, articleLists], { numRuns: 300 })(
    'are few, likely, offered, and say different things',
    (hits, articles) => {
      const cards = suggest({
        found: { isAsked: true, hits },
        articles: new Map(articles.map((article) => [article.id, article])),
        usage: new Map(),
        tone: 'warm',
        said: [],
        today: '2026-11-02',
      });
      const likely = new Set(
        hits.filter((hit) => hit.confidence >= MIN_CONFIDENCE).map(({ articleId }) => articleId),
      );
      expect(cards.length).toBeLessThanOrEqual(MAX_SUGGESTIONS);
      expect(new Set(cards.map(({ template }) => template)).size).toBe(cards.length);
      for (const { article } of cards) {
        expect(likely).toContain(article.id);
        expect(['validated', 'not-validated']).toContain(article.confidence);
      }
      const isOffered = ({ id, confidence }: Article) => likely.has(id) && confidence.endsWith('validated');
      expect(cards.length > 0).toBe(articles.some(isOffered));
    },
  );
});
