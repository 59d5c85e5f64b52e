/** The assist place with the complaint co-pilot beside it, as the panel joins them. */
import { useEffect, useRef } from 'react';
import { ComplaintSlot, ComplaintWatchSlot } from '../../components/complaint/ComplaintSlots.tsx';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { PanelHeader } from '../../components/shell/PanelHeader.tsx';
import { SearchProvider, type SearchService } from '../../components/state/search-client.ts';
import { useAssist } from '../../components/state/use-assist.ts';
import { AssistView } from '../../components/suggestions/AssistView.tsx';
import { SESSION_ITEMS, type TabReading } from '../../knowledge/contracts/index.ts';
import type { Message, ObservedDraft } from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { ORIGIN } from './assist-harness.tsx';
import { makeConversation, makeReading } from './make-conversation.ts';

const TAB = 7;
const drafts = defineSessionItem<ObservedDraft>(SESSION_ITEMS.draft);

export function makeTalkReading(messages: Message[], id = 'chat-1'): TabReading {
  const conversation = makeConversation(messages, { id });
  return { ...makeReading(conversation), origin: ORIGIN, observedAt: Date.now() };
}

export interface ComplaintHarnessProps {
  search: SearchService;
  reading: TabReading;
  contactId?: string;
  draft?: string;
}

export function ComplaintHarness({ search, ...place }: ComplaintHarnessProps) {
  return (
    <SearchProvider value={search}>
      <Place {...place} />
    </SearchProvider>
  );
}

function Place({ reading, contactId, draft = '' }: Omit<ComplaintHarnessProps, 'search'>) {
  const searchInput = useRef<HTMLInputElement>(null);
  const assist = useAssist({ tabId: TAB, reading, tone: 'warm', agentName: '', teamName: '' });
  const conversationId = reading.conversation?.id ?? '';
  useEffect(() => void drafts.write(TAB, { conversationId, text: draft }), [conversationId, draft]);
  return (
    <>
      <PanelHeader reading={reading} assist={assist} searchInput={searchInput} onEnd={() => {}} />
      <main>
        <AssistView assist={assist} shortcuts={['Alt+1']} isLookingUp={false} />
        <ComplaintSlot />
      </main>
      <ComplaintWatchSlot reading={reading} tabId={TAB} contactId={contactId} />
      <NoticeLine />
    </>
  );
}
