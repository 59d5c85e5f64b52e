import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DraftLine } from '../../components/draft/DraftLine.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import type { Complaint } from '../../components/state/complaint.ts';
import { NO_COMPLAINT, useComplaintStore } from '../../components/state/complaint-store.ts';
import type { DraftCheckInputs } from '../../components/state/use-draft-check.ts';
import { SESSION_ITEMS, type TabReading } from '../../knowledge/contracts/index.ts';
import type {
  InsertionResult,
  ObservedDraft,
  ReplaceInDraftCommand,
  RewriteRequest,
} from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { mutedDraftRules } from '../../utils/settings/settings.ts';
import { makeTabReading } from '../support/assist-harness.tsx';
import { renderInApp } from '../support/render-in-app.tsx';

const drafts = defineSessionItem<ObservedDraft>(SESSION_ITEMS.draft);
const requests = defineSessionItem<RewriteRequest>(SESSION_ITEMS.rewriteRequest);
const TAB = 7;
const RISKY = '您好，这个肯定能退';

let reading: TabReading;
/** Files that were brought into the console's page. */
let entered: string[];
let contact = 0;

beforeEach(async () => {
  fakeBrowser.reset();
  entered = [];
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ files = [] }: { files?: string[] }) => void entered.push(...files),
  });
  reading = makeTabReading('钱呢');
  contact += 1;
  await type(RISKY);
});
afterEach(() => vi.restoreAllMocks());

const type = (text: string, conversationId = 'chat-1') =>
  act(() => drafts.write(TAB, { conversationId, text }));

/** What the console answers. @returns the commands it got */
function answer(result: InsertionResult = { ok: true, text: '' }): ReplaceInDraftCommand[] {
  const commands: ReplaceInDraftCommand[] = [];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
    _tabId: number,
    { data }: { data: ReplaceInDraftCommand },
    _to: object,
    done: (answer: object) => void,
  ) => {
    commands.push(data);
    done({ res: result });
  }) as never);
  return commands;
}

const renderLine = (inputs: Partial<DraftCheckInputs> = {}) =>
  renderInApp(
    <main tabIndex={-1}>
      <DraftLine tabId={TAB} reading={reading} contactKey={`c${contact}`} {...inputs} />
      <NoticeLine />
    </main>,
    { locale: 'zh-CN' },
  );

const findLine = () => screen.findByText('草稿：“肯定”过度承诺');
const noLine = () => expect.poll(() => document.querySelector('[data-draft-line]')).toBeNull();
const better = () => screen.findByRole('button', { name: /换一种说法/ });

describe('the line under the cards', () => {
  it('names the words, says it politely to those who do not see it, and shows its key', async () => {
    await renderLine();
    expect(await findLine()).toBeVisible();
    const status = screen.getByText('草稿提醒：“肯定”过度承诺');
    expect(status).toHaveAttribute('aria-live', 'polite');
    expect(await better()).toHaveTextContent('Alt+R');
  });

  it('comes after a pause and goes at once', async () => {
    await type('您好');
    await renderLine();
    await type(RISKY);
    expect(document.querySelector('[data-draft-line]')).toBeNull();
    await findLine();
    await type('您好');
    await noLine();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a clean draft', () => type('您好，我帮您核实')],
    ['what was typed for another customer', () => type(RISKY, 'chat-2')],
    ['a note inside the team', async () => (reading = { ...reading, isPrivateNote: true })],
  ])('is absent for %s', async (_, change) => {
    await change();
    await renderLine();
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(document.querySelector('[data-draft-line]')).toBeNull();
  });

  it('opens to every finding with reason, rule and other words, and closes by Escape', async () => {
    await type('这个肯定能退，请联系【姓名】');
    const { user } = await renderLine();
    await findLine();
    expect(screen.getByText('还有 1 处')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /草稿/ }));
    const items = within(screen.getByRole('list', { name: '这份草稿的提醒' })).getAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(items[0]).toHaveTextContent(/把话说满了.*改成：.*规则：zh\.over-promise/);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('says what the stage of a complaint still asks for, unless it is optional', async () => {
    const must = [
      { id: 'feelings', name: '说出感受', isSaid: false },
      { id: 'side', name: '站到客户这边', isSaid: false, isOptional: true },
    ];
    useComplaintStore.setState({ complaint: { stage: { must, neverSaid: [] } } as unknown as Complaint });
    onTestFinished(() => useComplaintStore.setState(NO_COMPLAINT));
    await type('好的');
    await renderLine();
    expect(await screen.findByText('草稿：这一步还没说到：说出感受')).toBeVisible();
  });
});

describe('better words', () => {
  const COMMAND = {
    find: expect.stringContaining('肯定'),
    text: expect.not.stringContaining('肯定'),
    expected: { conversationId: 'chat-1', lastCustomerMessageId: 'm1' },
  };

  it('go in by a click, for exactly the words that were seen', async () => {
    const commands = answer();
    const { user } = await renderLine();
    await user.click(await better());
    expect(commands).toEqual([expect.objectContaining(COMMAND)]);
    const { find, at } = commands[0] as ReplaceInDraftCommand;
    expect(RISKY.slice(at, at + find.length)).toBe(find);
    expect(entered).toEqual(['/console-rewriter.js']);
    expect(await screen.findByText('已换成新的说法，看一眼再发送。')).toBeVisible();
    await noLine();
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('go in by their key, in the panel', async () => {
    const commands = answer();
    const { user } = await renderLine();
    await findLine();
    await user.keyboard('{Alt>}r{/Alt}');
    await expect.poll(() => commands).toHaveLength(1);
  });

  it('go in by their key, pressed in the console: once, soon, and for this customer', async () => {
    const commands = answer();
    await renderLine();
    await findLine();
    const press = (requestId: string, change: Partial<RewriteRequest> = {}) =>
      act(() =>
        requests.write(TAB, { requestId, pressedAt: Date.now(), conversationId: 'chat-1', ...change }),
      );
    await press('late', { pressedAt: Date.now() - 5_000 });
    await press('other', { conversationId: 'chat-2' });
    expect(commands).toEqual([]);
    await press('now');
    await press('now');
    await expect.poll(() => commands).toHaveLength(1);
  });

  it('that could not go in are said and can be copied; the line stays', async () => {
    answer({ ok: false, reason: 'draft-changed' });
    const { user } = await renderLine();
    await user.click(await better());
    expect(await screen.findByText(/没能替换：输入框里的字已经变了/)).toBeVisible();
    expect(screen.getByRole('button', { name: '复制' })).toBeVisible();
    expect(await findLine()).toBeVisible();
  });

  it('with a mask in them cannot be copied: nobody would notice', async () => {
    await type('您肯定能在[手机号*9000]收到短信');
    answer({ ok: false, reason: 'draft-changed' });
    const { user } = await renderLine();
    await user.click(await better());
    await screen.findByText(/没能替换/);
    expect(screen.queryByRole('button', { name: '复制' })).toBeNull();
  });
});

describe('a muted rule', () => {
  async function mute(name: string) {
    const app = await renderLine();
    await findLine();
    await app.user.click(screen.getByRole('button', { name: /草稿/ }));
    await app.user.click(screen.getByRole('button', { name }));
    await noLine();
    return app;
  }

  it('is quiet for this contact, and not for the next', async () => {
    const app = await mute('这位客户不提醒');
    expect(await mutedDraftRules.getValue()).toEqual([]);
    app.unmount();
    contact += 1;
    await renderLine();
    expect(await findLine()).toBeVisible();
  });

  it('is quiet for good, without any other trace', async () => {
    await mute('以后都不提醒');
    expect(await mutedDraftRules.getValue()).toEqual(['zh.over-promise.certainly']);
    const stored = await fakeBrowser.storage.local.get(null);
    expect(Object.keys(stored).filter((key) => !key.startsWith('mutedDraftRules'))).toEqual([]);
  });
});
