import { readClock, type ClockRule, type StartedClock } from '../../knowledge/complaints/index.ts';
import type { ClockView } from './complaint.ts';
import { OWN_TIME_ZONE } from './own-time-zone.ts';
import type { ComplaintDesk } from './use-complaint-desk.ts';

const CHINA = 'Asia/Shanghai';
const NONE: readonly StartedClock[] = [];

/** The clocks of this complaint that still say something: those of law, and those of the level it has now. */
export function readClocks(desk: ComplaintDesk): ClockView[] {
  const { rules, calendar, judgement, now } = desk;
  const running = desk.kept?.clocks ?? NONE;
  return running
    .flatMap(({ ruleId, startedAt }): ClockView[] => {
      const rule = rules.clocks.find(({ id }) => id === ruleId);
      if (!rule || !(rule.kind === 'law' || judgement.clocks.includes(ruleId))) return [];
      const timeZone = rule.jurisdiction === 'CN' ? CHINA : OWN_TIME_ZONE;
      const reading = readClock(rule, startedAt, { now, timeZone, calendar });
      return [{ rule, startedAt, reading, isDone: isMet(rule, desk) }];
    })
    .toSorted((one, other) => findUrgency(one) - findUrgency(other));
}

/** A team's “answer within” is met by the first answer to the complaint; what the law asks for is more than that. */
function isMet({ kind, duty }: ClockRule, { signals, messages }: ComplaintDesk): boolean {
  if (kind === 'law' || !duty.endsWith('-answer')) return false;
  const firstId = signals.complaint?.evidence[0]?.messageId;
  const from = messages.findIndex(({ id }) => id === firstId);
  return from >= 0 && messages.slice(from + 1).some(({ role }) => role === 'agent');
}

/** Due first comes first; what is met, or has no number, last. */
function findUrgency({ reading, isDone }: ClockView): number {
  return reading.hasNumber && !isDone ? reading.dueAt : Infinity;
}

/** The one that matters now. */
export function findNearestClock(clocks: readonly ClockView[]): ClockView | null {
  return clocks.find(({ reading, isDone }) => reading.hasNumber && !isDone) ?? null;
}
