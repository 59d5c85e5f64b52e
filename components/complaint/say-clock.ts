/** Clocks in words. */
import type { TFunction } from 'i18next';
import type { ClockReading } from '../../knowledge/complaints/index.ts';
import { DAY, MINUTE } from '../../utils/time/clock.ts';
import type { ClockView } from '../state/complaint.ts';

const HOUR = 60 * MINUTE;
const SOON_MS = 2 * HOUR;

export function isDueSoon({ reading, isDone }: ClockView): boolean {
  return !isDone && reading.hasNumber && reading.left < SOON_MS;
}

/** “11 h 59 min”, “3 days”; a clock without a number says why. */
export function sayLeft(reading: ClockReading, t: TFunction): string {
  if (!reading.hasNumber) return t(`clock.reason.${reading.reason}`);
  if (reading.isPassed) return t('clock.passed', { time: sayLength(-reading.left, t) });
  return t('clock.left', { time: sayLength(reading.left, t) });
}

/** For the bar, where every character counts: “1:59”, “3 days”. */
export function sayShort(reading: ClockReading, t: TFunction): string {
  if (!reading.hasNumber) return '';
  if (reading.isPassed) return t('clock.over');
  if (reading.left >= 2 * DAY) return sayLength(reading.left, t);
  const minutes = Math.floor(reading.left / MINUTE);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function sayLength(milliseconds: number, t: TFunction): string {
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (milliseconds >= 2 * DAY) return t('clock.days', { count: Math.floor(milliseconds / DAY) });
  if (minutes < 60) return t('clock.minutes', { count: minutes });
  return t('clock.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
