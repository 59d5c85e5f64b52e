/** What an agent does in the panel, in one place for all end-to-end tests. */
import type { Page } from '@playwright/test';
import type { PanelDriver } from './page-driver.ts';
import { waitUntil } from './wait-until.ts';

/** The four places, by their position in the navigation. */
const PLACES = ['assist', 'wrap-up', 'practice', 'mine'] as const;

export async function goTo(panel: PanelDriver, place: (typeof PLACES)[number]): Promise<void> {
  await panel.click(`nav button:nth-child(${PLACES.indexOf(place) + 1})`);
}

export async function choose(panel: PanelDriver, settings: Record<string, unknown>): Promise<void> {
  await panel.evaluate(`chrome.storage.local.set(${JSON.stringify(settings)})`);
}

/** What the card at this position would insert. */
export function readCard(panel: PanelDriver, position = 1): Promise<string> {
  return panel.evaluate<string>(
    `document.querySelectorAll('.card')[${position - 1}].querySelector('[data-reply]').textContent`,
  );
}

export function listCards(panel: PanelDriver): Promise<string[]> {
  return panel.evaluate<string[]>(
    `[...document.querySelectorAll('.card')].map((card) => card.dataset.article)`,
  );
}

/** Waits until the cards answer this customer line, and as long as an eye needs to see them. */
export async function waitForCards(panel: PanelDriver, customerLine: string): Promise<void> {
  await panel.waitFor(
    `document.querySelector('blockquote')?.textContent.includes(${JSON.stringify(customerLine)}) && !!document.querySelector('.card')`,
  );
  await new Promise((resolve) => setTimeout(resolve, 600));
}

/** How long the panel takes a key for meant, and then some: an older one is dropped on purpose (`MAX_AGE_MS`). */
const KEY_LASTS_MS = 3_000;
const MAX_PRESSES = 3;

/**
 * Presses an insertion key in the console as a person does: again, if nothing came of it. On an overloaded
 * machine the background can wake too late for the first one.
 *
 * @param done expression in the console's page that is true once the text is there
 */
export async function pressInsertionKey(console: Page, key: string, done: string): Promise<void> {
  for (let press = 1; press < MAX_PRESSES; press += 1) {
    await console.keyboard.press(key);
    const isDone = await waitUntil(console, done, KEY_LASTS_MS).then(
      () => true,
      () => false,
    );
    if (isDone) return;
    process.stdout.write(`pressed ${key} again: nothing came of it in ${KEY_LASTS_MS} ms\n`);
  }
  await console.keyboard.press(key);
  await waitUntil(console, done);
}

export async function waitForNotice(panel: PanelDriver, kind: string): Promise<string> {
  return panel.waitFor<string>(`document.querySelector('[data-notice="${kind}"]')?.innerText`);
}

/** Ends the contact and wraps it up with the keyboard alone. */
export async function wrapUpByKeyboard(panel: PanelDriver, ratings = '45454'): Promise<void> {
  await panel.waitFor(`!document.querySelector('header button:disabled')`);
  await panel.press('Alt+W');
  await panel.waitFor(`!!document.querySelector('[data-field="outcome"]')`);
  await panel.waitFor(`!!document.activeElement?.closest('[data-field="outcome"]')`);
  for (const digit of `1${ratings}`) await panel.press(digit);
  await panel.press('Ctrl+Enter');
  await waitForNotice(panel, 'saved');
}
