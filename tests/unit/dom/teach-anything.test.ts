/** Whatever a page looks like and whatever a person points at: an answer, and never a mixed-up one. */
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { deriveAdapter } from '../../../entrypoints/teach-console/derive/derive-adapter.ts';
import { consoleAdapterSchema } from '../../../knowledge/contracts/index.ts';
import { readOnce, showPage } from '../../support/fake-console-page.ts';

const attributes = fc.tuple(
  fc.constantFrom('class', 'id', 'data-id', 'data-role', 'role', 'contenteditable', 'datetime'),
  fc.constantFrom(
    'msg in',
    'msg out',
    'self',
    'note',
    'customer',
    'agent',
    'log',
    'x1',
    'true',
    'css-1a2b3',
    '"',
    '李',
  ),
);
const words = fc.constantFrom('你好', 'Hello', '10:01', '李先生', '13800138000', '', '😀 ok');

const { node: pages } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words,
    fc
      .tuple(
        fc.constantFrom('div', 'p', 'li', 'span', 'ul', 'textarea', 'chat-row', 'table'),
        fc.array(attributes, { maxLength: 3 }),
        fc.array(tie('node'), { maxLength: 5 }),
      )
      .map(
        ([tag, pairs, children]) =>
          `<${tag} ${pairs.map(([name, value]) => `${name}="${value.replace('"', '&quot;')}"`).join(' ')}>${children.join('')}</${tag}>`,
      ),
  ),
}));
const place = fc.nat({ max: 60 });

interface Pointed {
  html: string;
  places: [number, number, number, number];
}

/** Points at four places of the page, most often at the field that is one. */
function teachSomewhere({ html, places: [first, second, third, fourth] }: Pointed) {
  showPage(`<body><main>${html}</main><form><textarea class="reply"></textarea></form></body>`);
  const all = [...document.body.querySelectorAll('*')];
  const pick = (at: number) => all[at % all.length] ?? document.body;
  const lines = { customer: pick(first), agent: pick(second), neither: third % 2 ? pick(third) : null };
  const field = document.querySelector('.reply') ?? document.body;
  const composer = fourth % 3 ? field : pick(fourth);
  return {
    composer,
    taught: deriveAdapter(lines, composer, { url: 'https://desk.example/chat/7', name: 'Desk' }),
  };
}

const findAll = (selectors: readonly string[]) =>
  selectors.flatMap((selector) => [...document.querySelectorAll(selector)]);

test.prop([pages, pages, fc.tuple(place, place, place, place)], { numRuns: 150 })(
  'teaching ends with an adapter we accept, which keeps apart what was shown, or with a reason',
  (one, other, places) => {
    const { composer, taught } = teachSomewhere({ html: `${one}${other}${one}${other}`, places });
    const adapters = 'adapter' in taught ? [taught.adapter] : [];
    for (const adapter of adapters) {
      expect(consoleAdapterSchema.parse(adapter)).toEqual(adapter);
      expect(findAll(adapter.messages.item).filter((row) => row.contains(composer))).toEqual([]);
      expect(findAll(adapter.neverFill ?? [])).not.toContain(composer);
      const sides = adapter.messages.roles.map(({ role }) => role);
      expect(sides).toEqual(expect.arrayContaining(['customer', 'agent']));
      const home = { ...adapter, match: { signature: ['body'] } };
      expect(readOnce(home).consoleId).toBe(adapter.id);
    }
    expect(adapters.length === 1 || 'problem' in taught).toBe(true);
  },
);
