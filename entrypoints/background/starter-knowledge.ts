import { browser } from 'wxt/browser';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import { ensureStarterKnowledge } from '../../knowledge/starter/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { openRecords } from './records.ts';
import { acceptSender } from './sender.ts';
import { followGrants } from './site-access.ts';

/** At first run, after an update, and whenever a panel opens: a killed installation goes on then. */
export function listenForStarterKnowledge(): void {
  const ensure = () =>
    installStarterKnowledge().catch((error: unknown) => reportError('background/starter-knowledge', error));
  browser.runtime.onInstalled.addListener(() => void ensure());
  createMessenger<ToBackground>().listen('panelOpened', async ({ sender }) => {
    if (acceptSender('panelOpened', sender, browser.runtime.id))
      await Promise.all([ensure(), followGrants()]);
  });
}

async function installStarterKnowledge(): Promise<void> {
  const { articles } = await openRecords();
  await ensureStarterKnowledge({
    listInstalled: () => articles.listPacks(),
    installPack: (pack) => articles.installPack(pack),
    fetchPack: async (id) => {
      const response = await fetch(browser.runtime.getURL(`/packs/${id}.json` as '/'));
      return response.json() as Promise<unknown>;
    },
  });
}
