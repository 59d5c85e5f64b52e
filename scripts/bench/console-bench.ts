/** What the content script costs consoles that never rest, and whether it goes on reading them meanwhile. */
import type { Page } from '@playwright/test';
import { openDeskmateBrowser, type DeskmateBrowser } from '../../tests/support/browser/deskmate-browser.ts';
import { grantLoopback } from '../../tests/support/browser/granted-extension.ts';
import { addOwnAdapter } from '../../tests/support/browser/own-adapter.ts';
import { waitUntil } from '../../tests/support/browser/wait-until.ts';
import { describeOwnConsole, OWN_CONSOLE, serveHostilePages } from '../../tests/support/hostile-pages.ts';
import { servePages } from '../../tests/support/serve-pages.ts';
import { measureMainThread, type MainThreadFigures } from './main-thread.ts';

export interface ConsoleFigures extends MainThreadFigures {
  messagesPerSecond: number;
}

const MESSAGES_PER_SECOND = 20;

/** A page that The Lounge's adapter reads, in which somebody is flooding the channel. */
const BUSY_CONSOLE = `<div id="viewport"><div id="chat-container" data-current-channel="mei">
<div class="chat-view" data-type="query"><div class="header"><span class="title">mei</span></div>
<div class="messages" role="log" style="height:400px;overflow:auto"></div></div><textarea id="input"></textarea></div></div>
<script>let n = 0; const list = document.querySelector('.messages');
setInterval(() => { n += 1; const row = document.createElement('div'); row.className = 'msg' + (n % 3 ? '' : ' self'); row.id = 'msg-' + n;
row.dataset.type = 'message'; row.innerHTML = '<span class="from">mei</span> <span class="content">第' + n + '条，我的退款怎么还没有到账呢</span>';
list.append(row); if (list.childElementCount > 300) list.firstElementChild.remove(); list.scrollTop = 1e9; }, ${1000 / MESSAGES_PER_SECOND});</script>`;

export function benchConsole(pairs: number, secondsEach: number): Promise<ConsoleFigures> {
  return withBrowser(async (browser) => {
    const served = await servePages({ '/': { body: BUSY_CONSOLE } });
    const page = await browser.context.newPage();
    const where = { page, port: Number(new URL(served.url).port), path: '/' };
    const figures = await measureMainThread({ ...where, pairs, secondsEach });
    served.close();
    return { messagesPerSecond: MESSAGES_PER_SECOND, ...figures };
  });
}

const NEW_LINES = `window.said = 0; setInterval(() => { said += 1; say('退款怎么还没有到账呢' + said); }, 1000);`;
const SCROLLING = `window.turn = 0; setInterval(() => { turn += 1; show(list.scrollTop + (turn % 20 < 10 ? -120 : 120)); }, 100);`;

/** Pages that are hard on whoever watches them; longer than the busy one, as what they do comes in seconds. */
const HOSTILE = {
  /** The whole list of 200 rows is made anew every second. */
  rewritten: { path: '/rewritten', start: NEW_LINES },
  /** 5,000 messages in a few rows that are used again for others, while the agent scrolls about. */
  recycled: { path: '/virtual', start: `${NEW_LINES}${SCROLLING}` },
  /** 5,000 rows in the page. */
  long: { path: '/long', start: NEW_LINES },
} as const;

export interface HostileFigures extends MainThreadFigures {
  /** It was read to the end, not given up. */
  isRead: boolean;
}

export function benchHostile(
  pairs: number,
  secondsEach: number,
): Promise<Record<keyof typeof HOSTILE, HostileFigures>> {
  return withBrowser(async (browser) => {
    const served = await serveHostilePages();
    const own = await browser.openPractice();
    await addOwnAdapter(own, describeOwnConsole());
    const page = await browser.context.newPage();
    const port = Number(new URL(served.url).port);
    const measureOne = async ({ path, start }: { path: string; start: string }) => {
      const figures = await measureMainThread({ page, port, path, start, pairs, secondsEach });
      return { ...figures, isRead: await isRead(own, page) };
    };
    const figures = {
      rewritten: await measureOne(HOSTILE.rewritten),
      recycled: await measureOne(HOSTILE.recycled),
      long: await measureOne(HOSTILE.long),
    };
    served.close();
    return figures;
  });
}

/** What is shown last is what was read last, within the time reading may take on a page that never rests. */
async function isRead(own: Page, page: Page): Promise<boolean> {
  const last = await page.evaluate<string>(
    `[...document.querySelectorAll('.row')].map((row) => [row.getBoundingClientRect().top, row.innerText]).sort((one, other) => one[0] - other[0]).at(-1)[1].trim()`,
  );
  return waitUntil(
    own,
    `chrome.storage.session.get().then((all) => Object.values(all).some((each) => each?.consoleId === '${OWN_CONSOLE}' && each.conversation?.messages.some(({ text }) => text === ${JSON.stringify(last)})))`,
  ).then(
    () => true,
    () => false,
  );
}

async function withBrowser<TValue>(use: (browser: DeskmateBrowser) => Promise<TValue>): Promise<TValue> {
  const browser = await openDeskmateBrowser({ extension: await grantLoopback('bench') });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
