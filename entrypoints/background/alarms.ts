import { browser } from 'wxt/browser';
import { reportError } from '../../utils/errors/report-error.ts';
import { idleMinutes } from '../../utils/settings/settings.ts';
import { MINUTE } from '../../utils/time/clock.ts';
import { openRecords } from './records.ts';

const CLOSE_IDLE_CONTACTS = 'close-idle-contacts';

/** Alarms survive the worker's death; timers do not. */
export function listenForAlarms(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== CLOSE_IDLE_CONTACTS) return;
    closeIdleContacts().catch((error: unknown) => reportError('background/close-idle-contacts', error));
  });
  // Creating it again under the same name replaces it: no matter how often we wake, there is one.
  void browser.alarms.get(CLOSE_IDLE_CONTACTS).then((alarm) => {
    if (!alarm) return browser.alarms.create(CLOSE_IDLE_CONTACTS, { periodInMinutes: 1 });
    return undefined;
  });
}

async function closeIdleContacts(): Promise<void> {
  const records = await openRecords();
  await records.contacts.endIdle((await idleMinutes.getValue()) * MINUTE);
}
