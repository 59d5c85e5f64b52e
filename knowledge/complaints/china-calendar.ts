/** China's working days with 调休: weekends worked for a long holiday. The table is fetched only when a clock needs it. */
import type { WorkCalendar } from './clocks.ts';

export async function loadChinaCalendar(): Promise<WorkCalendar> {
  const { getDayDetail, isWorkday } = await import('chinese-days');
  const years = new Map<string, boolean>();
  return {
    isWorkingDay: (date) => isWorkday(date),
    isKnown(date) {
      const year = date.slice(0, 4);
      const known = years.get(year);
      if (known !== undefined) return known;
      // In a year whose table is there, National Day has a name.
      const isKnown = getDayDetail(`${year}-10-01`).name.includes('国庆');
      years.set(year, isKnown);
      return isKnown;
    },
  };
}
