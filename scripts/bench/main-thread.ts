/** What the content script costs a page's main thread: the same page with and without it, in one run. */
import type { CDPSession, Page } from '@playwright/test';

export interface MainThreadFigures {
  pairs: number;
  secondsEach: number;
  /** Main-thread processor time per second of page, medians. */
  shareWith: number;
  shareWithout: number;
  /** What ours adds: the median of the differences pair by pair. */
  addedShare: number;
}

export interface MeasuredPage {
  page: Page;
  port: number;
  path: string;
  /** Run in the page once it is there: what goes on in it while it is measured. */
  start?: string;
  pairs: number;
  secondsEach: number;
}

/**
 * One page at two addresses: the extension has access to 127.0.0.1 and none to localhost, where it runs nothing.
 * Measured in turn, so that a slow minute of the machine meets both.
 */
export async function measureMainThread(options: MeasuredPage): Promise<MainThreadFigures> {
  const { pairs, secondsEach, port, path } = options;
  const shares: { with: number; without: number }[] = [];
  for (let at = 0; at < pairs; at += 1) {
    const without = await measure(`http://localhost:${port}${path}`, options);
    shares.push({ without, with: await measure(`http://127.0.0.1:${port}${path}`, options) });
  }
  return {
    pairs,
    secondsEach,
    shareWith: median(shares.map((share) => share.with)),
    shareWithout: median(shares.map(({ without }) => without)),
    addedShare: median(shares.map((share) => share.with - share.without)),
  };
}

async function measure(url: string, { page, start, secondsEach }: MeasuredPage): Promise<number> {
  await page.goto(url);
  if (start) await page.evaluate(start);
  await page.waitForTimeout(2_000);
  const session = await page.context().newCDPSession(page);
  // Time on the processor, not on the wall: other work on the machine must not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await readTaskSeconds(session, page);
  await page.waitForTimeout(secondsEach * 1_000);
  const after = await readTaskSeconds(session, page);
  await session.detach();
  return (after - before) / secondsEach;
}

function median(values: number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100_000) / 100_000;
}

async function readTaskSeconds(session: CDPSession, page: Page): Promise<number> {
  await page.evaluate('0');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}
