import { describe, expect, test } from 'vitest';
import {
  fillTemplate,
  listOpenSlots,
  type FillContext,
  type SlotValues,
} from '../../knowledge/articles/index.ts';

const CONTEXT: FillContext = { today: '2026-11-22', locale: 'zh-CN' };
const fill = (template: string, values: SlotValues = {}) => fillTemplate(template, values, CONTEXT);
const listOpen = (template: string, values: SlotValues = {}) => listOpenSlots(template, values, CONTEXT);

describe('a date', () => {
  test.each([
    ['今天', '11月22日'],
    ['今天+3', '11月25日'],
    ['今天＋3天', '11月25日'],
    ['今天 + 2 周', '12月6日'],
    ['今天-1', '11月21日'],
    ['明天', '11月23日'],
    ['后天', '11月24日'],
    ['後天', '11月24日'],
    ['明天+1', '11月24日'],
    ['today+10 days', '12月2日'],
    ['今天+1个月', '12月22日'],
    ['今天+60', '2027年1月21日'],
    ['今天+3個月', '2027年2月22日'],
  ])('%s is counted from today: %s', (spec, date) => {
    expect(fill(`{{日期:${spec}}}前`)).toBe(`${date}前`);
  });

  test('is written as the article’s language writes it', () => {
    const write = (locale: FillContext['locale']) =>
      fillTemplate('{{d：今天+3}}', {}, { ...CONTEXT, locale });
    expect(write('en')).toBe('November 25');
    expect(write('zh-TW')).toBe('11月25日');
  });

  test('a month after the 31st is the last day of a shorter month', () => {
    expect(fillTemplate('{{日期:今天+1个月}}', {}, { ...CONTEXT, today: '2027-01-31' })).toBe('2月28日');
  });

  test('can be another day when somebody says so, and nothing but a day', () => {
    expect(fill('{{日期:今天+3}}', { 日期: '2026-12-01' })).toBe('12月1日');
    expect(fill('{{日期:今天+3}}', { 日期: '下周' })).toBe('11月25日');
    expect(fill('{{日期:今天+3}}', { 日期: '2026-02-30' })).toBe('11月25日');
  });

  test('without a day is asked for', () => {
    expect(listOpen('{{送达:日期}}')).toEqual(['送达']);
    expect(fill('{{送达:日期|三天内}}')).toBe('三天内');
    expect(fill('{{送达:日期}}', { 送达: '2026-11-30' })).toBe('11月30日');
  });
});

describe('a number', () => {
  test.each([
    ['1-30天', '7', '7天'],
    ['1~30 天', '7', '7 天'],
    ['数字', '7', '7'],
    ['数字 元', '1,280.50', '1280.50 元'],
    ['數字0至500元', '５０', '50元'],
    ['number USD', '12', '12 USD'],
    ['1-30天', '7天', '7天'],
    ['1-30天', '7 天', '7天'],
  ])('%s takes %s: %s', (spec, value, shown) => {
    expect(fill(`{{n:${spec}}}`, { n: value })).toBe(shown);
  });

  test.each(['0', '31', '-3', '七', '1e1', '7.555', '7元', 'NaN', ''])('1-30天 does not take %j', (value) => {
    expect(listOpen('{{n:1-30天}}', { n: value })).toEqual(['n']);
  });

  test('has a default with its unit', () => {
    expect(fill('{{天数:1-30天|15}}')).toBe('15天');
  });
});

describe('a choice', () => {
  const template = '已由{{选择:顺丰/中通／ 圆通 }}寄出。';

  test('takes one of its choices and nothing else', () => {
    expect(fill(template, { 选择: '圆通' })).toBe('已由圆通寄出。');
    expect(fill(template, { 选择: '邮政' })).toBeNull();
    expect(listOpen(template)).toEqual(['选择']);
  });

  test('may have a default', () => {
    expect(fill('{{快递:顺丰/中通|中通}}')).toBe('中通');
  });
});
