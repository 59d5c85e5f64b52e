/** Asks the search every question and notes where the right script came. */
import { MIN_CONFIDENCE } from '../../knowledge/suggestions/index.ts';
import type { SearchService } from '../state/search-client.ts';
import type { TestLine } from './test-lines.ts';

export interface TestResult {
  line: TestLine;
  /** Counted from 1; null when the expected script is not among the first five, or none is expected. */
  place: number | null;
  /** What came first; null when nothing was found. */
  firstId: string | null;
  isSure: boolean;
}

export interface TestRun {
  lines: readonly TestLine[];
  search: SearchService;
  /** Aborted: what is done so far is the result. */
  signal: AbortSignal;
  onProgress: (done: number) => void;
}

const FIRST = 5;
/** Few enough that a customer who writes meanwhile is answered at once. */
const AT_A_TIME = 8;

/** @throws whatever the search fails with */
export async function runTest({ lines, search, signal, onProgress }: TestRun): Promise<TestResult[]> {
  const results: TestResult[] = [];
  while (results.length < lines.length && !signal.aborted) {
    const batch = lines.slice(results.length, results.length + AT_A_TIME);
    results.push(...(await Promise.all(batch.map((line) => askOne(line, search)))));
    onProgress(results.length);
  }
  return results;
}

async function askOne(line: TestLine, search: SearchService): Promise<TestResult> {
  const { hits } = await search.search(line.question, FIRST);
  const at = hits.findIndex(({ articleId }) => line.expected?.ids.includes(articleId));
  return {
    line,
    place: at < 0 ? null : at + 1,
    firstId: hits[0]?.articleId ?? null,
    isSure: (hits[0]?.confidence ?? 0) >= MIN_CONFIDENCE,
  };
}

/** Found and missed name a script that exists; `unknown` names one that does not; the others name none. */
export type Verdict = 'found' | 'missed' | 'unknown' | 'sure' | 'unsure';

export function judge({ line: { expected }, place, isSure }: TestResult): Verdict {
  if (!expected) return isSure ? 'sure' : 'unsure';
  if (expected.ids.length === 0) return 'unknown';
  return place === null ? 'missed' : 'found';
}
