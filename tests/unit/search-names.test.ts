import { describe, expect, test } from 'vitest';
import { makeArticle } from '../support/make-article.ts';
import { findIds, findTypedIds, makeSearchIndex } from '../support/make-search-index.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

const makeNamed = (id: string, title: string, reply = id) =>
  makeArticle({ id, title, aliases: [], tags: [], replies: [{ tone: 'formal', text: reply }] });

describe('who asks for an article by its name gets it first', () => {
  test('every article of a knowledge base, by title and by every alias', () => {
    const index = makeSearchIndex(SEARCH_ARTICLES);
    const missed = SEARCH_ARTICLES.flatMap(({ id, title, aliases }) =>
      [title, ...aliases].filter(
        (name) => findIds(index, name, 1)[0] !== id || findTypedIds(index, name, 1)[0] !== id,
      ),
    );
    expect(missed).toEqual([]);
  });

  test('though a hundred others say the same words more often', () => {
    const others = Array.from({ length: 100 }, (_, at) =>
      makeNamed(`a.${at}`, `退款退款${at}`, `退款退款${at}`),
    );
    const named = makeNamed('z.named', '退款', '先核对订单，再联系仓库，'.repeat(200));
    expect(findIds(makeSearchIndex([...others, named]), '退款')[0]).toBe('z.named');
  });

  test.each(['退', '退，退', '您好退'])('though it is a word everybody uses: %s', (name) => {
    const others = Array.from({ length: 10 }, (_, at) => makeNamed(`a.${at}`, `怎么退${at}号订单`));
    expect(findIds(makeSearchIndex([...others, makeNamed('z.named', name)]), name)[0]).toBe('z.named');
  });

  test('though it is long, and a part of it is another’s name', () => {
    const long =
      '我上个月在你们这里买的手机，屏幕碎了，说好保修一年的，去店里又说不给修，退款多久到账，到底谁来负责';
    const index = makeSearchIndex([...SEARCH_ARTICLES, makeNamed('z.long', long)]);
    expect(findIds(index, long)[0]).toBe('z.long');
    expect(findIds(index, '退款多久到账')[0]).toBe('refund-time');
  });

  test.each(['Возврат денег', 'キャンセル', '환불', 'คืนเงิน', 'استرداد'])('in whatever script: %s', (name) => {
    const index = makeSearchIndex([...SEARCH_ARTICLES, makeNamed('z.foreign', name)]);
    expect(findIds(index, name)).toEqual(['z.foreign']);
    expect(findTypedIds(index, name)).toEqual(['z.foreign']);
  });

  test('but not one that is gone, or filtered out', () => {
    const index = makeSearchIndex([...SEARCH_ARTICLES, makeNamed('z.named', '退款')]);
    expect(findTypedIds(index, '退款 line:after-sales')[0]).toBe('z.named');
    expect(findTypedIds(index, '退款 line:elsewhere')).toEqual([]);
    index.remove(['z.named']);
    expect(findIds(index, '退款', 40)).not.toContain('z.named');
  });
});
