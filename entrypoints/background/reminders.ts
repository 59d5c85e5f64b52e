/**
 * Tells of promises that fall due: one alarm for the next, a notification, and the badge on the toolbar button.
 * Everything is worked out from the ledger each time, so nothing is lost with the worker or the browser.
 */
import { browser } from 'wxt/browser';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { Reminder } from '../../knowledge/promises/index.ts';
import { openPanel } from '../../utils/browser/open-panel.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { openRecords } from './records.ts';
import { sayReminders } from './say-reminders.ts';
import { acceptSender } from './sender.ts';

const NEXT_REMINDER = 'next-promise-reminder';
const NOTIFICATION = /^promise\/(-?\d+)\//;
/** Amber asks for a look; red is for severe complaints only. */
const BADGE = { background: '#ffd43b', text: '#212529' };

/** One run after the other: what one tells, the next finds told. */
let lastRun: Promise<void> = Promise.resolve();

export function listenForReminders(): void {
  const look = () => void remindNow();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NEXT_REMINDER) look();
  });
  // Alarms need not outlive the browser, badges never do.
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(look);
  createMessenger<ToBackground>().listen('promisesChanged', async ({ sender }) => {
    if (acceptSender('promisesChanged', sender, browser.runtime.id)) await remindNow();
  });
  findNotifications()?.onClicked.addListener(openPanelFor);
  // Whatever woke us: an alarm that was lost is set again.
  look();
}

/** Never rejects. */
function remindNow(): Promise<void> {
  lastRun = lastRun
    .then(remind)
    .catch((error: unknown) => reportError('background/promise-reminders', error));
  return lastRun;
}

async function remind(): Promise<void> {
  const records = await openRecords();
  const promises = await records.openPromises();
  const now = Date.now();
  const { tell, nextAt } = await promises.takeReminders(now);
  if (nextAt === null) await browser.alarms.clear(NEXT_REMINDER);
  // Under the same name it replaces the one before: there is only ever one.
  else await browser.alarms.create(NEXT_REMINDER, { when: nextAt });
  await showBadge(await promises.countPressing(now));
  if (tell.length > 0) await notify(records, tell, now);
}

async function showBadge(count: number): Promise<void> {
  const action = browser.action ?? browser.browserAction;
  await action.setBadgeText({ text: count > 99 ? '99+' : String(count || '') });
  await action.setBadgeBackgroundColor({ color: BADGE.background });
  await action.setBadgeTextColor({ color: BADGE.text });
}

/** Where notifications are off or fail, the badge and the panel still tell. */
async function notify(records: KnowledgeBase, tell: Reminder[], now: number): Promise<void> {
  const [first] = tell;
  const contact = first && (await records.contacts.find(first.promise.contactId));
  const words = sayReminders(tell, { label: contact?.customerLabel ?? '', now });
  const windowId = await findWindow();
  await findNotifications()?.create(`promise/${windowId}/${first?.promise.id ?? ''}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    ...words,
  });
}

/** A browser or a policy can do without them. */
function findNotifications(): typeof browser.notifications | undefined {
  return browser.notifications;
}

async function findWindow(): Promise<number> {
  return browser.windows.getLastFocused().then(
    ({ id }) => id ?? -1,
    () => -1,
  );
}

/** The window stands in the notification's name: it must be known in the click itself, also by a worker just woken. */
function openPanelFor(notificationId: string): void {
  const windowId = NOTIFICATION.exec(notificationId)?.[1];
  if (windowId === undefined) return;
  const opening = openPanel(Number(windowId));
  void browser.notifications.clear(notificationId);
  browser.windows.update(Number(windowId), { focused: true }).catch(() => undefined);
  // The window is gone, or the browser (Firefox) opens its sidebar for clicks in its own windows only.
  opening.catch(() => browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }));
}
