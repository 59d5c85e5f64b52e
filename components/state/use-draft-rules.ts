/** The rules drafts are checked by: those that come with Deskmate and the team's own, without the quiet ones. */
import { useMemo } from 'react';
import type { DraftRule } from '../../knowledge/compliance/index.ts';
import { draftPolicy, mutedDraftRules, ownDraftRules } from '../../utils/settings/settings.ts';
import { joinRules } from './forbidden-words.ts';
import { useSetting } from './use-setting.ts';

export interface DraftRules {
  /** Both kinds; a new list only when they change, because rules are compiled once for a list. */
  rules: readonly DraftRule[];
  own: readonly DraftRule[];
  muted: readonly string[];
  keepOwn: (rules: readonly DraftRule[]) => void;
  mute: (ruleId: string, isMuted: boolean) => void;
}

/** Null until they have been read. */
export function useDraftRules(): DraftRules | null {
  const [stored, storeOwn] = useSetting(ownDraftRules);
  const [muted, storeMuted] = useSetting(mutedDraftRules);
  const rules = useMemo(() => joinRules(stored ?? []), [stored]);
  if (!stored || !muted) return null;
  return {
    rules,
    own: stored as DraftRule[],
    muted,
    keepOwn: (changed) => storeOwn([...changed]),
    mute: (ruleId, isMuted) => {
      const others = muted.filter((id) => id !== ruleId);
      storeMuted(isMuted ? [...others, ruleId] : others);
    },
  };
}

export function useDraftPolicy() {
  return useSetting(draftPolicy);
}
