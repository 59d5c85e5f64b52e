/** What a person sees of the picker, and does with it. */
import type { Frame, Page } from '@playwright/test';

const WAIT_MS = 10_000;

export function findPicker(page: Page): Frame | null {
  return page.frames().find((frame) => frame.url().includes('/picker.html')) ?? null;
}

/** Waits until there is a list, and what the expression says of it is true. @returns its frame */
export async function waitForPicker(page: Page, expression = 'true'): Promise<Frame> {
  const listed = `!!document.querySelector('[role="option"]') && (${expression})`;
  for (let waited = 0; waited <= WAIT_MS; waited += 50) {
    const frame = findPicker(page);
    // It can go while it is asked.
    if (frame && (await frame.evaluate(listed).catch(() => false))) return frame;
    await page.waitForTimeout(50);
  }
  const said = await findPicker(page)?.evaluate('document.body.innerText');
  throw new Error(`waited in vain for the picker: ${expression}; it says: ${String(said)}`);
}

export async function waitForNoPicker(page: Page): Promise<void> {
  for (let waited = 0; waited <= WAIT_MS; waited += 50) {
    if (!findPicker(page)) return;
    await page.waitForTimeout(50);
  }
  const said = await findPicker(page)?.evaluate(`document.querySelector('.picker-foot')?.innerText`);
  throw new Error(`the picker is still open; it says: ${String(said)}`);
}

export function readSelected(picker: Frame): Promise<string> {
  return picker.evaluate<string>(`document.querySelector('[aria-selected="true"]').dataset.article`);
}

/** Marks the first script without blanks: that one can go in. @returns how many times down it is */
export function countToFillable(picker: Frame): Promise<number> {
  return picker.evaluate<number>(
    `[...document.querySelectorAll('[role="option"]')].findIndex((row) => !row.querySelector('.mantine-Badge-root'))`,
  );
}

/** Goes down to the first script that needs nothing filled in, and inserts it. */
export async function insertFirst(page: Page, picker: Frame): Promise<void> {
  const steps = await countToFillable(picker);
  if (steps < 0) throw new Error('no script on the list can go in as it is');
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await picker.waitForSelector(`[role="option"]:nth-child(${steps + 1})[aria-selected="true"]`);
  await page.keyboard.press('Enter');
  await waitForNoPicker(page);
}
