/** What each term of an article counts, all fields folded into one number a term (BM25F). */
import type { SearchableArticle } from '../searchable-article.ts';
import { visitSounds } from '../pinyin/sounds.ts';
import { visitTerms } from '../text/analyse.ts';
import type { ConceptFinder } from '../text/concepts.ts';
import { normaliseText } from '../text/normalise.ts';
import { createAccumulator, type Accumulator } from './accumulator.ts';
import type { TermTable } from './term-table.ts';

/** See docs/retrieval.md for how these were found. */
const FIELD_WEIGHTS = { title: 2, alias: 1.5, tag: 1, reply: 1 };
/** One Han character says little by itself; pairs carry the meaning. */
export const CHARACTER_WEIGHT = 0.35;

/** A reply of this many letters is neither long nor short. Fixed, so that no other article changes what one weighs. */
const USUAL_REPLY = 150;
/** How much a long reply pays for its length (BM25F's b of the field). */
const REPLY_B = 0.5;

function weighReply({ length }: string): number {
  return FIELD_WEIGHTS.reply / (1 - REPLY_B + (REPLY_B * length) / USUAL_REPLY);
}

export interface ArticleScale {
  /** What the article's terms weigh, by number. */
  terms: Accumulator;
  /** By sound; kept apart because they must not make the article longer. */
  sounds: Accumulator;
  /** Replaces what was weighed before. @param names title and aliases, normalised */
  weigh(article: SearchableArticle, names: readonly string[]): void;
}

/** @param table numbers the terms */
export function createArticleScale(table: TermTable, concepts: ConceptFinder): ArticleScale {
  const terms = createAccumulator();
  const sounds = createAccumulator();
  const text = createTextScale(table, concepts);
  const addSounds = (normalised: string, weight: number) => {
    visitSounds(normalised, (term) => sounds.raise(table.add(term), weight));
  };
  return {
    terms,
    sounds,
    weigh({ tags: ownTags, replies }, [title = '', ...aliases]) {
      terms.clear();
      sounds.clear();
      const tags = ownTags.map(normaliseText);
      text.add(terms, title, FIELD_WEIGHTS.title);
      text.addBest(terms, aliases, FIELD_WEIGHTS.alias);
      for (const tag of tags) text.add(terms, tag, FIELD_WEIGHTS.tag);
      for (const reply of replies) text.add(terms, normaliseText(reply.text), weighReply(reply.text));
      addSounds(title, FIELD_WEIGHTS.title);
      for (const name of [...aliases, ...tags]) addSounds(name, FIELD_WEIGHTS.alias);
    },
  };
}

/** What is written in one field: characters, pairs, words and concepts. */
function createTextScale(table: TermTable, concepts: ConceptFinder) {
  const value = createAccumulator();
  const best = createAccumulator();
  const add = (total: Accumulator, normalised: string, weight: number) => {
    const ofCharacter = weight * CHARACTER_WEIGHT;
    visitTerms(normalised, ({ hash, kind }) => {
      total.add(table.add(hash), kind === 'character' ? ofCharacter : weight);
    });
    for (const term of new Set(concepts.find(normalised).map(({ hash }) => hash)))
      total.add(table.add(term), weight);
  };
  return {
    add,
    /** The best of several values counts, not their sum: an article with many aliases is not better for it. */
    addBest(total: Accumulator, values: readonly string[], weight: number): void {
      best.clear();
      for (const normalised of values) {
        value.clear();
        add(value, normalised, weight);
        for (const number of value.touched) best.raise(number, value.read(number));
      }
      for (const number of best.touched) total.add(number, best.read(number));
    },
  };
}
