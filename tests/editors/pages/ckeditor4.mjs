/** In a frame, as Request Tracker has it. The script is loaded by the page. */
import { expose, host } from './expose.mjs';

const field = document.createElement('textarea');
host.append(field);
const editor = window.CKEDITOR.replace(field, {
  versionCheck: false,
  toolbar: [],
  removePlugins: 'elementspath',
  extraAllowedContent: 'strong; a[!href]',
});
await new Promise((ready) => {
  editor.on('instanceReady', ready);
});
const frame = document.querySelector('iframe.cke_wysiwyg_frame');
const readMarkup = () => editor.getData();
expose({ frame, readMarkup, composer: frame.contentDocument.body, read: () => readHtml(editor.getData()) });

/** What the editor would hand to its form, as lines. */
function readHtml(html) {
  const { body } = new DOMParser().parseFromString(html.replaceAll(/[\n\t]/g, ''), 'text/html');
  for (const mark of body.querySelectorAll('br')) mark.replaceWith('\n');
  return [...body.children]
    .map((block) => (block.textContent === '\u00a0' ? '' : block.textContent))
    .join('\n');
}
