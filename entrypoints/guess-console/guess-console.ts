/**
 * An adapter from the structure of the page alone. Who speaks cannot be seen by structure, so it names no roles:
 * they stay unknown until the person says so.
 */
import type { ConsoleAdapter } from '../../knowledge/conversation/index.ts';
import { describePlace } from './describe-place.ts';
import { findLog } from './find-log.ts';

/** What takes text and is no reply: searches, logins, forms. */
const NEVER_FILL = ['input', '[role="search"] *', '[role="searchbox"]', '[type="password" i]'];
const EDITABLE = 'textarea, [contenteditable]:not([contenteditable="false" i]), [role="textbox"]';

/** @returns null if this does not look like a chat: nothing is better than a wrong guess */
export function guessConsole(): ConsoleAdapter | null {
  const written = findFocused();
  if (!written) return null;
  const { field, frame } = written;
  const log = findLog(frame ?? field);
  const list = log && describePlace(log.list);
  const selector = describePlace(field);
  const frameSelector = frame ? describePlace(frame) : undefined;
  if (!log || !list || !selector || frameSelector === null) return null;
  return {
    format: 2,
    id: 'guessed-console',
    version: 1,
    name: location.hostname.slice(0, 60),
    verified: 'public-facts',
    match: { urls: [`${location.protocol}//${location.host}/*`], signature: [list] },
    // The address is all we know of what tells chats apart.
    conversation: { id: [{ url: '^(.+)' }] },
    messages: {
      root: [list],
      item: [`${list} > ${log.rowName}`],
      roles: [],
      text: [`${list} > ${log.rowName}`],
    },
    composer: { selector: [selector], newline: 'keep', ...(frameSelector ? { frame: [frameSelector] } : {}) },
    neverFill: NEVER_FILL,
  };
}

interface WrittenField {
  field: Element;
  /** The iframe the field is in. */
  frame?: Element;
}

/** The field with the focus: never the first of a page, which is as likely a search or a hidden recipient. */
function findFocused(): WrittenField | null {
  const outer = document.activeElement;
  const inner = readFrameFocus(outer);
  const field = inner ? findEditor(inner) : (outer?.closest(EDITABLE) ?? null);
  if (!field || !isReplyField(field)) return null;
  return inner && outer ? { field, frame: outer } : { field };
}

function readFrameFocus(frame: Element | null): Element | null {
  return (frame as Partial<HTMLIFrameElement> | null)?.contentDocument?.activeElement ?? null;
}

/** Where a frame is an editor as a whole, its body is the field. */
function findEditor(focused: Element): Element | null {
  return focused.closest(EDITABLE) ?? (focused.localName === 'body' ? focused : null);
}

function isReplyField(field: Element): boolean {
  const isLocked = field.matches('textarea:read-only, textarea:disabled');
  return field.checkVisibility() && !isLocked && !field.matches(NEVER_FILL.join(','));
}
