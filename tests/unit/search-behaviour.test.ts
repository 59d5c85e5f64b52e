import { describe, expect, test } from 'vitest';
import { findIds, findTypedIds, makeSearchIndex } from '../support/make-search-index.ts';
import { SEARCH_ARTICLES } from '../support/search-articles.ts';

const INDEX = makeSearchIndex(SEARCH_ARTICLES);

/** What comes first, for who sends it as a message and for who types it. */
const findFirst = (question: string) => [findIds(INDEX, question)[0], findTypedIds(INDEX, question)[0]];

/** Whether it is among the first three, for either. */
const isAmongFirst = (question: string, id: string) =>
  findIds(INDEX, question, 3).includes(id) && findTypedIds(INDEX, question, 3).includes(id);

test('the articles are enough to compete', () => {
  const locales = SEARCH_ARTICLES.map(({ locale }) => locale);
  expect(locales.filter((locale) => locale !== 'en').length).toBeGreaterThanOrEqual(40);
  expect(locales.filter((locale) => locale === 'en').length).toBe(12);
  expect(new Set(SEARCH_ARTICLES.map(({ id }) => id)).size).toBe(SEARCH_ARTICLES.length);
});

describe('typed in pinyin', () => {
  test.each([
    ['in one word', 'kuandaiyiji', 'broadband-move'],
    ['syllable by syllable', 'kuan dai yi ji', 'broadband-move'],
    ['word by word', 'kuandai yiji', 'broadband-move'],
    ['with an apostrophe', "huan'huo", 'exchange'],
    ['a long one', 'tuikuanduojiudaozhang', 'refund-time'],
    ['an alias', 'dizhitiancuole', 'address'],
    ['capitals', 'KuanDai YiJi', 'broadband-move'],
    ['a character of two readings', 'tiqianhuankuan', 'loan-pay'],
    ['a character of two readings, as said otherwise', 'chongfukoukuan', 'repeat'],
    ['a character of two readings, the third', 'yinhangpaidui', 'bank-queue'],
  ])('%s', (_how, typed, id) => {
    expect(findFirst(typed)).toEqual([id, id]);
  });

  test.each([
    ['kuandaiy', 'broadband-move'],
    ['kuandaiyij', 'broadband-move'],
    ['caili', 'ring'],
    ['cailin', 'ring'],
    ['youhuiq', 'coupon'],
    ['xiehaozh', 'port-out'],
    ['xiehaozhua', 'port-out'],
  ])('and only begun: %s', (typed, id) => {
    expect(isAmongFirst(typed, id)).toBe(true);
  });

  test.each([
    ['zh for z', 'guojimanyou', 'roaming'],
    ['c for ch', 'congzhi', 'recharge'],
    ['z for zh', 'zuxiaozanghu', 'close-account'],
    ['s for sh', 'simingrenzheng', 'real-name'],
    ['in for ing', 'cailinquxiao', 'ring'],
    ['n for l', 'niuniangcaochu', 'data-over'],
    ['in for ing', 'qinqinhaoma', 'family'],
  ])('with %s: %s', (_how, typed, id) => {
    expect(isAmongFirst(typed, id)).toBe(true);
  });

  test.each([
    ['xhzw', 'port-out'],
    ['kdyj', 'broadband-move'],
    ['hmd', 'black-list'],
    ['yhq', 'coupon'],
  ])('by first letters: %s', (typed, id) => {
    expect(isAmongFirst(typed, id)).toBe(true);
  });
});

describe('written wrongly', () => {
  test.each([
    ['退宽多久到账', 'refund-time'],
    ['发漂抬头', 'invoice-title'],
    ['号卡及活', 'sim-activate'],
    ['宽代移机', 'broadband-move'],
    ['携号专网', 'port-out'],
    ['篮牙彩玲取消', 'ring'],
  ])('with a character that sounds the same: %s', (question, id) => {
    expect(isAmongFirst(question, id)).toBe(true);
  });

  test.each([
    ['退款久到账', 'refund-time'],
    ['发票抬怎么修改', 'invoice-title'],
    ['国漫游怎么开通', 'roaming'],
    ['号激活不成功', 'sim-activate'],
  ])('with a character lost: %s', (question, id) => {
    expect(findFirst(question)).toEqual([id, id]);
  });

  test.each([
    ['退款久多到账', 'refund-time'],
    ['携号网转', 'port-out'],
    ['优券惠', 'coupon'],
    ['活激号卡', 'sim-activate'],
  ])('with two characters swapped: %s', (question, id) => {
    expect(isAmongFirst(question, id)).toBe(true);
  });

  test('and says what was probably meant', () => {
    expect(INDEX.searchTyped('退宽多久到账', 5).didYouMean).toBe('退款多久到账');
    expect(INDEX.searchTyped('退款多久到账', 5).didYouMean).toBeNull();
  });
});

describe('in the other script', () => {
  test.each([
    ['traditional, asked of simplified', '退款多久到帳', 'refund-time'],
    ['traditional, asked of simplified', '優惠券用不了', 'coupon'],
    ['traditional, asked of simplified', '寬頻無法上網', 'broadband-down'],
    ['simplified, asked of traditional', '账单地址变更', 'tw-bill'],
    ['traditional, asked of traditional', '帳單寄錯地方', 'tw-bill'],
  ])('%s: %s', (_how, question, id) => {
    expect(findFirst(question)).toEqual([id, id]);
  });

  test.each([
    ['简讯收不到', 'login-code'],
    ['簡訊收不到驗證碼', 'login-code'],
    ['短信无法发送', 'tw-message'],
  ])('with the word they use there: %s', (question, id) => {
    expect(isAmongFirst(question, id)).toBe(true);
  });

  test('a call stays a call', () => {
    expect(findFirst('呼叫轉移')).toEqual(['call-forward', 'call-forward']);
  });
});

describe('in English', () => {
  test.each([
    ['my refunds were not received', 'en-refund'],
    ['activating cards', 'en-card'],
    ['parcels not arriving', 'en-delivery'],
    ['how do I top up', 'en-top-up'],
  ])('whatever the form of the word: %s', (question, id) => {
    expect(findFirst(question)).toEqual([id, id]);
  });

  test.each([
    ['warrnaty', 'warranty', 'en-warranty'],
    ['delviery', 'delivery', 'en-delivery'],
    ['forgoten pasword', 'forgotten password', 'en-password'],
    ['subscribtion', 'subscription', 'en-cancel'],
  ])('mistyped: %s', (typed, meant, id) => {
    const { hits, didYouMean } = INDEX.searchTyped(typed, 5);
    expect(didYouMean).toBe(meant);
    expect(hits[0]?.articleId).toBe(id);
  });

  test.each([
    ['warr', 'en-warranty'],
    ['subscr', 'en-cancel'],
    ['late deliv', 'en-delivery'],
    ['internat', 'en-fee'],
  ])('half typed: %s', (typed, id) => {
    expect(findTypedIds(INDEX, typed)[0]).toBe(id);
  });

  test('words that are known are not put right', () => {
    expect(INDEX.searchTyped('change the address', 5).didYouMean).toBeNull();
  });
});

describe('a question in a hundred characters of talk', () => {
  const BEFORE =
    '你好在吗，我是你们的老用户了，一直都在你们这里买东西，前几天下着大雨我还专门跑了一趟，结果没有碰到人，';
  const AFTER = '，麻烦你帮我看看吧，我真的很着急，今天下午还要去接孩子放学，谢谢你了';

  test.each([
    ['发票抬头怎么修改', 'invoice-title'],
    ['宽带无法上网', 'broadband-down'],
    ['收到商品破损', 'broken'],
    ['积分怎么兑换', 'points'],
    ['实名认证老是失败', 'real-name'],
  ])('is found: %s', (question, id) => {
    const message = `${BEFORE}${question}${AFTER}`;
    expect(message.length).toBeGreaterThan(80);
    expect(findIds(INDEX, message)[0]).toBe(id);
    expect(findIds(INDEX, `${question}${AFTER}${BEFORE}`)[0]).toBe(id);
  });

  test('and two of them are both found', () => {
    const message = `${BEFORE}发票抬头怎么修改，还有我的宽带无法上网${AFTER}`;
    expect(findIds(INDEX, message, 3)).toEqual(expect.arrayContaining(['invoice-title', 'broadband-down']));
  });
});
