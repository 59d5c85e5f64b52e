import Quill from 'quill';
import { expose, host } from './expose.mjs';

const box = document.createElement('div');
host.append(box);
const quill = new Quill(box, { placeholder: 'Write a reply' });
// Its document always ends with a line break of its own.
const readMarkup = () => quill.getSemanticHTML();
expose({
  readMarkup,
  composer: box.querySelector('.ql-editor'),
  read: () => quill.getText().replace(/\n$/, ''),
});
