import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdapterInUse, ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, showPlainPage } from '../../support/fake-console-page.ts';
import { find, listTexts, say, startObserving, wait } from '../../support/fake-observer.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('a console that is watched', () => {
  it('is reported at once, as it stands', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { texts } = startObserving();
    await wait(50);
    expect(texts()).toEqual([['Hello']]);
  });

  it('is reported once per change, however many steps the page draws it in', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { texts } = startObserving();
    await wait(500);
    say('2', '');
    find('[data-id="2"] .text').textContent = 'My parcel';
    find('[data-id="2"] .text').textContent = 'My parcel is late';
    await wait(5_000);
    expect(texts()).toEqual([['Hello'], ['Hello', 'My parcel is late']]);
  });

  it('is not reported again when nothing that is said has changed', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { reports } = startObserving();
    await wait(500);
    find('#plain').insertAdjacentHTML('beforeend', '<p>typing…</p>');
    find('#plain').classList.add('focused');
    await wait(5_000);
    expect(reports).toHaveLength(1);
  });

  it('is read anew where a message was edited', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') + plainRow('2', 'I want a refnd') });
    const { texts } = startObserving();
    await wait(500);
    (find('[data-id="2"] .text').firstChild as Text).data = 'I want a refund';
    await wait(500);
    expect(texts().at(-1)).toEqual(['Hello', 'I want a refund']);
  });

  it.each([
    ['a row', '[data-id="2"]'],
    ['what is around a row', '#around'],
  ])('is read anew where %s is used again for somebody else’s words', async (_, marked) => {
    const sides = { agent: ['[data-side="ours"]', '[data-side="ours"] > .row'] };
    const roles: ConsoleAdapter['messages']['roles'] = [
      { role: 'agent', row: sides.agent },
      { role: 'customer', row: ['.row'] },
    ];
    const adapter = { ...PLAIN_ADAPTER, messages: { ...PLAIN_ADAPTER.messages, roles } };
    showPlainPage({ rows: `${plainRow('1', 'OK')}<div id="around">${plainRow('2', 'OK')}</div>` });
    const { reports } = startObserving(() => adapter);
    await wait(500);
    find(marked).dataset['side'] = 'ours';
    await wait(500);
    const listRoles = (reading?: ConsoleReading) => reading?.conversation?.messages.map(({ role }) => role);
    expect(listRoles(reports.at(-1))).toEqual(['customer', 'agent']);
    delete find(marked).dataset['side'];
    await wait(500);
    expect(listRoles(reports.at(-1))).toEqual(['customer', 'customer']);
  });

  it('is read anew after a storm of changes', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { texts } = startObserving();
    await wait(500);
    for (let at = 0; at < 600; at += 1) find('#plain').append(document.createElement('hr'));
    find('.text').textContent = 'Hello again';
    await wait(500);
    expect(texts().at(-1)).toEqual(['Hello again']);
  });

  it('is reported again on request, though nothing has changed', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, texts } = startObserving();
    await wait(500);
    observer.reportAgain();
    await wait(500);
    expect(texts()).toEqual([['Hello'], ['Hello']]);
  });

  it('can be read at any moment, ahead of the next report', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, texts } = startObserving();
    await wait(50);
    say('2', 'Wait');
    expect(listTexts(observer.readNow())).toEqual(['Hello', 'Wait']);
    expect(texts()).toEqual([['Hello']]);
  });

  it('is looked at less often the longer it never rests', async () => {
    showPlainPage();
    const { reports } = startObserving();
    const talkForTwoSeconds = async (name: string) => {
      const before = reports.length;
      for (let at = 0; at < 100; at += 1) {
        say(`${name}${at}`, `${name} line ${at}`);
        await wait(20);
      }
      return reports.length - before;
    };
    const atFirst = await talkForTwoSeconds('first');
    const later = await talkForTwoSeconds('then');
    expect(later).toBeLessThan(atFirst);
    expect(later).toBeGreaterThanOrEqual(4);
    expect(later).toBeLessThanOrEqual(11);
  });
});

describe('rows that are hidden when first seen', () => {
  it('are read once what hides them is gone', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    document.head.insertAdjacentHTML('beforeend', '<style>.closed { display: none }</style>');
    find('#list').className = 'closed';
    const { texts } = startObserving();
    await wait(500);
    find('#list').className = '';
    await wait(500);
    expect(texts()).toEqual([[], ['Hello']]);
  });
});

describe('when the observer is told to stop', () => {
  it('goes quiet, also in the middle of a change', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, abort, reports } = startObserving();
    await wait(500);
    say('2', 'Still there?');
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(1);
    abort.abort();
    expect(vi.getTimerCount()).toBe(0);
    say('3', 'Hello??');
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
    observer.reportAgain();
    await wait(5_000);
    expect(reports).toHaveLength(1);
  });

  it('reports no more, even when asked', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, abort, reports } = startObserving();
    await wait(500);
    abort.abort();
    observer.reportAgain();
    await wait(5_000);
    expect(reports).toHaveLength(1);
  });
});

describe('when messages came', () => {
  const listTimes = ({ conversation }: ConsoleReading) => conversation?.messages.map(({ sentAt }) => sentAt);

  it('is known for those that come while we watch, and starts over with another conversation', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { reports } = startObserving();
    await wait(500);
    say('2', 'Anybody there?');
    await wait(500);
    expect(reports.map(listTimes)).toEqual([[null], [null, 1_000_500]]);
    find('#plain').dataset['chat'] = 'chat-2';
    find('h1').textContent = '李先生';
    await wait(500);
    expect(listTimes(reports.at(-1) as ConsoleReading)).toEqual([null, null]);
  });
});

describe('what lies behind a border', () => {
  it('is watched too: a shadow root is entered once and followed from then on', async () => {
    showPlainPage();
    const host = document.createElement('main');
    document.body.replaceChildren(host);
    const inside = host.attachShadow({ mode: 'open' });
    inside.innerHTML = `<div id="plain" data-chat="chat-1"><div id="list"></div><textarea id="composer"></textarea></div>`;
    const { texts } = startObserving(() => ({ ...PLAIN_ADAPTER, frame: ['main'] }));
    await wait(500);
    inside.querySelector('#list')?.insertAdjacentHTML('beforeend', plainRow('1', 'Hello'));
    await wait(500);
    expect(texts()).toEqual([[], ['Hello']]);
  });
});

describe('which adapter reads', () => {
  it('is chosen again when the page fits another one, and rows are read by its rules', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const other: AdapterInUse = {
      ...PLAIN_ADAPTER,
      id: 'other',
      match: { signature: ['#other'] },
      conversation: { id: [{ selector: '#gone', attribute: 'data-chat' }] },
    };
    const { reports } = startObserving(() => (document.querySelector('#other') ? other : PLAIN_ADAPTER));
    await wait(500);
    find('#plain').insertAdjacentHTML('beforebegin', '<i id="other"></i>');
    await wait(500);
    expect(reports.map(({ consoleId }) => consoleId)).toEqual(['plain']);
    find('#plain').id = 'gone';
    find('#other').append('!');
    await wait(500);
    expect(reports.at(-1)?.consoleId).toBe('other');
  });

  it('is chosen again when the candidates have changed', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    let roles = PLAIN_ADAPTER.messages.roles;
    const { observer, reports } = startObserving(() => ({
      ...PLAIN_ADAPTER,
      messages: { ...PLAIN_ADAPTER.messages, roles },
    }));
    await wait(500);
    roles = [{ role: 'bot', row: ['.theirs'] }];
    observer.chooseAgain();
    await wait(500);
    expect(reports.map(({ conversation }) => conversation?.messages[0]?.role)).toEqual(['customer', 'bot']);
  });
});
