/** The picker's line to our script in the console's page, and to the background. */
import type {
  FromPickerFrame,
  InsertionResult,
  PickerChoice,
  PickerContext,
  ToBackground,
  ToPickerFrame,
} from '../../knowledge/conversation/index.ts';
import { linePolicy } from '../../utils/settings/settings.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';

const { send } = createMessenger<ToBackground>();

export type PickResult = InsertionResult | { ok: false; reason: 'console-gone' };

export interface PickerLine extends PickerContext {
  /** What is said before somebody listens is kept until then. */
  hear(listener: (message: ToPickerFrame) => void): void;
  tell(message: FromPickerFrame): void;
  pick(choice: Omit<PickerChoice, 'requestId' | 'lines'>): Promise<PickResult>;
}

/**
 * Waits for our script's end of the line. Call it while the page loads: what is handed over afterwards is lost.
 *
 * @returns null in a frame that we did not open: the page around it may be anybody's
 */
export async function takePickerLine(): Promise<PickerLine | null> {
  const token = window.name;
  const port = await new Promise<MessagePort | undefined>((resolve) => {
    window.addEventListener('message', ({ ports }) => resolve(ports[0]), { once: true });
  });
  // Who handed it over cannot be seen from here: our script speaks in the page's name. The token tells.
  const context = port && token ? await send('pickerJoined', { token }).catch(() => null) : null;
  return port && context ? { ...context, ...listenTo(port) } : null;
}

function listenTo(port: MessagePort): Omit<PickerLine, keyof PickerContext> {
  return {
    hear: (listener) => {
      port.addEventListener('message', ({ data }: MessageEvent<ToPickerFrame>) => listener(data));
      port.start();
    },
    tell: (message) => port.postMessage(message),
    pick: async (choice) => {
      const requestId = crypto.randomUUID();
      const lines = await linePolicy.getValue();
      return send('scriptPicked', { ...choice, requestId, lines }).catch(
        () => ({ ok: false, reason: 'console-gone' }) as const,
      );
    },
  };
}
