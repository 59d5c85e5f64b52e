/** Pages on an address of this machine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPages {
  /** Without a path. */
  url: string;
  close(): void;
}

export interface HostedPage {
  body: string;
  headers?: Readonly<Record<string, string>>;
}

/** @param pages by path; anything else is an empty page */
export async function servePages(pages: Readonly<Record<string, HostedPage>>): Promise<ServedPages> {
  const server = createServer(({ url = '' }, response) => {
    const { body, headers = {} } = pages[url.split('?')[0] ?? ''] ?? { body: '' };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response
      .setHeader('content-type', 'text/html')
      .end(`<!doctype html><meta charset="utf-8"><title>Console</title>${body}`);
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
