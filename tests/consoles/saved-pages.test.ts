import { describe, expect, it } from 'vitest';
import { findAdapter as findAmong } from '../../entrypoints/console.content/reading/find-adapter.ts';
import { BUNDLED_ADAPTERS, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { consoleAdapterSchema } from '../../knowledge/contracts/index.ts';
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import {
  listSavedPages,
  readOnce,
  showPage,
  showSavedPage,
  type SavedPage,
} from '../support/fake-console-page.ts';

const PAGES = listSavedPages();
/** In a test the address is no console's: where there is a signature, that alone counts. */
const ANYWHERE = BUNDLED_ADAPTERS.map(forgetAddress);
const findAdapter = () => findAmong(ANYWHERE);

/** Whom a script may greet. Accounts and channels ("customer2", "mei", "#support") are no names. */
const PEOPLE = ['王女士', '李先生', 'Maria Keller'];

function forgetAddress(adapter: ConsoleAdapter): ConsoleAdapter {
  const { signature } = adapter.match;
  return signature ? { ...adapter, match: { signature } } : adapter;
}

function findAdapterFor({ consoleId }: SavedPage) {
  const adapter = ANYWHERE.find(({ id }) => id === consoleId);
  if (!adapter)
    throw new Error(`tests/consoles/pages/${consoleId} belongs to no adapter: rename or remove it`);
  return adapter;
}

describe('every console adapter', () => {
  it.each(BUNDLED_ADAPTERS)('$id has at least two saved pages', ({ id }) => {
    const names = PAGES.filter(({ consoleId }) => consoleId === id).map(({ name }) => name);
    expect(names.length, `save two pages into tests/consoles/pages/${id}`).toBeGreaterThanOrEqual(2);
  });

  it.each(BUNDLED_ADAPTERS)('$id is plain data that keeps the adapter contract', (adapter) => {
    expect(consoleAdapterSchema.parse(adapter)).toEqual(adapter);
  });

  it('has an id of its own', () => {
    const ids = BUNDLED_ADAPTERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(PAGES)('saved page $consoleId/$name', (page) => {
  const { expected } = page;

  it('is recognised as its console', () => {
    showSavedPage(page);
    expect(findAdapter()?.id).toBe(page.consoleId);
  });

  it('is read as it is seen: who said what, in which chat', () => {
    showSavedPage(page);
    const { conversation, consoleId, health } = readOnce(findAdapterFor(page));
    expect(health).toEqual({ state: 'ok', problems: [] });
    expect(consoleId).toBe(page.consoleId);
    expect(conversation?.id).toBe(expected.conversationId);
    expect(conversation?.fields).toEqual(expected.fields);
    expect(conversation?.messages.map(({ role, text }) => ({ role, text }))).toEqual(
      expected.messages.map(({ role, text }) => ({ role, text: collapseWhitespace(text) })),
    );
  });

  it('reports the customer by name only if the page shows a person’s name', () => {
    showSavedPage(page);
    const { conversation } = readOnce(findAdapterFor(page));
    const name = PEOPLE.includes(expected.customerName) ? expected.customerName : undefined;
    expect(conversation?.customerName).toBe(name);
  });

  it('gives each message an id of its own', () => {
    showSavedPage(page);
    const ids = readOnce(findAdapterFor(page)).conversation?.messages.map(({ id }) => id);
    expect(ids).toHaveLength(expected.messages.length);
    expect(new Set(ids).size).toBe(expected.messages.length);
  });

  it('is read the same when classes stand in another order', () => {
    showSavedPage(page);
    const before = readOnce(findAdapterFor(page));
    for (const element of document.body.querySelectorAll('[class]')) {
      element.className = [...element.classList].toReversed().join(' ');
    }
    expect(readOnce(findAdapterFor(page))).toEqual(before);
  });

  it('is read the same with rows between that no adapter knows', () => {
    showSavedPage(page);
    const before = readOnce(findAdapterFor(page));
    const rows = findAdapterFor(page).messages.item.join(',');
    for (const row of document.querySelectorAll(rows)) {
      if (row.parentElement?.closest(rows)) continue;
      const stranger = document.createElement('div');
      stranger.className = 'survey-invitation';
      stranger.textContent = 'How did we do?';
      row.before(stranger);
    }
    expect(readOnce(findAdapterFor(page))).toEqual(before);
  });
});

describe('a page of no known console', () => {
  it('has no adapter', () => {
    showPage('<main><div class="msg self">Hello</div><textarea id="input"></textarea></main>');
    expect(findAdapter()).toBeNull();
  });
});
