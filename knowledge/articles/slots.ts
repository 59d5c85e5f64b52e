/**
 * Slots in a reply template: `{{name}}` must be known or asked for, `{{name|default}}` has a fallback.
 */

const SLOT = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g;

export interface Slot {
  name: string;
  fallback: string | null;
}

/** A stretch of a template, for showing slots as pills. */
export type TemplatePart =
  { kind: 'text'; text: string } | { kind: 'slot'; slot: Slot; value: string | null };

export type SlotValues = Readonly<Record<string, string>>;

/** Cuts a template into text and slots, with the value each slot would get (null: still open). */
export function splitTemplate(template: string, values: SlotValues): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(SLOT)) {
    if (match.index > end) parts.push({ kind: 'text', text: template.slice(end, match.index) });
    const slot: Slot = { name: (match[1] ?? '').trim(), fallback: match[2]?.trim() ?? null };
    parts.push({ kind: 'slot', slot, value: findValue(slot, values) });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}

/** Names of slots nobody has filled, each once, in reading order. */
export function listOpenSlots(template: string, values: SlotValues): string[] {
  const open = splitTemplate(template, values).flatMap((part) =>
    part.kind === 'slot' && part.value === null ? [part.slot.name] : [],
  );
  return [...new Set(open)];
}

/** @returns the finished text, or null while a slot is open: an unfilled slot must never reach a customer. */
export function fillTemplate(template: string, values: SlotValues): string | null {
  const parts = splitTemplate(template, values);
  const texts = parts.map((part) => (part.kind === 'text' ? part.text : part.value));
  const filled = texts.every((text) => text !== null) ? texts.join('') : null;
  // Braces around a slot could close over its value: "{{{{a}}}}".
  return filled === null || filled.search(SLOT) >= 0 ? null : filled;
}

function findValue({ name, fallback }: Slot, values: SlotValues): string | null {
  const given = Object.hasOwn(values, name) ? values[name]?.trim() : '';
  // A value that itself looks like a slot would smuggle braces into the customer's text.
  const usable = given && !/[{}]/.test(given) ? given : null;
  return usable ?? (fallback || null);
}

/** Slots that say who or which case: they stay the same in one conversation. A time or an amount does not. */
const LASTING_SLOTS: ReadonlySet<string> = new Set([
  '客户称呼',
  '订单号',
  '手机尾号',
  '工单号',
  '商品名',
  '快递公司',
  '快递单号',
  '地区',
  'customer name',
  'order number',
  'ticket number',
]);

/** Of what was typed into one reply, what may fill the next without asking: a promised time never does. */
export function keepLastingSlots(values: SlotValues): SlotValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => LASTING_SLOTS.has(name)));
}
