/** What a person does to teach Deskmate a console, in the panel and in the page. */
import type { Locator, Page } from '@playwright/test';
import type { PanelDriver } from './page-driver.ts';

/** From the panel’s own button to the first question. */
export async function begin(panel: PanelDriver): Promise<void> {
  await panel.clickButton('教同桌认识它');
  await panel.waitForText('教同桌认识这个页面');
  await panel.clickButton('开始');
  await waitForStep(panel, '点一条客户说的话');
}

/** What the panel asks for now, as it says it. */
export const waitForStep = (panel: PanelDriver, step: string) =>
  panel.waitFor(
    `[...document.querySelectorAll('[role="status"]')].some((one) => one.textContent === ${JSON.stringify(step)})`,
  );

/** With the mouse where the element is: an overlay of ours lies over it. */
export async function point(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to point at');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** A third line is asked for where there are notices among the lines; here nobody shows one. */
export async function skipThird(panel: PanelDriver): Promise<void> {
  await panel.waitFor(
    `[...document.querySelectorAll('[role="status"]')].some(({ textContent }) => /^(点一下写回复|点一条两边都不是)/.test(textContent))`,
  );
  if ((await panel.text()).includes('没有这样的，跳过')) await panel.clickButton('没有这样的，跳过');
  await waitForStep(panel, '点一下写回复的输入框');
}
