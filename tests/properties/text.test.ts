import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { collapseWhitespace, removeWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../utils/text/strip-invisible.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });

test.prop([anyText])('stripping twice is the same as once, and the result is well-formed', (text) => {
  const once = stripInvisible(text);
  expect(stripInvisible(once)).toBe(once);
  expect(once.isWellFormed()).toBe(true);
});

test.prop([fc.string({ unit: fc.constantFrom(...'退款abc，。😀 \n'), maxLength: 80 })])(
  'stripping changes nothing that can be seen',
  (text) => {
    expect(stripInvisible(text)).toBe(text);
  },
);

test.prop([anyText])('collapsing keeps every visible character in its order', (text) => {
  expect(removeWhitespace(collapseWhitespace(text))).toBe(removeWhitespace(text));
  expect(collapseWhitespace(text)).not.toMatch(/^\s|\s$|\s\s/u);
});
