import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observeConsole } from '../../../entrypoints/console.content/reading/observe-console.ts';
import type { ConsoleAdapter, ConsoleReading } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, showPlainPage } from '../../support/fake-console-page.ts';

let abort: AbortController;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  abort = new AbortController();
});

afterEach(() => {
  abort.abort();
  vi.useRealTimers();
});

function observe(findAdapter: () => ConsoleAdapter | null = () => PLAIN_ADAPTER) {
  const reports: ConsoleReading[] = [];
  const observer = observeConsole({
    findAdapter,
    signal: abort.signal,
    report: (reading) => reports.push(reading),
  });
  return { observer, reports, texts: () => reports.map(listTexts) };
}

const listTexts = ({ conversation }: ConsoleReading) => conversation?.messages.map(({ text }) => text);

const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const find = (selector: string) => document.querySelector(selector) as HTMLElement;
const say = (id: string, text: string) => find('#list').insertAdjacentHTML('beforeend', plainRow(id, text));

describe('a console that is watched', () => {
  it('is reported at once, as it stands', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { texts } = observe();
    await wait(50);
    expect(texts()).toEqual([['Hello']]);
  });

  it('is reported once per change, however many steps the page draws it in', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { texts } = observe();
    await wait(500);
    say('2', '');
    find('[data-id="2"] .text').textContent = 'My parcel';
    find('[data-id="2"] .text').textContent = 'My parcel is late';
    await wait(5_000);
    expect(texts()).toEqual([['Hello'], ['Hello', 'My parcel is late']]);
  });

  it('is not reported again when nothing that is said has changed', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { reports } = observe();
    await wait(500);
    find('#plain').insertAdjacentHTML('beforeend', '<p>typing…</p>');
    find('#plain').classList.add('focused');
    await wait(5_000);
    expect(reports).toHaveLength(1);
  });

  it('is read anew where a message was edited', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') + plainRow('2', 'I want a refnd') });
    const { texts } = observe();
    await wait(500);
    (find('[data-id="2"] .text').firstChild as Text).data = 'I want a refund';
    await wait(500);
    expect(texts().at(-1)).toEqual(['Hello', 'I want a refund']);
  });

  it('is read anew after a storm of changes', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { texts } = observe();
    await wait(500);
    for (let at = 0; at < 600; at += 1) find('#plain').append(document.createElement('hr'));
    find('.text').textContent = 'Hello again';
    await wait(500);
    expect(texts().at(-1)).toEqual(['Hello again']);
  });

  it('is reported again on request, though nothing has changed', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, texts } = observe();
    await wait(500);
    observer.reportAgain();
    await wait(500);
    expect(texts()).toEqual([['Hello'], ['Hello']]);
  });

  it('can be read at any moment, ahead of the next report', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, texts } = observe();
    await wait(50);
    say('2', 'Wait');
    expect(listTexts(observer.readNow())).toEqual(['Hello', 'Wait']);
    expect(texts()).toEqual([['Hello']]);
  });

  it('is looked at less often the longer it never rests', async () => {
    showPlainPage();
    const { reports } = observe();
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
    const { texts } = observe();
    await wait(500);
    find('#list').className = '';
    await wait(500);
    expect(texts()).toEqual([[], ['Hello']]);
  });
});

describe('when the observer is told to stop', () => {
  it('goes quiet, also in the middle of a change', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { observer, reports } = observe();
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
    const { observer, reports } = observe();
    await wait(500);
    abort.abort();
    observer.reportAgain();
    await wait(5_000);
    expect(reports).toHaveLength(1);
  });
});

describe('a console that cannot be read', () => {
  it('is given three seconds to finish drawing before it is called broken', async () => {
    showPlainPage();
    find('#list').id = 'not-yet';
    const { reports } = observe();
    await wait(2_900);
    expect(reports).toEqual([]);
    await wait(300);
    expect(reports.map(({ health }) => health)).toEqual([{ state: 'broken', problems: ['no-list'] }]);
  });

  it('is reported as soon as it is drawn, not only when its three seconds are over', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    find('#list').id = 'not-yet';
    const { reports } = observe();
    await wait(200);
    find('#not-yet').id = 'list';
    say('2', 'Me again');
    await wait(200);
    expect(reports.map(({ health }) => health.state)).toEqual(['ok']);
  });

  it('is never called broken if it is there in time', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    find('#list').id = 'not-yet';
    const { reports } = observe();
    await wait(2_000);
    find('#not-yet').id = 'list';
    say('2', 'Me again');
    await wait(6_000);
    expect(reports.map(({ health }) => health.state)).toEqual(['ok']);
  });

  it('is given three seconds anew after it has been well', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    find('#list').id = 'not-yet';
    const { reports } = observe();
    await wait(2_000);
    find('#not-yet').id = 'list';
    say('2', 'Me again');
    await wait(5_000);
    find('#list').remove();
    await wait(2_900);
    expect(reports.map(({ health }) => health.state)).toEqual(['ok']);
    await wait(300);
    expect(reports.map(({ health }) => health.state)).toEqual(['ok', 'broken']);
  });

  it('is recognised when its page is drawn later', async () => {
    showPlainPage();
    let found: ConsoleAdapter | null = null;
    const { observer, reports } = observe(() => found);
    await wait(4_000);
    expect(reports.map(({ health }) => health.problems)).toEqual([['no-adapter']]);
    expect(observer.currentAdapter()).toBeNull();
    found = PLAIN_ADAPTER;
    say('1', 'Hello');
    await wait(5_000);
    expect(observer.currentAdapter()).toBe(PLAIN_ADAPTER);
    expect(reports.at(-1)?.health.state).toBe('ok');
  });

  it('with a broken selector keeps being watched', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const item = ['.row:nope('];
    const { reports } = observe(() => ({
      ...PLAIN_ADAPTER,
      messages: { ...PLAIN_ADAPTER.messages, item },
    }));
    await wait(500);
    find('h1').textContent = '李先生';
    await wait(500);
    expect(reports.map(({ conversation }) => conversation?.customerName)).toEqual(['王女士', '李先生']);
  });
});

describe('when messages came', () => {
  const listTimes = ({ conversation }: ConsoleReading) => conversation?.messages.map(({ sentAt }) => sentAt);

  it('is known for those that come while we watch, and starts over with another conversation', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    const { reports } = observe();
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
