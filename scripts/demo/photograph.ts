import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { PageDriver } from '../../tests/support/browser/page-driver.ts';

/** Console and panel in one picture, as they stand side by side on screen. */
export async function photographTogether(console: Page, panel: PageDriver, file: string): Promise<void> {
  const left = (await console.screenshot()).toString('base64');
  const { data: right } = (await panel.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
  const page = await console.context().newPage();
  try {
    await page.setViewportSize({ width: 1280 + 360 + 1, height: 800 });
    await page.setContent(`<body style="margin:0;display:flex;gap:1px;align-items:flex-start;background:#adb5bd">
      <img src="data:image/png;base64,${left}" style="height:800px"><img src="data:image/png;base64,${right}" style="width:360px"></body>`);
    await writeFile(file, await page.locator('body').screenshot());
  } finally {
    await page.close();
    await console.bringToFront();
  }
}
