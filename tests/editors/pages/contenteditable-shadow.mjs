/** A plain editor in the open shadow root of a custom element. */
import { expose, host } from './expose.mjs';
import { readPlain } from './read-plain.mjs';

customElements.define(
  'reply-box',
  class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML =
        '<p>Reply</p><div id="composer" contenteditable="true" style="white-space: pre-wrap"></div>';
    }
  },
);
const box = document.createElement('reply-box');
host.append(box);
const composer = box.shadowRoot.querySelector('#composer');
expose({ composer, read: () => readPlain(composer) });
