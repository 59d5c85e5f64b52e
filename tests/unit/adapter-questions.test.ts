/** What the background answers when a console's page asks which adapters fit. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForAdapterQuestions } from '../../entrypoints/background/adapters.ts';
import { openRecords } from '../../entrypoints/background/records.ts';
import { BUNDLED_ADAPTERS, type AdapterInUse, type ConsoleAdapter } from '../../knowledge/adapters/index.ts';
import { adaptersChangedAt, switchedOffAdapters } from '../../utils/settings/settings.ts';
import { findBundled } from '../support/bundled-adapters.ts';
import { consoleIn, deliver, ownPanel } from '../support/make-background.ts';

const PAGE = { url: 'https://desk.example/chat/1' };
const OWN: ConsoleAdapter = {
  ...findBundled('practice'),
  id: 'our-desk',
  match: { urls: ['https://desk.example/*'] },
};
const BUNDLED_IDS = BUNDLED_ADAPTERS.filter(({ match }) => !match.urls).map(({ id }) => id);

const executeScript = vi.fn<(injection: object) => Promise<{ result: unknown }[]>>();

beforeEach(async () => {
  listenForAdapterQuestions();
  executeScript.mockReset();
  Object.assign(fakeBrowser.scripting, { executeScript });
  const { adapters } = await openRecords();
  await adapters.remove((await adapters.list()).map(({ id }) => id));
});

const ask = async (data: unknown = PAGE, sender = consoleIn(7)) =>
  ((await deliver('adaptersFor', data, sender)) as { res: AdapterInUse[] }).res;
const askIds = async () => (await ask()).map(({ id }) => id);

describe('which adapters may fit', () => {
  test('ours where the person has none', async () => {
    expect(await askIds()).toEqual(BUNDLED_IDS);
  });

  test('the person’s own first, marked as such', async () => {
    const { adapters } = await openRecords();
    await adapters.save(OWN);
    expect((await ask())[0]).toEqual({ ...OWN, origin: 'own' });
    expect((await ask({ url: 'https://other.example/' })).map(({ id }) => id)).toEqual(BUNDLED_IDS);
  });

  test('never one that does not keep the contract, however it came onto the disk', async () => {
    const { adapters } = await openRecords();
    await adapters.save({ ...OWN, script: 'alert(1)' } as ConsoleAdapter);
    expect(await askIds()).toEqual(BUNDLED_IDS);
  });

  test('none that is switched off', async () => {
    await switchedOffAdapters.setValue(['converse']);
    expect(await askIds()).toEqual(BUNDLED_IDS.filter((id) => id !== 'converse'));
  });

  test('none that the team switched off for everybody, whatever the person chose', async () => {
    await fakeBrowser.storage.managed.set({ switchedOffConsoles: ['converse', 7] });
    expect(await askIds()).toEqual(BUNDLED_IDS.filter((id) => id !== 'converse'));
  });

  test('ours still where the browser has no word of a policy', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(new Error('no manifest'));
    expect(await askIds()).toEqual(BUNDLED_IDS);
  });

  test('anew when the team changes its mind', async () => {
    await fakeBrowser.storage.managed.set({ switchedOffConsoles: ['converse'] });
    await vi.waitFor(async () => expect(await adaptersChangedAt.getValue()).toBeGreaterThan(0));
  });

  test('ours still when the records cannot be read', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { adapters } = await openRecords();
    const listing = vi.spyOn(adapters, 'list').mockRejectedValue(new Error('closed'));
    expect(await askIds()).toEqual(BUNDLED_IDS);
    listing.mockRestore();
    printed.mockRestore();
  });

  test('nothing for a panel, a frame, another extension, or for nonsense', async () => {
    for (const sender of [ownPanel(), { ...consoleIn(7), frameId: 2 }, { ...consoleIn(7), id: 'another' }])
      expect(await ask(PAGE, sender)).toEqual([]);
    for (const data of [null, 'https://desk.example', { url: 7 }]) expect(await ask(data)).toEqual([]);
  });
});

describe('a page that none fits', () => {
  const GUESSED: ConsoleAdapter = { ...OWN, id: 'guessed-console' };
  const askGuess = async (sender = consoleIn(7)) =>
    ((await deliver('unknownConsoleFocused', undefined, sender)) as { res: unknown }).res;

  test('is looked at in its own tab, and what is found is marked as a guess', async () => {
    executeScript.mockResolvedValue([{ result: GUESSED }]);
    expect(await askGuess()).toEqual({ ...GUESSED, origin: 'guessed' });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 7 },
      files: ['/guess-console.js'],
    });
  });

  test.each([
    ['nothing', null],
    ['nonsense', { id: 'x' }],
    ['a script', { ...GUESSED, script: 'alert(1)' }],
  ])('with %s found stays unknown', async (_, result) => {
    executeScript.mockResolvedValue([{ result }]);
    expect(await askGuess()).toBeNull();
  });

  test('we may not enter stays unknown', async () => {
    executeScript.mockRejectedValue(new Error('cannot access'));
    expect(await askGuess()).toBeNull();
  });

  test('stays unknown where guesses are switched off', async () => {
    await switchedOffAdapters.setValue(['guessed-console']);
    executeScript.mockResolvedValue([{ result: GUESSED }]);
    expect(await askGuess()).toBeNull();
  });

  test('is not looked at for anybody but the page itself', async () => {
    expect(await askGuess(ownPanel())).toBeNull();
    expect(executeScript).not.toHaveBeenCalled();
  });
});
