import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { fillTemplate, listOpenSlots, splitTemplate } from '../../knowledge/articles/index.ts';

const MANY = { numRuns: 2_000 };

const names = fc.constantFrom('订单号', '客户称呼', 'a', '', 'constructor', '__proto__', 'x y');
const pieces = fc.oneof(
  fc.constantFrom('{{', '}}', '{', '}', '|', '您好，', ' ', '\n', '$&', '😀'),
  names,
  names.map((name) => `{{${name}}}`),
  fc.tuple(names, fc.constantFrom('', '您', 'a|b')).map(([name, fallback]) => `{{${name}|${fallback}}}`),
);
const templates = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(''));
const values = fc.dictionary(names, pieces, { maxKeys: 4 });

test.prop([templates, values], MANY)('a finished text never has an open slot in it', (template, given) => {
  const finished = fillTemplate(template, given);
  expect(finished ?? '').not.toMatch(/\{\{[^{}]*\}\}/);
});

test.prop([templates, values], MANY)(
  'while a slot is listed as open there is no finished text',
  (template, given) => {
    fc.pre(listOpenSlots(template, given).length > 0);
    expect(fillTemplate(template, given)).toBeNull();
  },
);

test.prop([templates, values], MANY)('the parts, joined again, are the template', (template, given) => {
  const joined = splitTemplate(template, given)
    .map((part) => (part.kind === 'text' ? part.text : '{{slot}}'))
    .join('');
  expect(joined).toBe(template.replace(/\{\{[^{}|]*(?:\|[^{}]*)?\}\}/g, '{{slot}}'));
});

test.prop([templates.filter((template) => !template.includes('{{')), values])(
  'a template without slots is its own text',
  (template, given) => {
    expect(fillTemplate(template, given)).toBe(template);
    expect(listOpenSlots(template, given)).toEqual([]);
  },
);

/** Every brace belongs to a slot: what the schema lets in. */
const soundTemplates = templates.filter((template) => !/[{}]/.test(template.replace(/\{\{[^{}]*\}\}/g, '')));

test.prop([soundTemplates, values], MANY)('filling every open slot finishes the text', (template, given) => {
  const open = listOpenSlots(template, given);
  const all: Record<string, string> = Object.fromEntries([
    ...Object.entries(given),
    ...open.map((name) => [name, '值']),
  ]);
  expect(listOpenSlots(template, all)).toEqual([]);
  expect(fillTemplate(template, all)).not.toBeNull();
});
