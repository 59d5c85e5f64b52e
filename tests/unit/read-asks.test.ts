import { describe, expect, test } from 'vitest';
import { readAsks } from '../../knowledge/suggestions/index.ts';

describe('nothing is asked', () => {
  test.each([
    [
      'a greeting',
      ['你好', '您好呀', '哈喽，在吗', '晚上好，打扰一下', '您好，請問在嗎', 'hello there', 'Good morning'],
    ],
    [
      'asking whether somebody is there',
      ['在吗', '在不在啊', '有人吗？？', '亲，在吗', '人呢', '喂喂', '客服在吗', 'are you there?'],
    ],
    ['asking to ask', ['请问一下', '您好，我想请教个问题', '你好 想咨询一下']],
    ['thanks', ['谢谢', '好的谢谢啦', '辛苦了', '麻煩您了', '謝謝您', 'thank you so much!', 'ok thanks']],
    [
      'agreeing',
      ['嗯嗯', '好滴', '好嘞', '行吧', '可以的', '是的是的', '对对对', '哦好的', 'okay', 'got it, thank you'],
    ],
    ['having understood', ['知道了', '明白了，谢谢', '好的，知道了，謝謝', '收到', '清楚了', '懂了']],
    [
      'declining',
      ['不用了谢谢', '没事没事', '没关系的', '没有其他问题了', '沒有了，感謝', '沒問題', 'nope, all good'],
    ],
    ['asking for a moment', ['稍等', '等一下哈', '我先看一下', '我再想想', '那我等着', 'one moment']],
    ['parting', ['再见', '拜拜', '先这样吧', '就这些', 'bye', 'have a nice day']],
    ['laughing or sighing', ['哈哈哈', '唉', '嘿嘿', 'haha', 'hmm', 'haode']],
    ['a number', ['1', '88', '13800138000', '138 0013 8000', '尾号4321', '2023110512345678']],
    [
      'the number of an order or a parcel',
      ['我的订单号是202311051234567890', '单号 YT7738291029384', 'SF1390284756123'],
    ],
    ['a link', ['https://item.example.com/detail?id=889201', 'www.example.com/p/1']],
    ['punctuation and emoji', ['', ' ', '？？？', '。。。', '😂😂😂', '👌', '好的😊']],
    [
      'emoticons and what was masked',
      ['[微笑][玫瑰]', '[图片]', '#E-s01#E-s02', '[姓名][数字x]', '[身份证号]'],
    ],
  ])('%s', (_what, messages) => {
    expect(messages.filter((message) => readAsks(message).length > 0)).toEqual([]);
  });
});

describe('one thing is asked', () => {
  test.each([
    ['退款什么时候到账', '退款什么时候到账'],
    ['你好，我想问一下，退款什么时候到账，谢谢', '退款什么时候到账'],
    ['在吗？我的快递三天没动了', '我的快递三天没动了'],
    ['請問，退貨的運費誰出？謝謝', '退貨的運費誰出'],
    ['好的，那多久能收到货呢', '那多久能收到货呢'],
    ['Hi! Where is my parcel? Thanks', 'Where is my parcel'],
    ['yes but i want a refund', 'yes but i want a refund'],
    ['great but where is my parcel', 'great but where is my parcel'],
    ['订单号202311051234567890 怎么还没发货', '怎么还没发货'],
    ['https://item.example.com/1 这个有货吗', '这个有货吗'],
    ['[图片]收到就是碎的😡', '收到就是碎的😡'],
    ['每月多扣9.9元', '每月多扣9.9元'],
    ['手机号怎么换绑', '手机号怎么换绑'],
    ['没收到货怎么办', '没收到货怎么办'],
    ['没收到', '没收到'],
    ['没有收到', '没有收到'],
    ['不行', '不行'],
    ['好几天没发货了', '好几天没发货了'],
    ['行李箱坏了能换吗', '行李箱坏了能换吗'],
    ['对方说已经签收', '对方说已经签收'],
    ['我试了一下还是激活不了', '我试了一下还是激活不了'],
    ['人工怎么转啊', '人工怎么转啊'],
    ['no signal at all', 'no signal at all'],
  ])('%s', (message, ask) => {
    expect(readAsks(message)).toEqual([ask]);
  });

  test('in pieces, each too short by itself', () => {
    expect(readAsks('退款，多久到')).toEqual(['退款，多久到']);
    expect(readAsks('发票 抬头 写错了')).toEqual(['发票，抬头，写错了']);
  });
});

describe('what is said around a question is part of it', () => {
  test.each([
    ['提交了办卡申请，短信说没通过，为什么呀', '提交了办卡申请，短信说没通过，为什么呀'],
    ['怎么还没到，我都等了一个礼拜了', '怎么还没到，我都等了一个礼拜了'],
    ['卡一直激活不了 人脸认证也过不去', '卡一直激活不了，人脸认证也过不去'],
    ['my card is blocked, what can I do', 'my card is blocked，what can I do'],
    ['你好，卡送到了，谢谢，可是我根本没拿到', '卡送到了，可是我根本没拿到'],
  ])('%s', (message, ask) => {
    expect(readAsks(message)).toEqual([ask]);
  });
});

describe('several things are asked in one breath', () => {
  test.each([
    ['退款什么时候到账？发票在哪里下载？', ['退款什么时候到账', '发票在哪里下载']],
    [
      '尺码偏大还是偏小，什么时候能发货，用的是什么快递',
      ['尺码偏大还是偏小', '什么时候能发货', '用的是什么快递'],
    ],
    ['退貨的運費誰出\n優惠券會退回來嗎', ['退貨的運費誰出', '優惠券會退回來嗎']],
    ['How do I return it? And who pays for shipping?', ['How do I return it', 'And who pays for shipping']],
    ['退款多久到？怎么开发票？', ['退款多久到', '怎么开发票']],
    ['能开发票吗？几天发货？可以换货吗？', ['能开发票吗', '几天发货', '可以换货吗']],
    ['退款多久到，发票怎么开', ['退款多久到', '发票怎么开']],
    ['卡激活不了。我要退卡', ['卡激活不了', '我要退卡']],
  ])('%s', (message, asks) => {
    expect(readAsks(message)).toEqual(asks);
  });

  test('of more than eight the last ones', () => {
    const asks = Array.from({ length: 10 }, (_, at) => `第${at}件什么时候发货`);
    expect(readAsks(asks.join('。'))).toEqual(asks.slice(-8));
  });
});

describe('a message nobody would write', () => {
  /** Each was once tried in every way it can be cut: minutes, in the worker that answers every keystroke. */
  test.each([
    ['one sigh after another', `${'好'.repeat(5_000)}退`],
    ['two kinds of sighs', `${'好的'.repeat(5_000)}退`],
    ['letters without an end', 'a'.repeat(100_000)],
    ['digits and dashes', '1-'.repeat(50_000)],
    ['spaces', `好${' '.repeat(100_000)}`],
  ])('takes no time: %s', (_what, message) => {
    const start = performance.now();
    readAsks(message);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
