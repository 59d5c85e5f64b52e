/** One way to drive both browsers: real keys and clicks from outside, looks at the page's own world. */
import { launch, type Browser, type KeyInput } from 'puppeteer-core';
import { openDeskmateBrowser } from '../support/browser/deskmate-browser.ts';
import { FIREFOX } from '../support/browser/find-firefox.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface EditorBrowser {
  version: string;
  open(url: string): Promise<void>;
  /** In the page's world. @param expression may be a promise; its value travels as JSON */
  evaluate<TValue>(expression: string): Promise<TValue>;
  click(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
  press(key: KeyInput, modifier?: 'Control' | 'Shift'): Promise<void>;
  close(): Promise<void>;
}

export function openBrowser(name: BrowserName, extension: string): Promise<EditorBrowser> {
  return name === 'chromium' ? openChromium(extension) : openFirefox(extension);
}

async function openChromium(extension: string): Promise<EditorBrowser> {
  const { context, close } = await openDeskmateBrowser({ extension, locale: 'en' });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    version: context.browser()?.version() ?? '',
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: <TValue>(expression: string) => page.evaluate<TValue>(expression),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key, modifier) => page.keyboard.press(modifier ? `${modifier}+${key}` : key),
    close,
  };
}

async function openFirefox(extension: string): Promise<EditorBrowser> {
  const browser: Browser = await launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
  await browser.installExtension(extension);
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  return {
    version: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: async (key, modifier) => {
      if (modifier) await page.keyboard.down(modifier);
      await page.keyboard.press(key);
      if (modifier) await page.keyboard.up(modifier);
    },
    close: () => browser.close(),
  };
}
