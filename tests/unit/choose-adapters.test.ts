import { describe, expect, test } from 'vitest';
import {
  BUNDLED_ADAPTERS,
  chooseAdapters,
  formatAdapter,
  listHosts,
  type ConsoleAdapter,
} from '../../knowledge/adapters/index.ts';
import { parseAdapterFile } from '../../knowledge/contracts/index.ts';
import { findBundled } from '../support/bundled-adapters.ts';

const make = (id: string, urls?: string[]): ConsoleAdapter => ({
  ...findBundled('practice'),
  id,
  match: urls ? { urls } : { signature: ['#app'] },
});
const PAGE = 'https://desk.example/settings';
const idsFor = (shelf: Partial<Parameters<typeof chooseAdapters>[0]>, url = PAGE) =>
  chooseAdapters({ bundled: [], own: [], switchedOff: [], ...shelf }, url).map(({ id }) => id);

describe('for a page', () => {
  test('come those with its address first, the person’s own before ours', () => {
    const bundled = [make('any'), make('desk', ['https://desk.example/chat/*'])];
    const own = [make('own-any'), make('own-desk', ['*://*.desk.example/*'])];
    expect(idsFor({ bundled, own })).toEqual(['own-desk', 'desk', 'own-any', 'any']);
  });

  test('come none of other sites', () => {
    expect(idsFor({ bundled: [make('other', ['https://other.example/*'])] })).toEqual([]);
  });

  test('come none that are switched off, whosever they are', () => {
    const shelf = { bundled: [make('a'), make('b')], own: [make('c')] };
    expect(idsFor({ ...shelf, switchedOff: ['a', 'c'] })).toEqual(['b']);
  });

  test('an own one takes the place of ours with the same id, also when it is switched off', () => {
    const shelf = { bundled: [make('a')], own: [make('a')] };
    const [only, ...others] = chooseAdapters({ ...shelf, switchedOff: [] }, PAGE);
    expect([only?.origin, others]).toEqual(['own', []]);
    expect(idsFor({ ...shelf, switchedOff: ['a'] })).toEqual([]);
  });
});

test('the hosts of an adapter are listed once each', () => {
  const urls = ['https://a.example/x/*', 'https://a.example/y/*', '*://*.b.example:8443/*'];
  expect(listHosts(make('a', urls))).toEqual(['a.example', '*.b.example:8443']);
  expect(listHosts(make('a'))).toEqual([]);
});

describe('a file of an adapter', () => {
  test.each(BUNDLED_ADAPTERS)('brings back what was written into it: $id', (adapter) => {
    expect(parseAdapterFile(formatAdapter(adapter))).toEqual({ adapter });
  });

  test('that is none says where it is wrong', () => {
    const file = formatAdapter({ ...make('desk'), version: 0 });
    expect(parseAdapterFile(file)).toEqual({
      problem: { reason: 'no-adapter', where: expect.stringMatching(/^version: /) },
    });
  });

  test.each([
    ['not JSON', 'console'],
    ['too long', `"${'x'.repeat(70_000)}"`],
  ])('that is %s is refused', (_, text) => {
    expect(parseAdapterFile(text)).toEqual({ problem: { reason: 'no-json' } });
  });
});
