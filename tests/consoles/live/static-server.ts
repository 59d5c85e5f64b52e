/** A web server for one page and the files of one folder. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { ConsoleRun } from './console-run.ts';
import { listenAnywhere, portOf } from './ports.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Serves `page` at `/` and the folder below `/dist/`, until the run stops; resolves with the url. */
export async function servePage(run: ConsoleRun, page: string, folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    void answer(pathname, page, folder).then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await listenAnywhere(server);
  run.onStop(async () => {
    // A browser keeps its connections open, and `close` alone would wait for them.
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${portOf(server)}/`;
}

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
}

async function answer(pathname: string, page: string, folder: string): Promise<Answer> {
  if (pathname === '/') {
    return { status: 200, type: 'text/html; charset=utf-8', body: page };
  }
  const file = normalize(join(folder, pathname.replace(/^\/dist\//, '')));
  const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
  if (body === null) {
    return { status: 404, type: 'text/plain', body: 'not found' };
  }
  return { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body };
}
