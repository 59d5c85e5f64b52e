/** Real presses, keys and input methods where BiDi has none: in the sidebar, and for composed text. */
import type { FirefoxWindow, Place } from './firefox-window.ts';

export async function clickBeside(
  window: FirefoxWindow,
  place: Place,
  { x, y }: { x: number; y: number },
): Promise<void> {
  await window.runBeside(
    place,
    `for (const type of ['mousemove', 'mousedown', 'mouseup'])
       content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, clickCount: type === 'mousemove' ? 0 : 1 }, {});`,
  );
}

const MODIFIERS: Record<string, string> = { Alt: 'Alt', Ctrl: 'Control', Meta: 'Meta', Shift: 'Shift' };
const PROCESSOR = `Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)`;

/** @param shortcut e.g. `Enter`, `Alt+1`, `Ctrl+K` */
export async function pressInSidebar(window: FirefoxWindow, shortcut: string): Promise<void> {
  const parts = shortcut.split('+');
  const key = parts.pop() ?? '';
  const modifiers = parts.map((name) => ({ key: MODIFIERS[name], code: `${MODIFIERS[name]}Left` }));
  const keys = [...modifiers, describeKey(key)];
  await window.run(
    `document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser').focus()`,
  );
  await window.runBeside(
    'sidebar',
    `const processor = ${PROCESSOR};
     processor.beginInputTransactionForTests(content, () => {});
     const events = ${JSON.stringify(keys)}.map((key) => new content.KeyboardEvent('', key));
     for (const event of events) processor.keydown(event);
     for (const event of events.reverse()) processor.keyup(event);`,
  );
}

function describeKey(key: string): { key: string; code: string; keyCode: number } {
  if (key.length > 1) return { key, code: key, keyCode: 0 };
  const upper = key.toUpperCase();
  const code = /\d/.test(upper) ? `Digit${upper}` : `Key${upper}`;
  return { key, code, keyCode: upper.charCodeAt(0) };
}

/** An input method at work in the page in front. */
export interface InputMethod {
  /** What it shows underlined for now. @param key that was pressed for it, such as `Enter` or `ArrowDown` */
  compose(text: string, key?: string): Promise<void>;
  /** What it leaves in the end. @param key that was pressed for it */
  commit(text: string, key?: string): Promise<void>;
}

export function openInputMethod(window: FirefoxWindow): InputMethod {
  const act = async (acts: string, key?: string): Promise<void> => {
    const pressed = key ? JSON.stringify({ key, code: key }) : 'null';
    await window.runBeside(
      'tab',
      // One for the whole composition, kept where the page does not see it.
      `const processor = globalThis.testInputMethod ??= ${PROCESSOR};
       if (!processor.hasComposition) processor.beginInputTransactionForTests(content, () => {});
       const init = ${pressed};
       const key = init && new content.KeyboardEvent('', init);
       ${acts}
       if (key) processor.keyup(key);`,
    );
  };
  return {
    compose: (text, key) =>
      act(
        `processor.setPendingCompositionString(${JSON.stringify(text)});
         processor.appendClauseToPendingComposition(${text.length}, processor.ATTR_RAW_CLAUSE);
         processor.setCaretInPendingComposition(${text.length});
         processor.flushPendingComposition(key);`,
        key,
      ),
    commit: (text, key) => act(`processor.commitCompositionWith(${JSON.stringify(text)}, key);`, key),
  };
}
