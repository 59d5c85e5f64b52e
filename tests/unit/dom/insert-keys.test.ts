import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForInsertKeys } from '../../../entrypoints/console.content/insert-keys.ts';
import { insertionKeys } from '../../../utils/settings/settings.ts';

let abort: AbortController;

beforeEach(() => {
  abort = new AbortController();
});

afterEach(() => {
  abort.abort();
  vi.restoreAllMocks();
});

const ALT_1 = {
  key: '1',
  code: 'Digit1',
  altKey: true,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  isTrusted: true,
};

interface Press {
  key?: string;
  code?: string;
  altKey?: boolean;
  repeat?: boolean;
  isComposing?: boolean;
  isTrusted?: boolean;
}

/** Settings are read and watched through storage, which answers a little later. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Only browsers make trusted events, so the listener is called with something that looks like one. */
function listen(isReading = true, hasDraft = false) {
  const requested: (number | 'rewrite')[] = [];
  let handler: ((event: object) => void) | undefined;
  const added = vi.spyOn(window, 'addEventListener').mockImplementation((kind: string, listener: unknown) => {
    if (kind === 'keydown') handler = listener as typeof handler;
  });
  listenForInsertKeys({
    signal: abort.signal,
    isReading: () => isReading,
    request: (position) => requested.push(position),
    requestRewrite: () => hasDraft && requested.push('rewrite') > 0,
  });
  added.mockRestore();
  const press = (change: Press = {}) => {
    const event = {
      ...ALT_1,
      preventDefault: vi.fn<() => void>(),
      stopImmediatePropagation: vi.fn<() => void>(),
      ...change,
    };
    handler?.(event);
    return event;
  };
  return { requested, press };
}

describe('insertion keys in the console', () => {
  it('ask for the card of that position, and the page never sees the key', () => {
    const { requested, press } = listen();
    const event = press();
    press({ key: '3', code: 'Digit3' });
    expect(requested).toEqual([1, 3]);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(event.stopImmediatePropagation).toHaveBeenCalledOnce();
  });

  it('cannot be pressed by a script of the page', () => {
    const requested: number[] = [];
    listenForInsertKeys({
      signal: abort.signal,
      isReading: () => true,
      request: (position) => requested.push(position),
      requestRewrite: () => false,
    });
    const pressed = [window, document, document.body].map((target) => {
      const event = new KeyboardEvent('keydown', { ...ALT_1, bubbles: true, cancelable: true });
      target.dispatchEvent(event);
      return event;
    });
    expect(requested).toEqual([]);
    expect(pressed.map(({ defaultPrevented }) => defaultPrevented)).toEqual([false, false, false]);
    expect(listen().press({ isTrusted: false }).preventDefault).not.toHaveBeenCalled();
  });

  it.each([
    ['a key held down', { repeat: true }],
    ['another key', { key: '4', code: 'Digit4' }],
    ['the key without its modifier', { altKey: false }],
    ['a key an input method is using', { isComposing: true }],
  ])('let pass what is not theirs: %s', (_, change) => {
    const { requested, press } = listen();
    expect(press(change).preventDefault).not.toHaveBeenCalled();
    expect(requested).toEqual([]);
  });

  it('belong to the page where no console is read', () => {
    const { requested, press } = listen(false);
    expect(press().preventDefault).not.toHaveBeenCalled();
    expect(requested).toEqual([]);
  });

  it('follow the settings while the page is open', async () => {
    await insertionKeys.setValue(['Alt+4', 'Alt+5', 'Alt+6']);
    const { requested, press } = listen();
    await settle();
    press({ key: '5', code: 'Digit5' });
    expect(requested).toEqual([2]);
    await insertionKeys.setValue(['Alt+7', 'Alt+8', 'Alt+9']);
    await settle();
    press({ key: '9', code: 'Digit9' });
    press({ key: '5', code: 'Digit5' });
    expect(requested).toEqual([2, 3]);
  });

  it('ask for better words where there is a draft to put better; else that key is the page’s', () => {
    const altR = { key: 'r', code: 'KeyR' };
    const { requested, press } = listen(true, true);
    expect(press(altR).preventDefault).toHaveBeenCalledOnce();
    expect(press({ ...altR, isTrusted: false }).preventDefault).not.toHaveBeenCalled();
    expect(requested).toEqual(['rewrite']);
    expect(listen().press(altR).preventDefault).not.toHaveBeenCalled();
    expect(listen(false, true).press(altR).stopImmediatePropagation).not.toHaveBeenCalled();
  });

  it('stop with the extension', () => {
    const added = vi.spyOn(window, 'addEventListener');
    listenForInsertKeys({
      signal: abort.signal,
      isReading: () => true,
      request: () => {},
      requestRewrite: () => false,
    });
    const options = added.mock.calls.map((call) => call[2] as AddEventListenerOptions | undefined);
    expect(added.mock.calls.map(([kind]) => kind)).toContain('keydown');
    for (const option of options) {
      expect(option).toMatchObject({ capture: true });
      expect(option?.signal).toBe(abort.signal);
    }
  });

  it('are heard in a frame of the page from when the focus goes there, once', async () => {
    document.body.innerHTML = '<iframe id="editor"></iframe>';
    const frame = document.querySelector('iframe') as HTMLIFrameElement;
    const heard = vi.spyOn(frame.contentWindow as Window, 'addEventListener').mockReturnValue();
    listenForInsertKeys({
      signal: abort.signal,
      isReading: () => true,
      request: () => {},
      requestRewrite: () => false,
    });
    expect(heard).not.toHaveBeenCalled();
    for (const _ of [1, 2]) {
      frame.focus();
      window.dispatchEvent(new Event('blur'));
      await settle();
    }
    expect(heard.mock.calls.filter(([kind]) => kind === 'keydown')).toHaveLength(1);
  });
});
