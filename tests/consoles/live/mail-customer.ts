/**
 * A customer who writes mails: `node mail-customer.ts NAME AGENT_ADDRESS POST_BOX WAY`, where WAY is
 * the port of a mail server, or the URL of Request Tracker's gateway for mails.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { report, serveCustomer } from './customer-stdio.ts';
import type { CustomerProtocol } from './customer-stdio.ts';
import { addressOf, SUBJECT } from './mail-address.ts';
import { decodeWords, readMail, writeMail } from './mail-message.ts';
import type { IncomingMail } from './mail-message.ts';
import { DELIVERED_TO, takeNewMails } from './post-box.ts';
import { sendMail } from './smtp-client.ts';

const POLL_MS = 100;

const [name = '', agent = '', postBox = '', way = ''] = process.argv.slice(2);
const address = addressOf(name);
/** The thread so far; mail programs keep it by these two. */
const references: string[] = [];
let subject = SUBJECT;

await serveCustomer(async () => {
  const seen = new Set<string>();
  // Mails of an earlier customer of this name are no news.
  await takeNewMails(postBox, seen);
  let looking = Promise.resolve();
  const look = (): Promise<void> => (looking = looking.then(() => fetchMails(seen)));
  const watching = watch(look);
  return {
    async say(text, room) {
      if (room !== undefined) {
        throw new Error('mail has no rooms');
      }
      const id = `${randomUUID()}@example.net`;
      const from = { name, address };
      const mail = writeMail({ id, from, to: agent, subject, text, date: new Date(), references });
      await post(mail);
      references.push(`<${id}>`);
      // The receipt of a ticket system brings the number that keeps the next mail in the thread.
      await look();
    },
    close: () => watching.stop(),
  } satisfies CustomerProtocol;
});

async function post(mail: string): Promise<void> {
  if (!way.startsWith('http')) {
    await sendMail(Number(way), { from: address, to: agent }, mail);
    return;
  }
  // What `rt-mailgate` does when a mail server pipes a mail into it.
  const form = new FormData();
  form.set('action', 'correspond');
  form.set('queue', 'General');
  form.set('message', mail);
  const response = await fetch(way, { method: 'POST', body: form });
  const answer = await response.text();
  if (!response.ok || !answer.startsWith('ok')) {
    throw new Error(`the gateway refused the mail: ${response.status} ${answer.slice(0, 200)}`);
  }
}

function watch(look: () => Promise<void>): { stop: () => Promise<void> } {
  const end = new AbortController();
  const loop = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await look();
      await sleep(POLL_MS);
    }
  };
  const running = loop();
  return {
    stop: () => {
      end.abort();
      return running;
    },
  };
}

async function fetchMails(seen: Set<string>): Promise<void> {
  for (const raw of await takeNewMails(postBox, seen)) {
    const mail = readMail(raw);
    if ((mail.headers.get(DELIVERED_TO) ?? '').includes(address)) {
      await receive(mail);
    }
  }
}

async function receive({ headers, html, text }: IncomingMail): Promise<void> {
  const id = headers.get('message-id');
  if (id !== undefined) {
    references.push(id);
  }
  subject = `Re: ${decodeWords(headers.get('subject') ?? subject).replace(/^(?:Re: *|AutoReply: *)+/i, '')}`;
  // A receipt is written by a machine on the arrival of our own mail, and not by the agent.
  if (/AutoReply/i.test(headers.get('subject') ?? '')) {
    return;
  }
  // Its HTML parser takes seconds to load on a busy machine: not before there is a mail.
  const { readHtmlText } = await import('./mail-text.ts');
  report({
    type: 'got',
    text: html === undefined ? (text ?? '').trim() : readHtmlText(html),
    ...(html === undefined ? {} : { html }),
  });
}
