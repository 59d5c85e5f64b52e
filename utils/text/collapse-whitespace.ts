/** One line, single spaces: how a conversation line is compared and shown. */
export function collapseWhitespace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** No whitespace at all: editors may change it, so read-back compares without. */
export function removeWhitespace(text: string): string {
  return text.replace(/\s+/gu, '');
}
