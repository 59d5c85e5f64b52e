/** Teaching a console from the panel: step by step, a preview, and a word for everything that can go wrong. */
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TeachView } from '../../components/teach/TeachView.tsx';
import {
  judgeHealth,
  MISSES,
  TEACHING_LINE,
  TEACHING_PROBLEMS,
  type ConsoleReading,
  type TeachingEvent,
  type TeachingRequest,
} from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import en from '../../locales/en.places.json';
import { findBundled } from '../support/bundled-adapters.ts';
import { openFakeRecords } from '../support/fake-records.ts';
import { agentSays, customerSays, makeConversation } from '../support/make-conversation.ts';
import { renderInApp } from '../support/render-in-app.tsx';

const TAB = 7;
const ADAPTER = {
  ...findBundled('practice'),
  id: 'own-desk-example',
  match: { urls: ['https://desk.example/*'] },
};
const LINES = [customerSays('m1', '在吗'), agentSays('m2', '您好'), customerSays('m3', '退款呢')];

/** The script in the page, as the panel meets it. */
function installPage({ isEntered = true } = {}) {
  const heard: TeachingRequest[] = [];
  const callers = new Set<(port: object) => void>();
  let tell: (event: unknown) => void = () => {};
  let hangUp: () => void = () => {};
  const call = (sender: object = { id: fakeBrowser.runtime.id, tab: { id: TAB }, frameId: 0 }) => {
    const port = {
      name: TEACHING_LINE,
      sender,
      postMessage: (request: TeachingRequest) => heard.push(request),
      disconnect: () => {},
      onMessage: { addListener: (listener: typeof tell) => (tell = listener) },
      onDisconnect: { addListener: (listener: typeof hangUp) => (hangUp = listener) },
    };
    for (const caller of callers) caller(port);
  };
  Object.assign(fakeBrowser.runtime, {
    onConnect: {
      addListener: (caller: (port: object) => void) => callers.add(caller),
      removeListener: (caller: (port: object) => void) => callers.delete(caller),
    },
    sendMessage: (_message: object, answer: (response: object) => void) => {
      if (isEntered) call();
      answer({ res: isEntered });
    },
  });
  return {
    heard,
    call,
    isWaiting: () => callers.size > 0,
    tell: (event: TeachingEvent | object) => act(() => tell(event)),
    hangUp: () => act(() => hangUp()),
  };
}

let reading: ConsoleReading;
let records: KnowledgeBase;
interface Sent {
  type: string;
  data: unknown;
}
const readWith = vi.fn<(tabId: number, message: Sent) => void>();

beforeEach(async () => {
  ({ records } = await openFakeRecords());
  reading = { consoleId: ADAPTER.id, health: judgeHealth([]), conversation: makeConversation(LINES) };
  readWith.mockReset();
  Object.assign(fakeBrowser.tabs, {
    sendMessage: (tabId: number, message: Sent, _options: object, answer: (response: object) => void) => {
      readWith(tabId, message);
      answer({ res: reading });
    },
  });
});

const button = (name: string) => screen.getByRole('button', { name });
const picked = (step: 'customer' | 'agent' | 'neither', needsNeither = false): TeachingEvent => ({
  type: 'picked',
  step,
  needsNeither,
  problem: null,
});
const TAUGHT: TeachingEvent = { type: 'taught', taught: { adapter: ADAPTER, isUnproven: false } };

async function start(onBack = () => {}) {
  const page = installPage();
  const { user, unmount } = await renderInApp(<TeachView tabId={TAB} onBack={onBack} />, { records });
  await user.click(button(en.teach.begin));
  await screen.findByText(en.teach.pick.customer, { selector: '[role="status"]' });
  return { page, user, unmount };
}

describe('the steps', () => {
  it('are asked for one by one, in the panel and in the page', async () => {
    const { page } = await start();
    page.tell(picked('customer'));
    page.tell(picked('agent'));
    expect(page.heard.map((request) => 'step' in request && [request.step, request.label])).toEqual([
      ['customer', en.teach.pick.customer],
      ['agent', en.teach.pick.agent],
      ['composer', en.teach.pick.composer],
    ]);
    expect(screen.getByText(en.teach.step.composer)).toHaveAttribute('aria-current', 'step');
  });

  it('ask for a third line only where two are not enough, and it can be skipped', async () => {
    const { page, user } = await start();
    page.tell(picked('customer'));
    page.tell(picked('agent', true));
    expect(screen.getByRole('status')).toHaveTextContent(en.teach.pick.neither);
    await user.click(button(en.teach.skip));
    expect(screen.getByRole('status')).toHaveTextContent(en.teach.pick.composer);
  });

  it.each(MISSES)('go on after a click that was no use: %s', async (reason) => {
    const { page } = await start();
    page.tell({ type: 'missed', reason });
    expect(screen.getByRole('alert')).toHaveTextContent(en.teach.miss[reason]);
    expect(screen.getByRole('status')).toHaveTextContent(en.teach.pick.customer);
  });

  it('end with Escape in the page, and with the view', async () => {
    const { page, unmount } = await start();
    page.tell({ type: 'cancelled' });
    expect(button(en.teach.begin)).toBeVisible();
    unmount();
    expect(page.isWaiting()).toBe(false);
  });

  it('are not for strangers', async () => {
    const { page } = await start();
    page.call({ id: fakeBrowser.runtime.id, tab: { id: 8 }, frameId: 0 });
    page.call({ id: 'another', tab: { id: TAB }, frameId: 0 });
    page.call({ id: fakeBrowser.runtime.id, tab: { id: TAB }, frameId: 3 });
    expect(page.heard).toHaveLength(1);
    page.tell({ type: 'taught', taught: { adapter: { ...ADAPTER, script: 'x' }, isUnproven: false } });
    expect(screen.getByRole('status')).toHaveTextContent(en.teach.pick.customer);
  });
});

describe('what goes wrong is said, with a way on', () => {
  it.each(TEACHING_PROBLEMS)('%s', async (problem) => {
    const { page } = await start();
    page.tell({ type: 'taught', taught: { problem } });
    expect(screen.getByRole('alert')).toHaveTextContent(en.teach.problem[problem]);
    expect(button(en.teach.again)).toBeVisible();
  });

  it('the page went away', async () => {
    const { page } = await start();
    page.hangUp();
    expect(screen.getByRole('alert')).toHaveTextContent(en.teach.problem['line-lost']);
  });

  it('the page cannot be entered', async () => {
    installPage({ isEntered: false });
    const { user } = await renderInApp(<TeachView tabId={TAB} onBack={() => {}} />, { records });
    await user.click(button(en.teach.begin));
    expect(await screen.findByRole('alert')).toHaveTextContent(en.teach.problem['no-entry']);
  });

  it('there is no page to teach', async () => {
    await renderInApp(<TeachView tabId={null} onBack={() => {}} />, { records });
    expect(screen.getByRole('status')).toHaveTextContent(en.teach.noSite);
  });
});

describe('the preview', () => {
  const listLines = () =>
    screen.getAllByRole('listitem').map((line) => [line.dataset['role'], line.textContent]);

  it('is the chat as it would be read, by role; short as it is, it cannot be kept yet', async () => {
    const { page } = await start();
    page.tell(TAUGHT);
    await waitFor(() => expect(listLines()).toHaveLength(3));
    expect(listLines()[0]).toEqual(['customer', 'Customer在吗']);
    expect(readWith).toHaveBeenCalledWith(
      TAB,
      expect.objectContaining({ type: 'tryAdapter', data: ADAPTER }),
    );
    expect(screen.getByText(en.teach.evidence['more-messages'])).toBeVisible();
    expect(button(en.teach.keep)).toBeDisabled();
  });

  it('is kept once a second conversation is read as well, and can be exported', async () => {
    const onBack = vi.fn<() => void>();
    const { page, user } = await start(onBack);
    page.tell(TAUGHT);
    await screen.findByText(en.teach.evidence['more-messages']);
    reading = { ...reading, conversation: { ...makeConversation(LINES), id: 'another' } };
    await waitFor(() => expect(button(en.teach.keep)).toBeEnabled(), { timeout: 3_000 });
    await user.click(button(en.teach.keep));
    expect(await screen.findByText(/Learned.*desk\.example/)).toBeVisible();
    expect((await records.adapters.list())[0]?.adapter).toEqual({ ...ADAPTER, version: 1 });
    expect(button('Export')).toBeVisible();
    await user.click(button(en.teach.done));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('can be the other way round, or need a line of neither', async () => {
    const { page, user } = await start();
    page.tell(TAUGHT);
    await user.click(button(en.teach.swap));
    await waitFor(() => {
      const [, message] = readWith.mock.lastCall ?? [];
      expect(message?.data).toMatchObject({
        messages: { roles: [{ role: 'agent' }, { role: 'customer' }, {}] },
      });
    });
    await user.click(button(en.teach.addNeither));
    expect(page.heard.at(-1)).toMatchObject({ type: 'pick', step: 'neither' });
  });
});
