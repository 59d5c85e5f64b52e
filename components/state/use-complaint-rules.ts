import { useEffect, useMemo, useState } from 'react';
import {
  loadChinaCalendar,
  loadComplaintRules,
  WEEKDAY_CALENDAR,
  type ComplaintRules,
  type WorkCalendar,
} from '../../knowledge/complaints/index.ts';
import { readOwnRules } from '../../knowledge/contracts/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { ownComplaintRules } from '../../utils/settings/settings.ts';
import { useSetting } from './use-setting.ts';

export interface RulesInUse {
  rules: ComplaintRules;
  calendar: WorkCalendar;
  /** The team's own have a mistake: ours are used. */
  hasBrokenRules: boolean;
}

/** The team's rules over ours; null until loaded. */
export function useComplaintRules(): RulesInUse | null {
  const bundled = useBundledRules();
  const calendar = useCalendar();
  const [own] = useSetting(ownComplaintRules);
  return useMemo(() => {
    if (!bundled) return null;
    const read = own === null ? null : readOwnRules(own, bundled);
    const rules = read?.ok ? read.value : bundled;
    return { rules, calendar, hasBrokenRules: read?.ok === false };
  }, [bundled, calendar, own]);
}

export function useBundledRules(): ComplaintRules | null {
  const [bundled, setBundled] = useState<ComplaintRules | null>(null);
  useEffect(() => {
    loadComplaintRules()
      .then(setBundled)
      .catch((error: unknown) => reportError('panel/complaint-rules', error));
  }, []);
  return bundled;
}

/** Until the table of holidays is there, and where it cannot be read, weekdays are working days. */
function useCalendar(): WorkCalendar {
  const [calendar, setCalendar] = useState<WorkCalendar>(WEEKDAY_CALENDAR);
  useEffect(() => {
    loadChinaCalendar()
      .then((china) => setCalendar(china))
      .catch((error: unknown) => reportError('panel/work-calendar', error));
  }, []);
  return calendar;
}
