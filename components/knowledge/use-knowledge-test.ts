import { useEffect, useRef, useState } from 'react';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { useRecords } from '../state/records.ts';
import { useSearch, type SearchService } from '../state/search-client.ts';
import { runTest, type TestResult } from './run-test.ts';
import { readTestLines } from './test-lines.ts';

export interface TestReport {
  results: readonly TestResult[];
  /** Questions that were not asked: too many, or cancelled. */
  left: number;
  /** Of the articles that came first. */
  titles: ReadonlyMap<string, string>;
}

export type TestState =
  | { state: 'idle' }
  /** `total` is null while the articles are read. */
  | { state: 'running'; done: number; total: number | null }
  | { state: 'done'; report: TestReport }
  | { state: 'failed' };

export interface KnowledgeTestActions {
  test: TestState;
  start: (text: string) => void;
  cancel: () => void;
}

/** Runs one test at a time, the newest; leaving the place ends it. */
export function useKnowledgeTest(): KnowledgeTestActions {
  const records = useRecords();
  const search = useSearch();
  const [test, setTest] = useState<TestState>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );
  const start = (text: string) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const show = (state: TestState) => running.current === controller && setTest(state);
    // At once: reading tens of thousands of articles takes a second.
    show({ state: 'running', done: 0, total: null });
    runOn(records, { text, search, signal: controller.signal, show })
      .then((report) => show({ state: 'done', report }))
      .catch((error: unknown) => {
        reportError('panel/knowledge-test', error);
        show({ state: 'failed' });
      });
  };
  return { test, start, cancel: () => running.current?.abort() };
}

interface RunInputs {
  text: string;
  search: SearchService;
  signal: AbortSignal;
  show: (state: TestState) => void;
}

async function runOn(records: KnowledgeBase, { text, search, signal, show }: RunInputs): Promise<TestReport> {
  const { lines, left } = readTestLines(text, await listLiveArticles(records));
  const showProgress = (done: number) => show({ state: 'running', done, total: lines.length });
  showProgress(0);
  const results = await runTest({ lines, search, signal, onProgress: showProgress });
  const firstIds = results.flatMap(({ firstId }) => firstId ?? []);
  const articles = await records.articles.findMany([...new Set(firstIds)]);
  const titles = new Map([...articles].map(([id, { title }]) => [id, title]));
  return { results, left: left + lines.length - results.length, titles };
}

/** An archived article is never found, so nobody can expect it. */
async function listLiveArticles({ articles }: KnowledgeBase) {
  const rows = await articles.listChangedSince(0);
  return rows.filter(({ confidence }) => confidence !== 'archived');
}
