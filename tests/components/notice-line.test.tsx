import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { usePanelStore, type Notice } from '../../components/state/panel-store.ts';
import { INSERTION_REFUSALS } from '../../knowledge/conversation/index.ts';
import { renderInApp } from '../support/render-in-app.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const REFUSALS = [...INSERTION_REFUSALS, 'console-gone'] as const;

const INSERTED_ALL_THE_SAME: Partial<Record<string, RegExp>> = {
  'changed-by-console': /^Inserted, but the page changed the text/,
  'moved-meanwhile': /^Inserted, but the chat moved on/,
};

const NOTICES: [Notice, RegExp][] = [
  [{ kind: 'inserted' }, /^In the message box. Check it, then send.$/],
  [{ kind: 'inserted-joined' }, /as one line.*Check it, then send/],
  [{ kind: 'copied' }, /^Copied.$/],
  [{ kind: 'saved' }, /^Wrap-up saved.$/],
  [{ kind: 'copy-refused' }, /^Not copied/],
  [{ kind: 'file-unreadable' }, /^Cannot read this file/],
  [{ kind: 'removed', count: 1, undo: () => Promise.resolve() }, /^Removed\.Undo$/],
  [{ kind: 'removed', count: 2, undo: () => Promise.resolve() }, /^2 removed\.Undo$/],
  [{ kind: 'alias-added', title: 'Refund', undo: () => Promise.resolve() }, /^Added to “Refund”.*Undo$/],
  [{ kind: 'alias-added', title: 'Refund', undo: null }, /^Added to “Refund”.*found\.$/],
  [{ kind: 'alias-refused', reason: 'taken' }, /^Not added: another reply/],
  [{ kind: 'alias-refused', reason: 'unfit' }, /^Not added: the question/],
  [{ kind: 'synonyms-added', count: 2 }, /^2 groups added/],
  [{ kind: 'slots-open', slots: ['order number', 'date'] }, /^Still needed: order number, date\./],
  [
    { kind: 'script-broken', problem: { fault: 'unclosed', at: 11, near: '{{' } },
    /^This script has a mistake .* Character 12: braces without a partner\.$/,
  ],
  [{ kind: 'just-changed' }, /Look, then press again/],
  [{ kind: 'no-such-card' }, /Press Ctrl K to search/],
  [{ kind: 'not-stored', reason: 'full' }, /the disk is full/],
  [{ kind: 'not-stored', reason: 'unavailable' }, /Close and reopen the panel/],
  ...REFUSALS.map((reason): [Notice, RegExp] => [
    { kind: 'refused', reason },
    INSERTED_ALL_THE_SAME[reason] ?? /^Not (?:inserted|replaced): .+\. *.*/,
  ]),
];

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

async function show(notice: Notice) {
  await renderInApp(<NoticeLine />);
  act(() => usePanelStore.getState().notify(notice));
  return screen.getByRole('alert');
}

describe('the notice line', () => {
  it.each(NOTICES)('says what happened and what to do: %o', async (notice, words) => {
    expect((await show(notice)).textContent).toMatch(words);
  });

  it('says each refusal in its own words', async () => {
    const said = new Set<string | null>();
    for (const reason of REFUSALS) {
      const { unmount } = await renderInApp(<NoticeLine />);
      act(() => usePanelStore.getState().notify({ kind: 'refused', reason }));
      said.add(screen.getByRole('alert').textContent);
      unmount();
    }
    expect(said.size).toBe(REFUSALS.length);
  });

  it('is a live region that is there before the first notice', async () => {
    await renderInApp(<NoticeLine />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(screen.getByRole('status')).toHaveAttribute('aria-live', 'polite');
  });

  it('goes by itself: soon when all is well, later when something is to be done', async () => {
    await show({ kind: 'inserted' });
    pass(3_900);
    expect(screen.getByRole('alert')).toBeVisible();
    pass(200);
    expect(screen.queryByRole('alert')).toBeNull();
    act(() => usePanelStore.getState().notify({ kind: 'refused', reason: 'composer-missing' }));
    pass(11_000);
    expect(screen.getByRole('alert')).toBeVisible();
    pass(1_500);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each<Notice>([
    { kind: 'removed', count: 1, undo: () => Promise.resolve() },
    { kind: 'alias-added', title: 'Refund', undo: () => Promise.resolve() },
  ])('leaves time to take something back: $kind', async (notice) => {
    await show(notice);
    pass(11_000);
    expect(screen.getByRole('button', { name: 'Undo' })).toBeVisible();
    pass(1_500);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gives a newer notice its full time', async () => {
    await show({ kind: 'inserted' });
    pass(3_000);
    act(() => usePanelStore.getState().notify({ kind: 'copied' }));
    pass(3_000);
    expect(screen.getByRole('alert')).toHaveTextContent('Copied.');
  });

  it('can be sent away', async () => {
    await show({ kind: 'no-such-card' });
    act(() => screen.getByRole('button', { name: 'Close' }).click());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
