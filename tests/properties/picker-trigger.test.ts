/** What calls the picker, for anything somebody may type. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  findOpening,
  findTrigger,
  isPickerTrigger,
  parsePickerTriggers,
  readPickerQuery,
} from '../../utils/text/picker-trigger.ts';

const TRIGGERS = ['//', '、、'];
const anyTrigger = fc.constantFrom(...TRIGGERS);
/** Words a customer could get, without any sign of a trigger. */
const anyWords = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[/、\n]/g, ''));
const anyQuery = fc
  .stringMatching(/^[\p{L}\p{N}]{0,20}$/u)
  .filter((query) => query.trim() === query && query.length <= 40);

describe('a trigger', () => {
  test.prop([fc.string({ unit: 'grapheme' })])('is found only where the line ends with it', (before) => {
    const found = findTrigger(before, TRIGGERS);
    if (found !== null) expect(before.endsWith(found)).toBe(true);
  });

  test.prop([fc.string(), fc.constantFrom('a', 'Z', '0', '_', ':', '.', '-', '\\')])(
    'that a word or an address goes on with is none',
    (words, last) => {
      expect(findTrigger(`${words}${last}//`, TRIGGERS)).toBeNull();
    },
  );

  test.prop([anyWords, anyTrigger, fc.integer({ min: 1, max: 5 })])(
    'in a row of its own signs is none',
    (words, trigger, more) => {
      expect(findTrigger(`${words} ${trigger}${trigger.slice(0, 1).repeat(more)}`, TRIGGERS)).toBeNull();
    },
  );

  test.prop([fc.string({ unit: 'grapheme' })])('read from any setting can be one', (typed) => {
    expect(parsePickerTriggers(typed).every(isPickerTrigger)).toBe(true);
  });

  test.prop([fc.string({ unit: 'grapheme' })])('never holds what words are made of', (text) => {
    if (isPickerTrigger(text)) expect(text).not.toMatch(/[\p{L}\p{N}\s]/u);
  });
});

describe('what is searched for', () => {
  test.prop([anyWords, anyTrigger, anyQuery])(
    'is what follows the trigger, whole',
    (words, trigger, query) => {
      const opening = `${words} ${trigger}`;
      expect(readPickerQuery(opening, opening + query)).toBe(query);
      expect(findOpening(opening + query, TRIGGERS)).toEqual({ opening, trigger });
    },
  );

  test.prop([anyWords, anyTrigger, anyQuery])(
    'ends with a space first, or a line',
    (words, trigger, query) => {
      const opening = `${words} ${trigger}`;
      expect(readPickerQuery(opening, `${opening} ${query}`)).toBeNull();
      expect(readPickerQuery(opening, `${opening}\n${query}`)).toBeNull();
    },
  );

  test.prop([fc.string(), fc.string()])('is nothing once the trigger is not there', (opening, before) => {
    fc.pre(!before.startsWith(opening));
    expect(readPickerQuery(opening, before)).toBeNull();
  });

  test.prop([fc.string({ unit: 'grapheme', maxLength: 200 })])(
    'never throws, and fits its line',
    (before) => {
      const found = findOpening(before, TRIGGERS);
      if (found) expect(before.startsWith(found.opening)).toBe(true);
    },
  );
});

test('an address is not a search', () => {
  for (const typed of ['http://', 'https://example.com//', 'and//', '您好 a//']) {
    expect(findTrigger(typed, TRIGGERS)).toBeNull();
  }
  for (const typed of ['//', '您好//', '您好，//', 'hello //', '、、', '好的、、']) {
    expect(findTrigger(typed, TRIGGERS)).not.toBeNull();
  }
});
