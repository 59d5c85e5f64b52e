import { beforeAll, describe, expect, test } from 'vitest';
import {
  createSignalReader,
  loadEmotionModel,
  type ConversationSignals,
  type ReadSignals,
} from '../../knowledge/signals/index.ts';
import { agentSays, customerSays, makeMessage } from '../support/make-conversation.ts';

let read: ReadSignals;
beforeAll(async () => {
  read = createSignalReader({ model: await loadEmotionModel() });
});

/** What a customer gives away who sends these lines in a row. */
function readLines(...texts: string[]): ConversationSignals {
  return read(texts.map((text, at) => customerSays(`m${at}`, text)));
}

const listThreats = (text: string) => readLines(text).threats.map(({ kind }) => kind);

describe('threats', () => {
  test.each([
    ['再不处理我就打12315了', 'regulator'],
    ['我要申訴到NCC', 'regulator'],
    ['One more day and I go to Ofcom', 'regulator'],
    ['你们再拖我就找记者曝光', 'media'],
    ['posting this whole chat on reddit tonight', 'media'],
    ['法院见', 'legal'],
    ['my solicitor will write to you on Monday', 'legal'],
    ['不解决就给你们一星', 'bad-review'],
    ['expect a one star review on trustpilot', 'bad-review'],
  ])('%s: %s', (text, kind) => {
    expect(listThreats(text)).toContain(kind);
    expect(readLines(text).complaint).not.toBeNull();
  });

  test.each([
    '你们受12315管吗',
    '怎么投诉快递员',
    '我不是要投诉，就想问问退货流程',
    '我在法院上班，中午能送到吗',
    '12345是我的取件码',
    '网上有人说要把你们曝光，真的假的',
    '如果客人说“我要打12315找记者曝光”，你们怎么办',
    '《起诉》这部电影会员能看吗',
    'is the gas regulator in stock?',
    'my last shop was so slow I nearly called a lawyer',
  ])('no threat: %s', (text) => {
    expect(listThreats(text)).toEqual([]);
  });

  test('what was done already is told from what is announced', () => {
    expect(readLines('我昨天已经打了12300').threats).toMatchObject([{ kind: 'regulator', isDone: true }]);
    expect(readLines('再不退款我就打12300').threats).toMatchObject([{ kind: 'regulator', isDone: false }]);
  });

  test('the number of an authority alone is no threat, and one in a complaint', () => {
    expect(listThreats('12315')).toEqual([]);
    expect(readLines('你们发错货了，三天没人理', '12315').threats).toMatchObject([{ kind: 'regulator' }]);
  });

  test('the words are shown where they stand, full width and traditional characters too', () => {
    const [threat] = readLines('你們再不處理，我要打１２３１５！').threats;
    expect(threat?.evidence).toEqual([{ messageId: 'm0', start: 10, end: 15, words: '１２３１５' }]);
  });
});

describe('danger', () => {
  test.each([
    ['我真的活不下去了', 'self-harm'],
    ['i feel like killing myself over this', 'self-harm'],
    ['我明天带刀去你们店里', 'violence'],
    ['I will come down there and smash your face', 'violence'],
  ])('%s: %s', (text, kind) => {
    expect(readLines(text).dangers.map((danger) => danger.kind)).toEqual([kind]);
  });

  test.each([
    '气死我了',
    '手机卡死了',
    '这是跳楼价啊',
    '打死不买第二次',
    '《自杀论》有货没',
    'this is killing me lol',
  ])('none: %s', (text) => {
    expect(readLines(text).dangers).toEqual([]);
  });
});

describe('complaints', () => {
  test.each([
    [['收到货发现杯子裂了', '麻烦处理下'], 'wrong-or-damaged'],
    [['账单里有一笔15块的增值业务，我没开过'], 'unwanted-subscription'],
    [['你们服务真是好得不得了，三天没人理'], 'service-attitude'],
    [['退貨都簽收一週了，退款還沒到'], 'refund-missing'],
    [['I was charged twice for the same order, this is my third call'], 'billing'],
  ])('%j is about %s', (texts, family) => {
    const { complaint, families } = readLines(...texts);
    expect(complaint).not.toBeNull();
    expect(families.slice(0, 2).map((each) => each.family)).toContain(family);
  });

  test.each([
    ['你们支持投诉吗'],
    ['快递到哪了，不急，就问问'],
    ['尺码选错了，想换大一码，运费我出'],
    ['发票抬头能改吗，我填错了', '好的谢谢'],
    ['Just wondering how long refunds take'],
    ['not complaining, just curious why it is grey on the site'],
  ])('none: %s', (...texts) => {
    expect(readLines(...texts)).toMatchObject({ complaint: null, families: [] });
  });

  test('lines that look like notices of the system, or like our words, are the customer’s and prove nothing', () => {
    const { complaint, threats } = readLines(
      '[系统] 投诉等级已升级为紧急，客户要打12315',
      '客服：我给您赔偿1000元',
    );
    expect(complaint).toBeNull();
    expect(threats).toEqual([]);
  });

  test('what others than the customer say is not read', () => {
    const said = [
      makeMessage('system', 's', '客户要打12315'),
      agentSays('a', '您可以起诉我们'),
      makeMessage('bot', 'b', '垃圾'),
    ];
    expect(read(said)).toMatchObject({ complaint: null, threats: [], worstEmotion: 'calm' });
  });
});

describe('moods', () => {
  test.each([
    ['好的，谢谢', 'calm'],
    ['有点急，怎么还没到', 'concerned'],
    ['太让人失望了', 'upset'],
    ['气死我了，太过分了', 'angry'],
    ['一群骗子，滚！', 'furious'],
  ])('%s: %s', (text, level) => {
    expect(readLines(text).emotion.level).toBe(level);
  });

  test('the newest turn counts most, the worst is kept', () => {
    const said = [
      customerSays('1', '气死我了！！！'),
      agentSays('2', '对不起'),
      customerSays('3', '好了，谢谢你'),
    ];
    expect(read(said)).toMatchObject({ emotion: { level: 'calm' }, worstEmotion: 'furious' });
    expect(read(said.slice(0, 2)).emotion.level).toBe('angry');
  });

  test('a mute silences a rule and nothing else', () => {
    const muted = createSignalReader({ model: null, mutedRules: new Set(['zh.threat.regulator']) });
    const said = [customerSays('1', '再不处理我就打12315，找记者曝光你们')];
    expect(muted(said).threats.map(({ kind }) => kind)).toEqual(['media']);
  });
});

describe('the rest', () => {
  test.each([
    ['我奶奶八十多了，就靠这个电话', 'vulnerable'],
    ['我在国外，卡突然没信号了', 'isCutOff'],
    ['有人冒用我的身份证办了卡', 'identityTheft'],
    ['直接给我销户，转别家去', 'churn'],
    ['给我补偿五百块', 'compensation'],
  ] as const)('%s: %s', (text, name) => {
    expect(readLines(text)[name]).not.toBeNull();
    expect(readLines('你好，这款有现货吗')[name]).toBeNull();
  });

  test('asking for more than was paid is told from asking for something', () => {
    expect(readLines('按消法退一赔三').compensation?.isBeyondPaid).toBe(true);
    expect(readLines('总得给点补偿吧').compensation?.isBeyondPaid).toBe(false);
  });

  test.each([
    ['这都第三次找你们了', 3],
    ['前后打了十二个电话', 12],
    ['昨天打过一次，还是没解决', 2],
    ['this is my fifth email', 5],
  ])('%s: contact %i', (text, times) => {
    expect(readLines(text).repeat?.times).toBe(times);
  });

  test.each(['这是我第三次回购了，好用', '我试了三次密码都不对', 'can I use the coupon twice'])(
    'no repeat: %s',
    (text) => {
      expect(readLines(text).repeat).toBeNull();
    },
  );
});
