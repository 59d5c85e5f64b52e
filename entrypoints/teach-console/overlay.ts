/**
 * What a person sees while pointing: a frame round a line, and what to point at. It lies over the page in a closed
 * shadow root of ours and takes every press, so that nothing in the console happens.
 */
import type { TeachingStep } from '../../knowledge/conversation/index.ts';
import { findBox } from './point.ts';

const COLOURS: Record<TeachingStep, string> = {
  customer: '#1c7ed6',
  agent: '#2b8a3e',
  neither: '#5c5f66',
  composer: '#d9480f',
};
const OVER_ALL = '2147483647';
const MARGIN_PX = 3;

export interface Overlay {
  /** In the page, for everybody to see; what is in it is ours alone. */
  host: HTMLElement;
  /** Takes pointer, wheel and focus. */
  shield: HTMLElement;
  ask(step: TeachingStep, label: string): void;
  /** @param element null: nothing is pointed at */
  frame(element: Element | null): void;
  remove(): void;
}

export function createOverlay(): Overlay {
  const { host, shield, box, label } = build();
  document.documentElement.append(host);
  showInFront(host);
  return {
    host,
    shield,
    ask: (step, text) => {
      label.textContent = text;
      shield.setAttribute('aria-label', text);
      dress(label, { background: COLOURS[step] });
      dress(box, { border: `2px solid ${COLOURS[step]}`, background: `${COLOURS[step]}22` });
    },
    frame: (element) => drawFrame(box, element),
    remove: () => host.remove(),
  };
}

function build() {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const shield = document.createElement('div');
  const box = document.createElement('div');
  const label = document.createElement('div');
  dress(host, { all: 'initial', position: 'fixed', inset: '0', width: '100vw', height: '100vh' });
  dress(host, { display: 'block', margin: '0', padding: '0', border: '0', background: 'transparent' });
  dress(host, { 'z-index': OVER_ALL, overflow: 'hidden' });
  dress(shield, { position: 'absolute', inset: '0', cursor: 'crosshair', outline: 'none' });
  dress(box, { position: 'absolute', display: 'none', 'border-radius': '6px', 'pointer-events': 'none' });
  dress(label, {
    position: 'absolute',
    top: '12px',
    left: '50%',
    transform: 'translateX(-50%)',
    color: '#fff',
  });
  dress(label, {
    padding: '8px 14px',
    'border-radius': '8px',
    'pointer-events': 'none',
    'max-width': '80vw',
  });
  dress(label, { font: '600 14px/1.5 system-ui, sans-serif', 'box-shadow': '0 2px 10px rgb(0 0 0 / 35%)' });
  shield.tabIndex = -1;
  // A screen reader hands the keys over, and reads what they move to.
  shield.setAttribute('role', 'application');
  label.setAttribute('role', 'status');
  shadow.append(shield, box, label);
  return { host, shield, box, label };
}

function drawFrame(box: HTMLElement, element: Element | null): void {
  if (!element?.isConnected) return dress(box, { display: 'none' });
  const { left, top, width, height } = findBox(element);
  dress(box, {
    display: 'block',
    left: `${left - MARGIN_PX}px`,
    top: `${top - MARGIN_PX}px`,
    width: `${width + MARGIN_PX}px`,
    height: `${height + MARGIN_PX}px`,
  });
}

/** Over dialogs too. */
function showInFront(host: HTMLElement): void {
  if (!('showPopover' in host)) return;
  host.popover = 'manual';
  host.showPopover();
}

/** One by one and above the page's own rules: a strict page takes no style sheets from others. */
function dress(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
