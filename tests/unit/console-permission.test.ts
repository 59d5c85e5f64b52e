import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { listenForConsoleEvents } from '../../entrypoints/background/console-events.ts';
import { installFakePermissions } from '../support/fake-permissions.ts';
import { consoleIn, deliver, readSession } from '../support/make-background.ts';
import { makeReading } from '../support/make-conversation.ts';

const SITE = 'https://chat.example';
const ON_SITE = { ...consoleIn(7), origin: SITE };

beforeEach(() => listenForConsoleEvents());

const observe = (sender = ON_SITE) => deliver('conversationObserved', makeReading(), sender);

/** How many panels are open; null where the browser cannot tell. */
function installPanels(count: number | null): void {
  const contexts = Array.from({ length: count ?? 0 }, () => ({ contextType: 'SIDE_PANEL' }));
  const getContexts = async ({ contextTypes }: { contextTypes: string[] }) =>
    contexts.filter(({ contextType }) => contextTypes.includes(contextType));
  Object.assign(fakeBrowser.runtime, { getContexts: count === null ? undefined : getContexts });
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

  test('whether a panel is open, so that its keys stay the page’s own where none is', async () => {
    installFakePermissions([`${SITE}/*`]);
    installPanels(0);
    expect(await observe()).toEqual({ res: { mayRead: true, isPanelOpen: false } });
    installPanels(1);
    expect(await observe()).toEqual({ res: { mayRead: true, isPanelOpen: true } });
  });

  test('nothing it could use when it is no console of ours', async () => {
    installFakePermissions([`${SITE}/*`]);
    installPanels(1);
    const stranger = { ...ON_SITE, id: 'another' };
    expect(await observe(stranger)).toEqual({ res: { mayRead: false, isPanelOpen: false } });
  });
});

test('the practice console needs no grant: it is our own page', async () => {
  installFakePermissions([]);
  installPanels(null);
  const origin = `chrome-extension://${fakeBrowser.runtime.id}`;
  expect(await observe({ ...ON_SITE, origin })).toMatchObject({ res: { mayRead: true } });
});
