import { KnowledgeView } from '../knowledge/KnowledgeView.tsx';
import { PromisesView } from '../promises/PromisesView.tsx';
import { usePanelStore } from '../state/panel-store.ts';

/** The rooms behind the place of what is mine: the ledger of promises, and the knowledge. */
export function BehindMine({ place }: { place: 'promises' | 'knowledge' }) {
  const { go, showContact } = usePanelStore.getState();
  const goBack = () => go('mine');
  if (place === 'promises') return <PromisesView onBack={goBack} onContact={showContact} />;
  return <KnowledgeView onBack={goBack} onAssist={() => go('assist')} />;
}
