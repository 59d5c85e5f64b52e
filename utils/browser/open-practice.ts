import { browser } from 'wxt/browser';

/** Opens the practice console, or brings the one that is open to the front. */
export async function openPractice(): Promise<void> {
  const url = browser.runtime.getURL('/practice.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
}
