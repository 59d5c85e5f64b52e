import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForSiteAccess } from '../../entrypoints/background/site-access.ts';

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
  const state = { granted: [] as string[], registered: [] as Script[], entered: [] as number[] };
  const [onAdded, onRemoved] = [makeEvent(), makeEvent()];
  const getAll = async () => ({ origins: state.granted });
  Object.assign(fakeBrowser.permissions, { onAdded, onRemoved, getAll });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => state.registered,
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      state.registered = state.registered.filter(({ id }) => !ids.includes(id));
    },
    registerContentScripts: async (scripts: Script[]) => {
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
    expect(browser.state).toEqual({ granted: [], registered: [], entered: [] });
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
