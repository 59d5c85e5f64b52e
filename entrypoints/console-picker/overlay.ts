/**
 * The picker's frame, over the page. It stands in a closed shadow root: the page can neither reach the frame, nor
 * read its name or address, nor count it among its own.
 */
import { browser } from 'wxt/browser';
import type { FromPickerFrame, ToPickerFrame } from '../../knowledge/conversation/index.ts';
import { findCaret, type Place } from './caret-place.ts';
import { bringToTop, dress, HOST_STYLE, LOOK } from './look.ts';
import { placeList } from './place-list.ts';

/** Until it says how high it is. */
const FIRST_HEIGHT = 120;
/** A browser that does not load it, such as Chromium on a page with COEP, does not say so. */
const LOADS_WITHIN_MS = 3_000;

const FRAME_STYLE = { display: 'block', border: '0', width: '100%', height: '100%' };

export interface OverlayOptions {
  token: string;
  field: HTMLElement;
  signal: AbortSignal;
  /** The first thing it can be told is what is typed. */
  onReady: () => void;
  /** The browser shows no frame of ours here. */
  onBlocked: (place: Place) => void;
  onAnswer: (answer: FromPickerFrame) => void;
}

export interface Overlay {
  host: HTMLElement;
  tell(message: ToPickerFrame): void;
  /** The page scrolled, or the caret went on. */
  place(): void;
}

export function showOverlay({ token, field, signal, ...options }: OverlayOptions): Overlay {
  const { onReady, onAnswer, onBlocked } = options;
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const { port1: port, port2 } = new MessageChannel();
  let height = FIRST_HEIGHT;

  const place = () => {
    const view = { width: innerWidth, height: innerHeight };
    const box = placeList(findCaret(field, root), view, height);
    dress(host, Object.fromEntries(Object.entries(box).map(([name, value]) => [name, `${value}px`])));
  };
  const timer = setTimeout(() => onBlocked(findCaret(field, root)), LOADS_WITHIN_MS);
  port.addEventListener('message', ({ data }: MessageEvent<FromPickerFrame>) => {
    clearTimeout(timer);
    if (data.kind === 'shown') {
      height = data.height;
      place();
    }
    onAnswer(data);
  });
  port.start();
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    port.close();
    host.remove();
  });

  dress(host, { ...HOST_STYLE, ...LOOK, background: 'transparent' });
  root.append(makeFrame(token, port2, onReady));
  document.documentElement.append(host);
  bringToTop(host);
  place();
  return { host, place, tell: (message) => port.postMessage(message) };
}

function makeFrame(token: string, port: MessagePort, onReady: () => void): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  dress(frame, FRAME_STYLE);
  frame.name = token;
  frame.src = browser.runtime.getURL('/picker.html');
  frame.addEventListener(
    'load',
    () => {
      // The browser hands it to our own page or to nobody.
      frame.contentWindow?.postMessage('picker', findOwnOrigin(), [port]);
      onReady();
    },
    { once: true },
  );
  return frame;
}

/** Not where the frame's address points: that one is another in every session, as far as the browser can do that. */
function findOwnOrigin(): string {
  return new URL(browser.runtime.getURL('/')).origin;
}
