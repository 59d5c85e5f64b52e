import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchDraft, type DraftWatch } from '../../../entrypoints/console.content/watch-draft.ts';
import {
  MAX_DRAFT_LENGTH,
  type ConsoleAdapter,
  type ConsoleReading,
  type ObservedDraft,
} from '../../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, readOnce, showPlainPage } from '../../support/fake-console-page.ts';

let end: AbortController;
let told: ObservedDraft[];
let reading: ConsoleReading | null;
let watch: DraftWatch;

beforeEach(() => {
  vi.useFakeTimers();
  end = new AbortController();
  showPlainPage({ rows: plainRow('1', '钱呢') });
});

afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

function start(adapter: ConsoleAdapter = PLAIN_ADAPTER): void {
  told = [];
  reading = readOnce(adapter);
  watch = watchDraft({
    signal: end.signal,
    currentAdapter: () => adapter,
    currentReading: () => reading,
    report: (draft) => told.push(draft),
  });
}

const composer = () => document.querySelector('#composer') as HTMLTextAreaElement;
const rest = () => vi.advanceTimersByTimeAsync(300);

function type(text: string, init: InputEventInit = {}): void {
  composer().value = text;
  composer().dispatchEvent(new InputEvent('input', { bubbles: true, ...init }));
}

const texts = () => told.map(({ text }) => text);

describe('a draft', () => {
  it('is told once the hands rest, with the conversation it is for', async () => {
    start();
    type('这个');
    await vi.advanceTimersByTimeAsync(200);
    type('这个肯定能退');
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual([]);
    await rest();
    expect(told).toEqual([{ conversationId: 'chat-1', text: '这个肯定能退' }]);
  });

  it('is told when it changed, not before', async () => {
    start();
    watch.look();
    await rest();
    type('好');
    await rest();
    composer().dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
    await rest();
    expect(texts()).toEqual(['好']);
    // As a console does it that has sent it.
    composer().value = '';
    watch.look();
    await rest();
    expect(texts()).toEqual(['好', '']);
  });

  it('is told again after somebody forgot it, also that it is gone', async () => {
    start();
    type('好');
    await rest();
    watch.forget();
    watch.look();
    await rest();
    watch.forget();
    composer().value = '';
    watch.look();
    await rest();
    expect(texts()).toEqual(['好', '好', '']);
  });

  it('leaves the page masked and cut', async () => {
    start();
    type(`打13800138000\u200B，或写信到 wang@example.com。${'好'.repeat(MAX_DRAFT_LENGTH)}`);
    await rest();
    expect(texts()[0]).toMatch(/^打\[手机号\*8000\]，或写信到 \[邮箱\]。好/);
    expect(texts()[0]?.length).toBeLessThanOrEqual(MAX_DRAFT_LENGTH);
  });

  it('is not there while an input method composes', async () => {
    start();
    type('zhe ge', { isComposing: true });
    await rest();
    watch.look();
    await rest();
    expect(told).toEqual([]);
    composer().value = '这个';
    composer().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    await rest();
    expect(texts()).toEqual(['这个']);
  });

  it('is nobody’s in a private note, nor where only a placeholder stands', async () => {
    start({ ...PLAIN_ADAPTER, composer: { ...PLAIN_ADAPTER.composer, placeholder: ['写回复…'] } });
    type('写回复…');
    await rest();
    expect(told).toEqual([]);
    type('骂他');
    document.body.append(Object.assign(document.createElement('i'), { id: 'note-mode' }));
    await rest();
    expect(told).toEqual([]);
  });

  it('goes with its conversation, and is told for the next', async () => {
    start();
    type('好');
    await rest();
    expect(watch.about()).toBe('chat-1');
    showPlainPage({ chat: 'chat-2', composer: '<textarea id="composer">好</textarea>' });
    reading = readOnce(PLAIN_ADAPTER);
    watch.look();
    await rest();
    expect(told.at(-1)).toEqual({ conversationId: 'chat-2', text: '好' });
    document.querySelector('#plain')?.removeAttribute('data-chat');
    reading = readOnce(PLAIN_ADAPTER);
    watch.look();
    await rest();
    expect(told.at(-1)).toEqual({ conversationId: 'chat-2', text: '' });
    expect(watch.about()).toBeNull();
  });

  it('stays in the page while nobody looks at the panel, and after the end', async () => {
    start();
    reading = null;
    type('好');
    await rest();
    reading = readOnce(PLAIN_ADAPTER);
    watch.look();
    end.abort();
    await rest();
    expect(told).toEqual([]);
  });

  it('has its lines, in an editor too', async () => {
    showPlainPage({
      composer:
        '<div id="composer" contenteditable="true"><p>第一行</p><p>第二<b>行</b><br>第三行</p><p><span>第四</span></p></div>',
    });
    start();
    watch.look();
    await rest();
    expect(texts()).toEqual(['第一行\n第二行\n第三行\n第四']);
  });
});
