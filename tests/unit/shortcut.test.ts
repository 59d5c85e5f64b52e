import { describe, expect, test } from 'vitest';
import {
  isComposing,
  matchesShortcut,
  readShortcut,
  type PressedKey,
} from '../../utils/keyboard/shortcut.ts';

function press(key: string, code: string, overrides: Partial<PressedKey> = {}): PressedKey {
  return {
    key,
    code,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...overrides,
  };
}

describe('while an input method is composing', () => {
  test('no shortcut matches, however exactly the keys are right', () => {
    expect(matchesShortcut(press('Enter', 'Enter', { isComposing: true }), 'Enter')).toBe(false);
    expect(matchesShortcut(press('1', 'Digit1', { altKey: true, isComposing: true }), 'Alt+1')).toBe(false);
    expect(readShortcut(press('1', 'Digit1', { isComposing: true }))).toBeNull();
  });

  test('key code 229 means the same, for engines that do not say `isComposing`', () => {
    const event = press('Enter', 'Enter', { keyCode: 229 });
    expect(isComposing(event)).toBe(true);
    expect(matchesShortcut(event, 'Enter')).toBe(false);
  });

  test('the same key matches once composing is over', () => {
    expect(matchesShortcut(press('Enter', 'Enter', { keyCode: 13 }), 'Enter')).toBe(true);
  });
});

describe('digits and letters compare by physical key', () => {
  test.each([
    ['Alt makes the Mac type ¡', press('¡', 'Digit1', { altKey: true })],
    ['a French layout types &', press('&', 'Digit1', { altKey: true })],
    ['the number pad', press('1', 'Numpad1', { altKey: true })],
    ['a full-width digit', press('１', 'Digit1', { altKey: true })],
  ])('%s', (_how, event) => {
    expect(matchesShortcut(event, 'Alt+1')).toBe(true);
  });

  test('a Cyrillic layout still reaches Ctrl+K', () => {
    expect(matchesShortcut(press('л', 'KeyK', { ctrlKey: true }), 'Ctrl+K')).toBe(true);
  });
});

describe('modifiers', () => {
  test('must all be held', () => {
    expect(matchesShortcut(press('1', 'Digit1'), 'Alt+1')).toBe(false);
    expect(matchesShortcut(press('1', 'Digit1', { altKey: true }), 'Alt+Shift+1')).toBe(false);
  });

  test('must be the only ones held', () => {
    const event = press('1', 'Digit1', { altKey: true, ctrlKey: true });
    expect(matchesShortcut(event, 'Alt+1')).toBe(false);
    expect(matchesShortcut(event, 'Ctrl+Alt+1')).toBe(true);
  });

  test('Shift does not count for a bare symbol, which may need it to be typed', () => {
    expect(matchesShortcut(press('?', 'Slash', { shiftKey: true }), '?')).toBe(true);
    expect(matchesShortcut(press('?', 'Minus'), '?')).toBe(true);
    expect(matchesShortcut(press('/', 'Slash'), '?')).toBe(false);
    expect(matchesShortcut(press('?', 'Slash', { shiftKey: true, ctrlKey: true }), '?')).toBe(false);
  });

  test('Shift does count for a letter', () => {
    expect(matchesShortcut(press('K', 'KeyK', { shiftKey: true }), 'K')).toBe(false);
  });
});

describe('reading a shortcut from the keyboard', () => {
  test.each(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph'])('waits while only %s is held', (key) => {
    expect(readShortcut(press(key, `${key}Left`, { altKey: true }))).toBeNull();
  });

  test.each([
    [press('¡', 'Digit1', { altKey: true }), 'Alt+1'],
    [press('k', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+K'],
    [press('ArrowDown', 'ArrowDown', { metaKey: true }), 'Meta+ArrowDown'],
    [press('F2', 'F2'), 'F2'],
  ])('writes it as people do', (event, written) => {
    expect(readShortcut(event)).toBe(written);
  });
});
