/** Consoles on an address of this machine, for the picker: a plain field, an editor in a frame, one in a shadow root. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { addOwnAdapter } from './browser/own-adapter.ts';
import type { ServedPage } from './lounge-page.ts';

const LOG = `<div class="chat-view" data-type="query"><div class="header"><span class="title">mei</span></div>
<div class="messages" role="log"><div class="msg" data-type="message" id="msg-1"><span class="content">退款怎么还没到账？</span></div></div></div>`;

/** A page that watches every key and every frame, and sends with Enter, as consoles do. */
const SPY = `<script>
  window.heard = []; window.sent = [];
  for (const name of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(name, (event) => heard.push(name + ' ' + event.key), true);
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    sent.push(event.target.value ?? event.target.textContent);
  });
  window.addEventListener('message', (event) => heard.push('message ' + event.origin));
</script>`;

const PAGES: Record<string, string> = {
  '/field': `<div id="viewport"><div id="chat-container" data-current-channel="mei">${LOG}<textarea id="input" rows="3" cols="60"></textarea></div></div>${SPY}`,
  '/frame': `<div id="console" data-chat="mei">${LOG}<iframe id="editor" src="/editor" style="width:500px;height:120px"></iframe></div>`,
  '/editor': `<body contenteditable id="body"></body>${SPY}`,
  '/shadow': `<div id="console" data-chat="mei">${LOG}<div id="editor"></div></div>
<script>document.querySelector('#editor').attachShadow({ mode: 'open' }).innerHTML = '<div id="body" contenteditable style="min-height:60px"></div>';</script>`,
};

const STRICT =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'none'; frame-src 'self'; require-trusted-types-for 'script'";

export async function servePickerPages(): Promise<ServedPage> {
  const server = createServer(({ url = '' }, response) => {
    const [path = ''] = url.split('?');
    // The shadow page writes its markup itself.
    if (path === '/field') response.setHeader('content-security-policy', STRICT);
    response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><meta charset="utf-8">${PAGES[path] ?? ''}`);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
    },
  };
}

/** What somebody would have taught for the pages with an editor. @param page one of the extension's own */
export async function addEditorConsole(page: Page): Promise<void> {
  const adapter: ConsoleAdapter = {
    format: 2,
    id: 'editor-console',
    version: 1,
    name: 'Editor console',
    verified: 'public-facts',
    match: { signature: ['#console #editor'] },
    conversation: { id: [{ selector: '#console', attribute: 'data-chat' }] },
    messages: {
      root: ['.messages'],
      item: ['.msg'],
      idAttribute: 'id',
      roles: [{ role: 'customer', row: ['.msg'] }],
      text: ['.content'],
    },
    composer: { frame: ['#editor'], selector: ['#body'], newline: 'keep' },
  };
  await addOwnAdapter(page, adapter);
}
