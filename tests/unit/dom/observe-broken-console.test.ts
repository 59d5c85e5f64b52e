import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, showPlainPage } from '../../support/fake-console-page.ts';
import { find, say, startObserving, wait } from '../../support/fake-observer.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('a console that cannot be read', () => {
  it('is given three seconds to finish drawing before it is called broken', async () => {
    showPlainPage();
    find('#list').id = 'not-yet';
    const { reports } = startObserving();
    await wait(2_900);
    expect(reports).toEqual([]);
    await wait(300);
    expect(reports.map(({ health }) => health)).toEqual([{ state: 'broken', problems: ['no-list'] }]);
  });

  it('is reported as soon as it is drawn, not only when its three seconds are over', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    find('#list').id = 'not-yet';
    const { reports } = startObserving();
    await wait(200);
    find('#not-yet').id = 'list';
    say('2', 'Me again');
    await wait(200);
    expect(reports.map(({ health }) => health.state)).toEqual(['ok']);
  });

  it('is never called broken if it is there in time', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    find('#list').id = 'not-yet';
    const { reports } = startObserving();
    await wait(2_000);
    find('#not-yet').id = 'list';
    say('2', 'Me again');
    await wait(6_000);
    expect(reports.map(({ health }) => health.state)).toEqual(['ok']);
  });

  it('is given three seconds anew after it has been well', async () => {
    showPlainPage({ rows: plainRow('1', 'Hello') });
    find('#list').id = 'not-yet';
    const { reports } = startObserving();
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
    const { observer, reports } = startObserving(() => found);
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
    const { reports } = startObserving(() => ({
      ...PLAIN_ADAPTER,
      messages: { ...PLAIN_ADAPTER.messages, item },
    }));
    await wait(500);
    find('h1').textContent = '李先生';
    await wait(500);
    expect(reports.map(({ conversation }) => conversation?.customerName)).toEqual(['王女士', '李先生']);
  });
});
