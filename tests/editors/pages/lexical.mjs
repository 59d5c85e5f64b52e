import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, $isElementNode, createEditor } from 'lexical';
import { expose, host } from './expose.mjs';

const composer = document.createElement('div');
composer.contentEditable = 'true';
host.append(composer);
const editor = createEditor({
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(composer);
registerRichText(editor);
registerHistory(editor, createEmptyHistoryState(), 300);
editor.update(() => $getRoot().append($createParagraphNode()));
const read = () =>
  editor.getEditorState().read(() =>
    $getRoot()
      .getChildren()
      .map((node) => ($isElementNode(node) ? node.getTextContent() : node.getTextContent()))
      .join('\n'),
  );
expose({ composer, read });
