import { useMemo } from 'react';
import { keepLastingSlots, type SlotValues } from '../../knowledge/articles/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { collectSlotValues, type Suggestion } from '../../knowledge/suggestions/index.ts';
import { usePanelStore } from './panel-store.ts';
import { NOTHING_TYPED } from './typed-slots.ts';

export interface AgentProfile {
  agentName: string;
  teamName: string;
}

export interface SlotInputs extends AgentProfile {
  conversation: Conversation | null;
  /** Whose values they are: a contact, or the chat while none is counted. */
  contactKey: string;
}

export interface Slots {
  /** What every script can be filled with. */
  values: SlotValues;
  /** By article: what was changed by hand in its card. */
  edits: Readonly<Record<string, SlotValues>>;
  /** What was typed before in this contact, to begin with where it is asked for again. */
  offered: SlotValues;
  type: (typed: SlotValues) => void;
  edit: (articleId: string, edited: SlotValues) => void;
  /** The script has gone out. */
  settle: (articleId: string) => void;
  valuesFor: (suggestion: Suggestion) => SlotValues;
}

/** What slots are filled with: what the conversation says, and of what was typed what stays true for it. */
export function useSlots({ conversation, agentName, teamName, contactKey }: SlotInputs): Slots {
  const typed = usePanelStore(({ typedSlots }) => typedSlots[contactKey] ?? NOTHING_TYPED);
  const { typeSlots, editSlots, settleSlots } = usePanelStore.getState();
  const values = useMemo(
    () => ({
      ...collectSlotValues({ conversation, agentName, teamName }),
      ...keepLastingSlots(typed.values),
    }),
    [conversation, agentName, teamName, typed.values],
  );
  return {
    values,
    edits: typed.edits,
    offered: typed.values,
    type: (answers) => typeSlots(contactKey, answers),
    edit: (articleId, edited) => editSlots(contactKey, articleId, edited),
    settle: (articleId) => settleSlots(contactKey, articleId),
    valuesFor: ({ article }) => ({ ...values, ...typed.edits[article.id] }),
  };
}
