/** What somebody has taught or imported: an adapter put beside the bundled ones. */
import type { Page } from '@playwright/test';
import type { ConsoleAdapter } from '../../../knowledge/adapters/index.ts';
import { waitUntil } from './wait-until.ts';

/** @param page one of the extension's own */
export async function addOwnAdapter(page: Page, adapter: ConsoleAdapter): Promise<void> {
  // Opened before the extension has made it, it would be an empty one.
  await waitUntil(
    page,
    `indexedDB.databases().then((all) => all.some(({ name }) => name === 'deskmate-knowledge'))`,
  );
  const row = JSON.stringify({ id: adapter.id, v: 1, adapter, savedAt: 1 });
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('deskmate-knowledge');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('adapters', 'readwrite');
      transaction.objectStore('adapters').put(${row});
      transaction.oncomplete = () => { opening.result.close(); resolve(); };
    };
  }).then(() => chrome.storage.local.set({ adaptersChangedAt: Date.now() }))`);
}
