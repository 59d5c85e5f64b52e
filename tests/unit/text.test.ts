import { describe, expect, test } from 'vitest';
import { collapseWhitespace, removeWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../utils/text/strip-invisible.ts';

describe('stripping what nobody can see', () => {
  test.each([
    ['zero-width spaces', '退\u200B款', '退款'],
    ['zero-width non-joiners', '退\u200C款', '退款'],
    ['soft hyphens', 're\u00ADfund', 'refund'],
    ['bidi overrides', '\u202E款退\u202C', '款退'],
    ['bidi isolates', '\u2066退款\u2069', '退款'],
    ['Arabic letter marks', '退\u061C款', '退款'],
    ['byte order marks', '\uFEFF退款', '退款'],
    ['Hangul fillers', '退\u3164款\uFFA0', '退款'],
    ['tag characters', '退\u{E0041}\u{E0042}款', '退款'],
    ['interlinear annotations', '退\uFFF9款\uFFFB', '退款'],
    ['null and escape', '退\u0000\u001B款', '退款'],
    ['C1 controls', '退\u0085款', '退款'],
  ])('removes %s', (_what, text, seen) => {
    expect(stripInvisible(text)).toBe(seen);
  });

  test('keeps tabs and line breaks, which people type on purpose', () => {
    expect(stripInvisible('退款\t未到\r\n急')).toBe('退款\t未到\r\n急');
  });

  test('keeps an emoji family in one piece', () => {
    expect(stripInvisible('👨‍👩‍👧 ❤️')).toBe('👨‍👩‍👧 ❤️');
  });

  test('makes lone surrogates harmless and leaves whole pairs alone', () => {
    expect(stripInvisible('退\uD83D款\uDE00')).toBe('退\uFFFD款\uFFFD');
    expect(stripInvisible('𠮷野家')).toBe('𠮷野家');
  });
});

describe('whitespace', () => {
  test('collapses to single spaces with none at the ends, whatever its kind', () => {
    expect(collapseWhitespace('\n 退款 \t\u3000 还\u00A0没\r\n\r\n到 ')).toBe('退款 还 没 到');
  });

  test('goes altogether where an editor may have changed it', () => {
    expect(removeWhitespace(' 您好，\u00A0\n请稍等\u3000 ')).toBe('您好，请稍等');
  });
});
