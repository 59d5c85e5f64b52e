import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatReply } from '../../utils/text/format-reply.ts';

/** Made of what marks and markup are made of. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '**',
        '*',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        '>',
        '"',
        '&',
        'https://a.example/',
        '\n',
        ' ',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  // A backslash takes the meaning from a mark and goes.
  .map((parts) => parts.join('').replaceAll('\\', ''));

describe('a formatted reply', () => {
  test.prop([text])('never carries markup of its own text', (source) => {
    const tags = formatReply(source).html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      expect(tag).toMatch(
        /^<(?:\/?p|br|\/?strong|\/a|a href="https?:\/\/[^"<>]*"|img src="https?:\/\/[^"<>]*" alt="[^"<>]*")>$/,
      );
    }
  });

  test.prop([text])('loses nothing but its marks', (source) => {
    const letters = (value: string) => value.replaceAll(/[*[\]()!\s]/g, '');
    const kept = letters(formatReply(source).text);
    // A link whose text is its address is said once.
    expect(kept.length).toBeLessThanOrEqual(letters(source).length);
    if (formatReply(source).addresses.length === 0) expect(kept).toBe(letters(source));
  });
});
