/** Where the picker goes, and where the caret is. */
import { fc, test as property } from '@fast-check/vitest';
import { afterEach, describe, expect, test } from 'vitest';
import { placeList } from '../../../entrypoints/console-picker/place-list.ts';
import { findWrittenField, readBeforeCaret } from '../../../utils/keyboard/written-field.ts';

const VIEW = { width: 1_280, height: 800 };

describe('the list', () => {
  test('stands under the line', () => {
    const box = placeList({ left: 100, top: 100, bottom: 120 }, VIEW, 200);
    expect(box).toEqual({ left: 100, top: 126, width: 360, height: 200 });
  });

  test('stands over the line where there is no room below', () => {
    const box = placeList({ left: 100, top: 760, bottom: 780 }, VIEW, 200);
    expect(box.top + box.height).toBe(754);
  });

  test('moves to the left at the right edge', () => {
    const box = placeList({ left: 1_270, top: 100, bottom: 120 }, VIEW, 200);
    expect(box.left + box.width).toBe(VIEW.width - 6);
  });

  const size = (min: number) => fc.integer({ min, max: 3_000 });
  property.prop([
    fc.record({ width: size(320), height: size(240) }),
    fc.record({ x: size(0), y: size(0), line: fc.integer({ min: 8, max: 40 }) }),
    size(1),
  ])(
    'is all in view, and never over the line, wherever the caret is',
    ({ width, height }, { x, y, line }, wanted) => {
      const caret = { left: x % width, top: y % (height - line), bottom: (y % (height - line)) + line };
      const box = placeList(caret, { width, height }, wanted);
      expect(box.left).toBeGreaterThanOrEqual(6);
      expect(box.left + box.width).toBeLessThanOrEqual(width - 6);
      const isOver = box.top < caret.bottom && box.top + box.height > caret.top;
      expect(isOver).toBe(false);
      if (box.height > 0) {
        expect(box.top).toBeGreaterThanOrEqual(6);
        expect(box.top + box.height).toBeLessThanOrEqual(height - 6);
      }
    },
  );
});

function write(html: string): void {
  document.body.replaceChildren(
    new DOMParser().parseFromString(html, 'text/html').body.firstElementChild ?? '',
  );
}

afterEach(() => document.body.replaceChildren());

describe('the line in front of the caret', () => {
  test('of a field ends at the caret', () => {
    write('<textarea></textarea>');
    const field = document.querySelector('textarea');
    if (!field) throw new Error('no field');
    field.value = '您好\n//退款 之后';
    field.setSelectionRange(7, 7);
    expect(readBeforeCaret(field)).toBe('//退款');
  });

  test('is none while something is selected', () => {
    write('<textarea>abc</textarea>');
    const field = document.querySelector('textarea');
    if (!field) throw new Error('no field');
    field.setSelectionRange(0, 2);
    expect(readBeforeCaret(field)).toBeNull();
  });

  test.each([
    ['its own paragraph', '<div contenteditable><p>您好</p><p id="at">//退款</p></div>', '//退款'],
    ['the line after a break', '<div contenteditable id="at">您好<br>//退款</div>', '//退款'],
    ['pieces of text', '<div contenteditable><p id="at">您<b>好 /</b>/退款</p></div>', '您好 //退款'],
    ['a filler of the editor', '<div contenteditable><p id="at">\uFEFF您好\u00A0//</p></div>', '您好 //'],
  ])('of an editor is %s', (_, html, expected) => {
    write(html);
    const editor = document.querySelector('[contenteditable]');
    const at = document.querySelector('#at');
    if (!editor || !at?.lastChild) throw new Error('no editor');
    document.getSelection()?.collapse(at.lastChild, at.lastChild.textContent?.length ?? 0);
    expect(readBeforeCaret(editor)).toBe(expected);
  });

  test('is looked for in open shadow roots', () => {
    const host = document.createElement('div');
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    document.body.append(host);
    field.focus();
    expect(findWrittenField(document)).toBe(field);
  });
});
