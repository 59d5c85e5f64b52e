import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { expose, host } from './expose.mjs';
import { readDocument } from './read-prosemirror.mjs';

const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)];
const view = new EditorView(host, { state: EditorState.create({ schema, plugins }) });
expose({ composer: view.dom, read: () => readDocument(view.state.doc) });
