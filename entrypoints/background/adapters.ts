/** Which adapters a console's page may be read with: everything is checked here, once, before it goes there. */
import { browser } from 'wxt/browser';
import {
  BUNDLED_ADAPTERS,
  chooseAdapters,
  type AdapterInUse,
  type ConsoleAdapter,
} from '../../knowledge/adapters/index.ts';
import { consoleAdapterSchema, consolePageSchema } from '../../knowledge/contracts/index.ts';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { adaptersChangedAt, switchedOffAdapters } from '../../utils/settings/settings.ts';
import { readTeamPolicy, watchTeamPolicy } from '../../utils/settings/team-policy.ts';
import { openRecords } from './records.ts';
import { acceptSender } from './sender.ts';

const GUESSING_SCRIPT = '/guess-console.js';

export function listenForAdapterQuestions(): void {
  const { listen } = createMessenger<ToBackground>();

  listen('adaptersFor', async ({ data, sender }) => {
    const isAllowed = acceptSender('adaptersFor', sender, browser.runtime.id) !== null;
    const page = consolePageSchema.safeParse(data);
    if (!isAllowed || !page.success) return [];
    const [own, switchedOff] = await Promise.all([listOwn(), listSwitchedOff()]);
    return chooseAdapters({ bundled: BUNDLED_ADAPTERS, own, switchedOff }, page.data.url);
  });

  listen('unknownConsoleFocused', async ({ sender }) => {
    const tabId = acceptSender('unknownConsoleFocused', sender, browser.runtime.id)?.tabId;
    return typeof tabId === 'number' ? guessConsole(tabId) : null;
  });

  watchTeamPolicy(() => void adaptersChangedAt.setValue(Date.now()));
}

/** By the person, and by the team for everybody. */
async function listSwitchedOff(): Promise<string[]> {
  const [own, team] = await Promise.all([switchedOffAdapters.getValue(), readTeamPolicy()]);
  return [...own, ...team.switchedOffConsoles];
}

/** Without the records a person still has the consoles that came with the extension. */
async function listOwn(): Promise<ConsoleAdapter[]> {
  try {
    const { adapters } = await openRecords();
    const rows = await adapters.list();
    return rows.flatMap(({ adapter }) => consoleAdapterSchema.safeParse(adapter).data ?? []);
  } catch (error) {
    reportError('background/own-adapters', error);
    return [];
  }
}

/** Looks at the page only now: hardly any page needs that code. */
async function guessConsole(tabId: number): Promise<AdapterInUse | null> {
  // Where we may not enter, such as our own pages, there is nothing to guess.
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId }, files: [GUESSING_SCRIPT] })
    .catch(() => []);
  const guessed = consoleAdapterSchema.safeParse(answer?.result);
  if (!guessed.success) return null;
  const isWanted = !(await listSwitchedOff()).includes(guessed.data.id);
  return isWanted ? { ...guessed.data, origin: 'guessed' } : null;
}
