import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { usePanelStore } from '../state/panel-store.ts';
import type { Assist } from '../state/use-assist.ts';
import { SuggestionList } from './SuggestionList.tsx';

export interface CardListProps {
  assist: Assist;
  suggestions: readonly Suggestion[];
  label: string;
  shortcuts: readonly string[];
}

/** Cards that do what the assist place can do with them. What was searched for cannot be dismissed. */
export function CardList({ assist, suggestions, label, shortcuts }: CardListProps) {
  const { slotFormArticleId, askForSlots } = usePanelStore();
  return (
    <SuggestionList
      label={label}
      suggestions={suggestions}
      values={assist.slots.values}
      edits={assist.slots.edits}
      offered={assist.slots.offered}
      shortcuts={shortcuts}
      slotFormArticleId={slotFormArticleId}
      isPrivateNote={assist.isPrivateNote}
      isNewerWaiting={assist.isNewerWaiting && !assist.isSearching}
      onLetIn={assist.letIn}
      onHoldChange={assist.hold}
      onInsert={assist.insert}
      onEdit={({ article }, edited) => assist.slots.edit(article.id, edited)}
      onCopy={assist.copy}
      onOpen={assist.open}
      onDismiss={assist.isSearching ? undefined : assist.dismiss}
      onCancelSlots={() => askForSlots(null)}
    />
  );
}
