/** What the content script costs a busy console: the same page with and without it, in one run. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession, Page } from '@playwright/test';
import { openDeskmateBrowser } from '../../tests/support/browser/deskmate-browser.ts';
import { grantLoopback } from '../../tests/support/browser/granted-extension.ts';

export interface ConsoleFigures {
  messagesPerSecond: number;
  pairs: number;
  secondsEach: number;
  /** Main-thread processor time per second of page, medians. */
  shareWith: number;
  shareWithout: number;
  /** What ours adds: the median of the differences pair by pair. */
  addedShare: number;
}

const MESSAGES_PER_SECOND = 20;

/** A page that The Lounge's adapter reads, in which somebody is flooding the channel. */
const BUSY_CONSOLE = `<!doctype html><meta charset="utf-8"><div id="viewport"><div id="chat-container" data-current-channel="mei">
<div class="chat-view" data-type="query"><div class="header"><span class="title">mei</span></div>
<div class="messages" role="log" style="height:400px;overflow:auto"></div></div><textarea id="input"></textarea></div></div>
<script>let n = 0; const list = document.querySelector('.messages');
setInterval(() => { n += 1; const row = document.createElement('div'); row.className = 'msg' + (n % 3 ? '' : ' self'); row.id = 'msg-' + n;
row.dataset.type = 'message'; row.innerHTML = '<span class="from">mei</span> <span class="content">第' + n + '条，我的退款怎么还没有到账呢</span>';
list.append(row); if (list.childElementCount > 300) list.firstElementChild.remove(); list.scrollTop = 1e9; }, ${1000 / MESSAGES_PER_SECOND});</script>`;

/**
 * One browser, one page at two addresses: the extension has access to 127.0.0.1 and none to localhost, where
 * it runs nothing. Measured in turn, so that a slow minute of the machine meets both.
 */
export async function benchConsole(pairs: number, secondsEach: number): Promise<ConsoleFigures> {
  const server = await serve(BUSY_CONSOLE);
  const browser = await openDeskmateBrowser({ extension: await grantLoopback('bench') });
  try {
    const { port } = server.address() as AddressInfo;
    const page = await browser.context.newPage();
    const shares: { with: number; without: number }[] = [];
    for (let at = 0; at < pairs; at += 1) {
      const without = await measure(page, `http://localhost:${port}/`, secondsEach);
      shares.push({ without, with: await measure(page, `http://127.0.0.1:${port}/`, secondsEach) });
    }
    return {
      messagesPerSecond: MESSAGES_PER_SECOND,
      pairs,
      secondsEach,
      shareWith: median(shares.map((share) => share.with)),
      shareWithout: median(shares.map(({ without }) => without)),
      addedShare: median(shares.map((share) => share.with - share.without)),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

async function measure(page: Page, url: string, seconds: number): Promise<number> {
  await page.goto(url);
  await page.waitForTimeout(2_000);
  const session = await page.context().newCDPSession(page);
  // Time on the processor, not on the wall: other work on the machine must not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await readTaskSeconds(session, page);
  await page.waitForTimeout(seconds * 1_000);
  const after = await readTaskSeconds(session, page);
  await session.detach();
  return (after - before) / seconds;
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

function serve(html: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').end(html);
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
