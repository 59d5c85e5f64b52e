/** Puts the benchmark's articles into the extension's own database, through the database itself. */
import type { Page } from '@playwright/test';
import type { Article } from '../../knowledge/articles/index.ts';

const CHUNK = 1_000;

/** @param page any page of the extension */
export async function seedArticles(page: Page, articles: readonly Article[]): Promise<void> {
  for (let start = 0; start < articles.length; start += CHUNK) {
    await page.evaluate(putArticles, articles.slice(start, start + CHUNK));
  }
}

/** Runs in the page. Waits for the extension to have made its database. */
async function putArticles(articles: readonly Article[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('deskmate-knowledge');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const transaction = database.transaction('articles', 'readwrite');
  for (const article of articles) {
    transaction.objectStore('articles').put({ ...article, v: 1, packId: 'bench', updatedAt: Date.now() });
  }
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', () => reject(transaction.error));
  });
  database.close();
}
