/** A line between a panel and the script it brought into a page: it ends with whichever of the two goes first. */
import { browser } from 'wxt/browser';

export interface TeachingLine {
  /** Nothing happens where the script is not there yet, or gone. */
  send(request: unknown): void;
  close(): void;
}

export interface LineOptions {
  name: string;
  tabId: number;
  /** The script is there. */
  onCall: () => void;
  /** What the script says; not checked. */
  onEvent: (event: unknown) => void;
  /** The page went away, or another panel or an update took the line. */
  onEnd: () => void;
}

type Port = ReturnType<typeof browser.runtime.connect>;

/** Waits for the script of one tab to call; every other caller is left to others. */
export function awaitLine({ name, tabId, onCall, onEvent, onEnd }: LineOptions): TeachingLine {
  let port: Port | null = null;
  const answer = (caller: Port) => {
    const { sender } = caller;
    const isExpected =
      caller.name === name &&
      sender?.id === browser.runtime.id &&
      sender.tab?.id === tabId &&
      (sender.frameId ?? 0) === 0;
    if (!isExpected) return;
    port?.disconnect();
    port = caller;
    caller.onMessage.addListener((event: unknown) => onEvent(event));
    caller.onDisconnect.addListener(() => {
      if (port !== caller) return;
      port = null;
      onEnd();
    });
    onCall();
  };
  browser.runtime.onConnect.addListener(answer);
  return {
    send: (request) => {
      port?.postMessage(request);
    },
    close: () => {
      browser.runtime.onConnect.removeListener(answer);
      port?.disconnect();
      port = null;
    },
  };
}
