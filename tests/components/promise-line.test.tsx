/** Promises in the panel on a real ledger: asked about once, and kept in mind. */
import { act, configure, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PromiseWatch } from '../../components/promises/PromiseWatch.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { usePanelStore } from '../../components/state/panel-store.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { ServicePromise } from '../../knowledge/promises/index.ts';
import { ORIGIN } from '../support/assist-harness.tsx';
import { makeTalkReading } from '../support/complaint-harness.tsx';
import { makeContact, openFakeRecords } from '../support/fake-records.ts';
import { agentSays, customerSays } from '../support/make-conversation.ts';
import { makePromise } from '../support/make-promise.ts';
import { renderInApp, type AppOptions } from '../support/render-in-app.tsx';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

configure({ asyncUtilTimeout: 5_000 });

let records: KnowledgeBase;

beforeEach(async () => {
  const fake = await openFakeRecords();
  ({ records } = fake);
  const conversationKey = await records.deriveConversationKey(`${ORIGIN} practice`, 'chat-1');
  await fake.addContact(
    makeContact({ conversationKey, state: 'open', endedAt: null, endReason: null, wrapUp: 'none' }),
  );
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockReturnValue(Promise.resolve({}) as never);
});

const asked = customerSays('m1', '退款怎么还没到', Date.now());
const promised = (text: string, id = 'm2', sentAt = Date.now()) => agentSays(id, text, sentAt);

async function renderWatch(messages: Message[], options: Pick<AppOptions, 'locale'> = {}) {
  const draw = (more: Message[]) => (
    <Suspense>
      <PromiseWatch reading={makeTalkReading(more)} chatKey="7 chat-1" />
      <NoticeLine />
    </Suspense>
  );
  // The ledger's code is waited for in a Suspense.
  const app = await act(() => renderInApp(draw(messages), { locale: 'zh-CN', ...options, records }));
  return { ...app, next: (more: Message[]) => app.rerender(draw(more)) };
}

const listOpen = async () => (await records.openPromises()).listOpen(10);
const findOffer = () => screen.findByText(/记入承诺/);
const store = async (change: Partial<ServicePromise>) =>
  (await records.openPromises()).add(makePromise({ madeAt: Date.now(), ...change }));

/** Long enough for a question that must not come. */
const wait = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('what the agent has just promised', () => {
  it('is offered in one line and recorded by one key, with the contact it was made in', async () => {
    const { user } = await renderWatch([asked, promised('我会在2小时内给您回电')]);
    expect(await findOffer()).toHaveTextContent(/记入承诺：(今天|明天) \d\d:\d\d 前回电？/);
    await user.keyboard('{Alt>}j{/Alt}');
    await screen.findByText('记下了，到点前提醒你。');
    expect(await listOpen()).toMatchObject([
      { words: '我会在2小时内给您回电', action: 'call-back', contactId: 'contact-1', state: 'open' },
    ]);
    expect(screen.queryByText(/记入承诺/)).toBeNull();
    expect(fakeBrowser.runtime.sendMessage).toHaveBeenCalled();
  });

  it('can be taken back once it was recorded', async () => {
    const { user } = await renderWatch([asked, promised('我会在2小时内给您回电')]);
    await findOffer();
    await user.click(screen.getByRole('button', { name: /记下/ }));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(async () => expect(await listOpen()).toEqual([]));
    await wait();
    expect(screen.queryByText(/记入承诺/)).toBeNull();
  });

  it('is not asked about again once it was declined, nor after the panel was opened anew', async () => {
    const talk = [asked, promised('我会在2小时内给您回电')];
    const { user, unmount } = await renderWatch(talk);
    await findOffer();
    await user.click(screen.getByRole('button', { name: '不用' }));
    await screen.findByText('不记了，这条不再问。');
    unmount();
    await renderWatch(talk);
    await wait();
    expect(screen.queryByText(/记入承诺/)).toBeNull();
    expect(await listOpen()).toEqual([]);
  });

  it('is asked for its time when none was named, first with the key, then with a press', async () => {
    const { user } = await renderWatch([asked, promised('我会尽快给您回电')]);
    expect(await findOffer()).toHaveTextContent('什么时候前');
    await user.keyboard('{Alt>}j{/Alt}');
    expect(await listOpen()).toEqual([]);
    const hour = screen.getByRole('button', { name: '1 小时后' });
    expect(hour).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await listOpen()).toHaveLength(1));
    const [promise] = await listOpen();
    expect(Math.abs((promise?.dueAt ?? 0) - Date.now() - HOUR)).toBeLessThan(MINUTE);
  });

  it('can be given another time, but none that is over', async () => {
    const { user } = await renderWatch([asked, promised('我会在2小时内给您回电')]);
    await findOffer();
    await user.click(screen.getByRole('button', { name: '改时间' }));
    const field = screen.getByLabelText('其他时间');
    await user.clear(field);
    await user.type(field, '2020-01-01T10:00');
    await user.click(screen.getByRole('button', { name: '就这个时间' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('已经过了');
    expect(await listOpen()).toEqual([]);
    await user.clear(field);
    await user.type(field, '2099-01-01T10:00');
    await user.click(screen.getByRole('button', { name: '就这个时间' }));
    await waitFor(async () => expect((await listOpen())[0]?.dueAt).toBe(new Date(2099, 0, 1, 10).getTime()));
  });

  it.each([
    ['what a customer says', customerSays('m2', '我会在2小时内给您回电', Date.now())],
    ['information', promised('一般3个工作日到账')],
    ['a line of an hour ago', promised('我会在3小时内给您回电', 'm2', Date.now() - HOUR)],
    ['a line the console shows no time for', agentSays('m2', '我会在2小时内给您回电', null)],
  ])('is not %s', async (_what, message) => {
    await renderWatch([asked, message]);
    await wait();
    expect(screen.queryByText(/记入承诺/)).toBeNull();
  });

  it('is one question when it is said twice, and the newest first when there are two', async () => {
    const first = promised('我会在2小时内给您回电');
    const { user, next } = await renderWatch([asked, first]);
    await findOffer();
    next([asked, first, promised('我明天12点前给您退款', 'm3')]);
    await waitFor(() => expect(screen.getByText(/记入承诺/)).toHaveTextContent('退款'));
    await user.keyboard('{Alt>}j{/Alt}');
    await waitFor(() => expect(screen.getByText(/记入承诺/)).toHaveTextContent('回电'));
    await user.keyboard('{Alt>}j{/Alt}');
    await waitFor(async () => expect(await listOpen()).toHaveLength(2));
    next([asked, first, promised('我会在2小时内给您回电', 'm4')]);
    await wait();
    expect(screen.queryByText(/记入承诺/)).toBeNull();
  });
});

describe('a promise that presses', () => {
  it('stands in the panel with the customer as the lists show them, until it is put off or done', async () => {
    await store({ madeAt: Date.now() - 2 * HOUR, dueAt: Date.now() - 5 * MINUTE });
    const { user } = await renderWatch([asked]);
    expect(await screen.findByText(/答应王\*\*的回电：已超 5 min|答应王\*\*的回电：已超/)).toBeVisible();
    expect(usePanelStore.getState().pressingPromises).toBe(1);
    await user.click(screen.getByRole('button', { name: '做到了' }));
    await screen.findByText('已记为“做到了，晚了”。');
    await waitFor(() => expect(screen.queryByText(/答应王/)).toBeNull());
    await waitFor(() => expect(usePanelStore.getState().pressingPromises).toBe(0));
  });

  it('leads to the ledger, and can wait', async () => {
    await store({ madeAt: Date.now() - 2 * HOUR, dueAt: Date.now() - MINUTE });
    const { user } = await renderWatch([asked]);
    await user.click(await screen.findByRole('button', { name: '稍后' }));
    expect(screen.queryByText(/答应王/)).toBeNull();
  });
});
