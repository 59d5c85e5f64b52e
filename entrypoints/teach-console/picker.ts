/** Lets a person point at something in the page, by pointer or by keys, without anything happening in the page. */
import type { Miss, TeachingStep } from '../../knowledge/conversation/index.ts';
import { findField } from './derive/find-composer.ts';
import { createKeyWalk } from './key-walk.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { findElementAt, findFocused, isClosed, scrollAt, type Point } from './point.ts';

export interface PickerOptions {
  onPick: (element: Element, step: TeachingStep) => void;
  onMiss: (reason: Miss) => void;
  onCancel: () => void;
}

export interface Picker {
  /** From now on the next thing that is taken is the answer to this. */
  ask(step: TeachingStep, label: string): void;
  /** Gives page and focus back. */
  stop(): void;
}

const POINTER_EVENTS = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
];
/** Of the person's own hand alone. */
const isReal = (event: Event) => event.isTrusted;

export function startPicker(options: PickerOptions): Picker {
  const before = findFocused();
  const overlay = createOverlay();
  const aim = createAim(overlay, options);
  const ending = new AbortController();
  hearPointer(overlay, aim, ending.signal);
  hearKeys(aim, options, ending.signal);
  for (const name of ['scroll', 'resize'])
    window.addEventListener(name, () => aim.redraw(), { signal: ending.signal, capture: true });
  overlay.shield.focus({ preventScroll: true });
  return {
    ask: aim.ask,
    stop: () => {
      ending.abort();
      overlay.remove();
      (before as Partial<HTMLElement> | null)?.focus?.({ preventScroll: true });
    },
  };
}

/** What is asked for, and what is pointed at. */
interface Aim {
  ask: Picker['ask'];
  step(): TeachingStep | null;
  point(element: Element | null): void;
  take(): void;
  redraw(): void;
}

function createAim(overlay: Overlay, { onPick, onMiss }: PickerOptions): Aim {
  let step: TeachingStep | null = null;
  let pointed: Element | null = null;
  const point = (element: Element | null) => {
    pointed = element && step === 'composer' ? (findField(element) ?? element) : element;
    overlay.frame(pointed);
  };
  return {
    step: () => step,
    point,
    redraw: () => overlay.frame(pointed),
    ask: (next, label) => {
      step = next;
      point(null);
      overlay.ask(next, label);
    },
    take: () => {
      if (!step || !pointed) return;
      const problem = judge(pointed, step);
      if (problem) return onMiss(problem);
      onPick(pointed, step);
    },
  };
}

function hearPointer({ host, shield }: Overlay, aim: Aim, signal: AbortSignal): void {
  const pointUnder = ({ clientX: x, clientY: y }: MouseEvent) => aim.point(findElementAt({ x, y }, host));
  for (const name of POINTER_EVENTS) shield.addEventListener(name, swallow, { signal });
  listenTo(shield, signal, {
    pointermove: (event) => {
      swallow(event);
      pointUnder(event);
    },
    click: (event) => {
      swallow(event);
      // The second click of a double one is not the answer to the next question.
      if (!isReal(event) || event.detail > 1) return;
      pointUnder(event);
      aim.take();
    },
    wheel: (event) => {
      swallow(event);
      const element = findElementAt({ x: event.clientX, y: event.clientY }, host);
      if (element) scrollAt(element, readWheel(event));
      pointUnder(event);
    },
  });
}

function hearKeys(aim: Aim, { onCancel }: PickerOptions, signal: AbortSignal): void {
  const keys = createKeyWalk();
  const press = (event: KeyboardEvent) => {
    if (isBrowsers(event)) return;
    swallow(event);
    if (!isReal(event) || event.type !== 'keydown') return;
    const step = aim.step();
    const next = step && keys.move(step, event);
    if (next) aim.point(next);
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.repeat) aim.take();
  };
  for (const name of ['keydown', 'keypress', 'keyup'] as const)
    window.addEventListener(name, press, { signal, capture: true });
}

/** The browser's own shortcuts stay its own: F6 goes from the panel to the page and back. */
function isBrowsers({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || /^F\d/.test(key);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

interface Heard {
  pointermove: (event: PointerEvent) => void;
  click: (event: MouseEvent) => void;
  wheel: (event: WheelEvent) => void;
}

function listenTo(target: HTMLElement, signal: AbortSignal, heard: Heard): void {
  target.addEventListener('pointermove', heard.pointermove, { signal });
  target.addEventListener('click', heard.click, { signal });
  target.addEventListener('wheel', heard.wheel, { signal, passive: false });
}

const LINE_PX = 40;

function readWheel({ deltaX, deltaY, deltaMode }: WheelEvent): Point {
  const unit = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
  return { x: deltaX * unit, y: deltaY * unit };
}

function judge(element: Element, step: TeachingStep): Miss | null {
  if (isClosed(element)) return 'frame-closed';
  if (step === 'composer') return findField(element) ? null : 'no-field';
  return element === element.ownerDocument.body || element === element.ownerDocument.documentElement
    ? 'no-line'
    : null;
}
