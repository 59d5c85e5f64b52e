/** Rows that a list puts in their places by hand, in any order in the page. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { orderRows } from '../../../entrypoints/console.content/reading/row-order.ts';

afterEach(() => void vi.restoreAllMocks());

const HEIGHT = 40;

/** A test has no layout: each element says where it would be. */
function showList(html: string, scrollTop = 0): Element[] {
  document.body.innerHTML = `<div class="list" data-top="0">${html}</div>`;
  const list = document.querySelector('.list') as HTMLElement;
  list.scrollTop = scrollTop;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rect(this: Element) {
    const top = Number(this.closest('[data-top]')?.getAttribute('data-top'));
    return new DOMRect(0, top, 100, HEIGHT);
  });
  vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(list);
  return [...document.querySelectorAll('.row')];
}

const view = (text: string, top: number) =>
  `<div style="position:absolute" data-top="${top}"><p class="row">${text}</p></div>`;
const read = (rows: readonly Element[]) => rows.map(({ textContent }) => textContent).join('');

describe('the order of rows', () => {
  it('is the one they are seen in', () => {
    expect(read(orderRows(showList(view('b', 40) + view('a', 0) + view('c', 80))))).toBe('abc');
  });

  it('leaves out what waits above the list to be used again, not what is scrolled out', () => {
    const rows = showList(view('b', 0) + view('a', -40) + view('old', -9_999), 40);
    expect(read(orderRows(rows))).toBe('ab');
  });

  it.each([
    ['stand in the page one after the other', (text: string) => `<p class="row">${text}</p>`],
    [
      'are placed all together',
      (text: string) => `<p class="row" data-top="${text === 'a' ? 80 : 0}">${text}</p>`,
    ],
  ])('is the page’s own where they %s', (where, draw) => {
    const rows = draw('a') + draw('b');
    const html = where === 'are placed all together' ? `<div style="position:absolute">${rows}</div>` : rows;
    expect(read(orderRows(showList(html)))).toBe('ab');
  });
});
