/**
 * What every adapter we bring must hold, and what nobody may do to it with a message. Pages of adapters that are
 * verified by public facts only are our own writing: the structure those facts describe, with invented content.
 */
import { describe, expect, it } from 'vitest';
import { findComposer } from '../../entrypoints/console.content/reading/find-composer.ts';
import { fitsPage } from '../../entrypoints/console.content/reading/find-adapter.ts';
import { findConversationScope } from '../../entrypoints/console.content/reading/read-console.ts';
import { BUNDLED_ADAPTERS, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { matchesUrl } from '../../utils/text/match-pattern.ts';
import {
  listSavedPages,
  readOnce,
  readSavedPage,
  showSavedPage,
  type SavedPage,
} from '../support/fake-console-page.ts';

const PAGES = listSavedPages();
/** The address of a test page is none of a console: what the page itself shows must be enough. */
const ANYWHERE = BUNDLED_ADAPTERS.map((adapter): ConsoleAdapter => {
  const { signature } = adapter.match;
  return signature ? { ...adapter, match: { signature } } : adapter;
});

/** One page of each console that has an address of its own. */
const ADDRESSES = {
  zendesk: 'https://shop.zendesk.com/agent/tickets/7001',
  pinduoduo: 'https://mms.pinduoduo.com/chat-merchant/index.html#/',
  feige: 'https://im.jinritemai.com/pc_seller_v2/main/workspace?a=1',
  'jd-dongdong': 'https://dongdong.jd.com/',
  'weixin-shop': 'https://store.weixin.qq.com/shop/kf',
  qiyu: 'https://shop.qiyukf.com/chat/',
  'line-oa': 'https://chat.line.biz/U0011223344/chat/Uabcdef0123456789',
  'whatsapp-web': 'https://web.whatsapp.com/',
  intercom: 'https://app.eu.intercom.com/a/inbox/ab12cd/inbox/all/conversation/215470001',
};

const FIELDS = 'textarea, input, [contenteditable]:not([contenteditable="false"])';

function findAdapterOf({ consoleId }: SavedPage): ConsoleAdapter {
  const adapter = ANYWHERE.find(({ id }) => id === consoleId);
  if (!adapter) throw new Error(`no adapter is called ${consoleId}`);
  return adapter;
}

function readRoles(page: SavedPage) {
  return readOnce(findAdapterOf(page)).conversation?.messages.map(({ role }) => role);
}

/** Null where there is none to write into. */
function findField(page: SavedPage): Element | null {
  const adapter = findAdapterOf(page);
  const scope = findConversationScope(adapter);
  const found = scope && findComposer(scope, adapter);
  return found && typeof found !== 'string' ? found.value : null;
}

function query({ expected: { composer = '' } }: SavedPage): Element | null {
  if (!composer.startsWith('shadow ')) return document.querySelector(composer);
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return roots[0]?.querySelector(composer.slice('shadow '.length)) ?? null;
}

describe('addresses of consoles', () => {
  const addressed = BUNDLED_ADAPTERS.filter(({ match }) => match.urls);

  it('are known here for every adapter that has some', () => {
    expect(addressed.map(({ id }) => id).toSorted()).toEqual(Object.keys(ADDRESSES).toSorted());
  });

  it.each(Object.entries(ADDRESSES))('%s is found at its own and at no other’s', (id, address) => {
    const atHome = addressed.filter(({ match }) => match.urls?.some((url) => matchesUrl(url, address)));
    expect(atHome.map((adapter) => adapter.id)).toEqual([id]);
  });
});

describe.each(PAGES)('saved page $consoleId/$name', (page) => {
  it('fits its own console and no other', () => {
    showSavedPage(page);
    expect(ANYWHERE.filter(fitsPage).map(({ id }) => id)).toEqual([page.consoleId]);
  });

  it('says whether what is typed stays inside the team', () => {
    showSavedPage(page);
    expect(readOnce(findAdapterOf(page)).isPrivateNote ?? false).toBe(page.expected.privateNote ?? false);
  });

  it('has rows that stay whose they are when customers paste rows into their words', () => {
    showSavedPage(page);
    const before = readRoles(page);
    const { item, text } = findAdapterOf(page).messages;
    const rows = [...document.querySelectorAll(item.join(','))];
    const markup = rows.map((row) => row.outerHTML).join('');
    const words = rows.flatMap((row) => row.querySelector(text[0] ?? '') ?? []);
    expect(words.length).toBeGreaterThan(0);
    for (const element of words) element.insertAdjacentHTML('afterbegin', markup);
    expect(readRoles(page)).toEqual(before);
  });
});

describe.each(PAGES.filter(({ expected }) => expected.composer))(
  'the composer of saved page $consoleId/$name',
  (page) => {
    it('is the one that replies belong into', () => {
      showSavedPage(page);
      expect(query(page)).not.toBeNull();
      expect(findField(page)).toBe(query(page));
    });

    it('is no other field when it is gone', () => {
      showSavedPage(page);
      query(page)?.remove();
      expect(document.querySelectorAll(FIELDS).length).toBeGreaterThan(0);
      expect(findField(page)).toBeNull();
    });
  },
);

describe('a console that has changed', () => {
  function showChanged(page: SavedPage, change: (html: string) => string) {
    showSavedPage({ ...page, html: change(page.html) });
    return readOnce(findAdapterOf(page));
  }

  it('has rows of nobody rather than of the wrong one', () => {
    const page = readSavedPage('chatwoot', 'web-chat');
    const { conversation, health } = showChanged(page, (html) => html.replaceAll('bg-n-', 'tone-'));
    expect(health.state).not.toBe('ok');
    expect(health.problems).toContain('unknown-roles');
    expect(new Set(conversation?.messages.map(({ role }) => role))).toEqual(new Set(['system', 'unknown']));
  });

  it('still tells the customer by the name above the chat', () => {
    const page = readSavedPage('whatsapp-web', 'chat');
    const { conversation } = showChanged(page, (html) =>
      html.replace(/message-(?:in|out)/g, 'bubble').replace(/data-id="[^"]*_/g, 'data-id="'),
    );
    expect(conversation?.id).toBe('Maria Keller');
    expect(conversation?.messages.map(({ role }) => role)).toEqual(['customer', 'unknown', 'customer']);
  });
});
