import type { RefObject } from 'react';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { SearchBox } from '../search/SearchBox.tsx';
import { usePanelStore } from '../state/panel-store.ts';
import type { Assist } from '../state/use-assist.ts';
import { ContactBar } from './ContactBar.tsx';

export interface PanelHeaderProps {
  reading: TabReading | null;
  assist: Assist;
  searchInput: RefObject<HTMLInputElement | null>;
  onEnd: () => void;
}

/** Who we are talking to, and the search box where it is of use. */
export function PanelHeader({ reading, assist, searchInput, onEnd }: PanelHeaderProps) {
  const store = usePanelStore();
  return (
    <header>
      <ContactBar
        reading={reading}
        canEnd={assist.contactId !== undefined}
        onEnd={onEnd}
        onSettings={() => store.go('settings')}
        onHelp={() => store.toggleHelp(true)}
      />
      <div style={{ padding: '8px 12px 0' }} hidden={store.place !== 'assist'}>
        <SearchBox
          inputRef={searchInput}
          query={store.query}
          onChange={store.setQuery}
          onOpen={() => store.browse(true)}
          onClose={store.closeSearch}
          onLeave={leaveSearch}
          onCompose={store.compose}
          onLeaveDown={focusFirstCard}
          onChoose={() =>
            store.query.trim() !== '' && assist.insertAt({ position: 1, pressedAt: Date.now() })
          }
        />
      </div>
    </header>
  );
}

/** An empty box that is left makes room for the cards; on the way into what it shows, it stays. */
function leaveSearch(next: EventTarget | null): void {
  const { query, browse } = usePanelStore.getState();
  const isKept = next instanceof Element && next.closest('[data-keeps-search]');
  if (query.trim() === '' && !isKept) browse(false);
}

function focusFirstCard(): void {
  document.querySelector<HTMLElement>('.card[tabindex="0"]')?.focus();
}
