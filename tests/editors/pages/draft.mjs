import Draft from 'draft-js';
import { createElement, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expose, host } from './expose.mjs';

const { Editor, EditorState, RichUtils } = Draft;
const model = { current: EditorState.createEmpty() };

function Composer() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  useEffect(() => {
    model.current = state;
  }, [state]);
  const handleKeyCommand = (command, current) => {
    const next = RichUtils.handleKeyCommand(current, command);
    if (next) setState(next);
    return next ? 'handled' : 'not-handled';
  };
  return createElement(Editor, {
    editorState: state,
    onChange: setState,
    handleKeyCommand,
    placeholder: 'Write a reply',
  });
}

flushSync(() => createRoot(host).render(createElement(Composer)));
expose({
  composer: document.querySelector('.public-DraftEditor-content'),
  read: () => model.current.getCurrentContent().getPlainText('\n'),
});
