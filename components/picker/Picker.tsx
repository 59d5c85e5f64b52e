import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { collectSlotValues } from '../../knowledge/suggestions/index.ts';
import { StorageTrouble } from '../shell/StorageTrouble.tsx';
import { usePanelSettings, type PanelSettings } from '../shell/use-panel-settings.ts';
import type { PickerLine } from '../state/picker-line.ts';
import { RecordsProvider, useOpenRecords } from '../state/records.ts';
import { SearchProvider, type SearchService } from '../state/search-client.ts';
import { PickerList } from './PickerList.tsx';
import { usePicker } from './use-picker.ts';
import './picker.css';

export interface PickerProps {
  line: PickerLine;
  opening: Promise<KnowledgeBase>;
  search: SearchService;
}

/** The list at the caret. It never has the focus: that stays with the composer. */
export function Picker({ line, opening, search }: PickerProps) {
  const records = useOpenRecords(opening);
  const settings = usePanelSettings();
  if (records.state === 'opening' || !settings) return null;
  return (
    <MeasuredFrame line={line}>
      {records.state === 'failed' ? (
        <StorageTrouble reason={records.reason} />
      ) : (
        <RecordsProvider value={records.records}>
          <SearchProvider value={search}>
            <PickerBody line={line} settings={settings} />
          </SearchProvider>
        </RecordsProvider>
      )}
    </MeasuredFrame>
  );
}

/** The frame is as high as what is in it. */
function MeasuredFrame({ line, children }: { line: PickerLine; children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => line.tell({ kind: 'shown', height: element.offsetHeight + 2 }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [line]);
  useEffect(() => {
    // A press anywhere in the frame must not take the focus from the composer.
    const keepFocus = (event: MouseEvent) => event.preventDefault();
    document.addEventListener('mousedown', keepFocus);
    return () => document.removeEventListener('mousedown', keepFocus);
  }, []);
  return (
    <div ref={content} className="picker">
      {children}
    </div>
  );
}

function PickerBody({ line, settings }: { line: PickerLine; settings: PanelSettings }) {
  const { tone, agentName, teamName } = settings;
  const { conversation } = line;
  const values = useMemo(
    () => collectSlotValues({ conversation, agentName, teamName }),
    [conversation, agentName, teamName],
  );
  const picker = usePicker({ line, tone, values });
  return <PickerList picker={picker} values={values} />;
}
