/**
 * Says at the caret that the list cannot be shown here, and where it can. Our page does not come into this one, so the
 * words are the browser's copy of ours, in its language.
 */
import { browser } from 'wxt/browser';
import type { Place } from './caret-place.ts';
import { bringToTop, dress, HOST_STYLE, LOOK } from './look.ts';
import { placeList } from './place-list.ts';

const STAYS_MS = 8_000;
const HEIGHT = 66;
const LETTERS = { font: '14px/1.4 system-ui, sans-serif', color: '#1a1b1e', background: '#fff9db' };

/** Goes with the next key or press. */
export function sayBlocked(caret: Place): void {
  const host = document.createElement('div');
  const box = placeList(caret, { width: innerWidth, height: innerHeight }, HEIGHT);
  const note = document.createElement('div');
  note.setAttribute('role', 'alert');
  note.textContent = browser.i18n.getMessage('pickerBlocked');
  host.attachShadow({ mode: 'closed' }).append(note);
  dress(host, { ...HOST_STYLE, ...LOOK, ...LETTERS });
  dress(host, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px` });
  dress(note, { padding: '10px 12px' });
  document.documentElement.append(host);
  bringToTop(host);
  const gone = new AbortController();
  const leave = () => {
    gone.abort();
    host.remove();
  };
  setTimeout(leave, STAYS_MS);
  for (const name of ['keydown', 'pointerdown'])
    window.addEventListener(name, leave, { capture: true, signal: gone.signal });
}
