/** The header and the assist place as the panel joins them, over real records and a search that is told what to find. */
import { useRef } from 'react';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NoticeLine } from '../../components/shell/NoticeLine.tsx';
import { PanelHeader } from '../../components/shell/PanelHeader.tsx';
import { SearchProvider, type SearchService } from '../../components/state/search-client.ts';
import { useAssist } from '../../components/state/use-assist.ts';
import { AssistView } from '../../components/suggestions/AssistView.tsx';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import type { InsertionResult } from '../../knowledge/conversation/index.ts';
import { customerSays, makeConversation, makeReading } from './make-conversation.ts';

export const ORIGIN = 'https://console.example';

export function makeTabReading(text: string, messageId = 'm1'): TabReading {
  const conversation = makeConversation([customerSays(messageId, text)]);
  return { ...makeReading(conversation), origin: ORIGIN, observedAt: Date.now() };
}

export interface AssistHarnessProps {
  search: SearchService;
  reading?: TabReading | null;
}

export function AssistHarness({ search, reading = null }: AssistHarnessProps) {
  return (
    <SearchProvider value={search}>
      <Place reading={reading} />
    </SearchProvider>
  );
}

function Place({ reading }: { reading: TabReading | null }) {
  const searchInput = useRef<HTMLInputElement>(null);
  const assist = useAssist({ tabId: 7, reading, tone: 'warm', agentName: '', teamName: '' });
  return (
    <>
      <PanelHeader reading={reading} assist={assist} searchInput={searchInput} onEnd={() => {}} />
      <main>
        <AssistView assist={assist} shortcuts={['Alt+1']} isLookingUp={false} />
      </main>
      <NoticeLine />
    </>
  );
}

/** What the console answers to an insertion. @returns the texts that went there */
export function answerInsertions(result: InsertionResult = { ok: true, text: '' }): string[] {
  const texts: string[] = [];
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
    _tabId: number,
    { data }: { data: { text: string } },
    _to: object,
    done: (answer: object) => void,
  ) => {
    texts.push(data.text);
    done({ res: result });
  }) as never);
  return texts;
}
