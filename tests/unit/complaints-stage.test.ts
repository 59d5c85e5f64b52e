import { describe, expect, test } from 'vitest';
import { inferStage, loadComplaintRules, type StageMove } from '../../knowledge/complaints/index.ts';
import type { EmotionLevel } from '../../knowledge/signals/index.ts';
import { makeSignal, makeSignals, makeTalk } from '../support/make-signals.ts';

const { playbooks } = await loadComplaintRules();

/** The stage after each message, with a complaint in the first line. */
function walk(
  lines: string[],
  {
    moods = { m1: 'angry' },
    moved = null,
    playbook = 'nine-stages',
  }: {
    moods?: Record<string, EmotionLevel>;
    moved?: StageMove | null;
    playbook?: string;
  } = {},
): string[] {
  const chosen = playbooks.find(({ id }) => id === playbook);
  if (!chosen) throw new Error('no such playbook');
  const messages = makeTalk(...lines);
  const signals = makeSignals({ complaint: makeSignal('投诉') });
  return messages.map((_, index) => {
    const reading = {
      messages: messages.slice(0, index + 1),
      signals,
      moods: new Map(Object.entries(moods)),
    };
    return inferStage(chosen, reading, moved)?.stageId ?? '';
  });
}

const FURIOUS_CUSTOMER = [
  'c: 你们的卡三天了还没激活，我要投诉！！',
  'a: 卡在手里用不了，换谁都会着急。这件事我来负责，马上给您查。',
  'a: 我跟您核对一下：11号收到卡，三天没激活，您想今天用上，对吗？',
  'c: 对',
  'a: 让您白等三天，非常抱歉。麻烦提供一下订单号。',
  'c: 88123456',
  'a: 核实到了，是资料审核卡住。可以现在人工激活，或者给您换一张新卡，您看哪种？',
  'c: 现在激活',
  'a: 好，总结一下：我现在提交激活，今天18点前短信通知您，这样可以吗？',
  'c: 可以',
];

describe('the nine stages', () => {
  test('a furious customer is walked from 安抚 to 跟进', () => {
    expect(walk(FURIOUS_CUSTOMER)).toEqual([
      'calm',
      'listen',
      'listen',
      'apologise',
      'verify',
      'verify',
      'resolve',
      'confirm',
      'confirm',
      'follow-up',
    ]);
  });

  test('in English', () => {
    const stages = walk([
      'c: This is the worst service ever, I was charged twice!!',
      "a: Being charged twice is really frustrating. I'll take this on myself.",
      'a: So you paid once and were charged $40 twice, and you want one back. Is that right?',
      'c: Yes',
      "a: I'm so sorry about the double charge. Could you send me a photo of the statement?",
      'c: [photo]',
      'a: Thanks for the photo, I can see both charges. I can refund it to the card, or give you a credit. Which would you prefer?',
      'c: the card please',
    ]);
    expect(stages).toEqual([
      'calm',
      'listen',
      'listen',
      'apologise',
      'verify',
      'verify',
      'resolve',
      'confirm',
    ]);
  });

  test('in traditional characters', () => {
    const stages = walk([
      'c: 你們到底在搞什麼，我要客訴！',
      'a: 難怪您會生氣，這件事我來處理。',
      'a: 我跟您核對一下：多扣了兩次，您想退回，對嗎？',
      'c: 對',
    ]);
    expect(stages).toEqual(['calm', 'listen', 'listen', 'apologise']);
  });

  test('no complaint stays where it is, whatever the agent says', () => {
    const [nine] = playbooks;
    const messages = makeTalk('c: 你们支持投诉吗', 'a: 支持的，可以打热线或者在App提交', 'c: 好的');
    if (!nine) throw new Error('no playbook');
    expect(inferStage(nine, { messages, signals: makeSignals() }, null)).toMatchObject({ stageId: 'detect' });
  });

  test('a calm complaint needs no calming', () => {
    const stages = walk(['c: 我的退款没到，投诉一下', 'a: 您好，请问是哪一笔呢？'], {
      moods: { m1: 'concerned' },
    });
    expect(stages).toEqual(['detect', 'listen']);
  });

  test('a flare-up before the solution leads back to calming', () => {
    const stages = walk([...FURIOUS_CUSTOMER.slice(0, 6), 'c: 又要等？？你们这帮骗子！！'], {
      moods: { m1: 'angry', m7: 'furious' },
    });
    expect(stages.slice(-2)).toEqual(['verify', 'calm']);
  });

  test('a new demand leads back to listening', () => {
    const stages = walk([...FURIOUS_CUSTOMER.slice(0, 7), 'c: 想了想还是不要了 直接退吧']);
    expect(stages.slice(-2)).toEqual(['resolve', 'listen']);
  });

  test('an apology given early counts', () => {
    const stages = walk([
      'c: 太差劲了！',
      'a: 非常抱歉让您着急，这件事我来负责。',
      'a: 您是说重复扣了两次，对吗？',
      'c: 对',
      'a: 麻烦提供一下订单号',
    ]);
    expect(stages.at(-1)).toBe('verify');
  });

  test('whoever asks for more has not got it all', () => {
    const stages = walk([...FURIOUS_CUSTOMER.slice(0, 6), 'a: 订单核对好了，还差一张截图，麻烦发我一张照片']);
    expect(stages.at(-1)).toBe('verify');
  });
});

describe('only who speaks moves what is theirs', () => {
  test.each([
    ['c: 客服：非常抱歉，我给您退1000，方案一退款，方案二换新'],
    ['c: [系统] 已核实，工单已建，已升级，方案已确认'],
    ['s: 客服非常抱歉，已核实，可以给您退款'],
    ['b: 非常抱歉给您带来不便，我来负责，您看哪种方案'],
    ['c: 系统：客户已同意方案，案件结束'],
  ])('%s', (line) => {
    expect(walk(['c: 我要投诉！！', line]).at(-1)).toBe('calm');
    expect(walk([...FURIOUS_CUSTOMER.slice(0, 4), line]).at(-1)).toBe('apologise');
  });

  test('a yes dressed up as a notice is no yes', () => {
    expect(walk([...FURIOUS_CUSTOMER.slice(0, 3), 'c: [系统] 对，客户已确认']).at(-1)).toBe('listen');
    expect(walk([...FURIOUS_CUSTOMER.slice(0, 7), 'c: 系统：客户选方案一']).at(-1)).toBe('resolve');
  });

  test('a yes means what was asked just then', () => {
    expect(walk(['c: 我要投诉！！', 'c: 可以', 'c: 好的']).at(-1)).toBe('calm');
  });
});

describe('moved by the agent', () => {
  test('the stage is the chosen one until the talk moves on from there', () => {
    const moved = { stageId: 'verify', afterMessageId: 'm2' };
    expect(walk(FURIOUS_CUSTOMER.slice(0, 2), { moved }).at(-1)).toBe('verify');
    expect(walk([...FURIOUS_CUSTOMER.slice(0, 2), 'a: 核实到了，确实卡在审核'], { moved }).at(-1)).toBe(
      'resolve',
    );
  });

  test('back as well as forth, and before the first word', () => {
    const back = { stageId: 'listen', afterMessageId: 'm10' };
    expect(walk(FURIOUS_CUSTOMER, { moved: back }).at(-1)).toBe('listen');
    const first = { stageId: 'resolve', afterMessageId: null };
    expect(walk(['c: 我要投诉'], { moved: first, moods: {} })).toEqual(['resolve']);
  });

  test('a stage that is not there, or a message that is gone, moves nothing', () => {
    expect(walk(FURIOUS_CUSTOMER, { moved: { stageId: 'nowhere', afterMessageId: 'm2' } })).toEqual(
      walk(FURIOUS_CUSTOMER),
    );
    expect(walk(FURIOUS_CUSTOMER, { moved: { stageId: 'calm', afterMessageId: 'gone' } })).toEqual(
      walk(FURIOUS_CUSTOMER),
    );
  });
});

describe('the short ones', () => {
  test('LAST', () => {
    const stages = walk(
      [
        'c: 太差了我要投诉',
        'a: 您是说多扣了两次，对吗？',
        'c: 对',
        'a: 让您破费了，非常抱歉',
        'a: 可以原路退，或者抵下月话费，您看哪种？',
        'c: 原路退',
      ],
      { playbook: 'last' },
    );
    expect(stages).toEqual(['listen', 'listen', 'apologise', 'solve', 'solve', 'thank']);
  });

  test('HEARD', () => {
    const stages = walk(
      [
        'c: 太差了我要投诉',
        'a: 您好',
        'a: 换谁都会生气',
        'a: 真的很抱歉',
        'a: 今天18点前给您退款，这样可以吗？',
        'c: 可以',
      ],
      { playbook: 'heard' },
    );
    expect(stages).toEqual(['hear', 'empathise', 'apologise', 'resolve', 'resolve', 'diagnose']);
  });
});

test('without moods of single messages the signals’ own do', () => {
  const [nine] = playbooks;
  const messages = makeTalk('c: 垃圾公司！', 'c: 太过分了');
  const signals = makeSignals({
    complaint: makeSignal('垃圾公司', 'm1'),
    emotion: { ...makeSignal('太过分了', 'm2'), level: 'angry' },
    worstEmotion: 'angry',
  });
  if (!nine) throw new Error('no playbook');
  expect(inferStage(nine, { messages, signals }, null)).toMatchObject({
    stageId: 'calm',
    because: { messageId: 'm1' },
    isMovedByAgent: false,
  });
});
