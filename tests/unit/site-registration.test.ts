import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followGrants, listenForSiteAccess } from '../../entrypoints/background/site-access.ts';

/** An event somebody can listen to and a test can set off. */
function makeEvent() {
  const listeners = new Set<() => void>();
  return {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
    fire: () => listeners.forEach((listener) => listener()),
  };
}

interface Script {
  id: string;
  js: string[];
  matches: string[];
}

/** The part of the browser that grants sites and runs scripts there. */
function installFakeBrowser() {
  const state = { granted: [] as string[], registered: [] as Script[], entered: [] as number[], gaps: 0 };
  // As in the browser, asking takes a while, and others go on meanwhile.
  const later = () => new Promise((resolve) => setTimeout(resolve, 2));
  const [onAdded, onRemoved] = [makeEvent(), makeEvent()];
  const getAll = async () => ({ origins: state.granted });
  Object.assign(fakeBrowser.permissions, { onAdded, onRemoved, getAll });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => {
      const seen = [...state.registered];
      await later();
      return seen;
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      await later();
      state.registered = state.registered.filter(({ id }) => !ids.includes(id));
      if (state.granted.length > 0) state.gaps += 1;
    },
    updateContentScripts: async (scripts: Script[]) => {
      await later();
      const [script] = scripts;
      if (!script || !state.registered.some(({ id }) => id === script.id)) throw new Error('Nonexistent id');
      state.registered = state.registered.map((before) => (before.id === script.id ? script : before));
    },
    registerContentScripts: async (scripts: Script[]) => {
      await later();
      if (scripts.some(({ id }) => state.registered.some((script) => script.id === id)))
        throw new Error('Duplicate script id');
      state.registered.push(...scripts);
    },
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      if (target.tabId === 13) throw new Error('Frame with ID 0 is showing error page');
      state.entered.push(target.tabId);
    },
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async ({ url }: { url: string[] }) =>
    url.includes('https://chat.example/*') ? [{ id: 12 }, { id: 13 }, {}, { id: 14 }] : []) as never);
  return { state, onAdded, onRemoved };
}

let browser: ReturnType<typeof installFakeBrowser>;
beforeEach(() => {
  browser = installFakeBrowser();
  listenForSiteAccess();
});

const listMatches = () => browser.state.registered.map(({ matches }) => matches);

describe('the content script runs', () => {
  test('nowhere before a site was granted', async () => {
    await fakeBrowser.runtime.onStartup.trigger();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(browser.state).toEqual({ granted: [], registered: [], entered: [], gaps: 0 });
  });

  test('on granted sites, and at once in tabs that are open there, error pages aside', async () => {
    browser.state.granted = ['https://chat.example/*'];
    browser.onAdded.fire();
    await vi.waitFor(() => expect(listMatches()).toEqual([['https://chat.example/*']]));
    await vi.waitFor(() => expect(browser.state.entered).toEqual([12, 14]));
  });

  test('on a second site as well, registered once for both', async () => {
    browser.state.granted = ['https://chat.example/*'];
    browser.onAdded.fire();
    await vi.waitFor(() => expect(listMatches()).toEqual([['https://chat.example/*']]));
    browser.state.granted = ['https://chat.example/*', 'https://other.example/*'];
    browser.onAdded.fire();
    await vi.waitFor(() =>
      expect(listMatches()).toEqual([['https://chat.example/*', 'https://other.example/*']]),
    );
  });

  test('no longer where the grant was taken back', async () => {
    browser.state.granted = ['https://chat.example/*'];
    browser.onAdded.fire();
    await vi.waitFor(() => expect(listMatches()).toEqual([['https://chat.example/*']]));
    browser.state.granted = [];
    browser.onRemoved.fire();
    await vi.waitFor(() => expect(listMatches()).toEqual([]));
  });

  test('again after an update or a start of the browser, which forget it', async () => {
    browser.state.granted = ['https://chat.example/*'];
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as never);
    await vi.waitFor(() => expect(listMatches()).toEqual([['https://chat.example/*']]));
    browser.state.registered = [];
    await fakeBrowser.runtime.onStartup.trigger();
    await vi.waitFor(() => expect(listMatches()).toEqual([['https://chat.example/*']]));
  });
});

describe('following the grants', () => {
  const CHAT = 'https://chat.example/*';
  let printed: MockInstance;
  beforeEach(() => {
    printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => printed.mockRestore());

  test('never leaves a granted site without its script, not even for a moment', async () => {
    browser.state.granted = [CHAT];
    await followGrants();
    browser.state.granted = [CHAT, 'https://other.example/*'];
    await followGrants();
    expect(listMatches()).toEqual([browser.state.granted]);
    expect(browser.state.gaps).toBe(0);
  });

  test('several times at once ends with one registration for what is granted now', async () => {
    browser.state.granted = [CHAT];
    browser.onAdded.fire();
    browser.onAdded.fire();
    browser.state.granted = [CHAT, 'https://other.example/*'];
    await followGrants();
    expect(listMatches()).toEqual([browser.state.granted]);
    expect(printed).not.toHaveBeenCalled();
  });

  test('takes over a registration that another context made meanwhile', async () => {
    browser.state.granted = [CHAT];
    const old = { id: 'console', js: ['/content-scripts/console.js'], matches: ['https://old.example/*'] };
    const { getRegisteredContentScripts } = fakeBrowser.scripting;
    Object.assign(fakeBrowser.scripting, { getRegisteredContentScripts: async () => [] });
    browser.state.registered = [old];
    await followGrants();
    Object.assign(fakeBrowser.scripting, { getRegisteredContentScripts });
    expect(listMatches()).toEqual([[CHAT]]);
    expect(printed).not.toHaveBeenCalled();
  });

  test('puts back a registration that got lost, and then leaves open tabs alone', async () => {
    browser.state.granted = [CHAT];
    await followGrants();
    expect([listMatches(), browser.state.entered]).toEqual([[[CHAT]], [12, 14]]);
    await followGrants();
    expect([listMatches(), browser.state.entered]).toEqual([[[CHAT]], [12, 14]]);
  });

  test('goes on after a failure, which is reported', async () => {
    browser.state.granted = [CHAT];
    const { getAll } = fakeBrowser.permissions;
    Object.assign(fakeBrowser.permissions, { getAll: () => Promise.reject(new Error('shutting down')) });
    await followGrants();
    expect(printed).toHaveBeenCalledOnce();
    Object.assign(fakeBrowser.permissions, { getAll });
    await followGrants();
    expect(listMatches()).toEqual([[CHAT]]);
  });
});
