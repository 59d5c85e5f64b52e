/** The search worker as the browser sees it: how many there are, its end, and what it keeps on disk. */
import type { DeskmateBrowser } from './deskmate-browser.ts';
import type { PageDriver } from './page-driver.ts';
import { attachToTarget, listTargets } from './target-session.ts';

const FILE = '/search-worker.js';
const WAIT_MS = 10_000;
/** By then the worker has taken what it was sent. */
const HEARD_MS = 100;

/** @returns ids; another one for a worker that was started anew */
export async function listSearchWorkers({ session, extensionId }: DeskmateBrowser): Promise<string[]> {
  const targets = await listTargets(session);
  return targets
    .filter(
      ({ type, url }) =>
        type === 'shared_worker' && url.startsWith(`chrome-extension://${extensionId}${FILE}`),
    )
    .map(({ targetId }) => targetId);
}

/**
 * Ends it after a while in which it hears nothing: what is asked meanwhile is never answered.
 *
 * @returns resolves when it is gone
 */
export async function endSearchWorker(browser: DeskmateBrowser, busyMs = 0): Promise<() => Promise<void>> {
  const [id = ''] = await listSearchWorkers(browser);
  const worker = await attachToTarget(browser.session, ({ targetId }) => targetId === id);
  const expression = `for (const from = Date.now(); Date.now() - from < ${busyMs};); self.close()`;
  // Whoever ends answers nobody, this included.
  worker.send('Runtime.evaluate', { expression }).catch(() => undefined);
  // The browser holds back the next worker for a debugger that is still attached to the last one.
  await pause(HEARD_MS);
  await worker.detach();
  return async () => {
    for (let waited = 0; (await listSearchWorkers(browser)).includes(id); waited += 25) {
      if (waited > WAIT_MS) throw new Error('the search worker lives on');
      await pause(25);
    }
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Runs `use` with the row of the stored index, and stores that again where it says so. */
const WITH_STORED = (use: string) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('deskmate-knowledge');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    const transaction = database.transaction('segments', 'readwrite');
    const segments = transaction.objectStore('segments');
    let result = null;
    segments.get('base').onsuccess = ({ target: { result: row } }) => { if (row) { ${use} } };
    transaction.onerror = () => reject(transaction.error);
    transaction.oncomplete = () => { database.close(); resolve(result); };
  };
})`;

/** @returns a number that changes with what is stored; null while nothing is */
export function readStoredIndex(page: PageDriver): Promise<number | null> {
  return page.evaluate<number | null>(
    WITH_STORED(
      `result = new Uint8Array(row.buffers.impacts).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7);`,
    ),
  );
}

/** As a write that was torn: the numbers are gone, everything else is there. */
export async function damageStoredIndex(page: PageDriver): Promise<void> {
  await page.evaluate(WITH_STORED(`new Uint8Array(row.buffers.impacts).fill(0); segments.put(row);`));
}
