import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForConsoleEvents } from '../../entrypoints/background/console-events.ts';
import { installFakePermissions } from '../support/fake-permissions.ts';
import { consoleIn, deliver, readSession } from '../support/make-background.ts';
import { makeReading } from '../support/make-conversation.ts';

const SITE = 'https://chat.example';
const IN_WINDOW_3 = { ...consoleIn(7), tab: { id: 7, windowId: 3 }, origin: SITE };

beforeEach(() => listenForConsoleEvents());

const observe = (sender = IN_WINDOW_3) => deliver('conversationObserved', makeReading(), sender);

/** The windows that have our panel open; null where the browser cannot tell. */
function installPanels(windows: number[] | null): void {
  const getContexts = async ({ windowIds }: { windowIds: number[] }) =>
    windows?.filter((id) => windowIds.includes(id)).map((windowId) => ({ windowId }));
  Object.assign(fakeBrowser.runtime, { getContexts: windows ? getContexts : undefined });
}

describe('a console’s script is told', () => {
  test('that it may read while its site is granted', async () => {
    installFakePermissions([`${SITE}/*`]);
    installPanels(null);
    expect(await observe()).toEqual({ res: { mayRead: true, isPanelOpen: true } });
    expect(Object.keys(await readSession())).toContain('reading:7');
  });

  test('that it may not once the grant was taken back, and what it had said is forgotten', async () => {
    installFakePermissions([`${SITE}/*`]);
    installPanels(null);
    await observe();
    await fakeBrowser.permissions.remove({ origins: [`${SITE}/*`] });
    expect(await observe()).toMatchObject({ res: { mayRead: false } });
    expect((await readSession())['reading:7']).toBeUndefined();
  });

  test('that another site’s grant is not its own', async () => {
    installFakePermissions(['https://other.example/*']);
    installPanels(null);
    expect(await observe()).toMatchObject({ res: { mayRead: false } });
    expect(await readSession()).toEqual({});
  });

  test('whether the panel of its own window is open', async () => {
    installFakePermissions([`${SITE}/*`]);
    installPanels([4]);
    expect(await observe()).toEqual({ res: { mayRead: true, isPanelOpen: false } });
    installPanels([3, 4]);
    expect(await observe()).toEqual({ res: { mayRead: true, isPanelOpen: true } });
  });

  test('nothing it could use when it is no console of ours', async () => {
    installFakePermissions([`${SITE}/*`]);
    installPanels([3]);
    const stranger = { ...IN_WINDOW_3, id: 'another' };
    expect(await observe(stranger)).toEqual({ res: { mayRead: false, isPanelOpen: false } });
  });
});

test('the practice console needs no grant: it is our own page', async () => {
  installFakePermissions([]);
  installPanels(null);
  const origin = `chrome-extension://${fakeBrowser.runtime.id}`;
  expect(await observe({ ...IN_WINDOW_3, origin })).toMatchObject({ res: { mayRead: true } });
});
