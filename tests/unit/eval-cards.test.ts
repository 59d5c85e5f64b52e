import { describe, expect, test } from 'vitest';
import { createDeskmateEngine } from '../../scripts/eval/deskmate-engine.ts';
import { createCardReader, measureCards, measureDisturbance } from '../../scripts/eval/measure-cards.ts';
import type { SetArticle } from '../../scripts/eval/question-set.ts';
import { asksNothing } from '../../scripts/eval/silent-messages.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

const SET: SetArticle[] = SEARCH_ARTICLES.map(({ id, title, aliases }) => ({
  id,
  title,
  aliases,
  body: `(${id})`,
  g: `group:${id}`,
}));

describe('the measure of cards', () => {
  test('says how often a card would be shown, and how often it would be right', () => {
    const readCards = createCardReader(createDeskmateEngine(SET).index, SET);
    const right = { q: '宽带移机', rel: ['group:broadband-move'] };
    const wrong = { q: '退款多久到账', rel: ['group:nowhere'] };
    expect(measureCards(readCards, [right, wrong, { q: '你好' }, { q: '123456' }])).toMatchObject({
      shownRate: 0.5,
      firstRight: 0.5,
      anyRight: 0.5,
    });
    expect(measureCards(readCards, [])).toEqual({ shownRate: 0, firstRight: 0, anyRight: 0, cardsShown: 0 });
    expect(measureDisturbance(readCards, ['你好', '宽带移机'])).toBe(0.5);
  });

  test.each(['你好', '好的，谢谢您！', '嗯嗯', '12345678', '[微笑]', 'OK', '在吗？？'])(
    'counts %s as asking nothing',
    (message) => {
      expect(asksNothing(message)).toBe(true);
    },
  );

  test.each(['退款', '好的，那什么时候发货', '13800138000 查一下', '不可以退吗'])(
    'counts %s as asking',
    (message) => {
      expect(asksNothing(message)).toBe(false);
    },
  );
});
