/** Where text lies, in a layout made up here: jsdom has none. tests/e2e/hostile-page.spec.ts has a real one. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readVisibleText } from '../../../entrypoints/console.content/reading/visible-text.ts';

type Box = readonly [left: number, top: number, width: number, height: number];

/** By id, of elements; text lies where the element around it says with `data-text`, else in its box. */
let boxes: Record<string, Box>;
const MESSAGE: Box = [0, 0, 300, 40];

const boxOf = (element: Element | null): Box => boxes[element?.closest('[id]')?.id ?? ''] ?? MESSAGE;
const textBoxOf = (element: Element | null): Box => {
  const written = element?.getAttribute('data-text')?.split(' ').map(Number);
  const [left, top, width, height] = written ?? boxOf(element);
  return [left ?? 0, top ?? 0, width ?? 0, height ?? 0];
};

beforeEach(() => {
  boxes = {};
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    return new DOMRect(...boxOf(this));
  });
  Object.defineProperty(Range.prototype, 'getClientRects', {
    configurable: true,
    value(this: Range) {
      return [new DOMRect(...textBoxOf(this.startContainer.parentElement))];
    },
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Range.prototype, 'getClientRects');
});

function read(html: string): string {
  document.body.innerHTML = `<div id="message">${html}</div>`;
  return readVisibleText(document.querySelector('#message') as Element, { maxLength: 100 });
}

describe('where text lies', () => {
  it('decides: moved out of the message, it is not read', () => {
    boxes = { off: [-9_999, 0, 100, 20] };
    expect(read('Hello <b id="off">machine</b>')).toBe('Hello');
  });

  it('decides, not where its element lies: a negative indent moves only the text', () => {
    expect(read('Hello <p data-text="-9999 0 100 20">machine</p>')).toBe('Hello');
  });

  it('decides for text without area, too', () => {
    expect(read('Hello <p data-text="10 10 100 0">machine</p>')).toBe('Hello');
  });

  it('cannot tell anything of a message that has no box', () => {
    boxes = { message: [0, 0, 0, 0], off: [-9_999, 0, 100, 20] };
    expect(read('Hello <b id="off">there</b>')).toBe('Hello there');
  });

  it('leaves out a picture moved out of the message', () => {
    boxes = { off: [-9_999, 0, 20, 20] };
    expect(read('Hello <img alt="👋"><img id="off" alt="🤖">')).toBe('Hello 👋');
  });
});

describe('a box around text that clips', () => {
  const HIDDEN = 'style="display: block; overflow: hidden"';

  it('hides it when it has no size, and not what follows', () => {
    boxes = { clip: [0, 0, 0, 0] };
    expect(read(`Hello <div id="clip" ${HIDDEN}><p data-text="0 0 100 20">machine</p></div> there`)).toBe(
      'Hello there',
    );
  });

  it('hides what lies outside of it, however deep', () => {
    boxes = { clip: [0, 0, 100, 20] };
    const inside = '<p data-text="0 0 80 20">you</p><i><b data-text="0 60 80 20">machine</b></i>';
    expect(read(`<div id="clip" ${HIDDEN}>${inside}</div>`)).toBe('you');
  });

  it('hides by what is left of several', () => {
    boxes = { left: [0, 0, 100, 40], right: [150, 0, 100, 40] };
    const inner = `<div id="right" ${HIDDEN}><p data-text="0 0 300 20">machine</p></div>`;
    expect(read(`Hello <div id="left" ${HIDDEN}>${inner}</div>`)).toBe('Hello');
  });

  it('hides nothing where clipping has no effect: in a line of text', () => {
    boxes = { line: [0, 0, 0, 0] };
    const line = '<span id="line" style="overflow: hidden"><b data-text="0 0 80 20">there</b></span>';
    expect(read(`Hello ${line}`)).toBe('Hello there');
  });
});

describe('a box around text that scrolls', () => {
  const scroll = (text: Box) =>
    `<div id="pane" style="display: block; overflow: auto"><p data-text="${text.join(' ')}">line 90</p></div>`;

  beforeEach(() => {
    vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(300);
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(2_000);
  });

  it('hides nothing one can scroll to', () => {
    expect(read(`Log: ${scroll([0, 1_800, 80, 20])}`)).toBe('Log: line 90');
  });

  it('hides what one cannot scroll to', () => {
    expect(read(`Log: ${scroll([-9_999, 0, 80, 20])}`)).toBe('Log:');
  });

  it('hides everything when it has no size itself', () => {
    boxes = { pane: [0, 0, 0, 0] };
    expect(read(`Log: ${scroll([0, 0, 80, 20])}`)).toBe('Log:');
  });
});
