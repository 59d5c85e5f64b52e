import { onTestFinished, vi } from 'vitest';
import { observeConsole } from '../../entrypoints/console.content/reading/observe-console.ts';
import type { ConsoleAdapter, ConsoleReading } from '../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow } from './fake-console-page.ts';

/** Watches this document until the test ends and keeps every report. Wants fake timers. */
export function startObserving(findAdapter: () => ConsoleAdapter | null = () => PLAIN_ADAPTER) {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const reports: ConsoleReading[] = [];
  const observer = observeConsole({
    findAdapter,
    signal: abort.signal,
    report: (reading) => reports.push(reading),
  });
  return { observer, abort, reports, texts: () => reports.map(listTexts) };
}

export const listTexts = ({ conversation }: ConsoleReading) => conversation?.messages.map(({ text }) => text);

export const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

export const find = (selector: string) => document.querySelector(selector) as HTMLElement;

/** The customer writes another line. */
export const say = (id: string, text: string) =>
  find('#list').insertAdjacentHTML('beforeend', plainRow(id, text));
