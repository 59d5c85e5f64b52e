/** In a frame, which is how it comes unless one asks otherwise. The script is loaded by the page. */
import { expose, host } from './expose.mjs';

const field = document.createElement('textarea');
host.append(field);
const [editor] = await window.tinymce.init({
  target: field,
  menubar: false,
  promotion: false,
  branding: false,
});
const frame = document.querySelector('.tox-edit-area iframe');
expose({
  frame,
  readMarkup: () => editor.getContent(),
  composer: frame.contentDocument.body,
  read: () => readHtml(editor.getContent()),
});

/** What the editor would hand to its form, as lines. */
function readHtml(html) {
  const blocks = new DOMParser().parseFromString(html.replaceAll('\n', ''), 'text/html').body.children;
  for (const mark of [...blocks].flatMap((block) => Array.from(block.querySelectorAll('br'))))
    mark.replaceWith('\n');
  return [...blocks].map((block) => (block.textContent === '\u00a0' ? '' : block.textContent)).join('\n');
}
