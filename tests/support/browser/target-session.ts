/**
 * Talks to one browser target (a side panel, a service worker) through the browser-wide CDP session.
 * Playwright does not list side panels as pages, so they are attached to by hand.
 */
import type { CDPSession } from '@playwright/test';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

interface Reply {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

export interface TargetSession {
  targetId: string;
  /** Rejects when the browser refuses or the target is gone. */
  send(method: string, parameters?: object): Promise<unknown>;
  detach(): Promise<void>;
}

const ANSWER_MS = 15_000;

export async function listTargets(browser: CDPSession): Promise<TargetInfo[]> {
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos;
}

/** @param isWanted picks the target; the first match is taken. Waits up to `timeoutMs` for it to appear. */
export async function attachToTarget(
  browser: CDPSession,
  isWanted: (target: TargetInfo) => boolean,
  timeoutMs = 10_000,
): Promise<TargetSession> {
  const target = await waitForTarget(browser, isWanted, timeoutMs);
  // Not flattened: Playwright does not route child sessions it did not make.
  const { sessionId } = await browser.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  browser.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
    if (from !== sessionId) return;
    const reply = JSON.parse(message) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  return {
    targetId: target.targetId,
    send: async (method, parameters = {}) => {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<Reply>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), ANSWER_MS);
        waiting.set(id, (reply) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(reply);
        });
      });
      await browser.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params: parameters }),
      });
      const reply = await answer;
      if (reply.error) throw new Error(`${method}: ${reply.error.message}`);
      return reply.result;
    },
    detach: () => browser.send('Target.detachFromTarget', { sessionId }).then(() => undefined),
  };
}

async function waitForTarget(
  browser: CDPSession,
  isWanted: (target: TargetInfo) => boolean,
  timeoutMs: number,
): Promise<TargetInfo> {
  for (let waited = 0; waited <= timeoutMs; waited += 100) {
    const found = (await listTargets(browser)).find(isWanted);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the target did not appear');
}
