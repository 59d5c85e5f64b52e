/** What an adapter can say beyond selectors for rows: order, frames, authors, notes, fields, addresses. */
import { beforeEach, describe, expect, it } from 'vitest';
import { findComposer } from '../../../entrypoints/console.content/reading/find-composer.ts';
import {
  createReadingMemory,
  findConversationScope,
  readConsole,
} from '../../../entrypoints/console.content/reading/read-console.ts';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import {
  PLAIN_ADAPTER,
  plainRow,
  readConversation,
  readOnce,
  showPage,
  showPlainPage,
} from '../../support/fake-console-page.ts';

const FIELD = '<textarea id="composer"></textarea>';
const find = (selector: string) => document.querySelector(selector) as HTMLElement;

const withMessages = (part: Partial<ConsoleAdapter['messages']>): ConsoleAdapter => ({
  ...PLAIN_ADAPTER,
  messages: { ...PLAIN_ADAPTER.messages, ...part },
});
const withComposer = (part: Partial<ConsoleAdapter['composer']>): ConsoleAdapter => ({
  ...PLAIN_ADAPTER,
  composer: { ...PLAIN_ADAPTER.composer, ...part },
});
const readTexts = (adapter: ConsoleAdapter) => readConversation(adapter).messages.map(({ text }) => text);
const readRoles = (adapter: ConsoleAdapter) => readConversation(adapter).messages.map(({ role }) => role);

beforeEach(() => history.replaceState(null, '', '/'));

describe('order', () => {
  it('newest first is turned round, and the newest are kept of many', () => {
    const rows = Array.from({ length: 100 }, (_, at) => plainRow(`m${at}`, `line ${at}`)).join('');
    showPlainPage({ rows });
    const texts = readTexts(withMessages({ order: 'desc' }));
    expect(texts).toHaveLength(60);
    expect([texts[0], texts.at(-1)]).toEqual(['line 59', 'line 0']);
  });

  it('is turned round only while the page says so, where people can choose', () => {
    showPlainPage({ rows: plainRow('1', 'one') + plainRow('2', 'two') });
    const adapter = withMessages({ newestFirst: ['.down:nope(', '#plain.newest-first'] });
    expect(readTexts(adapter)).toEqual(['one', 'two']);
    find('#plain').classList.add('newest-first');
    expect(readTexts(adapter)).toEqual(['two', 'one']);
  });
});

describe('ids', () => {
  it('may stand on something inside the row', () => {
    showPlainPage({ rows: '<div class="row theirs"><i data-key="k1"></i><p class="text">Hi</p></div>' });
    const adapter = withMessages({ idAttribute: 'data-key', idSelector: 'i' });
    expect(readConversation(adapter).messages[0]?.id).toBe('k1');
  });

  it('of the conversation may stand in the address', () => {
    showPlainPage();
    const adapter = { ...PLAIN_ADAPTER, conversation: { id: [{ url: '/chats/(\\d+)' }] } };
    expect(readOnce(adapter).conversation).toBeNull();
    history.replaceState(null, '', '/app/chats/42?tab=all#top');
    expect(readConversation(adapter).id).toBe('42');
  });
});

describe('authors on a list', () => {
  const roles: ConsoleAdapter['messages']['roles'] = [
    {
      role: 'customer',
      author: {
        of: [{ selector: '.by', attribute: 'data-user' }],
        in: [{ selector: '#requestors [data-user]', attribute: 'data-user' }],
      },
    },
    { role: 'agent', row: ['.row'] },
  ];
  const adapter = withMessages({ roles });
  const row = (user: string, text = 'Hi') =>
    `<div class="row" data-id="${user}-${text.length}"><span class="by" data-user="${user}"></span><p class="text">${text}</p></div>`;
  const list = (...users: string[]) =>
    `<ul id="requestors">${users.map((user) => `<li data-user="${user}"></li>`).join('')}</ul>`;
  const show = (rows: string, users = list('17', '18')) => {
    showPlainPage({ rows });
    document.body.insertAdjacentHTML('beforeend', users);
  };

  it('are customers, everybody else is the next rule’s', () => {
    show(row('17') + row('3') + row('18'));
    expect(readRoles(adapter)).toEqual(['customer', 'agent', 'customer']);
  });

  it('make nobody an agent while the list cannot be read', () => {
    show(row('17') + row('3'), '');
    expect(readRoles(adapter)).toEqual(['unknown', 'unknown']);
  });

  it('leave a row without author unknown', () => {
    show('<div class="row" data-id="1"><p class="text">Hi</p></div>');
    expect(readRoles(adapter)).toEqual(['unknown']);
  });

  it('cannot be claimed inside a message', () => {
    show(row('3', '<span class="by" data-user="17">me</span>'));
    find('#list .by').remove();
    expect(readRoles(adapter)).toEqual(['unknown']);
  });

  it('are looked up again when the list changes', () => {
    show(row('17') + row('3'), list('3'));
    const memory = createReadingMemory();
    const read = () => readConsole(adapter, memory, 0).conversation?.messages.map(({ role }) => role);
    expect(read()).toEqual(['agent', 'customer']);
    find('#requestors').outerHTML = list('17');
    expect(read()).toEqual(['customer', 'agent']);
  });
});

describe('what is not the customer’s to read', () => {
  it('notes inside the team and bots have roles of their own', () => {
    showPlainPage({ rows: plainRow('1', 'Be careful', 'other') + plainRow('2', 'Welcome', 'mine') });
    find('.other').classList.add('note');
    const roles: ConsoleAdapter['messages']['roles'] = [
      { role: 'internal-note', row: ['.note'] },
      { role: 'bot', row: ['.mine'] },
    ];
    expect(readRoles(withMessages({ roles }))).toEqual(['internal-note', 'bot']);
  });

  it('quoted mail is left out of the text', () => {
    showPlainPage({ rows: plainRow('1', 'Thanks!<blockquote>On Monday you wrote</blockquote>') });
    expect(readTexts(withMessages({ textDrop: ['div:nope(', 'blockquote'] }))).toEqual(['Thanks!']);
  });
});

describe('frames and shadow roots', () => {
  const page = `<div id="plain" data-chat="chat-1"><div id="list">${plainRow('1', 'Hello <img alt="👍">')}</div>${FIELD}</div>`;
  const within = (...frame: string[]): ConsoleAdapter => ({ ...PLAIN_ADAPTER, frame });

  function showFrame(html: string, id = 'inner'): Document {
    document.body.insertAdjacentHTML('beforeend', `<iframe id="${id}"></iframe>`);
    const { contentWindow, contentDocument } = find(`#${id}`) as HTMLIFrameElement;
    const inner = contentDocument as Document;
    // jsdom has no `checkVisibility`, and each frame has classes of its own.
    const { Element: Inner } = contentWindow as unknown as { Element: typeof Element };
    Inner.prototype.checkVisibility = Element.prototype.checkVisibility;
    inner.body.innerHTML = html;
    return inner;
  }

  beforeEach(() => showPage('<main></main>'));

  it('are entered step by step', () => {
    showFrame(page);
    expect(readTexts(within('#inner'))).toEqual(['Hello 👍']);
  });

  it('also where a chat is in an open shadow root', () => {
    find('main').attachShadow({ mode: 'open' }).innerHTML = page;
    expect(readTexts(within('main'))).toEqual(['Hello 👍']);
    expect(findConversationScope(within('main'))).toBe(find('main').shadowRoot);
  });

  it('are told to whoever watches the page', () => {
    const inner = showFrame(page);
    const entered: unknown[] = [];
    readConsole(
      within('#inner'),
      createReadingMemory((root) => entered.push(root)),
      0,
    );
    expect(entered).toEqual([inner]);
  });

  it('are said to be closed or missing', () => {
    find('main').attachShadow({ mode: 'closed' }).innerHTML = page;
    document.body.insertAdjacentHTML('beforeend', '<i id="plain"></i>');
    expect(readOnce(within('main')).health).toEqual({ state: 'broken', problems: ['frame-closed'] });
    expect(readOnce(within('#gone')).health).toEqual({ state: 'broken', problems: ['no-frame'] });
  });

  it('may hold the composer alone', () => {
    showPlainPage({ rows: plainRow('1', 'Hello'), composer: '<iframe id="editor"></iframe>' });
    const inner = (find('#editor') as HTMLIFrameElement).contentDocument as Document;
    inner.body.innerHTML = '<p contenteditable="true" id="composer"></p>';
    const { Element: Inner } = inner.defaultView as unknown as { Element: typeof Element };
    Inner.prototype.checkVisibility = Element.prototype.checkVisibility;
    const adapter = withComposer({ frame: ['#editor'] });
    expect(readOnce(adapter).health.state).toBe('ok');
    expect(findComposer(document, adapter)).toMatchObject({ value: inner.querySelector('#composer'), at: 0 });
  });
});

describe('the composer', () => {
  it('is looked for outside while there is no frame: some people choose a plain field', () => {
    showPlainPage();
    expect(findComposer(document, withComposer({ frame: ['#editor'] }))).toMatchObject({
      value: find('#composer'),
    });
  });

  it('is never one of the fields the adapter forbids', () => {
    showPlainPage({ composer: '<textarea class="box search"></textarea><textarea class="box"></textarea>' });
    const adapter = { ...withComposer({ selector: ['.box'] }), neverFill: ['.search'] };
    expect(findComposer(document, adapter)).toMatchObject({ value: find('.box:not(.search)') });
    find('.box:not(.search)').remove();
    expect(findComposer(document, adapter)).toBe('no-composer');
  });

  it('that has to be opened first is no fault, and how to open it is said', () => {
    showPlainPage({ rows: plainRow('1', 'Hello'), composer: '' });
    const reading = readOnce(withComposer({ openHint: 'Reply' }));
    expect(reading.health).toEqual({ state: 'degraded', problems: ['composer-closed'] });
    expect(reading.readBy?.openHint).toBe('Reply');
  });

  it('in a mode for private notes is said to be so', () => {
    showPlainPage({ composer: `${FIELD}<b id="note-mode"></b>` });
    expect(readOnce(PLAIN_ADAPTER).isPrivateNote).toBe(true);
    find('#note-mode').remove();
    expect(readOnce(PLAIN_ADAPTER)).not.toHaveProperty('isPrivateNote');
  });
});
