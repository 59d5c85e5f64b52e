/** How well a console could be read. */

/** OK: read as designed. DEGRADED: usable with doubt. BROKEN: do not act on it. */
export const HEALTH_STATES = ['ok', 'degraded', 'broken'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** With these nothing may be suggested: half a transcript is worse than none. */
const BREAKING_PROBLEMS = [
  'no-adapter',
  'no-signature',
  'no-frame',
  'frame-closed',
  'no-list',
  'no-composer',
] as const;

/** Which part of the console could not be read as expected. */
export const HEALTH_PROBLEMS = [
  ...BREAKING_PROBLEMS,
  /** Has to be opened first, as the adapter says. */
  'composer-closed',
  'fallback',
  'unknown-roles',
  'no-customer',
] as const;
export type HealthProblem = (typeof HEALTH_PROBLEMS)[number];

/** Parts an adapter has ordered candidates for. */
export const ADAPTER_PARTS = ['chat', 'conversation', 'list', 'rows', 'text', 'composer'] as const;
export type AdapterPart = (typeof ADAPTER_PARTS)[number];

export interface ReadingHealth {
  state: HealthState;
  problems: HealthProblem[];
  /** Where the first candidate found nothing and another stood in: the console may have changed. */
  fallbacks?: AdapterPart[];
}

export function judgeHealth(
  problems: readonly HealthProblem[],
  fallbacks: readonly AdapterPart[] = [],
): ReadingHealth {
  const all: HealthProblem[] = [...problems, ...(fallbacks.length > 0 ? (['fallback'] as const) : [])];
  const isBroken = all.some((problem) => (BREAKING_PROBLEMS as readonly HealthProblem[]).includes(problem));
  const state = isBroken ? 'broken' : 'degraded';
  return {
    state: all.length === 0 ? 'ok' : state,
    problems: all,
    ...(fallbacks.length > 0 ? { fallbacks: [...fallbacks] } : {}),
  };
}
