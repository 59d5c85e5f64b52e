import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PracticeConsole } from '../../components/practice/PracticeConsole.tsx';
import { insertReply } from '../../entrypoints/console.content/composer/insert-reply.ts';
import { PRACTICE_SCRIPTS } from '../../knowledge/training/index.ts';
import { readConversation, readOnce, readSavedPage } from '../support/fake-console-page.ts';
import { installFakeEditing } from '../support/fake-editing.ts';
import { renderInApp } from '../support/render-in-app.tsx';
import { findBundled } from '../support/bundled-adapters.ts';

const practiceAdapter = findBundled('practice');

const onOpenPanel = vi.fn<() => void>();
let uninstall = () => {};

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 8, 30) }));
afterEach(() => {
  uninstall();
  vi.useRealTimers();
});

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const composer = () => screen.getByRole('textbox');
const lines = () =>
  [...document.querySelectorAll('[data-message-text]')].map(({ textContent }) => textContent);

async function renderConsole(initialScriptId: string | null = null) {
  const app = await renderInApp(
    <PracticeConsole initialScriptId={initialScriptId} onOpenPanel={onOpenPanel} />,
    { locale: 'zh-CN' },
  );
  await wait(2_000);
  return app;
}

function type(text: string): void {
  fireEvent.change(composer(), { target: { value: text } });
}

async function send(text: string): Promise<void> {
  type(text);
  fireEvent.keyDown(composer(), { key: 'Enter' });
  await wait(1_000);
}

describe('a practice customer', () => {
  it('opens the chat', async () => {
    await renderConsole('refund');
    expect(lines()).toEqual(['在吗', '我三天前退的货，钱怎么还没退给我？']);
  });

  it('answers each message of the agent’s, in order', async () => {
    await renderConsole('refund');
    await send('请把订单号发给我。');
    await send('查到了。');
    expect(lines().slice(2)).toEqual([
      '请把订单号发给我。',
      '订单号 202611180042，你查一下',
      '查到了。',
      '那大概几天能到？',
    ]);
  });

  it('finishes what they were typing when the agent is quick', async () => {
    await renderInApp(<PracticeConsole initialScriptId="refund" onOpenPanel={onOpenPanel} />, {
      locale: 'zh-CN',
    });
    await wait(1_000);
    await send('您好');
    expect(lines()).toEqual(['在吗', '您好', '我三天前退的货，钱怎么还没退给我？']);
    await wait(1_000);
    expect(lines().slice(3)).toEqual(['订单号 202611180042，你查一下']);
  });

  it('stops typing when another is chosen', async () => {
    await renderConsole('refund');
    type('您好');
    fireEvent.keyDown(composer(), { key: 'Enter' });
    fireEvent.click(within(screen.getByRole('navigation')).getByText('Emma Clarke'));
    await wait(3_000);
    expect(lines()).toEqual([expect.stringContaining('Hello?')]);
  });

  it('is nobody we have seen before when the page is opened again, and one and the same until then', async () => {
    const { unmount } = await renderConsole('refund');
    const before = readConversation(practiceAdapter);
    await send('您好');
    const later = readConversation(practiceAdapter);
    expect(later.id).toBe(before.id);
    expect(later.messages.slice(0, 2).map(({ id }) => id)).toEqual(before.messages.map(({ id }) => id));
    unmount();
    await renderConsole('refund');
    const after = readConversation(practiceAdapter);
    expect(after.id).not.toBe(before.id);
    const known = new Set(later.messages.map(({ id }) => id));
    expect(after.messages.filter(({ id }) => known.has(id))).toEqual([]);
    expect(after.messages).toHaveLength(2);
  });

  it.each(PRACTICE_SCRIPTS)('$id can be chosen, and begins anew each time', async (script) => {
    await renderConsole();
    const choose = () => fireEvent.click(screen.getByRole('button', { name: new RegExp(script.topic) }));
    choose();
    await wait(3_000);
    const first = readConversation(practiceAdapter);
    expect(first.messages.map(({ text }) => text)).toEqual(script.steps[0]?.lines);
    expect(first.customerName).toBe(script.customerName);
    choose();
    await wait(3_000);
    expect(readConversation(practiceAdapter).id).not.toBe(first.id);
  });
});

describe('the practice composer', () => {
  it('sends on Enter', async () => {
    await renderConsole();
    await send('您好');
    expect(lines()).toContain('您好');
    expect(composer()).toHaveValue('');
  });

  it.each([
    ['a composing Enter', { key: 'Enter', isComposing: true }],
    ['a composing Enter of an older engine', { key: 'Enter', keyCode: 229 }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
  ])('does not send on %s', async (_, press) => {
    await renderConsole();
    const before = lines();
    type('nihao');
    expect(fireEvent.keyDown(composer(), press)).toBe(true);
    await wait(1_000);
    expect(lines()).toEqual(before);
    expect(composer()).toHaveValue('nihao');
  });

  it('sends by its button, but nothing empty', async () => {
    await renderConsole();
    const before = lines().length;
    const button = screen.getByRole('button', { name: '发送' });
    type('  \n ');
    fireEvent.click(button);
    expect(lines()).toHaveLength(before);
    type('您好');
    fireEvent.click(button);
    expect(lines()).toHaveLength(before + 1);
  });

  it.each([
    ['by the typing command', false],
    ['by the setter', true],
  ])('takes a reply of ours as if it had been typed, and the agent sends it: %s', async (_, refuses) => {
    uninstall = installFakeEditing({ refuses });
    await renderConsole();
    const { id, messages } = readConversation(practiceAdapter);
    const before = lines();
    let result: unknown;
    await act(async () => {
      const pending = insertReply(
        {
          requestId: 'r1',
          text: '王女士您好，\n我马上核实。',
          expected: { conversationId: id, lastCustomerMessageId: messages.at(-1)?.id ?? null },
        },
        { adapter: practiceAdapter, readNow: () => readOnce(practiceAdapter) },
      );
      await vi.advanceTimersByTimeAsync(2_000);
      result = await pending;
    });
    expect(result).toEqual({ ok: true, text: '王女士您好，\n我马上核实。' });
    expect(composer()).toHaveValue('王女士您好，\n我马上核实。');
    expect(lines()).toEqual(before);
    fireEvent.keyDown(composer(), { key: 'Enter' });
    expect(lines()).toEqual([...before, '王女士您好，\n我马上核实。']);
  });
});

describe('the panel', () => {
  it('is opened from here by a click', async () => {
    await renderConsole();
    fireEvent.click(screen.getByRole('button', { name: '打开同桌' }));
    expect(onOpenPanel).toHaveBeenCalledOnce();
  });
});

describe('the saved pages of the practice console', () => {
  /** The shape and what reading depends on: tags, marks and messages; no styles, no wording of ours. */
  const outline = (element: Element): unknown => [
    element.tagName,
    [...element.attributes]
      .filter(({ name }) => /^(?:data-(?:deskmate|practice|message|role|script)|role$)/.test(name))
      .map(({ name, value }) => `${name}=${value}`)
      .toSorted(),
    element.matches('[data-message-text]') ? element.textContent : '',
    [...element.children].filter(({ tagName }) => tagName !== 'svg').map(outline),
  ];
  const saved = (name: string) =>
    new DOMParser().parseFromString(readSavedPage('practice', name).html, 'text/html');
  const drawn = (container: Element) => outline(container.querySelector('.practice') as Element);
  const kept = (name: string) => outline(saved(name).querySelector('.practice') as Element);

  /** The random part of a chat's id, as it was when the page was saved. */
  const openedAs = (...parts: string[]) => {
    const drawing = vi.spyOn(crypto, 'randomUUID');
    for (const part of parts) drawing.mockReturnValueOnce(`${part}-0000-4000-8000-000000000000`);
  };
  afterEach(() => void vi.restoreAllMocks());

  it('show what it draws when a chat opens', async () => {
    openedAs('0aa53e19');
    const { container } = await renderConsole();
    expect(drawn(container)).toEqual(kept('opening'));
  });

  it('show what it draws in a conversation', async () => {
    openedAs('11111111', '5c1d7f20');
    const { container } = await renderConsole();
    fireEvent.click(within(screen.getByRole('navigation')).getByText('李先生'));
    await wait(2_000);
    await send('李先生您好，非常抱歉让您久等了。\n请把订单号发给我，我马上为您查询。');
    await send('查到了，退款已经在处理。');
    type('一般 3 天内到账');
    expect(drawn(container)).toEqual(kept('conversation'));
  });
});
