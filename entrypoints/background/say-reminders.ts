import { browser } from 'wxt/browser';
import type { Reminder } from '../../knowledge/promises/index.ts';
import { toLocalDate } from '../../utils/time/local-date.ts';

export interface ReminderWords {
  title: string;
  message: string;
}

interface Saying {
  /** The customer as the lists show them: 王** */
  label: string;
  now: number;
}

type Say = (key: string, values?: string[]) => string;

/**
 * A notification can be seen by anybody who passes, so it has the kind of promise and its time, never the words that
 * were written to the customer. It speaks the browser's language, as everything outside our pages does.
 */
export function sayReminders(tell: readonly Reminder[], saying: Saying): ReminderWords {
  const [first] = tell;
  const overdue = tell.filter(({ kind }) => kind === 'overdue').length;
  if (first && tell.length === 1) {
    const title = say(first.kind === 'overdue' ? 'reminderOverdue' : 'reminderSoon');
    return { title, message: describe(first, saying) };
  }
  const title = say('reminderMany', [String(tell.length)]);
  return { title, message: say(overdue > 0 ? 'reminderManyOverdue' : 'reminderManySoon', [String(overdue)]) };
}

function describe({ promise: { action, dueAt } }: Reminder, { label, now }: Saying): string {
  const what = say(`promised_${action.replaceAll('-', '_')}`);
  const who = label || say('reminderCustomer');
  return dueAt === null
    ? say('reminderUndated', [who, what])
    : say('reminderLine', [who, what, formatTime(dueAt, now)]);
}

/** Today by the hour, another day with its date. */
function formatTime(at: number, now: number): string {
  const isToday = toLocalDate(at) === toLocalDate(now);
  const day = isToday ? {} : ({ month: 'numeric', day: 'numeric' } as const);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { ...day, ...time }).format(at);
}

/** The names of messages are types where they are written out; these are put together. */
const say: Say = (key, values = []) => (browser.i18n.getMessage as Say)(key, values);
