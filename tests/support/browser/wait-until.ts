import type { Page } from '@playwright/test';

/** Waits until the expression is truthy. Playwright's own `waitForFunction` needs `eval`, which our CSP forbids. */
export async function waitUntil(page: Page, expression: string, timeoutMs = 10_000): Promise<void> {
  for (let waited = 0; waited <= timeoutMs; waited += 25) {
    if (await page.evaluate(expression)) return;
    await page.waitForTimeout(25);
  }
  throw new Error(`waited ${timeoutMs} ms in vain for: ${expression}`);
}
