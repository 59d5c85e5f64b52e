/** Measures from a customer's line appearing in the console to its cards being painted in the panel. */
import type { Page } from '@playwright/test';
import type { PageDriver } from './page-driver.ts';

/** Both pages share the machine's clock: `timeOrigin + now()` is comparable between them. */
const NOW = 'performance.timeOrigin + performance.now()';

/** Call before the line appears. @param marker text that only the new line contains; any line if empty */
export async function armPaintProbe(console: Page, panel: PageDriver, marker = ''): Promise<void> {
  await console.evaluate(`(() => {
    globalThis.lineAt = null;
    const known = new Set([...document.querySelectorAll('[data-role="customer"]')].map((row) => row.textContent + row.dataset.messageId));
    new MutationObserver((_, observer) => {
      const line = [...document.querySelectorAll('[data-role="customer"]')].find((row) =>
        !known.has(row.textContent + row.dataset.messageId) && row.textContent.includes(${JSON.stringify(marker)}));
      if (!line) return;
      globalThis.lineAt = ${NOW};
      observer.disconnect();
    }).observe(document.body, { subtree: true, childList: true });
  })()`);
  await panel.evaluate(`(() => {
    globalThis.paintedAt = null;
    const isThere = () => document.querySelector('.card') && document.querySelector('blockquote')?.textContent.includes(${JSON.stringify(marker)});
    globalThis.wasThere = ${marker === '' ? 'false' : 'isThere()'};
    const stamp = () => requestAnimationFrame(() => setTimeout(() => { globalThis.paintedAt ??= ${NOW}; }));
    new MutationObserver((_, observer) => {
      if (!isThere()) return;
      observer.disconnect();
      stamp();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  })()`);
}

/** @returns milliseconds from line to paint */
export async function readPaintProbe(console: Page, panel: PageDriver): Promise<number> {
  const paintedAt = await panel.waitFor<number>('globalThis.paintedAt');
  const lineAt = await console.evaluate<number>('globalThis.lineAt');
  return paintedAt - lineAt;
}
