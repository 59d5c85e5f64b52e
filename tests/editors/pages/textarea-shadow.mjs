/** A composer in the open shadow root of a custom element, as newer consoles have it. */
import { expose, host } from './expose.mjs';

customElements.define(
  'reply-box',
  class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = '<p>Reply</p><textarea id="composer"></textarea>';
    }
  },
);
const box = document.createElement('reply-box');
host.append(box);
const composer = box.shadowRoot.querySelector('#composer');
expose({ composer, read: () => composer.value });
