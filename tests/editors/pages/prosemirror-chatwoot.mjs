/** Chatwoot's own set-up, with Enter as the key that sends. */
import { buildEditor, EditorState, EditorView, messageSchema } from '@chatwoot/prosemirror-schema';
import { keymap } from 'prosemirror-keymap';
import { expose, host } from './expose.mjs';
import { readDocument } from './read-prosemirror.mjs';

const sendsOnEnter = keymap({
  Enter: () => {
    window.editorPage.noteEnter();
    return true;
  },
});
const plugins = [
  sendsOnEnter,
  ...buildEditor({ schema: messageSchema, placeholder: 'Write a reply', methods: {}, plugins: [] }),
];
const view = new EditorView(host, { state: EditorState.create({ schema: messageSchema, plugins }) });
const readMarkup = () => view.dom.innerHTML;
expose({ composer: view.dom, readMarkup, read: () => readDocument(view.state.doc) });
