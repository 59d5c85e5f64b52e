/** The panel with 10,000 articles: from customer line to painted cards, and from cold to usable. */
import type { Page } from '@playwright/test';
import { openDeskmateBrowser, type DeskmateBrowser } from '../../tests/support/browser/deskmate-browser.ts';
import type { PageDriver } from '../../tests/support/browser/page-driver.ts';
import { armPaintProbe, readPaintProbe } from '../../tests/support/browser/paint-probe.ts';
import { makeArticles } from './make-articles.ts';
import { seedArticles } from './seed.ts';
import { summarise, type Summary } from './statistics.ts';

const QUESTIONS = [
  '广告写的29元200G，激活了根本不是那个套餐',
  '我三天前退的货，钱怎么还没退给我',
  '刚激活就被停机了，为什么',
  '物流三天没更新了，包裹到哪了',
  '拆封了还能退吗',
  '在直播间买的优惠券不能用怎么办',
];

export interface PanelFigures {
  articles: number;
  lineToCardsMs: Summary;
  coldPanelMs: Summary;
  /** From a key in the search box to the list it leads to, painted. */
  keyToListMs: Summary;
}

export async function benchPanel({
  articles,
  lines,
  openings,
  profile,
}: {
  articles: number;
  lines: number;
  openings: number;
  profile: string;
}): Promise<PanelFigures> {
  await prepareProfile(profile, articles);
  const coldPanel: number[] = [];
  for (let at = 0; at < openings; at += 1) coldPanel.push(await withBrowser(profile, openColdPanel));
  const { lineToCards, keyToList } = await withBrowser(profile, async (browser) => {
    const practice = await browser.openPractice();
    const panel = await browser.openPanel(practice);
    return { lineToCards: await measureLines(practice, panel, lines), keyToList: await measureKeys(panel) };
  });
  return {
    articles,
    lineToCardsMs: summarise(lineToCards),
    coldPanelMs: summarise(coldPanel),
    keyToListMs: summarise(keyToList),
  };
}

async function prepareProfile(profile: string, articles: number): Promise<void> {
  await withBrowser(profile, async (browser) => {
    const practice = await browser.openPractice();
    const panel = await browser.openPanel(practice);
    await panel.waitFor(`!!document.querySelector('.card')`);
    await seedArticles(practice, makeArticles(articles));
  });
  // The next start finds many changes, merges them and keeps the segment: once, not per opening.
  await withBrowser(profile, async (browser) => {
    const panel = await browser.openPanel(await browser.openPractice());
    await panel.waitFor(`!!document.querySelector('.card')`, 60_000);
    await panel.waitFor(
      `new Promise((resolve) => { const open = indexedDB.open('deskmate-knowledge'); open.onsuccess = () => {
      const get = open.result.transaction('segments').objectStore('segments').get('base');
      get.onsuccess = () => { open.result.close(); resolve((get.result?.articleIds.split('\\n').length ?? 0) > ${articles}); }; }; })`,
      60_000,
    );
  });
}

/** Cold: new browser, no worker, no page of ours but the console. Usable: the cards for the waiting customer are painted. */
async function openColdPanel(browser: DeskmateBrowser): Promise<number> {
  const practice = await browser.openPractice();
  await practice.waitForSelector('[data-role="customer"]');
  await practice.waitForTimeout(500);
  const clickedAt = await practice.evaluate<number>('performance.timeOrigin + performance.now()');
  const panel = await browser.openPanel(practice);
  return (
    (await panel.waitFor<number>(
      `document.querySelector('.card') && performance.timeOrigin + performance.now()`,
    )) - clickedAt
  );
}

async function measureLines(practice: Page, panel: PageDriver, count: number): Promise<number[]> {
  const taken: number[] = [];
  await panel.waitFor(`!!document.querySelector('.card')`);
  for (let at = 0; at < count; at += 1) {
    const marker = `第${at}次`;
    await armPaintProbe(practice, panel, marker);
    await practice.evaluate(`(() => { const log = document.querySelector('[role="log"]');
      log.querySelectorAll('[data-bench]').forEach((row) => row.remove());
      log.insertAdjacentHTML('beforeend', '<div data-bench data-message-id="bench-${at}" data-role="customer"><p data-message-text>${QUESTIONS[at % QUESTIONS.length]}，${marker}</p></div>'); })()`);
    taken.push(await readPaintProbe(practice, panel));
    // Nobody types faster; reading is rationed on purpose when a page never rests.
    await practice.waitForTimeout(1_000);
  }
  return taken;
}

const TYPED = ['套餐没到账怎么办', 'tuikuandaozhang', '流量被限速', 'hbk', '订单对不上了', 'fapiao'];
const BETWEEN_KEYS_MS = 150;

/** Keys whose list is the same as before paint nothing, and are not counted. */
async function measureKeys(panel: PageDriver): Promise<number[]> {
  await panel.evaluate(`(() => {
    window.benchKeys = [];
    let pressedAt = 0;
    document.querySelector('input[type="search"]').addEventListener('input', (event) => { pressedAt = event.timeStamp; });
    new MutationObserver((changes) => {
      if (!pressedAt || !changes.some(({ target }) => target.parentElement?.closest('main'))) return;
      const since = pressedAt;
      pressedAt = 0;
      requestAnimationFrame(() => setTimeout(() => window.benchKeys.push(performance.now() - since)));
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  })()`);
  for (const text of TYPED) {
    await panel.press('Ctrl+k');
    for (const character of text) {
      await panel.type(character);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS_MS));
    }
    await panel.press('Escape');
    await new Promise((resolve) => setTimeout(resolve, 2 * BETWEEN_KEYS_MS));
  }
  return panel.evaluate<number[]>('window.benchKeys');
}

async function withBrowser<TValue>(
  profile: string,
  use: (browser: DeskmateBrowser) => Promise<TValue>,
): Promise<TValue> {
  const browser = await openDeskmateBrowser({ profile });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
