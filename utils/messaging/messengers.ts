import {
  defineExtensionMessaging,
  type GetReturnType,
  type MaybePromise,
  type Message,
} from '@webext-core/messaging';

/** What a protocol type looks like: names and the functions they call. */
type Protocol<TProtocol> = { [TName in keyof TProtocol]: (data: never) => unknown };

/** What the browser itself says about who sent a message. */
export interface MessageSender {
  id?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  origin?: string | undefined;
}

/** The library's own type names the sender by types that are not installed, which makes it `any`. */
type Listen<TProtocol extends Protocol<TProtocol>> = <TName extends keyof TProtocol>(
  name: TName,
  handle: (
    message: Message<TProtocol, TName> & { sender: MessageSender },
  ) => void | MaybePromise<GetReturnType<TProtocol[TName]>>,
) => () => void;

const TIMEOUT_MS = 4_000;
const RETRY_AFTER_MS = [60, 300];

/**
 * One typed pipe. `send` waits a bounded time and tries three times, because a sleeping worker or a page
 * that is just loading loses messages; every message must therefore be idempotent.
 */
export function createMessenger<TProtocol extends Protocol<TProtocol>>() {
  const messaging = defineExtensionMessaging<TProtocol>();
  const listen: Listen<TProtocol> = messaging.onMessage;
  return {
    listen,
    /** @param tabId where to, for commands to a console; absent: the background. Rejects after the last try. */
    async send<TName extends keyof TProtocol & string>(
      name: TName,
      data: Parameters<TProtocol[TName]>[0],
      tabId?: number,
    ): Promise<Awaited<ReturnType<TProtocol[TName]>>> {
      const send = messaging.sendMessage as (
        ...parts: unknown[]
      ) => Promise<Awaited<ReturnType<TProtocol[TName]>>>;
      const target = tabId === undefined ? [] : [{ tabId, frameId: 0 }];
      for (const pause of RETRY_AFTER_MS) {
        try {
          return await withTimeout(send(name, data, ...target));
        } catch {
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
      return withTimeout(send(name, data, ...target));
    },
  };
}

function withTimeout<TValue>(promise: Promise<TValue>): Promise<TValue> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('no answer in time')), TIMEOUT_MS);
    }),
  ]);
}
