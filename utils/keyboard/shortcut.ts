/** Shortcuts as people write them ("Alt+1"), matched against what the keyboard really sends. */

export interface PressedKey {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode?: number;
}

/** Takes the better wording for what is typed, in the console and in the panel. */
export const REWRITE_KEY = 'Alt+R';

const MODIFIERS = ['Ctrl', 'Alt', 'Shift', 'Meta'] as const;
const MODIFIER_KEYS = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta']);

/** An IME owns the key: Enter and digits then pick a candidate. 229 is what older engines send instead. */
export function isComposing(event: Pick<PressedKey, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * True if the event is this shortcut. Letters and digits compare by physical key, because Alt and
 * non-Latin layouts change what `event.key` says.
 */
export function matchesShortcut(event: PressedKey, shortcut: string): boolean {
  if (isComposing(event)) return false;
  const { modifiers, key } = parseShortcut(shortcut);
  const held = { Ctrl: event.ctrlKey, Alt: event.altKey, Shift: event.shiftKey, Meta: event.metaKey };
  // "?" needs Shift on most layouts; a shortcut that is a bare symbol does not ask how it was typed.
  const isSymbol = key.length === 1 && !/[a-z0-9]/i.test(key);
  const modifiersMatch = MODIFIERS.every(
    (modifier) => held[modifier] === modifiers.includes(modifier) || (isSymbol && modifier === 'Shift'),
  );
  return modifiersMatch && nameKey(event, isSymbol) === key.toUpperCase();
}

/** The shortcut an event would be written as, or null while only modifiers are held. */
export function readShortcut(event: PressedKey): string | null {
  if (isComposing(event) || MODIFIER_KEYS.has(event.key)) return null;
  const held = { Ctrl: event.ctrlKey, Alt: event.altKey, Shift: event.shiftKey, Meta: event.metaKey };
  const key = nameKey(event, false);
  const shown = key.length > 1 ? event.key : key;
  return [...MODIFIERS.filter((modifier) => held[modifier]), shown].join('+');
}

function parseShortcut(shortcut: string): { modifiers: string[]; key: string } {
  // The key can be a plus itself: "Ctrl++".
  const [, modifiers = '', key = ''] = /^(?:(.+)\+)?(.+)$/.exec(shortcut) ?? [];
  return { modifiers: modifiers.split('+'), key };
}

/** With Alt a Mac types other characters here, and a Chinese input method brackets of its own. */
const BRACKETS: Record<string, string> = { BracketLeft: '[', BracketRight: ']' };

function nameKey(event: PressedKey, bySymbol: boolean): string {
  const bracket = event.altKey ? BRACKETS[event.code] : undefined;
  if (bracket !== undefined) return bracket;
  if (!bySymbol) {
    const physical = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(event.code)?.[1];
    if (physical) return physical;
  }
  return event.key.toUpperCase();
}
