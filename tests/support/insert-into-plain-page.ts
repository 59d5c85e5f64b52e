/** A plain console page with one customer's line and a composer, and inserting into it: for tests of `insertReply`. */
import { afterEach, beforeEach, vi } from 'vitest';
import { insertReply } from '../../entrypoints/console.content/composer/insert-reply.ts';
import type {
  ConsoleAdapter,
  InsertionExpectation,
  InsertReplyCommand,
} from '../../knowledge/conversation/index.ts';
import { PLAIN_ADAPTER, plainRow, readOnce, showPlainPage } from './fake-console-page.ts';
import { installFakeEditing } from './fake-editing.ts';

const NOTHING_MOVED: InsertionExpectation = {
  conversationId: 'chat-1',
  lastCustomerMessageId: '1',
};

let uninstall: () => void;

/** Before each test of the file: the page is new, and the browser's editing commands work. */
export function showPlainPageBeforeEach(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    uninstall = installFakeEditing();
    showPlainPage({ rows: plainRow('1', 'Where is my parcel?') });
  });
  afterEach(() => {
    uninstall();
    vi.useRealTimers();
  });
}

/** The rest of this test has a browser that refuses editing commands, or takes them again. */
export function setRefusal(refuses: boolean): void {
  uninstall();
  uninstall = installFakeEditing({ refuses });
}

export const find = (selector: string) => document.querySelector(selector) as HTMLElement;
export const composer = () => document.querySelector('#composer') as HTMLTextAreaElement;

interface Circumstances extends Pick<InsertReplyCommand, 'lines' | 'isPrivateNote'> {
  adapter?: ConsoleAdapter | null;
}

export async function insert(text: string, { adapter = PLAIN_ADAPTER, ...more }: Circumstances = {}) {
  const page = { adapter, readNow: () => readOnce(adapter ?? PLAIN_ADAPTER) };
  const result = insertReply({ requestId: 'r1', text, expected: NOTHING_MOVED, ...more }, page);
  await vi.advanceTimersByTimeAsync(2_000);
  return result;
}
