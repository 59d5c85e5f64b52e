/** Drives one extension page by CDP the way a person does: real clicks and keys, and waiting for what is shown. */
import { writeFile } from 'node:fs/promises';
import type { TargetSession } from './target-session.ts';

export const WAIT_MS = 10_000;
export const POLL_MS = 25;

const KEY_CODES: Record<string, { code: string; keyCode: number; text?: string }> = {
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  Escape: { code: 'Escape', keyCode: 27 },
  Tab: { code: 'Tab', keyCode: 9 },
  ' ': { code: 'Space', keyCode: 32, text: ' ' },
  ArrowDown: { code: 'ArrowDown', keyCode: 40 },
  ArrowUp: { code: 'ArrowUp', keyCode: 38 },
  ArrowLeft: { code: 'ArrowLeft', keyCode: 37 },
  ArrowRight: { code: 'ArrowRight', keyCode: 39 },
  Delete: { code: 'Delete', keyCode: 46 },
};
const MODIFIERS: Record<string, number> = { Alt: 1, Ctrl: 2, Meta: 4, Shift: 8 };

/** What a person does in the panel; the same in Chromium's side panel and in Firefox's sidebar. */
export interface PanelDriver {
  /** Evaluates in the page. @returns the value, by JSON */
  evaluate<TValue>(expression: string): Promise<TValue>;
  /** Waits until the expression is truthy. @returns its value */
  waitFor<TValue>(expression: string, timeoutMs?: number): Promise<TValue>;
  waitForText(text: string, timeoutMs?: number): Promise<void>;
  text(): Promise<string>;
  /** A real mouse click in the middle of the element. */
  click(selector: string): Promise<void>;
  /** Clicks the button with this text or label. */
  clickButton(name: string): Promise<void>;
  /** @param shortcut e.g. `Enter`, `Alt+1`, `Ctrl+K` */
  press(shortcut: string): Promise<void>;
}

export interface PageDriver extends PanelDriver {
  /** Types text as an input method commits it. */
  type(text: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  send(method: string, parameters?: object): Promise<unknown>;
}

export function drivePage(session: TargetSession): PageDriver {
  const evaluate = async <TValue>(expression: string): Promise<TValue> => {
    const { result, exceptionDetails } = (await session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    })) as { result: { value: TValue }; exceptionDetails?: { exception?: { description?: string } } };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'evaluation failed');
    return result.value;
  };

  const waitFor = async <TValue>(expression: string, timeoutMs = WAIT_MS): Promise<TValue> => {
    for (let waited = 0; waited <= timeoutMs; waited += POLL_MS) {
      const value = await evaluate<TValue>(expression);
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error(`waited ${timeoutMs} ms in vain for: ${expression}\npage says: ${await text()}`);
  };

  const text = () => evaluate<string>("document.body?.innerText ?? ''");

  const clickAt = async (find: string): Promise<void> => {
    await waitFor(`!!(${find})`);
    const { x, y } = await evaluate<{ x: number; y: number }>(
      `(() => { const element = ${find}; element.scrollIntoView({block: 'center'});
        const box = element.getBoundingClientRect(); return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()`,
    );
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    }
  };

  return {
    evaluate,
    waitFor,
    text,
    waitForText: async (wanted, timeoutMs) => {
      await waitFor(`document.body?.innerText.includes(${JSON.stringify(wanted)})`, timeoutMs);
    },
    click: (selector) => clickAt(`document.querySelector(${JSON.stringify(selector)})`),
    clickButton: (name) => clickAt(findButton(name)),
    press: (shortcut) => pressKeys(session, shortcut),
    type: async (typed) => {
      await session.send('Input.insertText', { text: typed });
    },
    screenshot: async (file) => {
      const { data } = (await session.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
      await writeFile(file, Buffer.from(data, 'base64'));
    },
    send: (method, parameters) => session.send(method, parameters),
  };
}

/** An expression for the button with this text or label. */
export function findButton(name: string): string {
  return `[...document.querySelectorAll('button, [role="radio"], label')].find((element) => {
    const wanted = ${JSON.stringify(name)};
    return element.checkVisibility() && (element.innerText.trim() === wanted || element.getAttribute('aria-label') === wanted); })`;
}

async function pressKeys(session: TargetSession, shortcut: string): Promise<void> {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.reduce((bits, name) => bits | (MODIFIERS[name] ?? 0), 0);
  const known = KEY_CODES[key] ?? describeCharacter(key);
  const isText = known.text !== undefined && (modifiers & ~(MODIFIERS['Shift'] ?? 0)) === 0;
  const event = {
    key: known.text !== undefined && key.length === 1 ? key : key,
    code: known.code,
    windowsVirtualKeyCode: known.keyCode,
    modifiers,
  };
  await session.send('Input.dispatchKeyEvent', {
    type: isText ? 'keyDown' : 'rawKeyDown',
    ...event,
    ...(isText ? { text: known.text } : {}),
  });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

function describeCharacter(key: string): { code: string; keyCode: number; text: string } {
  const upper = key.toUpperCase();
  return { code: nameKeyCode(upper) ?? key, keyCode: upper.charCodeAt(0), text: key };
}

/** The physical key of a letter or digit, as `KeyboardEvent.code` names it. */
function nameKeyCode(upper: string): string | null {
  if (/\d/.test(upper)) return `Digit${upper}`;
  return /[A-Z]/.test(upper) ? `Key${upper}` : null;
}
