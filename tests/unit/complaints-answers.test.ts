/** What a customer may answer in many ways, and what the talk makes of it. */
import { describe, expect, test } from 'vitest';
import { inferStage, loadComplaintRules } from '../../knowledge/complaints/index.ts';
import type { ConversationSignals, EmotionLevel } from '../../knowledge/signals/index.ts';
import { makeSignal, makeSignals, makeTalk } from '../support/make-signals.ts';

const { playbooks } = await loadComplaintRules();
const nine = playbooks.find(({ id }) => id === 'nine-stages');
if (!nine) throw new Error('no playbook');
const playbook = nine;

/** The stage after the customer's last line. */
function endOf(...lines: string[]): string {
  const signals = makeSignals({ complaint: makeSignal('投诉') });
  const reading = { messages: makeTalk(...lines), signals, moods: new Map([['m1', 'upset' as const]]) };
  return inferStage(playbook, reading, null)?.stageId ?? '';
}

const CALMED = ['c: 说好周三送来的，人呢', 'a: 空等一天换谁都窝火，这件事我来负责。'];
const RESTATED = [...CALMED, 'a: 跟您核对一下：周三没送，您想今天拿到，对吗？'];
const APOLOGISED = [...RESTATED, 'c: 对', 'a: 让您空等一天，对不起。已核实，是派件漏了。'];
const OFFERED = [...APOLOGISED, 'a: 可以今晚加急送，也可以退款，您选哪个？'];
const SUMMED = [...OFFERED, 'c: 加急送', 'a: 好，总结一下：今晚9点前送到，我打电话告诉您，可以吗？'];

describe('the customer', () => {
  test.each([
    '是这么回事',
    '没毛病',
    '嗯呐，就是这样',
    '一点没错',
    '对着嘞',
    '沒錯',
    '對啦',
    'exactly',
    'yep, that’s it',
    'spot on',
  ])('confirms: %s', (line) => {
    expect(endOf(...RESTATED, `c: ${line}`)).toBe('apologise');
  });

  test.each([
    '不对，是周二',
    '漏了一个，还要退运费',
    '不是吧，你听懂没',
    '有一點不一樣',
    'not quite',
    'no, Tuesday',
  ])('does not confirm: %s', (line) => {
    expect(endOf(...RESTATED, `c: ${line}`)).toBe('listen');
  });

  test.each([
    '头一个吧',
    '退款得了',
    '就今晚送',
    '第二個好了',
    '都行，你看着办',
    'the first one',
    'go with the refund',
  ])('picks: %s', (line) => {
    expect(endOf(...OFFERED, `c: ${line}`)).toBe('confirm');
  });

  test.each([
    '就这点诚意？',
    '我得问问我爱人',
    '都不满意',
    '退款多久到？',
    '讓我想一下',
    'neither',
    'I need to think about it',
  ])('does not pick: %s', (line) => {
    expect(['resolve', 'listen']).toContain(endOf(...OFFERED, `c: ${line}`));
  });

  test.each([
    '还是算了，不送了，换个别的给我',
    '我改主意了，你们再赔我50',
    '其實我不想要了，想換成別款',
    'actually I want something else instead',
  ])('changes the demand: %s', (line) => {
    expect(endOf(...OFFERED, `c: ${line}`)).toBe('listen');
  });

  test.each(['中', '妥了', '得嘞', '就这么着吧', '可以啊', '麻煩你了', 'deal', 'works for me'])(
    'consents: %s',
    (line) => {
      expect(endOf(...SUMMED, `c: ${line}`)).toBe('follow-up');
    },
  );

  test.each(['9点太晚了', '谁打？', '不行，七点前', '能不能早一點', 'no that’s too late'])(
    'does not consent: %s',
    (line) => {
      expect(endOf(...SUMMED, `c: ${line}`)).toBe('confirm');
    },
  );
});

/** The same with other moods and signals. */
function read(
  lines: string[],
  moods: Record<string, EmotionLevel>,
  found: Partial<ConversationSignals> = { complaint: makeSignal('投诉') },
): string {
  const reading = {
    messages: makeTalk(...lines),
    signals: makeSignals(found),
    moods: new Map(Object.entries(moods)),
  };
  return inferStage(playbook, reading, null)?.stageId ?? '';
}

describe('the talk', () => {
  test('fury that our answer did not soothe leads back to calming', () => {
    expect(read([...RESTATED, 'c: 你们全是骗子！！'], { m1: 'furious', m4: 'furious' })).toBe('calm');
    expect(read([...RESTATED, 'c: 对'], { m1: 'furious', m4: 'upset' })).toBe('apologise');
  });

  test('who comes again needs calming, however calmly they write', () => {
    const lines = ['c: 麻烦看下，上周也问过'];
    const complaint = makeSignal('问过');
    expect(read(lines, {}, { complaint })).toBe('detect');
    expect(read(lines, {}, { complaint, repeat: { ...makeSignal('上周也问过'), times: 2 } })).toBe('calm');
  });

  test('a question with “is that right?” makes no complaint', () => {
    expect(read(['c: 买家骂人能投诉吗', 'a: 您是说在评价里骂人，对吗？', 'c: 对'], {}, {})).toBe('detect');
  });

  test('a restatement and an offer in one message are both heard', () => {
    const both = 'a: 周三没送，您想今天拿到，对吧？空等一天，抱歉。可以今晚送，也可以退款，您选哪个？';
    expect(endOf(...CALMED, both)).toBe('resolve');
    expect(endOf(...CALMED, both, 'c: 退款')).toBe('confirm');
  });
});
