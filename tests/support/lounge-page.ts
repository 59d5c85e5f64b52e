/** A page that looks like The Lounge and lets its customers send markup, on an address of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPage {
  url: string;
  close(): void;
}

/** @param rows HTML of the message rows that are there from the start */
export async function serveLoungePage(rows = ''): Promise<ServedPage> {
  const html = `<!doctype html><meta charset="utf-8"><div id="viewport"><div id="chat-container" data-current-channel="mei">
<div class="chat-view" data-type="query"><div class="header"><span class="title">mei</span></div>
<div class="messages" role="log" style="height:400px;overflow:auto">${rows}</div></div><textarea id="input"></textarea></div></div>`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(html);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
    },
  };
}

/** One message of the customer's, as The Lounge draws it. @param content HTML */
export function drawCustomerRow(id: string, content: string): string {
  return `<div class="msg" data-type="message" id="${id}"><span class="from">mei</span><span class="content">${content}</span></div>`;
}
