/** Which keys the picker takes, and which stay the page's. Only browsers make trusted events, so they are imitated. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForPickerKeys, type PickerAct } from '../../../entrypoints/console-picker/keys.ts';

type Handler = (event: object) => void;

let acts: PickerAct[];
let isComposing: boolean;
let closing: AbortController;
let handlers: Map<string, { handle: Handler; signal: AbortSignal }>;

beforeEach(() => {
  acts = [];
  isComposing = false;
  closing = new AbortController();
  handlers = new Map();
  const view = {
    addEventListener: (name: string, handle: Handler, { signal }: { signal: AbortSignal }) =>
      handlers.set(name, { handle, signal }),
  } as unknown as Window;
  listenForPickerKeys({
    windows: [view],
    signal: closing.signal,
    isComposing: () => isComposing,
    act: (act) => acts.push(act),
  });
});

/** @returns whether the page got to see it */
function press(key: string, change: object = {}, kind = 'keydown'): boolean {
  const event = { key, code: key, isTrusted: true, repeat: false, isComposing: false, keyCode: 1, ...change };
  const stop = vi.fn<() => void>();
  const { handle, signal } = handlers.get(kind) ?? {};
  if (!signal?.aborted)
    handle?.({ ...event, preventDefault: vi.fn<() => void>(), stopImmediatePropagation: stop });
  return stop.mock.calls.length === 0;
}

const release = (key: string) => press(key, {}, 'keyup');

describe('the keys of the picker', () => {
  test.each([
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['Enter', 'accept'],
    ['Tab', 'accept'],
    ['Escape', 'close'],
  ])('%s is kept from the page, and so is its release', (key, act) => {
    expect(press(key)).toBe(false);
    expect(release(key)).toBe(false);
    expect(acts).toEqual([act]);
  });

  test.each([
    ['a letter', 'a', {}],
    ['a key with a modifier', 'Enter', { shiftKey: true }],
    ['a key of an input method', 'Enter', { isComposing: true }],
    ['a key of an older input method', 'Enter', { keyCode: 229 }],
    ['a key that a script made', 'Enter', { isTrusted: false }],
  ])('are not %s', (_, key, change) => {
    expect(press(key, change)).toBe(true);
    expect(acts).toEqual([]);
  });

  test('are none while an input method is at work, whatever the event says', () => {
    isComposing = true;
    expect(press('Enter')).toBe(true);
    expect(press('Escape')).toBe(true);
    expect(acts).toEqual([]);
  });

  test('accept once, however long the key is held', () => {
    press('Enter');
    expect(press('Enter', { repeat: true })).toBe(false);
    expect(acts).toEqual(['accept']);
  });
});

describe('when the picker has closed', () => {
  test('the key that closed it is kept until it is released, and then is the page’s', () => {
    press('Enter');
    closing.abort();
    expect(press('Enter', { repeat: true })).toBe(false);
    expect(release('Enter')).toBe(false);
    expect(press('Enter')).toBe(true);
    expect(acts).toEqual(['accept']);
  });

  test('a key whose release was never heard is the page’s when it is pressed anew', () => {
    press('Enter');
    closing.abort();
    expect(press('Enter')).toBe(true);
  });

  test('nothing is listened to any more', () => {
    closing.abort();
    expect([...handlers.values()].every(({ signal }) => signal.aborted)).toBe(true);
  });
});
