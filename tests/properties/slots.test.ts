import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  fillTemplate,
  listFields,
  listOpenSlots,
  parseTemplate,
  printTemplate,
  splitTemplate,
  type FillContext,
} from '../../knowledge/articles/index.ts';
import { formatReply } from '../../utils/text/format-reply.ts';

const MANY = { numRuns: 2_000 };
const CONTEXT: FillContext = { today: '2026-11-22', locale: 'zh-CN' };

const names = fc.constantFrom(
  '订单号',
  '客户称呼',
  'a',
  '',
  'constructor',
  '__proto__',
  'x y',
  '有效期',
  'a 2',
);
const formats = fc.constantFrom(
  '',
  ':日期',
  ':今天+3',
  '：明天-1周',
  ':1-30 天',
  ':数字元',
  ':9-1',
  ':顺丰/中通',
  ':大／小/',
  ':内部',
);
const defaults = fc.constantFrom('', '|', '|您', '|7', '｜顺丰', '|a|b');
const slots = fc.tuple(names, formats, defaults).map((parts) => `{{${parts.join('')}}}`);
const conditions = fc.oneof(
  fc.constantFrom('{{否则}}', '{{结束}}', '{{end}}', '{{如果}}'),
  fc
    .tuple(fc.constantFrom('如果有', '如果 ', 'if '), names, fc.constantFrom('', '=', '＝7'))
    .map((parts) => `{{${parts.join('')}}}`),
);
const plain = fc.constantFrom('您好，', ' ', '\n', '$&', '😀', '**', '[b](https://a.example)', '<i>', '\\');
const pieces = fc.oneof(
  plain,
  fc.constantFrom('{{', '}}', '{', '}', '|', '｛｛', '｝｝', ':'),
  names,
  slots,
  conditions,
);
const templates = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(''));
const values = fc.dictionary(names, fc.oneof(pieces, fc.constantFrom('7', '顺丰', '2026-12-01')), {
  maxKeys: 4,
});

/** Without mistakes more often than by chance. */
const part = fc.array(fc.oneof(plain, slots), { maxLength: 3 }).map((list) => list.join(''));
const whole = fc
  .array(
    fc.oneof(
      part,
      fc
        .tuple(names, part, part)
        .map(([name, then, otherwise]) => `{{如果 ${name}}}${then}{{否则}}${otherwise}{{结束}}`),
    ),
    {
      maxLength: 4,
    },
  )
  .map((list) => list.join(''));
const any = fc.oneof(templates, whole);
const isSound = (template: string) => parseTemplate(template).problems.length === 0;

test.prop([fc.oneof(any, fc.string({ unit: 'binary' })), values])(
  'nothing ever throws',
  (template, given) => {
    const { nodes, problems } = parseTemplate(template);
    expect(printTemplate({ nodes })).toEqual(expect.any(String));
    for (const { at, near } of problems) expect(template.slice(at).startsWith(near)).toBe(true);
    expect(splitTemplate(template, given, CONTEXT)).toEqual(expect.any(Array));
    expect(listFields(template, { known: {}, typed: given }, CONTEXT)).toEqual(expect.any(Array));
    expect(['string', 'object']).toContain(typeof fillTemplate(template, given, CONTEXT));
  },
);

test.prop([any.filter(isSound)], MANY)('what is printed parses to the same', (template) => {
  const parsed = parseTemplate(template);
  expect(parseTemplate(printTemplate(parsed))).toEqual(parsed);
});

test.prop([any, values], MANY)('braces come out only where a value had them', (template, given) => {
  const harmless = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value.replace(/[{}]/g, '')]),
  );
  expect(fillTemplate(template, harmless, CONTEXT) ?? '').not.toMatch(/\{\{|\}\}/);
});

test.prop([any, values], MANY)(
  'there is a finished text exactly when nothing is open or wrong',
  (template, given) => {
    const isFinished = listOpenSlots(template, given, CONTEXT).length === 0 && isSound(template);
    expect(fillTemplate(template, given, CONTEXT) !== null).toBe(isFinished);
  },
);

test.prop([templates.filter((template) => !/[{}｛｝]/u.test(template)), values])(
  'a template without slots is its own text',
  (template, given) => {
    expect(fillTemplate(template, given, CONTEXT)).toBe(template);
    expect(listOpenSlots(template, given, CONTEXT)).toEqual([]);
  },
);

test.prop([any.filter(isSound), values], MANY)(
  'answering all that is asked finishes the text',
  (template, known) => {
    const typed: Record<string, string> = Object.create(null) as Record<string, string>;
    // An answer can bring in a part that asks for more, but each is asked once.
    for (let round = 0; round < 12; round += 1) {
      const fields = listFields(template, { known, typed }, CONTEXT);
      expect(new Set(fields.map(({ slot }) => slot.name)).size).toBe(fields.length);
      const answers = fields
        .filter(({ isRequired }) => isRequired)
        .map(({ slot: { name, format } }): [string, string] => {
          if (format.kind === 'choice') return [name, format.options[0] ?? ''];
          return [name, format.kind === 'date' ? '2026-12-01' : '7'];
        });
      for (const [name, value] of answers) typed[name] = value;
    }
    expect(listOpenSlots(template, { ...known, ...typed }, CONTEXT)).toEqual([]);
    expect(fillTemplate(template, { ...known, ...typed }, CONTEXT)).not.toBeNull();
  },
);

const oneLine = fc
  .oneof(
    fc.string({ maxLength: 40 }),
    pieces,
    fc.array(pieces).map((list) => list.join('')),
  )
  .map((value) => value.replace(/\s+/gu, ' ').trim())
  .filter(Boolean);

test.prop(
  [oneLine, fc.constantFrom(['', ''], ['**', '**'], ['[x]', ''], ['[', '](https://a.example)'], ['!', ''])],
  MANY,
)(
  'a value goes out as it is, whatever markdown it or the words around it look like',
  (value, [before = '', after = '']) => {
    const reply = formatReply(fillTemplate(`${before}{{a}}${after}`, { a: value }, CONTEXT) ?? '');
    expect(reply.shown).toContain(value);
    const isBold = before === '**';
    const link = before === '[' ? 1 : 0;
    expect(reply.addresses.length).toBeLessThanOrEqual(link);
    expect(reply.html.includes('<strong>')).toBe(isBold && reply.shown === value);
    expect(
      reply.html.replace(/<\/?(?:p|strong|a)(?: href="https:\/\/a\.example")?>|<br>/g, ''),
    ).not.toContain('<');
  },
);
