/** The page asks which consoles it may be: at the start, when adapters change, and when nothing fits. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { followCandidates } from '../../../entrypoints/console.content/candidates.ts';
import type { AdapterInUse } from '../../../knowledge/conversation/index.ts';
import { adaptersChangedAt, switchedOffAdapters } from '../../../utils/settings/settings.ts';
import { PLAIN_ADAPTER, showPage } from '../../support/fake-console-page.ts';

const GUESSED: AdapterInUse = { ...PLAIN_ADAPTER, id: 'guessed', origin: 'guessed' };

const ask = vi.fn<() => Promise<AdapterInUse[]>>();
const guess = vi.fn<() => Promise<AdapterInUse | null>>();
const onChange = vi.fn<() => void>();
let isKnown = false;

beforeEach(() => {
  vi.resetAllMocks();
  ask.mockResolvedValue([PLAIN_ADAPTER]);
  guess.mockResolvedValue(GUESSED);
  isKnown = false;
  showPage('<input id="name"><textarea id="reply"></textarea>');
});
afterEach(() => vi.useRealTimers());

async function follow() {
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const list = followCandidates({ signal: abort.signal, ask, guess, isKnown: () => isKnown, onChange });
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  return { abort, list };
}
const focus = async (selector: string) => {
  document.querySelector<HTMLElement>(selector)?.focus();
  await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('the candidates', () => {
  it('are what the background says', async () => {
    const { list } = await follow();
    expect(list()).toEqual([PLAIN_ADAPTER]);
  });

  it.each([
    ['adapters were changed', () => adaptersChangedAt.setValue(Date.now())],
    ['one was switched off', () => switchedOffAdapters.setValue(['plain'])],
  ])('are asked for again when %s', async (_, change) => {
    const { list } = await follow();
    ask.mockResolvedValue([]);
    await change();
    await vi.waitFor(() => expect(list()).toEqual([]));
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('are asked for again later when nobody answered', async () => {
    vi.useFakeTimers();
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    ask.mockRejectedValueOnce(new Error('no answer in time'));
    const following = follow();
    await vi.advanceTimersByTimeAsync(6_000);
    expect((await following).list()).toEqual([PLAIN_ADAPTER]);
    printed.mockRestore();
  });

  it('are not asked for any more once the script has to go', async () => {
    const { abort } = await follow();
    abort.abort();
    await adaptersChangedAt.setValue(Date.now() + 1);
    await focus('#reply');
    expect([ask.mock.calls.length, guess.mock.calls.length]).toEqual([1, 0]);
  });
});

describe('a guess', () => {
  it('is made when the person goes into a field for replies, and comes last', async () => {
    const { list } = await follow();
    await focus('#reply');
    expect(list()).toEqual([PLAIN_ADAPTER, GUESSED]);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('is not made where a console is known, nor from a field of a form', async () => {
    await follow();
    await focus('#name');
    isKnown = true;
    await focus('#reply');
    expect(guess).not.toHaveBeenCalled();
  });

  it('that finds nothing changes nothing', async () => {
    guess.mockResolvedValue(null);
    const { list } = await follow();
    await focus('#reply');
    expect([list(), onChange.mock.calls.length]).toEqual([[PLAIN_ADAPTER], 1]);
  });
});
