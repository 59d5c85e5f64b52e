import { describe, expect, test } from 'vitest';
import { knowledgePackSchema } from '../../knowledge/contracts/index.ts';
import { parseTemplate, printTemplate, TEMPLATE_FAULTS } from '../../knowledge/articles/index.ts';
import { makeArticle, makePack } from '../support/make-article.ts';

const FAULTY: [template: string, fault: string, at: number][] = [
  ['单号{{订单号', 'unclosed', 2],
  ['单号{{订{单}号}}', 'unclosed', 2],
  ['{{{{订单号}}}}', 'unclosed', 0],
  ['好{{{如果有a}}x{{结束}}。', 'unclosed', 2],
  ['单号订单号}}', 'unopened', 5],
  ['您好｛｛订单号｝｝', 'wide-braces', 2],
  ['单号{{ }}', 'nameless', 2],
  ['单号{{|您}}', 'nameless', 2],
  ['{{:今天+3}}', 'nameless', 0],
  ['好{{如果}}a{{结束}}', 'nameless', 1],
  ['好{{如果 a=}}a{{结束}}', 'nameless', 1],
  ['请于{{日期:今天+3个工作日}}前', 'unknown-format', 2],
  ['{{日期:下周+1}}', 'unknown-format', 0],
  ['{{日期:明天+1个月}}', 'unknown-format', 0],
  ['{{日期:今天+9999周}}', 'unknown-format', 0],
  ['{{天数:30-1天}}', 'bounds-reversed', 0],
  ['{{选择:顺丰/}}', 'choices-unfit', 0],
  ['{{选择:顺丰/中通/顺丰}}', 'choices-unfit', 0],
  ['{{选择:1/2/3/4/5/6/7/8/9/10/11/12/13}}', 'choices-unfit', 0],
  ['{{选择:顺丰/中通|邮政}}', 'default-unfit', 0],
  ['{{天数:1-30天|40}}', 'default-unfit', 0],
  ['好{{如果有a}}{{如果有b}}x{{结束}}', 'condition-nested', 9],
  ['好{{如果有a}}x', 'condition-open', 1],
  ['好{{结束}}', 'condition-stray', 1],
  ['好{{否则}}', 'condition-stray', 1],
  ['好{{如果有a}}x{{否则}}y{{否则}}z{{结束}}', 'condition-stray', 17],
  ['{{如果有a}}x{{结束}}', 'only-conditions', 0],
];

describe('a mistake in a template', () => {
  test.each(FAULTY)('%s: %s at %d', (template, fault, at) => {
    const [first] = parseTemplate(template).problems;
    expect(first).toEqual({ fault, at, near: template.slice(at, at + 24) });
  });

  test('every kind of mistake is in this list', () => {
    expect([...new Set(FAULTY.map(([, fault]) => fault))].toSorted()).toEqual(
      [...TEMPLATE_FAULTS].toSorted(),
    );
  });

  test.each(FAULTY)('%s does not get into a pack, and the check says where', (text, fault, at) => {
    const pack = makePack({ articles: [makeArticle({ replies: [{ tone: 'warm', text }] })] });
    const messages = knowledgePackSchema.safeParse(pack).error?.issues.map(({ message }) => message) ?? [];
    expect(messages[0]).toBe(`${fault} slot at character ${at + 1}: "${text.slice(at, at + 24)}"`);
  });
});

describe('what may be written', () => {
  test.each([
    '您好。',
    '用{大括号}也行',
    '{{{订单号}}}',
    '{{ 订单号 }}',
    '{{备注:内部}}',
    '{{时间：上午}}',
    '{{有效期}}',
    '{{数字}}、{{日期}}、{{选择}}',
    '{{条件}}、{{ifs}}、{{ending}}',
  ])('%s', (template) => {
    expect(parseTemplate(template).problems).toEqual([]);
  });

  test('after a colon, what is no format belongs to the name, as it always did', () => {
    expect(parseTemplate('{{备注:内部|无}}').nodes).toEqual([
      { kind: 'slot', slot: { name: '备注:内部', format: { kind: 'text' }, fallback: '无' } },
    ]);
  });

  test('half and full width are the same, and so are the three languages', () => {
    const one = parseTemplate('{{a：今天＋３}}').problems.length;
    expect(one).toBe(1);
    expect(parseTemplate('好{{如果有 a}}{{日期：今天＋3｜x}}{{否則}}{{b:數字1～2}}{{結束}}').nodes).toEqual(
      parseTemplate('好{{if a}}{{日期:today+3|x}}{{else}}{{b:number 1-2}}{{end}}').nodes,
    );
  });
});

describe('printing', () => {
  test.each([
    ['{{ 客户称呼 ｜ 亲 }}好', '{{客户称呼|亲}}好'],
    ['{{日期：明天+1周}}', '{{日期:今天+8}}'],
    ['{{日期:昨天}}、{{日期:今天+2個月}}、{{d:date}}', '{{日期:今天-1}}、{{日期:今天+2个月}}、{{d:日期}}'],
    ['{{n:1~30 天|7}}', '{{n:数字1-30 天|7}}'],
    ['{{选择:顺丰 ／ 中通}}', '{{选择:顺丰/中通}}'],
    ['好{{if a}}x{{else}}y{{end}}', '好{{如果 a}}x{{否则}}y{{结束}}'],
    ['好{{如果：a＝1}}x{{否则}}{{结束}}', '好{{如果 a=1}}x{{结束}}'],
  ])('%s becomes %s', (template, printed) => {
    expect(printTemplate(parseTemplate(template))).toBe(printed);
  });
});
