/** Pages are made by others, and adapters too: whatever both look like, reading comes to an end with an answer. */
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { guessConsole } from '../../../entrypoints/guess-console/guess-console.ts';
import { consoleAdapterSchema, consoleReadingSchema } from '../../../knowledge/contracts/index.ts';
import type { ConsoleAdapter, ElementValue } from '../../../knowledge/conversation/index.ts';
import { readOnce, showPage } from '../../support/fake-console-page.ts';

const names = fc.constantFrom('row', 'list', 'text', 'me', 'chat');
const attributes = fc.constantFrom('class', 'id', 'data-id', 'role', 'contenteditable', 'style', 'datetime');
const values = fc.oneof(
  names,
  fc.constantFrom('log', 'true', 'display: none', '13800138000', '2026-13-40', ''),
);
const words = fc.oneof(
  fc.constantFrom('你好', '13800138000', '\u200B', '😀', ' '),
  fc.string({ maxLength: 8 }),
);

const { node: pages } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words.map((word) => word.replaceAll('<', '&lt;')),
    fc
      .tuple(
        fc.constantFrom('div', 'p', 'li', 'textarea', 'iframe', 'img', 'br', 'table'),
        fc.array(fc.tuple(attributes, values), { maxLength: 3 }),
        fc.array(tie('node'), { maxLength: 5 }),
      )
      .map(
        ([tag, pairs, children]) =>
          `<${tag} ${pairs.map(([name, value]) => `${name}="${value}"`).join(' ')}>${children.join('')}</${tag}>`,
      ),
  ),
}));

const selectors = fc.array(
  fc.oneof(
    fc.tuple(fc.constantFrom('.', '#', ''), names).map((parts) => parts.join('')),
    fc.constantFrom('div', 'li', '*', ':scope', ':scope > *', '[[', ':nope(', 'div:has(p)', 'body'),
  ),
  { minLength: 1, maxLength: 3 },
);
const roles: fc.Arbitrary<ConsoleAdapter['messages']['roles']> = fc.array(
  fc.record(
    {
      role: fc.constantFrom('customer' as const, 'agent' as const, 'internal-note' as const),
      row: selectors,
      within: selectors,
      author: fc.record({
        of: fc.constant<ElementValue[]>([{ selector: '.me' }]),
        in: fc.constantFrom<ElementValue[][]>([{ selector: 'p' }], [{ selector: ':nope(' }]),
      }),
    },
    { requiredKeys: ['role', 'row'] },
  ),
  { maxLength: 3 },
);

interface Parts {
  root: string[];
  item: string[];
  text: string[];
  drop: string[];
  box: string[];
  frame: string[];
  rules: ConsoleAdapter['messages']['roles'];
  isFramed: boolean;
  order: 'asc' | 'desc';
}

const adapters = fc
  .record<Parts>({
    root: selectors,
    item: selectors,
    text: selectors,
    drop: selectors,
    box: selectors,
    frame: selectors,
    rules: roles,
    isFramed: fc.boolean(),
    order: fc.constantFrom('asc', 'desc'),
  })
  .map(makeAdapter);

function makeAdapter({ root, item, text, drop, box, frame, rules, isFramed, order }: Parts): ConsoleAdapter {
  const rows = { root, item, text, drop, textDrop: drop, roles: rules, order };
  return {
    format: 2,
    id: 'any',
    version: 1,
    name: 'Any',
    verified: 'public-facts',
    match: { signature: ['body'] },
    ...(isFramed ? { frame: frame.slice(0, 1) } : {}),
    conversation: { id: [{ selector: '#chat' }, { url: '^(.+)' }] },
    messages: { ...rows, idAttribute: 'data-id', time: { attribute: 'datetime' } },
    composer: { selector: box, newline: 'keep', frame: frame.slice(0, 1), privateNote: drop },
    neverFill: drop,
    fields: [{ name: 'product', from: [{ selector: 'p', pattern: '^(.+)' }] }],
  };
}

test.prop([pages, adapters], { numRuns: 150 })(
  'any page is read with any adapter to something we accept',
  (html, adapter) => {
    showPage(`<body>${html}</body>`);
    const reading = readOnce(consoleAdapterSchema.parse(adapter));
    expect(consoleReadingSchema.parse(reading)).toEqual(reading);
  },
);

test.prop([pages], { numRuns: 100 })(
  'any page is guessed at with an answer the schema accepts, or none',
  (html) => {
    showPage(`<body>${html}${html}<div tabindex="0" contenteditable="true" id="field"></div></body>`);
    (document.querySelector('#field') as HTMLElement).focus();
    const guessed = guessConsole();
    if (guessed) expect(consoleAdapterSchema.parse(guessed)).toEqual(guessed);
    else expect(guessed).toBeNull();
  },
);
