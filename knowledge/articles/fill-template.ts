/** Puts values into a template, or says what is missing: an unfilled slot must never reach a customer. */
import { quoteForReply } from '../../utils/text/format-reply.ts';
import { createSlotBinder, listSlots, type BoundSlot, type SlotBinder } from './bind-slots.ts';
import {
  parseTemplate,
  type Condition,
  type ParsedTemplate,
  type PlainNode,
  type TemplateNode,
} from './parse-template.ts';
import { readOwnValue, showValue, type FillContext } from './slot-format.ts';

/** By name. A value of nothing is one that was taken away: it hides what would be known otherwise. */
export type SlotValues = Readonly<Record<string, string>>;

/**
 * A stretch of a template, for showing slots as pills. `place` names it in its template, and stays the same when a
 * condition before it turns.
 */
export type TemplatePart =
  | { kind: 'text'; text: string }
  /** `value` is what the customer would read; null: still open. */
  | { kind: 'slot'; slot: BoundSlot; value: string | null; place: string }
  /** What decides whether a part is shown, where the text does not say it. */
  | { kind: 'condition'; slot: BoundSlot; value: string | null; place: string };

export interface SlotField {
  slot: BoundSlot;
  /** False for what only decides whether a part is shown. */
  isRequired: boolean;
}

/** What a template becomes with these values. One with problems is shown as it is written. */
export function splitTemplate(template: string, values: SlotValues, context: FillContext): TemplatePart[] {
  const parsed = parseTemplate(template);
  if (parsed.problems.length > 0) return [{ kind: 'text', text: template }];
  const filling = startFilling(parsed, values, context);
  return parsed.nodes.flatMap((node, at) => resolveNode(node, String(at), filling));
}

/** Names of slots nobody has filled, each once, in reading order. */
export function listOpenSlots(template: string, values: SlotValues, context: FillContext): string[] {
  const open = splitTemplate(template, values, context).flatMap((part) =>
    part.kind === 'slot' && part.value === null ? [part.slot.name] : [],
  );
  return [...new Set(open)];
}

export interface AskInputs {
  /** What is known without asking. */
  known: SlotValues;
  /** What has been answered so far: it can bring in parts that ask for more. */
  typed: SlotValues;
}

/** What to ask for, each slot once, in reading order. What is answered stays in the list. */
export function listFields(template: string, { known, typed }: AskInputs, context: FillContext): SlotField[] {
  const parsed = parseTemplate(template);
  const filling = startFilling(parsed, { ...known, ...typed }, context);
  const fields = new Map<string, SlotField>();
  const ask = (slot: BoundSlot, isRequired: boolean) => {
    if (findValue(slot, known, context) !== null) return;
    fields.set(slot.name, { slot, isRequired: isRequired || fields.get(slot.name)?.isRequired === true });
  };
  // One with problems is never asked about: no answer would let it out.
  for (const [at, node] of parsed.problems.length > 0 ? [] : parsed.nodes.entries()) {
    if (node.kind === 'condition') ask(filling.binder.bindName(node.condition.name), false);
    for (const part of resolveNode(node, String(at), filling)) if (part.kind === 'slot') ask(part.slot, true);
  }
  return [...fields.values()];
}

/**
 * @returns the finished reply in the little markdown of replies (`utils/text/format-reply.ts`), the values quoted, so
 * that whatever they hold goes out as it is; null while a slot is open or the template has problems
 */
export function fillTemplate(template: string, values: SlotValues, context: FillContext): string | null {
  if (parseTemplate(template).problems.length > 0) return null;
  let reply = '';
  for (const part of splitTemplate(template, values, context)) {
    if (part.kind === 'text') reply += part.text;
    if (part.kind !== 'slot') continue;
    if (part.value === null) return null;
    reply += quoteForReply(part.value);
  }
  return reply;
}

/** What to begin with when somebody changes a value by hand. */
export function readTypedValue(
  { name, format, fallback }: BoundSlot,
  values: SlotValues,
  context: FillContext,
): string {
  return (Object.hasOwn(values, name) && values[name]) || readOwnValue(format, context) || (fallback ?? '');
}

export function isFitValue({ format }: BoundSlot, value: string, context: FillContext): boolean {
  return showValue(format, value, context) !== null;
}

interface Filling {
  binder: SlotBinder;
  values: SlotValues;
  context: FillContext;
  /** Names of what can be seen in the text itself. */
  inText: ReadonlySet<string>;
}

function startFilling(parsed: ParsedTemplate, values: SlotValues, context: FillContext): Filling {
  const binder = createSlotBinder(parsed);
  const inText = new Set(listSlots(parsed.nodes).map((slot) => binder.bind(slot).name));
  return { binder, values, context, inText };
}

function resolveNode(node: TemplateNode, place: string, filling: Filling): TemplatePart[] {
  if (node.kind !== 'condition') return [resolvePlain(node, place, filling)];
  const slot = filling.binder.bindName(node.condition.name);
  const value = findValue(slot, filling.values, filling.context);
  const branch = isMet(node.condition, slot, filling) ? 'shown' : 'otherwise';
  const parts = node[branch].map((each, at) => resolvePlain(each, `${place}.${branch}.${at}`, filling));
  return value !== null && filling.inText.has(slot.name)
    ? parts
    : [{ kind: 'condition', slot, value, place }, ...parts];
}

function resolvePlain(node: PlainNode, place: string, { binder, values, context }: Filling): TemplatePart {
  if (node.kind === 'text') return node;
  const slot = binder.bind(node.slot);
  return { kind: 'slot', slot, value: findValue(slot, values, context), place };
}

function isMet({ equals }: Condition, slot: BoundSlot, { values, context }: Filling): boolean {
  const shown = findValue(slot, values, context);
  if (equals === null || shown === null) return shown !== null;
  return shown === equals || shown === showValue(slot.format, equals, context);
}

/** The words that would go out, or null. */
function findValue(
  { name, format, fallback }: BoundSlot,
  values: SlotValues,
  context: FillContext,
): string | null {
  const given = Object.hasOwn(values, name) ? showValue(format, values[name] ?? '', context) : null;
  if (given !== null) return given;
  const own = readOwnValue(format, context);
  if (own !== null) return showValue(format, own, context);
  return fallback !== null && format.kind !== 'text' && format.kind !== 'date'
    ? showValue(format, fallback, context)
    : fallback;
}
