/** Arbitraries for knowledge bases that share many words, so that articles really compete. */
import fc from 'fast-check';
import type { Article } from '../../knowledge/articles/index.ts';
import { makeArticle } from './make-article.ts';

const HAN = '退款订单没到账怎么取消换货发票卡激活不了快递慢态度差投诉宽带断网';
const WORDS = ['refund', 'order', 'late', 'card', '5g', '29', 'App', 'SIM'];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HAN) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS).map((word) => ` ${word} `) },
);

/** A title or alias: two to eight pieces, always with something the index knows. */
export const questions = fc
  .array(piece, { minLength: 2, maxLength: 8 })
  .map((pieces) => pieces.join('').trim().replace(/ +/g, ' '));

/** Two texts are the same question when only spacing, case or punctuation differ. */
export const identifyQuestion = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

/** No two articles share a title or an alias. Replies differ, so that lengths do. */
export const knowledgeBases: fc.Arbitrary<Article[]> = fc
  .uniqueArray(questions, { minLength: 3, maxLength: 45, selector: identifyQuestion })
  .chain((texts) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 4 }), questions, fc.nat({ max: 12 })), {
        minLength: texts.length,
        maxLength: texts.length,
      })
      .map((shapes) => cutIntoArticles(texts, shapes)),
  );

function cutIntoArticles(texts: string[], shapes: [number, string, number][]): Article[] {
  const articles: Article[] = [];
  for (let start = 0; start < texts.length;) {
    const [size, reply, times] = shapes[articles.length] ?? [1, '好', 1];
    const [title = '', ...aliases] = texts.slice(start, start + size);
    articles.push(
      makeArticle({
        id: `generated.${articles.length}`,
        title,
        aliases,
        tags: [],
        replies: [{ tone: 'formal', text: `${reply} `.repeat(times + 1).trim() }],
      }),
    );
    start += size;
  }
  return articles;
}
