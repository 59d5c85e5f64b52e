/** Rules that are quiet for one contact. Gone with the panel, and never written down. */
import { create } from 'zustand';

/** More than anybody has open at once. */
const MAX_CONTACTS = 30;
const NONE: readonly string[] = [];

interface DraftMutes {
  byContact: Readonly<Record<string, readonly string[]>>;
  mute(contact: string, ruleId: string): void;
}

const useStore = create<DraftMutes>()((set) => ({
  byContact: {},
  mute: (contact, ruleId) =>
    set(({ byContact: { [contact]: before = NONE, ...others } }) => ({
      byContact: Object.fromEntries([
        ...Object.entries(others).slice(1 - MAX_CONTACTS),
        [contact, [...before, ruleId]],
      ]),
    })),
}));

export function useDraftMutes(contact: string): [muted: readonly string[], mute: (ruleId: string) => void] {
  const muted = useStore(({ byContact }) => byContact[contact] ?? NONE);
  const { mute } = useStore.getState();
  return [muted, (ruleId) => mute(contact, ruleId)];
}
