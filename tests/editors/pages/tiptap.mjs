import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { expose, host } from './expose.mjs';
import { readDocument } from './read-prosemirror.mjs';

const editor = new Editor({ element: host, extensions: [StarterKit] });
const readMarkup = () => editor.getHTML();
expose({
  composer: host.querySelector('.ProseMirror'),
  readMarkup,
  read: () => readDocument(editor.state.doc),
});
