/** A pattern from somebody else's adapter never hangs the console: what is accepted ends quickly on bad input. */
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { isBoundedPattern, MAX_PATTERN_INPUT } from '../../utils/text/bounded-pattern.ts';

const atoms = fc.constantFrom(
  'a',
  '.',
  '\\w',
  '[ab]',
  '[^]',
  '[^b]',
  '(a|a)',
  '(?:a|b)',
  '(',
  ')',
  '\\(',
  '[',
  ']',
  '|',
);
const operators = fc.constantFrom('', '', '*', '+', '?', '+?', '{2,9}', '{3,}', '{0,500}', '{8}');
const patterns = fc
  .array(fc.tuple(atoms, operators), { minLength: 1, maxLength: 10 })
  .map((parts) => `${parts.map((part) => part.join('')).join('')}!$`);

test.prop([patterns], { numRuns: 1_000 })('accepted patterns end within a moment', (source) => {
  fc.pre(isBoundedPattern(source));
  const pattern = new RegExp(source);
  const startedAt = performance.now();
  pattern.exec('a'.repeat(MAX_PATTERN_INPUT));
  expect(performance.now() - startedAt).toBeLessThan(500);
});
