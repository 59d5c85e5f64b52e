/** Serves the editors' pages on an address of this machine. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { SET_UPS, type SetUp } from './set-ups.ts';

const MODULES = join(import.meta.dirname, 'node_modules');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface EditorServer {
  url: string;
  close(): void;
}

/** @param pages folder of the bundled pages */
export async function serveEditors(pages: string): Promise<EditorServer> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, pages).then(
      ({ type, body }) => response.setHeader('content-type', `${type}; charset=utf-8`).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(path: string, pages: string): Promise<{ type: string; body: string | Buffer }> {
  const setUp = SET_UPS.find(({ id }) => path === `/${id}`);
  if (setUp) return { type: 'text/html', body: drawPage(setUp) };
  const safe = normalize(decodeURIComponent(path)).replaceAll('..', '');
  const file = safe.startsWith('/modules/')
    ? join(MODULES, safe.slice('/modules/'.length))
    : join(pages, safe);
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
}

function drawPage({ id, scripts = [], styles = [] }: SetUp): string {
  const head = [
    ...styles.map((path) => `<link rel="stylesheet" href="/modules/${path}">`),
    ...scripts.map((path) => `<script src="/modules/${path}"></script>`),
  ];
  // A search box first: a composer is never just the first field of a page.
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${id}</title><link rel="icon" href="data:,">
${head.join('\n')}<body><input type="search" aria-label="Search"><div id="host"></div><script type="module" src="/${id}.js"></script></body></html>`;
}
