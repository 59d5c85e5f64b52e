import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

/** jsdom lays nothing out, so it has no `checkVisibility`: what styles alone can hide, this sees. */
Element.prototype.checkVisibility = function checkVisibility(this: Element): boolean {
  for (let element: Element | null = this; element; element = element.parentElement) {
    const { display, visibility, opacity } = getComputedStyle(element);
    if (display === 'none' || visibility === 'hidden' || opacity === '0') return false;
  }
  return this.isConnected;
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
