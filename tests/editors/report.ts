import { CASES } from './cases.ts';
import type { CaseResult } from './run-case.ts';
import { SET_UPS } from './set-ups.ts';

export interface BrowserReport {
  browser: string;
  version: string;
  cases: number;
  passed: number;
  /** Replies that are not right although the inserter said they are. */
  silent: number;
  doubles: number;
  seconds: number;
  results: CaseResult[];
}

export function summarise(
  browser: string,
  version: string,
  { results, seconds }: { results: CaseResult[]; seconds: number },
): BrowserReport {
  const count = (isCounted: (result: CaseResult) => boolean) => results.filter(isCounted).length;
  return {
    browser,
    version,
    cases: results.length,
    passed: count(({ ok }) => ok),
    silent: count(({ isSilent }) => isSilent),
    doubles: count(({ isDouble }) => isDouble),
    seconds,
    results,
  };
}

/** One line an editor, one column a case, and every failure in words below. */
export function drawTable(reports: readonly BrowserReport[]): string {
  return reports.map(drawBrowser).join('\n');
}

function drawBrowser({ browser, version, results, ...report }: BrowserReport): string {
  const lines = SET_UPS.flatMap(({ id, name }) => {
    const own = results.filter((result) => result.setUp === id);
    if (own.length === 0) return [];
    const marks = CASES.map((test) => drawMark(own.find((result) => result.case === test.id)).padEnd(9));
    return [`  ${name.padEnd(28)}${marks.join('')}`];
  });
  const failures = results
    .filter(({ ok }) => !ok)
    .map(({ setUp, case: test, problems }) => `  ${setUp} × ${test}: ${problems.join('; ')}`);
  return [
    `${browser} ${version}: ${report.passed} of ${report.cases} right, ${report.silent} wrong without a word, ${report.doubles} inserted twice (${report.seconds.toFixed(0)} s)`,
    `  ${''.padEnd(28)}${CASES.map(({ id }) => id.padEnd(9)).join('')}`,
    ...lines,
    ...failures,
    '',
  ].join('\n');
}

function drawMark(result: CaseResult | undefined): string {
  if (!result) return '-';
  return result.ok ? 'ok' : 'FAILED';
}
