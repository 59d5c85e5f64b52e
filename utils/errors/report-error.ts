/**
 * The one place unexpected failures reach. Deduplicated, and it never carries customer text: only the
 * error's name, its origin and where it was thrown.
 */
const reported = new Set<string>();
const MAX_REMEMBERED = 200;

/** @param origin which part noticed, e.g. `'background/conversation-observed'` */
export function reportError(origin: string, error: unknown): void {
  const summary = describeError(error);
  const key = `${origin}|${summary}`;
  if (reported.has(key)) return;
  if (reported.size >= MAX_REMEMBERED) reported.clear();
  reported.add(key);
  console.error(`[deskmate] ${origin}: ${summary}`);
}

/** How engines write a place: `at insert (script.js:1:2)` and `insert@script.js:1:2`. */
const PLACE = /^\s*at .*:\d+:\d+\)?$|@\S*:\d+:\d+$/;

/** Name and place only: messages of foreign errors, and so their stacks, can quote what a customer wrote. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').replace(error.message, '').split('\n');
  const place = frames.find((line) => PLACE.test(line)) ?? '';
  return `${error.name} ${place.trim()}`.trim();
}
