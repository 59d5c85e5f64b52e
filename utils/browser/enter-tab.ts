import { browser } from 'wxt/browser';

/** Brings one of our files into the tab's own page, beside the content script. Rejects where no script may go. */
export async function enterTab(tabId: number, file: '/console-rewriter.js'): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });
}
