/** A furious customer, walked from calming down to the promise that is kept, without the mouse. */
import type { Page } from '@playwright/test';
import type { DeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import type { PageDriver } from '../support/browser/page-driver.ts';
import { choose } from '../support/browser/panel-actions.ts';
import { waitUntil } from '../support/browser/wait-until.ts';
import { expect, test } from './fixtures.ts';

const COMPOSER = '[data-practice-composer]';

/** What the agent writes, the stage it leads to, and what the customer answers (`sim-card-furious`). */
interface Step {
  stage: string;
  says: string;
  answer: string;
  isMovedByKey?: true;
}

const WALK: readonly Step[] = [
  {
    stage: '2. 安抚',
    says: '赵先生，换谁遇到这种事都会生气，我特别理解您。这件事从现在起由我负责跟到底。',
    answer: '我能不气吗',
  },
  {
    stage: '3. 倾听',
    says: '我跟您核对一下：广告写的29元200G，激活后只有30G，您来过三次都没解决，您希望按广告办，对吗？',
    answer: '对，就是这样',
  },
  {
    stage: '4. 致歉',
    says: '广告没写清楚，又让您白跑了三趟，给您添了这么多麻烦，真的对不起。',
    answer: '行，这话我听着还像样',
  },
  {
    stage: '5. 核实',
    says: '麻烦您确认一下是不是机主本人，再把广告截图发给我，我马上核对系统里的记录。',
    answer: '机主就是我本人',
  },
  {
    stage: '6. 方案',
    isMovedByKey: true,
    says: '核对好了。给您两个方案：一是今天就按29元200G给您改，多扣的退回话费；二是换成59元不限速。您看选哪个？',
    answer: '那就按第一个办吧',
  },
  {
    stage: '7. 确认',
    says: '跟您确认一遍：今天由我把套餐改成29元200G，多扣的20元退回话费，改好后我打电话告诉您，您看可以吗？',
    answer: '对，没问题',
  },
];

test('is walked from 安抚 to 跟进 with keys only', async ({ openBrowser }) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice('sim-card-furious');
  const panel = await openPanelInChinese(browser, practice);
  await panel.waitForText('紧急');
  await practice.focus(COMPOSER);
  for (const { stage, says, answer, isMovedByKey } of WALK) {
    // What the system says is known to nobody but the agent.
    if (isMovedByKey) await panel.press('Alt+]');
    await waitForStage(panel, stage);
    await send(practice, says);
    await waitUntil(practice, `document.body.innerText.includes(${JSON.stringify(answer)})`);
  }
  await waitForStage(panel, '8. 跟进');
  await exportRecord(panel);
});

test('is stopped at an offer above the limit, and goes on once somebody has said yes', async ({
  openBrowser,
}) => {
  const browser = await openBrowser();
  const practice = await browser.openPractice('sim-card-furious');
  const panel = await openPanelInChinese(browser, practice);
  await panel.waitForText('紧急');
  await practice.focus(COMPOSER);
  await practice.keyboard.insertText('这次给您补偿2000元，您看可以吗？');
  await panel.clickButton('请示');
  await panel.waitForText('可以定的人');
  expect(await panel.text()).toContain('上限');
  await panel.waitFor(`!!document.querySelector('[role="dialog"] input')`);
  await panel.evaluate(`document.querySelector('[role="dialog"] input').focus()`);
  await panel.type('李组长');
  await panel.clickButton('已批准，插入');
  await panel.waitFor(`!document.querySelector('[role="dialog"]')`);
  expect(await practice.locator('[data-role="agent"]').count(), 'nothing is sent').toBe(0);
});

async function openPanelInChinese(browser: DeskmateBrowser, practice: Page): Promise<PageDriver> {
  const panel = await browser.openPanel(practice);
  await choose(panel, { language: 'zh-CN', isWelcomed: true });
  return panel;
}

/** The document as it would be saved. */
async function exportRecord(panel: PageDriver): Promise<void> {
  await panel.evaluate(`{
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => { file.text().then((text) => { window.exported = text; }); return make(file); };
  }`);
  await panel.clickButton('案件记录');
  await panel.waitForText('投诉案件记录');
  await panel.clickButton('导出 Markdown');
  const document = await panel.waitFor<string>('window.exported');
  expect(document).toContain('GB/T 19012');
  expect(document).toContain('12300');
}

async function waitForStage(panel: PageDriver, stage: string): Promise<void> {
  await panel.waitFor(
    `[...document.querySelectorAll('h3')].some((title) => title.innerText.startsWith(${JSON.stringify(stage)}))`,
  );
}

/** The person sends: Deskmate never does. */
async function send(practice: Page, text: string): Promise<void> {
  await practice.keyboard.insertText(text);
  await practice.keyboard.press('Enter');
}
