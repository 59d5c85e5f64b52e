import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { matchesShortcut, readShortcut, type PressedKey } from '../../utils/keyboard/shortcut.ts';

const keys = fc.oneof(
  fc.constantFrom(
    ['1', 'Digit1'],
    ['¡', 'Digit1'],
    ['9', 'Numpad9'],
    ['k', 'KeyK'],
    ['л', 'KeyK'],
    ['Enter', 'Enter'],
    ['ArrowDown', 'ArrowDown'],
    ['F12', 'F12'],
    [' ', 'Space'],
    ['+', 'Equal'],
    ['-', 'Minus'],
    ['?', 'Slash'],
    ['ß', 'Minus'],
  ),
  fc.constantFrom(...'!@#$%^&*()[]{};:,.<>/|~`').map((symbol) => [symbol, 'IntlBackslash']),
);

const pressedKeys: fc.Arbitrary<PressedKey> = fc
  .tuple(keys, fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([[key = '', code = ''], altKey, ctrlKey, metaKey, shiftKey]) => ({
    key,
    code,
    altKey,
    ctrlKey,
    metaKey,
    shiftKey,
    isComposing: false,
  }));

test.prop([pressedKeys], { numRuns: 1_000 })('what was read from a key press matches that press', (event) => {
  const shortcut = readShortcut(event);
  expect(shortcut).not.toBeNull();
  expect(matchesShortcut(event, shortcut ?? '')).toBe(true);
});

test.prop([pressedKeys, pressedKeys], { numRuns: 2_000 })(
  'two presses that read differently do not both match a shortcut, but for Shift with a symbol',
  (event, other) => {
    const shortcut = readShortcut(event) ?? '';
    const withoutShift = (written: string | null) => (written ?? '').replace('Shift+', '');
    fc.pre(withoutShift(shortcut) !== withoutShift(readShortcut(other)));
    expect(matchesShortcut(other, shortcut)).toBe(false);
  },
);

test.prop([pressedKeys])('nothing matches or is read while composing', (event) => {
  const composing = { ...event, isComposing: true };
  expect(readShortcut(composing)).toBeNull();
  expect(matchesShortcut(composing, readShortcut(event) ?? '')).toBe(false);
});
