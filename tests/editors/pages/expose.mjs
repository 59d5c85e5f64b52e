/** What the tests may ask an editor's page. The inserter knows nothing of it. */

/**
 * @param {object} editor
 * @param {() => string} editor.read the editor's own model as text, one line a line
 * @param {() => string} [editor.readMarkup] what it would send, as HTML
 * @param {HTMLElement} editor.composer what a person clicks into
 * @param {HTMLIFrameElement} [editor.frame] the frame it is in
 * @param {string[]} [editor.globals] what the editor itself leaves on `window` once it is used
 */
export function expose({ read, composer, readMarkup, frame, globals = [] }) {
  const forged = [];
  // Nobody but the test's own keyboard may press keys, click or submit here.
  for (const kind of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'submit']) {
    for (const target of [window, frame?.contentWindow]) {
      target?.addEventListener(
        kind,
        (event) => {
          if (!event.isTrusted) forged.push(kind);
        },
        true,
      );
    }
  }
  window.editorPage = {
    read,
    readMarkup,
    composer,
    frame,
    listTraces: () =>
      [...Object.getOwnPropertyNames(window), ...forged].filter((name) => !globals.includes(name)),
    /** An editor that takes something for the Enter key would have sent. */
    countBehindCaret: () => countBehindCaret(composer),
    noteEnter: () => forged.push('Enter'),
  };
}

/** How many letters stand behind the caret, without those that only keep an editor's lines open. */
function countBehindCaret(composer) {
  if ('value' in composer && 'selectionStart' in composer)
    return composer.value.length - composer.selectionStart;
  const root = composer.getRootNode();
  const { focusNode, focusOffset } = root.getSelection?.() ?? composer.ownerDocument.getSelection();
  const behind = composer.ownerDocument.createRange();
  behind.selectNodeContents(composer);
  behind.setStart(focusNode, focusOffset);
  return behind.toString().replaceAll(/[\u200b\u2060\ufeff\n]/g, '').length;
}

/** The host every page begins with. */
export const host = document.querySelector('#host');
