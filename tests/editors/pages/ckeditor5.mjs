import { Bold, ClassicEditor, Essentials, Italic, Link, Paragraph } from 'ckeditor5';
import { expose, host } from './expose.mjs';

const field = document.createElement('div');
host.append(field);
const editor = await ClassicEditor.create(field, {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Bold, Italic, Link],
  placeholder: 'Write a reply',
});
const readBlock = (block) =>
  [...block.getChildren()].map((node) => (node.is('$text') ? node.data : '\n')).join('');
expose({
  readMarkup: () => editor.getData(),
  globals: ['data-ck-expando'],
  composer: document.querySelector('.ck-editor__editable'),
  read: () => [...editor.model.document.getRoot().getChildren()].map(readBlock).join('\n'),
});
