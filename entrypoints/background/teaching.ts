/** Brings the code that is taught by pointing into a page, on the day somebody wants that. */
import { browser } from 'wxt/browser';
import { teachingPageSchema } from '../../knowledge/contracts/index.ts';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { acceptSender } from './sender.ts';

const TEACHING_SCRIPT = '/teach-console.js';

export function listenForTeaching(): void {
  createMessenger<ToBackground>().listen('teachingRequested', async ({ data, sender }) => {
    const page = teachingPageSchema.safeParse(data);
    if (!acceptSender('teachingRequested', sender, browser.runtime.id) || !page.success) return false;
    return enter(page.data.tabId);
  });
}

/** The top frame alone: from there it reaches every frame of the same site. */
async function enter(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [TEACHING_SCRIPT] });
    return true;
  } catch {
    // Not granted, an error page, or one of the browser's own: said in words by the panel.
    return false;
  }
}
