import { describe, expect, test } from 'vitest';
import { chineseWordingSchema, englishWordingSchema } from '../../knowledge/contracts/index.ts';
import { BUNDLED_WORDING, readPromises } from '../../knowledge/promises/index.ts';

const SAID = { at: Date.parse('2026-11-20T10:15:00+08:00'), timeZone: 'Asia/Shanghai' };
const wordsOf = (text: string) => readPromises(text, SAID).map(({ words }) => words);

test('the wording is as the schema wants it', () => {
  expect(chineseWordingSchema.parse(BUNDLED_WORDING.zh)).toEqual(BUNDLED_WORDING.zh);
  expect(englishWordingSchema.parse(BUNDLED_WORDING.en)).toEqual(BUNDLED_WORDING.en);
});

describe('a promise', () => {
  test.each([
    ['我会在今天18点前给您回电', 'call-back', '我会在今天18点前给您回电'],
    ['好的，这边核实完，明早给您答复。', 'reply', '明早给您答复'],
    ['24小时内退到您的微信支付，到账有短信，可以吧', 'refund', '24小时内退到您的微信支付'],
    ['今天18点前发到您下单邮箱', 'send', '今天18点前发到您下单邮箱'],
    ['这事已经报给主管，一小时内给您回电话说能不能先开通。', 'call-back', '一小时内给您回电话说能不能先开通'],
    ['两小时内专席会给您打电话', 'call-back', '两小时内专席会给您打电话'],
    ['明天下午師傅會上門檢修', 'visit', '明天下午師傅會上門檢修'],
    ['我給您補發，明天下班前寄出', 'send', '明天下班前寄出'],
    ['下周一我再看一遍进度，在这里回复您。', 'look-into', '下周一我再看一遍进度'],
    ['有结果我会尽快回复您', 'reply', '有结果我会尽快回复您'],
    ["I'll call you back by 5 pm tomorrow.", 'call-back', "I'll call you back by 5 pm tomorrow"],
    ['We will refund you within 3 business days.', 'refund', 'We will refund you within 3 business days'],
    [
      "I'll email the terms to [邮箱] by noon so you can read them.",
      'send',
      "I'll email the terms to [邮箱] by noon so you can read them",
    ],
    ["You'll hear from us by Friday.", 'reply', "You'll hear from us by Friday"],
    ["I'll get back to you as soon as I have it.", 'reply', "I'll get back to you as soon as I have it"],
  ])('%s', (text, action, words) => {
    const promises = readPromises(text, SAID);
    expect(promises.map((promise) => promise.words)).toContain(words);
    expect(promises.find((promise) => promise.words === words)?.action).toBe(action);
    for (const { start, end, words: found } of promises) expect(text.slice(start, end)).toBe(found);
  });

  test('without a time is due at none', () => {
    expect(readPromises('查到了我会第一时间联系您', SAID)).toMatchObject([{ dueAt: null, action: 'reply' }]);
  });

  test('may have its time in the clause before or behind', () => {
    const due = Date.parse('2026-11-20T18:00:00+08:00');
    expect(readPromises('今天18点前，我给您回电', SAID)).toMatchObject([{ dueAt: due, start: 0 }]);
    expect(readPromises('我给您回电，最晚今天18点前', SAID)).toMatchObject([{ dueAt: due }]);
  });

  test('is each of two', () => {
    expect(wordsOf('今天18点前给您回电，明天内把40元退到您的账户')).toEqual([
      '今天18点前给您回电',
      '明天内把40元退到您的账户',
    ]);
  });
});

describe('no promise', () => {
  test.each([
    ['information', '一般3个工作日到账'],
    ['information about rules', '按规定24小时内会给您答复'],
    ['a question', '明天上午给您回电方便吗'],
    ['a question mark', '您是要我们今天内退款？'],
    ['a condition', '您寄回后，我们24小时内给您退款'],
    ['another condition', '如果今天没收到，明天给您补发'],
    ['a choice', '可以今晚给您出电子票，或者明早给您寄纸质票'],
    ['two ways', '有两种寄法：普快5号到，或者专人今天20点前送到'],
    ['the customer is to act', '请您明天18点前把照片发给我'],
    ['the customer is to act, politely', '您明天拍到再传给我就好'],
    ['what others say', '网点说今晚能给您发出'],
    ['what is done', '昨天已经给您退款了'],
    ['what was said', '客服上周说今天18点前给您回电的'],
    ['what cannot be', '今天内没办法给您退款'],
    ['quoted words', '您说的“今天18点前给您退款”我去核实'],
    ['the law', '运营商15日内未答复您可以申诉'],
    ['a plain thing', '今天的处理结果我已经记录'],
    ['usually', 'Refunds usually reach your card within 3 business days.'],
    ['a condition in English', "I'll refund you within two hours once you send it back."],
    ['a question in English', 'Will you call me back by 5 pm?'],
    ['what the customer may do', 'You can call us until 5 pm today.'],
    ['what cannot be in English', "I won't have an answer by tomorrow."],
    ['nothing', ''],
    ['numbers', '18:00 20:00'],
  ])('%s: %s', (_what, text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  test('an invitation to ask again is no condition', () => {
    expect(wordsOf("I'll email it by noon, and if you have any questions, I'm here.")).toHaveLength(1);
  });
});

test('a message of any length takes its time once', () => {
  const text = '今天18点前给您回电，'.repeat(5_000);
  expect(readPromises(text, SAID).length).toBeLessThanOrEqual(400);
});
