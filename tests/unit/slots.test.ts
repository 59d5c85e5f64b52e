import { describe, expect, test } from 'vitest';
import {
  chooseReply,
  fillTemplate,
  isFitValue,
  listFields,
  listOpenSlots,
  readTypedValue,
  splitTemplate,
  type FillContext,
  type SlotValues,
  type TemplatePart,
} from '../../knowledge/articles/index.ts';
import { makeArticle } from '../support/make-article.ts';

const CONTEXT: FillContext = { today: '2026-11-22', locale: 'zh-CN' };
const fill = (template: string, values: SlotValues = {}) => fillTemplate(template, values, CONTEXT);
const split = (template: string, values: SlotValues = {}) => splitTemplate(template, values, CONTEXT);
const listOpen = (template: string, values: SlotValues = {}) => listOpenSlots(template, values, CONTEXT);
const show = (parts: TemplatePart[]) =>
  parts
    .map((part) => (part.kind === 'text' ? part.text : `<${part.kind} ${part.slot.name}=${part.value}>`))
    .join('');

const GREETING = '{{客户称呼|您}}好，订单 {{订单号}} 已查到。';
const text = { kind: 'text' };

describe('splitting a template', () => {
  test('cuts it into text and slots, with the value each would get', () => {
    expect(split(GREETING, { 客户称呼: '王女士' })).toEqual([
      { kind: 'slot', slot: { name: '客户称呼', format: text, fallback: '您' }, value: '王女士', place: '0' },
      { kind: 'text', text: '好，订单 ' },
      { kind: 'slot', slot: { name: '订单号', format: text, fallback: null }, value: null, place: '2' },
      { kind: 'text', text: ' 已查到。' },
    ]);
  });

  test('ignores spaces around name and default', () => {
    expect(split('{{ 日期 | 今天 }}')).toEqual([
      { kind: 'slot', slot: { name: '日期', format: text, fallback: '今天' }, value: '今天', place: '0' },
    ]);
  });

  test('names a slot the same when a condition before it turns', () => {
    const template = '{{如果有单号}}单号 {{单号}}，{{快递}} {{否则}}{{快递}}还没发货{{结束}}，{{日期}}见';
    const placeOf = (name: string, values: SlotValues) =>
      split(template, values).flatMap((part) =>
        part.kind === 'slot' && part.slot.name === name ? [part.place] : [],
      );
    expect(placeOf('日期', {})).toEqual(placeOf('日期', { 单号: '1' }));
    // One that stands in both branches is two: only one of them is seen.
    expect(placeOf('快递', {})).not.toEqual(placeOf('快递', { 单号: '1' }));
  });

  test.each(['没有槽位', '单个{大括号}', '没有关上{{订单号', '先关上}}再打开{{'])(
    'shows as it is written what has no slot or cannot be used: %s',
    (template) => {
      expect(split(template)).toEqual([{ kind: 'text', text: template }]);
    },
  );
});

describe('filling a template', () => {
  test('puts in what is known, and the default for what is not', () => {
    expect(fill(GREETING, { 订单号: '2026' })).toBe('您好，订单 2026 已查到。');
    expect(fill(GREETING, { 订单号: '2026', 客户称呼: '王女士' })).toBe('王女士好，订单 2026 已查到。');
  });

  test('gives nothing at all while one slot is open', () => {
    expect(fill(GREETING, { 客户称呼: '王女士' })).toBeNull();
  });

  test.each(['没有关上{{订单号', '多了}}', '｛｛订单号｝｝', '{{}}', '{{{{订单号}}}}', '{{日期:今天+}}'])(
    'gives nothing for one that was written wrongly: %s',
    (template) => {
      expect(fill(template, { 订单号: '2026', '': 'x' })).toBeNull();
      expect(listOpen(template)).toEqual([]);
    },
  );

  test.each([
    ['nothing', ''],
    ['only spaces', '  \n '],
  ])('does not take %s for a value', (_what, value) => {
    expect(fill('单号 {{订单号}}', { 订单号: value })).toBeNull();
    expect(fill('{{客户称呼|您}}好', { 客户称呼: value })).toBe('您好');
  });

  test.each(['{{客户称呼}}', '{{', '}}', 'a{b', '}', '$& $1 <b> &amp;', '<img src=x onerror=alert>'])(
    'puts in the value %s as it is: it is nobody’s slot',
    (value) => {
      expect(fill('单号 {{订单号}}', { 订单号: value, 客户称呼: '王' })).toBe(`单号 ${value}`);
    },
  );

  test('a line break in a value becomes a space: it could send the first half of a reply', () => {
    expect(fill('{{订单号}}', { 订单号: ' 12\n34 ' })).toBe('12 34');
  });

  test('a default of nothing is no default', () => {
    expect(fill('{{订单号|}}')).toBeNull();
    expect(fill('{{订单号| }}')).toBeNull();
  });

  test('a default may have strokes in it', () => {
    expect(fill('{{时间|今天|明天}}')).toBe('今天|明天');
  });
});

describe('slots named like what every object has', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is open until given', (name) => {
    const template = `{{${name}}}`;
    expect(listOpen(template)).toEqual([name]);
    expect(fill(template)).toBeNull();
    const given = JSON.parse(`{"${name}":"值"}`) as SlotValues;
    expect(fill(template, given)).toBe('值');
  });
});

describe('listing open slots', () => {
  test('names each once, in reading order, and none that has a value or a default', () => {
    const template = '{{时间}}、{{日期}}、{{时间}}、{{客户称呼|您}}、{{订单号}}';
    expect(listOpen(template, { 订单号: '2026' })).toEqual(['时间', '日期']);
  });
});

describe('one slot, said twice', () => {
  test('is one, with the format of the first that has one', () => {
    const template = '{{快递}}：{{快递:顺丰/中通}}，{{快递}}';
    expect(listOpen(template)).toEqual(['快递']);
    expect(fill(template, { 快递: '中通' })).toBe('中通：中通，中通');
    expect(fill(template, { 快递: '邮政' })).toBeNull();
  });

  test('two formats under one name are two slots', () => {
    expect(fill('{{日期:今天+1}}到{{日期:今天+3}}')).toBe('11月23日到11月25日');
    const template = '{{选择:白/红}}、{{选择:大/小}}、{{选择:白/红}}';
    expect(listOpen(template)).toEqual(['选择', '选择 2']);
    expect(fill(template, { 选择: '红', '选择 2': '大' })).toBe('红、大、红');
  });
});

describe('a condition', () => {
  const template = '您好{{如果有订单号}}，订单 {{订单号}}{{结束}}。';

  test('keeps its part while the slot has a value, else leaves it out, and asks for nothing', () => {
    expect(fill(template, { 订单号: '2026' })).toBe('您好，订单 2026。');
    expect(fill(template)).toBe('您好。');
    expect(listOpen(template)).toEqual([]);
  });

  test('is shown where it could be filled', () => {
    expect(show(split(template))).toBe('您好<condition 订单号=null>。');
    expect(show(split(template, { 订单号: '1' }))).toBe('您好，订单 <slot 订单号=1>。');
    expect(show(split('好{{如果 会员=金卡}}！{{结束}}', { 会员: '银卡' }))).toBe('好<condition 会员=银卡>');
  });

  test('may say something else instead', () => {
    const either = '{{称呼}}：{{if order number}}A {{order number}}{{else}}B{{end}}';
    expect(fill(either, { 称呼: '您' })).toBe('您：B');
    expect(fill(either, { 称呼: '您', 'order number': '7' })).toBe('您：A 7');
  });

  test('may ask for one value', () => {
    const one = '由{{快递:顺丰/中通}}送{{如果 快递＝顺丰}}，次日到{{结束}}。';
    expect(fill(one, { 快递: '顺丰' })).toBe('由顺丰送，次日到。');
    expect(fill(one, { 快递: '中通' })).toBe('由中通送。');
    const days = '{{天数:1-30天|7}}{{如果 天数=7}}（默认）{{结束}}';
    expect(fill(days)).toBe('7天（默认）');
    expect(fill(days, { 天数: '8' })).toBe('8天');
  });

  test('a default in words is no value; a slot whose name begins with 有 is meant where there is one', () => {
    expect(fill('{{客户称呼|您}}好{{如果有客户称呼}}呀{{结束}}')).toBe('您好');
    expect(fill('{{有效期|长期}}{{如果有效期}}内{{结束}}', { 有效期: '一年' })).toBe('一年内');
  });
});

describe('what is asked for', () => {
  const template =
    '{{客户称呼|您}}，{{快递:顺丰/中通}}{{如果 快递=顺丰}}，{{时间}}到{{结束}}{{如果有备注}}，{{备注}}{{结束}}，{{时间}}。';
  const ask = (known: SlotValues, typed: SlotValues = {}) =>
    listFields(template, { known, typed }, CONTEXT).map(
      ({ slot, isRequired }) => slot.name + (isRequired ? '' : '?'),
    );

  test('is each slot once, in reading order, those of conditions if one likes', () => {
    expect(ask({})).toEqual(['快递', '备注?', '时间']);
    expect(ask({ 快递: '中通', 时间: '三点' })).toEqual(['备注?']);
  });

  test('stays on the list once answered, and brings in what the answer needs', () => {
    expect(ask({}, { 快递: '顺丰', 备注: '轻放' })).toEqual(['快递', '时间', '备注']);
  });

  test('is nothing where no answer would help', () => {
    expect(listFields('{{时间}}{{', { known: {}, typed: {} }, CONTEXT)).toEqual([]);
  });
});

describe('changing a value by hand', () => {
  const begin = (template: string, values: SlotValues = {}) =>
    split(template, values).flatMap((part) =>
      part.kind === 'text' ? [] : [readTypedValue(part.slot, values, CONTEXT)],
    );

  test('begins with what stands there: the value, the day, the default', () => {
    expect(begin('{{a}}{{日期:今天+1}}{{b|您}}{{c}}', { a: '1' })).toEqual(['1', '2026-11-23', '您', '']);
  });

  test('a value that was taken away hides what would be known otherwise', () => {
    expect(fill('{{客户称呼|亲}}', { ...{ 客户称呼: '王' }, ...{ 客户称呼: '' } })).toBe('亲');
  });

  test('says what fits', () => {
    const [slot] = split('{{n:1-5}}').flatMap((part) => (part.kind === 'slot' ? [part.slot] : []));
    expect(slot && [isFitValue(slot, '5', CONTEXT), isFitValue(slot, '6', CONTEXT)]).toEqual([true, false]);
  });
});

describe('choosing a reply', () => {
  test('prefers the tone that was asked for', () => {
    expect(chooseReply(makeArticle(), 'warm').tone).toBe('warm');
    expect(chooseReply(makeArticle(), 'formal').tone).toBe('formal');
  });

  test('falls back to the first when there is none in that tone', () => {
    const article = makeArticle({ replies: [{ tone: 'formal', text: '正式' }] });
    expect(chooseReply(article, 'warm').text).toBe('正式');
  });

  test('throws for an article without replies, which no schema lets in', () => {
    expect(() => chooseReply({ replies: [] }, 'warm')).toThrow('without replies');
  });
});
