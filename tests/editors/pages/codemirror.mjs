import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { expose, host } from './expose.mjs';

const view = new EditorView({
  parent: host,
  state: EditorState.create({
    extensions: [
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      placeholder('Write a reply'),
    ],
  }),
});
expose({ composer: view.contentDOM, read: () => view.state.doc.toString() });
