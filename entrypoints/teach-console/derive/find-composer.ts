/** Where replies are written, and where nothing may ever be. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { EDITABLE, isShown, matches, query, rootOf } from './elements.ts';
import { describeFrames, describePlace } from './places.ts';

/** What takes text and is no reply: searches, logins, forms. */
const NEVER_FILL = ['input', '[role="search"] *', '[role="searchbox"]', '[type="password" i]'];
const MAX_OTHERS = 10;

export interface FoundComposer {
  composer: ConsoleAdapter['composer'];
  neverFill: string[];
}

/** The field a person pointed at, or null where nobody can type. */
export function findField(pointed: Element): Element | null {
  const field = pointed.closest(EDITABLE) ?? pickEditableBody(pointed) ?? pickInside(pointed);
  return field && !matches(field, ':disabled') ? field : null;
}

/** In some editors the whole document of a frame is the field. */
function pickEditableBody({ ownerDocument }: Element): Element | null {
  return ownerDocument.designMode === 'on' ? ownerDocument.body : null;
}

/** Round the one field there is, such as its frame with the buttons. */
function pickInside(pointed: Element): Element | null {
  const frame = (pointed as Partial<HTMLIFrameElement>).contentDocument;
  const scope = frame ?? pointed;
  if (frame?.designMode === 'on') return frame.body;
  const fields = query(scope, EDITABLE).filter(isShown);
  return fields.length === 1 ? (fields[0] ?? null) : null;
}

/** @param list where the messages are: the composer is reached from their document on */
export function findComposer(field: Element, list: Element): FoundComposer | null {
  const frame = describeWay(field, list);
  const selector = describePlace(field);
  if (!frame || selector.length === 0) return null;
  return {
    composer: { ...(frame.length > 0 ? { frame } : {}), selector, newline: 'keep' },
    neverFill: listForbidden(field),
  };
}

/** Null: the field lies outside of the document of the list, where the reader does not look. */
function describeWay(field: Element, list: Element): string[] | null {
  const toField = describeFrames(field);
  const toList = describeFrames(list);
  if (!toField || !toList) return null;
  const isInside = toList.every((step, at) => toField[at] === step);
  return isInside ? toField.slice(toList.length) : null;
}

function listForbidden(field: Element): string[] {
  const known = NEVER_FILL.filter((selector) => !matches(field, selector));
  const others = query(rootOf(field), EDITABLE)
    .filter(
      (other) => other !== field && isShown(other) && !known.some((selector) => matches(other, selector)),
    )
    .slice(0, MAX_OTHERS)
    .flatMap((other) => describePlace(other).slice(0, 1));
  return [...known, ...others.filter((selector) => !matches(field, selector))];
}
