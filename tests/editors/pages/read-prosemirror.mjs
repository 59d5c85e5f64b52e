/** A ProseMirror document as lines: a paragraph and a hard break each begin one. */
export function readDocument(document_) {
  return document_.textBetween(0, document_.content.size, '\n', (leaf) =>
    leaf.type.name === 'hard_break' || leaf.type.name === 'hardBreak' ? '\n' : '\uFFFC',
  );
}
