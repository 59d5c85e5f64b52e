/** A contact in words: for lists and headings. */
import type { TFunction } from 'i18next';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { SECOND } from '../../utils/time/clock.ts';
import type { Locale } from '../i18n/i18n.ts';

export function describeContact(contact: Contact, t: TFunction): string {
  return contact.customerLabel || t('contact.unnamed');
}

/** @param milliseconds how long something took */
export function formatDuration(milliseconds: number, t: TFunction): string {
  const seconds = Math.round(milliseconds / SECOND);
  if (seconds < 60) return t('time.seconds', { count: seconds });
  return t('time.minutes', { count: Math.round(seconds / 60) });
}

const SHORT: Intl.DateTimeFormatOptions = {
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
};
const EXACT: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'medium' };

/** @param at epoch milliseconds */
export function formatWhen(at: number, locale: Locale, form: 'short' | 'exact'): string {
  return new Intl.DateTimeFormat(locale, form === 'short' ? SHORT : EXACT).format(at);
}
