/** What people typed into slots, kept apart by contact: nothing typed for one customer may reach another. */
import { keepLastingSlots, type SlotValues } from '../../knowledge/articles/index.ts';

export interface TypedSlots {
  /** Into any script: what lasts fills the next one, the rest is offered again. */
  values: SlotValues;
  /** Into one script that has not gone out yet, by article. */
  edits: Readonly<Record<string, SlotValues>>;
}

/** By contact. */
export type TypedSlotsByContact = Readonly<Record<string, TypedSlots>>;

export const NOTHING_TYPED: TypedSlots = { values: {}, edits: {} };
/** More than anybody has open at once. */
const MAX_CONTACTS = 30;

/** Puts the contact last, and lets go of the one that has waited longest. */
export function changeTypedSlots(
  all: TypedSlotsByContact,
  contact: string,
  change: (typed: TypedSlots) => TypedSlots,
): TypedSlotsByContact {
  const { [contact]: before = NOTHING_TYPED, ...others } = all;
  return Object.fromEntries([...Object.entries(others).slice(1 - MAX_CONTACTS), [contact, change(before)]]);
}

export function typeSlots({ values, edits }: TypedSlots, typed: SlotValues): TypedSlots {
  return { values: { ...values, ...typed }, edits };
}

/** Who or which case it is holds for every script; anything else for this one, until it has gone out. */
export function editSlots({ values, edits }: TypedSlots, articleId: string, edited: SlotValues): TypedSlots {
  const lasting = keepLastingSlots(edited);
  const ofThis = { ...edits[articleId], ...edited };
  const kept = Object.fromEntries(Object.entries(ofThis).filter(([name]) => !Object.hasOwn(lasting, name)));
  return { values: { ...values, ...lasting }, edits: { ...edits, [articleId]: kept } };
}

/** It has gone out: a time that was promised is offered again, never promised again by itself. */
export function settleEdits({ values, edits }: TypedSlots, articleId: string): TypedSlots {
  const { [articleId]: settled, ...others } = edits;
  return { values: { ...values, ...settled }, edits: others };
}
