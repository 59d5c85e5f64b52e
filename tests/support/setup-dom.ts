import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

/** jsdom lays nothing out, so it has no `checkVisibility`: what styles alone can hide, this sees. */
Element.prototype.checkVisibility = function checkVisibility(
  this: Element,
  { visibilityProperty = false, opacityProperty = false }: CheckVisibilityOptions = {},
): boolean {
  if (!this.isConnected) return false;
  if (visibilityProperty && getComputedStyle(this).visibility !== 'visible') return false;
  for (let element: Element | null = this; element; element = element.parentElement) {
    const { display, opacity } = getComputedStyle(element);
    if (display === 'none' || (opacityProperty && Number(opacity) === 0 && opacity !== '')) return false;
  }
  return true;
};

/** Mantine asks for these at start. */
window.matchMedia = (media) =>
  ({
    matches: false,
    media,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
    onchange: null,
  }) satisfies MediaQueryList;

class ResizeObserverStandIn implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver ??= ResizeObserverStandIn;
Element.prototype.scrollIntoView ??= () => {};

/** Fields that grow with their text measure again when a font has come; here none ever comes. */
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });
