/** When a promise is due, in words. */
import type { TFunction } from 'i18next';
import { readUrgency, type ServicePromise } from '../../knowledge/promises/index.ts';
import { DAY, MINUTE } from '../../utils/time/clock.ts';
import { toLocalDate } from '../../utils/time/local-date.ts';
import { sayLength } from '../complaint/say-clock.ts';
import { formatWhen } from '../contacts/describe-contact.ts';
import type { Locale } from '../i18n/i18n.ts';

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

export interface Speaking {
  t: TFunction;
  locale: Locale;
  now: number;
}

/** “today 18:00”, “tomorrow 12:00”, or the date. */
export function sayWhen(at: number, { t, locale, now }: Speaking): string {
  const time = new Intl.DateTimeFormat(locale, TIME).format(at);
  const date = toLocalDate(at);
  if (date === toLocalDate(now)) return t('promise.today', { time });
  if (date === toLocalDate(now + DAY)) return t('promise.tomorrow', { time });
  return formatWhen(at, locale, 'short');
}

/** How much time there is, or how long it is over. */
export function sayTimeLeft(promise: ServicePromise, { t, now }: Speaking): string {
  if (promise.dueAt === null) return t('promise.undated');
  if (Math.abs(promise.dueAt - now) < MINUTE) return t('promise.now');
  const time = sayLength(Math.abs(promise.dueAt - now), t);
  return readUrgency(promise, now) === 'overdue'
    ? t('promise.overdueBy', { time })
    : t('promise.left', { time });
}

/** What became of it; nothing to say of an open one. */
export function sayState({ state }: ServicePromise, t: TFunction): string {
  return state === 'open' ? '' : t(`promise.state.${state}`);
}
