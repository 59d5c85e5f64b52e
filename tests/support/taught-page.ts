/** A console nobody has described, on an address of this machine: in the page itself, in a frame, in a shadow root. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServedPage } from './lounge-page.ts';

const LINES = [
  ['theirs', '我三天前退的货，钱怎么还没退给我？'],
  ['ours', '您好，我帮您查一下。'],
  ['theirs', '好的，麻烦快一点'],
  ['ours', '退款已经在处理。'],
  ['theirs', '那大概几天能到？'],
] as const;

/** Hashed and utility classes as real consoles have, and one that says who it is. */
const ROWS = LINES.map(
  ([side, text], at) =>
    `<div class="css-1x2y3 msg-row msg-row--${side} flex" data-msgid="m${at}"><b class="sender">${side === 'ours' ? '小林' : '李先生'}</b><div class="bubble_x7Kp2"><span class="msg-text">${text}</span></div><small>10:0${at}</small></div>`,
).join('');

const CHAT = `<section data-conversation-id="c-4711"><h2>李先生</h2><div class="history" style="height:300px;overflow:auto">${ROWS}</div>
<input id="find" placeholder="search"><textarea class="reply-field" rows="3"></textarea></section>`;

/** Counts what reaches the page, and has a key of its own, as consoles do. */
const COUNT = `<script>window.heard = 0;
for (const name of ['click', 'mousedown', 'pointerdown', 'keydown', 'submit'])
  document.addEventListener(name, ({ target }) => { if (target.closest?.('section, [data-msgid], textarea')) window.heard += 1; });
document.addEventListener('keydown', () => { window.heard += 1; });</script>`;

const PAGES: Record<string, string> = {
  '/plain': `${CHAT}${COUNT}`,
  '/frame': `<iframe class="chat-frame" src="/plain" style="width:600px;height:500px;margin:40px"></iframe>${COUNT}`,
  '/shadow': `<chat-app></chat-app><template>${CHAT}</template>${COUNT}<script>
document.querySelector('chat-app').attachShadow({ mode: 'open' }).append(document.querySelector('template').content);</script>`,
  '/closed-plain': `<div id="app" style="width:500px;height:300px">Loading…</div><template>${CHAT}</template><script>
document.querySelector('#app').attachShadow({ mode: 'closed' }).append(document.querySelector('template').content);</script>`,
  '/closed': `<chat-app style="display:block;width:500px;height:300px"></chat-app><template>${CHAT}</template><script>
document.querySelector('chat-app').attachShadow({ mode: 'closed' }).append(document.querySelector('template').content);</script>`,
};

/** @returns the address without a path; pages are `/plain`, `/frame`, `/shadow`, `/closed` and `/closed-plain` */
export async function serveTaughtPages(): Promise<ServedPage> {
  const server = createServer(({ url = '/' }, response) => {
    const html = `<!doctype html><meta charset="utf-8"><title>Console</title>${PAGES[url] ?? ''}`;
    response.setHeader('content-type', 'text/html').end(html);
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
