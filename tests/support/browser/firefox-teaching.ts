/** What a scripted person does to teach a console in Firefox, click by click. */
import type { Page } from 'puppeteer-core';
import { pause } from './firefox-actions.ts';
import { WAIT_MS, type PanelDriver } from './page-driver.ts';

/** In the page itself, in frames of its own site, and in open shadow roots. */
const LOCATE = `(selector, text) => {
  const search = (root, left, top) => {
    for (const one of root.querySelectorAll(selector)) {
      const { x, y, width, height } = one.getBoundingClientRect();
      if (one.textContent.includes(text) && width > 0) return { x: left + x + width / 2, y: top + y + height / 2 };
    }
    for (const one of root.querySelectorAll('*')) {
      const { x, y } = one.getBoundingClientRect();
      const found = one.shadowRoot
        ? search(one.shadowRoot, left, top)
        : one.contentDocument && search(one.contentDocument, left + x + one.clientLeft, top + y + one.clientTop);
      if (found) return found;
    }
    return null;
  };
  return search(document, 0, 0);
}`;

/** With the mouse where the element is: while we are taught, an overlay of ours lies over it. */
export async function pointAt(page: Page, selector: string, text = ''): Promise<void> {
  const find = `(${LOCATE})(${JSON.stringify(selector)}, ${JSON.stringify(text)})`;
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(100)) {
    const place = (await page.evaluate(find)) as { x: number; y: number } | null;
    if (place) return page.mouse.click(place.x, place.y);
  }
  throw new Error(`nothing to point at: ${selector} ${text}`);
}

/** The roles in the console that was taught, as it is read from then on. */
export function readTaughtRoles(panel: PanelDriver): Promise<string[]> {
  return panel.waitFor<string[]>(
    `browser.storage.session.get().then((all) => Object.entries(all).filter(([key]) => key.startsWith('reading:'))
      .flatMap(([, { conversation }]) => conversation?.consoleId.startsWith('own-') ? [conversation.messages.map(({ role }) => role)] : [])[0])`,
  );
}

/** Until the next lesson: what was taught is forgotten. */
export async function forgetTaught(panel: PanelDriver): Promise<void> {
  await panel.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('deskmate-knowledge');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const clearing = opening.result.transaction('adapters', 'readwrite');
      clearing.objectStore('adapters').clear();
      clearing.oncomplete = () => { opening.result.close(); resolve(null); };
    };
  })`);
}
