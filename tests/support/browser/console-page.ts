/** A page that Puppeteer drives, as the runners of live consoles want it: what is clicked is waited for. */
import type { KeyInput, Page } from 'puppeteer-core';
import type { ConsolePage } from '../../consoles/live/live-console.ts';

export function asConsolePage(page: Page): ConsolePage {
  return {
    goto: (url) => page.goto(url),
    fill: (selector, text) => page.locator(selector).fill(text),
    click: (selector) => page.locator(selector).click(),
    waitForSelector: (selector, options) => page.waitForSelector(selector, { visible: true, ...options }),
    getAttribute: (selector, name) =>
      page.$eval(selector, (element, wanted) => element.getAttribute(wanted), name),
    frameLocator: (outer) => ({
      locator: (inner) => ({
        waitFor: async () => {
          const frame = await (await page.waitForSelector(outer))?.contentFrame();
          await frame?.waitForSelector(inner, { visible: true });
        },
      }),
    }),
    keyboard: { press: (key) => page.keyboard.press(key as KeyInput) },
  };
}
