import { describe, expect, test } from 'vitest';
import {
  chooseReply,
  fillTemplate,
  listOpenSlots,
  splitTemplate,
  type SlotValues,
} from '../../knowledge/articles/index.ts';
import { makeArticle } from '../support/make-article.ts';

const GREETING = '{{客户称呼|您}}好，订单 {{订单号}} 已查到。';

describe('splitting a template', () => {
  test('cuts it into text and slots, with the value each would get', () => {
    expect(splitTemplate(GREETING, { 客户称呼: '王女士' })).toEqual([
      { kind: 'slot', slot: { name: '客户称呼', fallback: '您' }, value: '王女士' },
      { kind: 'text', text: '好，订单 ' },
      { kind: 'slot', slot: { name: '订单号', fallback: null }, value: null },
      { kind: 'text', text: ' 已查到。' },
    ]);
  });

  test('ignores spaces around name and default', () => {
    expect(splitTemplate('{{ 日期 | 今天 }}', {})).toEqual([
      { kind: 'slot', slot: { name: '日期', fallback: '今天' }, value: '今天' },
    ]);
  });

  test.each(['没有槽位', '单个{大括号}', '没有关上{{订单号', '先关上}}再打开{{', ''])(
    'takes for text what is no slot: %s',
    (template) => {
      expect(splitTemplate(template, {})).toEqual(template ? [{ kind: 'text', text: template }] : []);
    },
  );
});

describe('filling a template', () => {
  test('puts in what is known, and the default for what is not', () => {
    expect(fillTemplate(GREETING, { 订单号: '2026' })).toBe('您好，订单 2026 已查到。');
    expect(fillTemplate(GREETING, { 订单号: '2026', 客户称呼: '王女士' })).toBe(
      '王女士好，订单 2026 已查到。',
    );
  });

  test('gives nothing at all while one slot is open', () => {
    expect(fillTemplate(GREETING, { 客户称呼: '王女士' })).toBeNull();
  });

  test.each([
    ['nothing', ''],
    ['only spaces', '  \n '],
  ])('does not take %s for a value', (_what, value) => {
    expect(fillTemplate('单号 {{订单号}}', { 订单号: value })).toBeNull();
    expect(fillTemplate('{{客户称呼|您}}好', { 客户称呼: value })).toBe('您好');
  });

  test.each(['{{客户称呼}}', '{{', '}}', 'a{b', '}'])(
    'refuses the value %s, which would smuggle braces into the customer’s text',
    (value) => {
      expect(fillTemplate('单号 {{订单号}}', { 订单号: value })).toBeNull();
      expect(fillTemplate('{{客户称呼|您}}好', { 客户称呼: value })).toBe('您好');
    },
  );

  test('a value with markup or replacement patterns goes in as it is', () => {
    expect(fillTemplate('{{订单号}}!', { 订单号: '$& $1 <b> \\n' })).toBe('$& $1 <b> \\n!');
  });

  test('a default of nothing is no default', () => {
    expect(fillTemplate('{{订单号|}}', {})).toBeNull();
    expect(fillTemplate('{{订单号| }}', {})).toBeNull();
  });

  test('a slot without a name stays open for ever', () => {
    expect(fillTemplate('{{}}', { '': 'x' })).toBe('x');
    expect(fillTemplate('{{}}', {})).toBeNull();
  });

  test('braces around a slot do not become a new one', () => {
    expect(fillTemplate('{{{{订单号}}}}', { 订单号: '客户称呼' })).toBeNull();
  });
});

describe('slots named like what every object has', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is open until given', (name) => {
    const template = `{{${name}}}`;
    expect(listOpenSlots(template, {})).toEqual([name]);
    expect(fillTemplate(template, {})).toBeNull();
    const given = JSON.parse(`{"${name}":"值"}`) as SlotValues;
    expect(fillTemplate(template, given)).toBe('值');
  });
});

describe('listing open slots', () => {
  test('names each once, in reading order, and none that has a value or a default', () => {
    const template = '{{时间}}、{{日期}}、{{时间}}、{{客户称呼|您}}、{{订单号}}';
    expect(listOpenSlots(template, { 订单号: '2026' })).toEqual(['时间', '日期']);
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
