/** A console nobody has described, recognised by its structure from the field the person writes in. */
import { describe, expect, it } from 'vitest';
import { findAdapter } from '../../../entrypoints/console.content/reading/find-adapter.ts';
import { guessConsole } from '../../../entrypoints/guess-console/guess-console.ts';
import { consoleAdapterSchema } from '../../../knowledge/contracts/index.ts';
import type { AdapterInUse } from '../../../knowledge/conversation/index.ts';
import { readOnce, showPage } from '../../support/fake-console-page.ts';

const LINES = ['Hello', 'Hi, how can I help?', 'My parcel is late', 'Let me look'];
const rows = LINES.map((line) => `<div class="x1a2b3">${line}</div>`).join('');
const SEARCH = '<form role="search"><textarea id="find"></textarea></form>';
const customers = `<ul style="overflow-y: auto">${'<li>Customer</li>'.repeat(9)}</ul>`;

function showConsole(log: string, field = '<textarea id="reply"></textarea>', focus = '#reply') {
  showPage(`${SEARCH}<input id="name">${log}${field}`);
  document.querySelector<HTMLElement>(focus)?.focus();
}

function guess(): AdapterInUse {
  const adapter = guessConsole();
  if (!adapter) throw new Error('nothing was guessed');
  return { ...consoleAdapterSchema.parse(adapter), origin: 'guessed' };
}

describe('a chat is guessed', () => {
  it.each([
    ['that says it is a log', `<div role="log">${rows}</div>${customers}`],
    ['that is announced as it grows', `<section aria-live="polite"><div><div>${rows}</div></div></section>`],
    ['that scrolls', `<div style="overflow-y: auto"><div>${rows}</div></div>`],
  ])('%s', (_, log) => {
    showConsole(log);
    const { conversation, consoleId, readBy } = readOnce(guess());
    expect(conversation?.messages.map(({ text }) => text)).toEqual(LINES);
    expect([consoleId, readBy?.trust]).toEqual(['guessed-console', 'guessed']);
  });

  it('but not who speaks', () => {
    showConsole(`<div role="log">${rows}</div>`);
    const { conversation, health } = readOnce(guess());
    expect(new Set(conversation?.messages.map(({ role }) => role))).toEqual(new Set(['unknown']));
    expect(health).toEqual({ state: 'degraded', problems: ['unknown-roles'] });
  });

  it('with the field that has the focus, not the first of the page', () => {
    showConsole(`<div role="log">${rows}</div>`);
    const [selector = ''] = guess().composer.selector;
    expect(document.querySelector(selector)).toBe(document.querySelector('#reply'));
  });

  it('with an editor as well', () => {
    showConsole(
      `<div role="log">${rows}</div>`,
      '<div id="reply" contenteditable="true" tabindex="0"></div>',
    );
    expect(document.querySelector(guess().composer.selector[0] ?? '')?.id).toBe('reply');
  });

  it('for its own site alone, and gives way to whatever is known', () => {
    showConsole(`<div role="log">${rows}</div>`);
    const guessed = guess();
    expect(guessed.match.urls).toEqual([`${location.protocol}//${location.host}/*`]);
    expect(findAdapter([guessed])).toBe(guessed);
    const known: AdapterInUse = { ...guessed, id: 'known', match: { signature: ['#reply'] } };
    expect(findAdapter([known, guessed])).toBe(known);
  });
});

describe('nothing is guessed', () => {
  it.each([
    ['while no field has the focus', `<div role="log">${rows}</div>`, 'body'],
    ['from a search', `<div role="log">${rows}</div>`, '#find'],
    ['from a field of a form', `<div role="log">${rows}</div>`, '#name'],
    [
      'where nothing looks like a list of messages',
      '<div role="log"><p>One</p></div><article>Text</article>',
      '#reply',
    ],
  ])('%s', (_, log, focus) => {
    showConsole(log, undefined, focus);
    expect(guessConsole()).toBeNull();
  });

  it('from a field nobody may write in', () => {
    showConsole(`<div role="log">${rows}</div>`, '<textarea id="reply" readonly></textarea>');
    expect(guessConsole()).toBeNull();
  });
});
