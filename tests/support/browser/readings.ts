/** What the content script made of a console's page, as the background stored it, and the panel's command to it. */
import type { PageDriver } from './page-driver.ts';

const WAIT_MS = 20_000;

export interface Reading {
  tabId: number;
  consoleId: string | null;
  health: { state: string; problems: string[] };
  isPrivateNote?: true;
  conversation: {
    id: string;
    consoleId: string;
    customerName?: string;
    messages: { id: string; role: string; text: string }[];
  };
}

/** An expression for the readings of a console's tabs; ones without an open conversation too. */
const findReadings = (consoleId: string) =>
  `chrome.storage.session.get().then((all) => Object.entries(all).filter(([key]) => key.startsWith('reading:'))
    .map(([key, reading]) => ({ ...reading, tabId: Number(key.slice('reading:'.length)) }))
    .filter((reading) => reading.consoleId === ${JSON.stringify(consoleId)}))`;

/** Waits until a tab's console is this one and has this. @param condition of `reading`, whose conversation is open */
export function waitForReading(
  panel: PageDriver,
  consoleId: string,
  condition = 'true',
  timeoutMs = WAIT_MS,
): Promise<Reading> {
  return panel.waitFor<Reading>(
    `${findReadings(consoleId)}.then((all) => all.find((reading) => reading.conversation && ${condition}))`,
    timeoutMs,
  );
}

/** Waits until the console is said to be in this state. */
export function waitForHealth(panel: PageDriver, consoleId: string, state: string): Promise<Reading> {
  return panel.waitFor<Reading>(
    `${findReadings(consoleId)}.then((all) => all.find(({ health }) => health.state === ${JSON.stringify(state)}))`,
    WAIT_MS,
  );
}

/** What is read at this moment; empty while nothing is. */
export function readMessages(
  panel: PageDriver,
  consoleId: string,
): Promise<{ role: string; text: string }[]> {
  return panel.evaluate(
    `${findReadings(consoleId)}.then((all) => all.flatMap(({ conversation }) => conversation?.messages ?? [])
      .map(({ role, text }) => ({ role, text })))`,
  );
}

export const readRoles = ({ conversation }: Reading): string[] =>
  conversation.messages.map(({ role }) => role);

/** The command as the panel sends it, for words that are on no card. */
export async function sendReply(
  panel: PageDriver,
  { tabId, conversation }: Pick<Reading, 'tabId' | 'conversation'>,
  text: string,
): Promise<unknown> {
  const lastCustomerMessageId = conversation.messages.findLast(({ role }) => role === 'customer')?.id ?? null;
  const expected = { conversationId: conversation.id, lastCustomerMessageId };
  const message = { id: 1, type: 'insertReply', data: { requestId: text, expected, text }, timestamp: 0 };
  return panel.evaluate(`chrome.tabs.sendMessage(${tabId}, ${JSON.stringify(message)})`);
}
