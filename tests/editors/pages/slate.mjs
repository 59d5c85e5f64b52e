import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import { expose, host } from './expose.mjs';

const editor = withHistory(withReact(createEditor()));

function Composer() {
  const [initialValue] = useState([{ type: 'paragraph', children: [{ text: '' }] }]);
  return createElement(
    Slate,
    { editor, initialValue },
    createElement(Editable, { placeholder: 'Write a reply' }),
  );
}

flushSync(() => createRoot(host).render(createElement(Composer)));
expose({
  composer: document.querySelector('[data-slate-editor]'),
  read: () => editor.children.map((node) => Node.string(node)).join('\n'),
});
