/** When what somebody types in front of the caret calls for the picker, and what they look for with it. */

/** Longer is a sentence for the customer, not a search. */
const MAX_QUERY_LENGTH = 40;
const MAX_TRIGGER_LENGTH = 4;
/** A word or an address goes on here: `http://` and `and/or` call for nothing. */
const GOES_ON = /[\w:.\\-]$/;

/** @param before the line in front of the caret @returns the trigger it ends with, or null */
export function findTrigger(before: string, triggers: readonly string[]): string | null {
  const isCalled = (trigger: string) => {
    if (!before.endsWith(trigger)) return false;
    const earlier = before.slice(0, -trigger.length);
    return !GOES_ON.test(earlier) && !earlier.endsWith(trigger.slice(0, 1));
  };
  return triggers.find((trigger) => trigger !== '' && isCalled(trigger)) ?? null;
}

/**
 * @param opening the line in front of the caret when the picker opened: it ends with the trigger
 * @returns what was typed since; null once it is no search any more, or the opening is not there
 */
export function readPickerQuery(opening: string, before: string): string | null {
  if (!before.startsWith(opening)) return null;
  const query = before.slice(opening.length);
  // A line of slashes is a line.
  const isRow = query !== '' && opening.endsWith(query.slice(0, 1));
  return isRow || query.length > MAX_QUERY_LENGTH || /^\s|\n/.test(query) ? null : query;
}

/** @returns the line up to the last trigger that is still being searched with; null if there is none */
export function findOpening(
  before: string,
  triggers: readonly string[],
): { opening: string; trigger: string } | null {
  for (let end = before.length; end > 0 && before.length - end <= MAX_QUERY_LENGTH; end -= 1) {
    const opening = before.slice(0, end);
    const trigger = findTrigger(opening, triggers);
    if (trigger) return readPickerQuery(opening, before) === null ? null : { opening, trigger };
  }
  return null;
}

/** Two signs at least, and none that words are made of: it must never come up while somebody just writes. */
export function isPickerTrigger(text: string): boolean {
  return text.length >= 2 && text.length <= MAX_TRIGGER_LENGTH && /^[^\s\p{L}\p{N}]+$/u.test(text);
}

/** @param text as a person writes them: apart by spaces @returns each once; what cannot be one is left out */
export function parsePickerTriggers(text: string): string[] {
  return [...new Set(text.split(/\s+/).filter(isPickerTrigger))];
}
