/** Which slots of a template are the same one, and what each takes. */
import type { ParsedTemplate, PlainNode, Slot, TemplateNode } from './parse-template.ts';
import { printFormat, type SlotFormat } from './slot-format.ts';

/** A slot as it is asked for and remembered: once, however often it stands in the text. */
export interface BoundSlot {
  /** The name, also of the field it is asked for with; `name 2` for a second format under one name. */
  name: string;
  format: SlotFormat;
  fallback: string | null;
}

export interface SlotBinder {
  bind(slot: Slot): BoundSlot;
  /** The slot a condition asks about; it need not stand in the text. */
  bindName(name: string): BoundSlot;
}

export function createSlotBinder({ nodes }: Pick<ParsedTemplate, 'nodes'>): SlotBinder {
  const declared = new Map<string, BoundSlot>();
  const byFormat = new Map<string, BoundSlot>();
  for (const slot of listSlots(nodes)) {
    const key = nameFormat(slot);
    if (slot.format.kind === 'text' || byFormat.has(key)) continue;
    const name = findFreeName(slot.name, declared);
    const bound = { ...slot, name };
    declared.set(name, bound);
    byFormat.set(key, bound);
  }
  return {
    bind: (slot) => byFormat.get(nameFormat(slot)) ?? declared.get(slot.name) ?? slot,
    bindName: (name) => declared.get(name) ?? { name, format: { kind: 'text' }, fallback: null },
  };
}

/** Every slot in the text, in reading order, also where a part may be left out. */
export function listSlots(nodes: readonly TemplateNode[]): Slot[] {
  return listPlainNodes(nodes).flatMap((node) => (node.kind === 'slot' ? [node.slot] : []));
}

/** What can go out as it is written. */
export function listTexts(nodes: readonly TemplateNode[]): string[] {
  return listPlainNodes(nodes).flatMap((node) => (node.kind === 'text' ? [node.text] : []));
}

function listPlainNodes(nodes: readonly TemplateNode[]): PlainNode[] {
  return nodes.flatMap((node) => (node.kind === 'condition' ? [...node.shown, ...node.otherwise] : [node]));
}

function nameFormat({ name, format }: Slot): string {
  return `${name}:${printFormat(format)}`;
}

function findFreeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  let count = 1;
  let free = name;
  while (taken.has(free)) {
    count += 1;
    free = `${name} ${count}`;
  }
  return free;
}
