/** A customer who writes over XMPP: `node xmpp-customer.ts PORT ACCOUNT PASSWORD AGENT_ADDRESS`. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { report, serveCustomer } from './customer-stdio.ts';
import type { CustomerProtocol } from './customer-stdio.ts';

/** The parts of the untyped `@xmpp/client` that are used here. */
interface XmppModule {
  client: (options: Record<string, string>) => XmppClient;
  xml: (name: string, attributes?: Record<string, string>, ...children: unknown[]) => unknown;
}
interface XmppClient {
  on(event: 'error', listener: (error: Error) => void): void;
  on(event: 'stanza', listener: (stanza: Stanza) => void): void;
  start(): Promise<unknown>;
  stop(): Promise<unknown>;
  send(stanza: unknown): Promise<unknown>;
}
interface Stanza {
  attrs: Record<string, string | undefined>;
  is(name: string): boolean;
  getChildText(name: string): string | null;
}

const [port = '', account = '', password = '', agent = ''] = process.argv.slice(2);

await serveCustomer(async () => {
  const { client, xml } = await loadXmpp();
  const connection = client({
    service: `ws://127.0.0.1:${port}/xmpp-websocket`,
    domain: 'localhost',
    resource: 'customer',
    username: account,
    password,
  });
  connection.on('error', (error) => report({ type: 'failed', reason: String(error) }));
  connection.on('stanza', (stanza) => {
    const body = stanza.is('message') ? stanza.getChildText('body') : null;
    if (body !== null && stanza.attrs['from']?.split('/')[0] === agent) {
      report({ type: 'got', text: body });
    }
  });
  await connection.start();
  await connection.send(xml('presence'));
  return {
    async say(text, room) {
      if (room !== undefined) {
        throw new Error('this console has no rooms');
      }
      const attributes = { to: agent, type: 'chat', id: crypto.randomUUID() };
      await connection.send(xml('message', attributes, xml('body', {}, text)));
    },
    async close() {
      await connection.stop();
    },
  } satisfies CustomerProtocol;
});

/** The package lives in the console's own folder, which is not above this file. */
async function loadXmpp(): Promise<XmppModule> {
  const require = createRequire(new URL('./converse/package.json', import.meta.url));
  const entry = pathToFileURL(require.resolve('@xmpp/client')).href;
  return (await import(entry)) as XmppModule;
}
