/** Drives Firefox's sidebar the way a person does: real clicks and keys, and waiting for what is shown. */

import { clickBeside, pressInSidebar } from './firefox-input.ts';
import type { FirefoxWindow } from './firefox-window.ts';
import { findButton, POLL_MS, WAIT_MS, type PanelDriver } from './page-driver.ts';

export function driveSidebar(window: FirefoxWindow): PanelDriver {
  const evaluate = async <TValue>(expression: string): Promise<TValue> => {
    // As a script of the page itself; its policy forbids `eval`, which this is not.
    const code = `Promise.resolve(${expression}).then((value) => JSON.stringify({ value }))`;
    const json = await window.runBeside<string>(
      'sidebar',
      `const room = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
       return Cu.evalInSandbox(${JSON.stringify(code)}, room);`,
    );
    return (JSON.parse(json) as { value: TValue }).value;
  };
  const text = () => evaluate<string>("document.body?.innerText ?? ''");

  const waitFor = async <TValue>(expression: string, timeoutMs = WAIT_MS): Promise<TValue> => {
    const until = Date.now() + timeoutMs;
    while (Date.now() < until) {
      const value = await evaluate<TValue>(expression).catch(() => null);
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error(`waited ${timeoutMs} ms in vain for: ${expression}\npage says: ${await text()}`);
  };

  const clickAt = async (find: string): Promise<void> => {
    const place = await waitFor<{ x: number; y: number }>(
      `(() => { const element = ${find}; if (!element) return null; element.scrollIntoView({ block: 'center' });
        const box = element.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; })()`,
    );
    await clickBeside(window, 'sidebar', place);
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
    press: (shortcut) => pressInSidebar(window, shortcut),
  };
}
