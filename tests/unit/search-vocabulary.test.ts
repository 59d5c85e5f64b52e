import { describe, expect, test } from 'vitest';
import { buildSegment } from '../../knowledge/search/index.ts';
import { createVocabulary } from '../../knowledge/search/vocabulary.ts';
import { takeWordList } from '../../knowledge/search/word-list.ts';
import { makeArticle } from '../support/make-article.ts';

let made = 0;
const makeSegment = (...names: string[]) =>
  buildSegment(
    names.map((title) => makeArticle({ id: `word.${(made += 1)}`, title, aliases: [], tags: [] })),
  );

describe('the words of names', () => {
  test('are whole: one name does not run into the next', () => {
    const { has } = createVocabulary([makeSegment('Lost card', 'payment failed', 'tv', 'box')]);
    for (const word of ['lost', 'card', 'payment', 'failed', 'box'])
      expect([word, has(word)]).toEqual([word, true]);
    for (const word of ['cardpayment', 'failedtv', 'tvbox', 'tv', 'car'])
      expect([word, has(word)]).toEqual([word, false]);
  });

  test('are those of aliases too, and of words between Chinese ones', () => {
    const article = makeArticle({ title: '国际roaming怎么开', aliases: ['用eSIM卡', 'WLAN密码'], tags: [] });
    const { has } = createVocabulary([buildSegment([article])]);
    expect(['roaming', 'esim', 'wlan'].map(has)).toEqual([true, true, true]);
  });

  test('are those of every segment', () => {
    const { has } = createVocabulary([makeSegment('refund'), makeSegment('invoice')]);
    expect(['refund', 'invoice', 'delivery'].map(has)).toEqual([true, true, false]);
  });

  test('are read once a segment, however often others are added beside it', () => {
    const base = makeSegment('refund');
    const words = takeWordList(base);
    expect(createVocabulary([base, makeSegment('invoice')]).has('refund')).toBe(true);
    expect(takeWordList(base)).toBe(words);
  });

  test('are not more than can be looked through while somebody types', () => {
    const letters = (at: number) =>
      [...at.toString(26)].map((digit) => String.fromCharCode(97 + parseInt(digit, 26)));
    const names = Array.from({ length: 900 }, (_, at) =>
      Array.from({ length: 10 }, (_each, place) => `w${letters(10 * at + place + 1_000).join('')}`).join(' '),
    );
    expect(takeWordList(makeSegment(...names)).listCompletions('w')).toHaveLength(8_000);
  });
});

describe('a word that was begun', () => {
  const vocabulary = createVocabulary([
    makeSegment('refund refunds refundable refused'),
    makeSegment('refill refund refurbished'),
  ]);

  test('is followed by the shortest that begin so, of all segments, each once', () => {
    expect(vocabulary.completeLast('my ref')).toBe('my ref refill refund refunds refused');
  });

  test.each(['refund', 're', 'xyz', '退款', 'refund ', ''])('needs nothing: “%s”', (text) => {
    expect(vocabulary.completeLast(text)).toBe(text);
  });

  test('may be written large', () => {
    expect(vocabulary.completeLast('Refur')).toBe('Refur refurbished');
  });
});

describe('a mistyped word', () => {
  const vocabulary = createVocabulary([makeSegment('delivery invoice'), makeSegment('delivered warranty')]);

  test.each([
    ['delviery', 'delivery'],
    ['warrnaty', 'warranty'],
    ['invioce', 'invoice'],
  ])('%s is %s, whichever segment has it', (typed, meant) => {
    expect(vocabulary.mend(typed)).toBe(meant);
  });

  test.each(['inv', 'zzzzzz', 'a'.repeat(25)])('is none that is near: %s', (typed) => {
    expect(vocabulary.mend(typed)).toBeNull();
  });

  test('is not mended to a word far longer', () => {
    expect(createVocabulary([makeSegment('unsubscribe')]).mend('subs')).toBeNull();
  });

  test('is the same word whichever segment was there first', () => {
    const segments = [makeSegment('cards'), makeSegment('carts')];
    const mended = createVocabulary(segments).mend('carxs');
    expect(mended).not.toBeNull();
    expect(createVocabulary(segments.toReversed()).mend('carxs')).toBe(mended);
  });
});
