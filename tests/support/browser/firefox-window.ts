/**
 * Firefox from inside: WebDriver BiDi reaches the browser's own window (`moz:scope`, with system access), and from
 * there every page in it, also those that no test tool lists, such as the sidebar.
 */
import type { Browser } from 'puppeteer-core';

export type Place = 'tab' | 'sidebar';

export interface FirefoxWindow {
  /** A BiDi command that Puppeteer does not know. */
  send(method: string, parameters: object): Promise<unknown>;
  /** In the browser's own window, with its rights. @returns the value, by JSON */
  run<TValue>(expression: string): Promise<TValue>;
  /** Beside the page in front or in the sidebar, with the browser's rights; `content` is the page's window. */
  runBeside<TValue>(place: Place, body: string): Promise<TValue>;
}

/** What Puppeteer keeps to itself. */
interface WithConnection {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}

interface Evaluated {
  type: string;
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

const PLACES: Record<Place, string> = {
  tab: 'gBrowser.selectedBrowser',
  sidebar: `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`,
};
/** A page that goes away does not answer. */
const ANSWER_MS = 10_000;

export async function reachIntoWindow(browser: Browser): Promise<FirefoxWindow> {
  const { connection } = browser as unknown as WithConnection;
  const send = async (method: string, parameters: object) =>
    (await connection.send(method, parameters)).result;
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const context = tree.contexts[0]?.context;
  const run = async <TValue>(expression: string): Promise<TValue> => {
    const { type, result, exceptionDetails } = (await send('script.evaluate', {
      expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
      target: { context },
      awaitPromise: true,
    })) as Evaluated;
    if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'evaluation failed');
    return (JSON.parse(result?.value ?? '{}') as { value: TValue }).value;
  };
  return {
    send,
    run,
    runBeside: async <TValue>(place: Place, body: string) => {
      const { error, value } = await run<{ error?: string; value: TValue }>(askBeside(PLACES[place], body));
      if (error) throw new Error(`${error} in: ${body}`);
      return value;
    },
  };
}

/** The page lives in another process: a script goes there, and its answer comes back as a message. */
function askBeside(find: string, body: string): string {
  const script = (name: string) => `(async () => {
    const answer = (data) => sendAsyncMessage(${name}, data);
    try { answer({ value: await (async () => { ${body} })() }); } catch (error) { answer({ error: String(error) }); }
  })()`;
  return `(() => {
    const browser = ${find};
    if (!browser) return { error: 'there is no such page' };
    const { messageManager } = browser;
    const name = 'answer-' + Math.random();
    return new Promise((resolve) => {
      const hear = ({ data }) => done(data);
      const timer = setTimeout(() => done({ error: 'no answer' }), ${ANSWER_MS});
      const done = (data) => {
        clearTimeout(timer);
        messageManager.removeMessageListener(name, hear);
        resolve(data);
      };
      messageManager.addMessageListener(name, hear);
      const source = ${JSON.stringify(script('@name@'))}.replace('@name@', JSON.stringify(name));
      messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(source), false);
    });
  })()`;
}
