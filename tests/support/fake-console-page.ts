/** Console pages in this document: saved real ones (tests/consoles/pages) and small ones made for a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConsole, createReadingMemory } from '../../entrypoints/console.content/reading/read-console.ts';
import type { ConsoleAdapter, ConsoleReading, Conversation } from '../../knowledge/conversation/index.ts';

const PAGES = join(import.meta.dirname, '../consoles/pages');

/** Rules of the consoles' own style sheets that hide by class; saved pages come without style sheets. */
const HIDING_RULES = '.hidden, .dropdown-menu, .only-copy { display: none }';

/** What a right reader returns for a saved page: the text as a person sees it, names as the page shows them. */
export interface ExpectedReading {
  conversationId: string;
  customerName: string;
  messages: { role: string; text: string }[];
  /** Where the adapter knows more of the customer. */
  fields?: Record<string, string>;
  /** Path, query and hash, where the address says which chat is open. */
  address?: string;
  /** Finds the field that replies belong into; behind `shadow ` in the page's open shadow root. */
  composer?: string;
  privateNote?: boolean;
}

export interface SavedPage {
  consoleId: string;
  name: string;
  html: string;
  expected: ExpectedReading;
}

export function listSavedPages(): SavedPage[] {
  return readdirSync(PAGES).flatMap((consoleId) =>
    readdirSync(join(PAGES, consoleId))
      .filter((file) => file.endsWith('.html'))
      .map((file) => readSavedPage(consoleId, file.replace(/\.html$/, ''))),
  );
}

export function readSavedPage(consoleId: string, name: string): SavedPage {
  const read = (extension: string) => readFileSync(join(PAGES, consoleId, `${name}.${extension}`), 'utf8');
  return { consoleId, name, html: read('html'), expected: JSON.parse(read('json')) as ExpectedReading };
}

/** Replaces the body of this document by the page's; scripts do not run. */
export function showPage(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.head.innerHTML = `<style>${HIDING_RULES}</style>`;
  document.body.replaceWith(document.adoptNode(page.body));
}

/** At its own address, with its shadow roots. */
export function showSavedPage({ html, expected }: SavedPage): void {
  history.replaceState(null, '', expected.address ?? '/');
  showPage(html);
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
    template.remove();
  }
}

/** Later than anything in a page: the times it shows are past. */
const LONG_AFTER = Date.UTC(2100, 0);

/** One first look at the page. */
export function readOnce(adapter: ConsoleAdapter, now = LONG_AFTER): ConsoleReading {
  return readConsole(adapter, createReadingMemory(), now);
}

/** The conversation of one first look; a page without one fails the test. */
export function readConversation(adapter: ConsoleAdapter): Conversation {
  const { conversation } = readOnce(adapter);
  if (!conversation) throw new Error('no conversation was read');
  return conversation;
}

/** The plainest console there could be, for rules that hold in every console. */
export const PLAIN_ADAPTER: ConsoleAdapter = {
  format: 2,
  id: 'plain',
  version: 1,
  name: 'Plain',
  verified: 'saved-page',
  match: { signature: ['#plain'] },
  conversation: { id: [{ selector: '#plain', attribute: 'data-chat' }], customerName: [{ selector: 'h1' }] },
  messages: {
    root: ['#list'],
    item: ['.row'],
    idAttribute: 'data-id',
    roles: [
      { role: 'agent', row: ['.row.mine'] },
      { role: 'customer', row: ['.row.theirs'] },
    ],
    text: ['.text'],
  },
  composer: { selector: ['#composer'], newline: 'keep', privateNote: ['#note-mode'] },
};

export interface PlainPage {
  /** HTML of the rows, see {@link plainRow}. */
  rows?: string;
  chat?: string;
  customer?: string;
  composer?: string;
}

export function showPlainPage({
  rows = '',
  chat = 'chat-1',
  customer = '王女士',
  composer = '<textarea id="composer"></textarea>',
}: PlainPage = {}): void {
  showPage(
    `<div id="plain" data-chat="${chat}"><h1>${customer}</h1><div id="list">${rows}</div>${composer}</div>`,
  );
}

export function plainRow(id: string, text: string, side: 'mine' | 'theirs' | 'other' = 'theirs'): string {
  return `<div class="row ${side}" data-id="${id}"><div class="text">${text}</div></div>`;
}
