/** The script and jQuery are loaded by the page. */
import { expose, host } from './expose.mjs';

const { jQuery } = window;
const field = document.createElement('div');
host.append(field);
jQuery(field).summernote({ toolbar: [], height: 200 });
const composer = document.querySelector('.note-editable');
expose({ composer, read: () => readHtml(jQuery(field).summernote('code')) });

/** Its code as lines: `<p>` and `<div>` begin one, `<br>` too unless it only keeps an empty block open. */
function readHtml(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes]
    .map((node) => {
      if (node.nodeName === 'BR') return '';
      const isEmpty = node.childNodes.length === 1 && node.firstChild.nodeName === 'BR';
      if (isEmpty) return '';
      for (const mark of node.querySelectorAll?.('br') ?? []) mark.replaceWith('\n');
      return node.textContent;
    })
    .join('\n');
}
