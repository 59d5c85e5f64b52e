import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SEVERITY_NAMES } from '../../knowledge/complaints/index.ts';
import { matchesShortcut } from '../../utils/keyboard/shortcut.ts';
import { useLocale } from '../i18n/use-locale.ts';
import type { Complaint } from '../state/complaint.ts';
import { useComplaint } from '../state/use-complaint.ts';
import type { ComplaintInputs } from '../state/use-complaint-desk.ts';
import { useComplaintRules, type RulesInUse } from '../state/use-complaint-rules.ts';
import { useObservedDraft } from '../state/use-observed-draft.ts';
import { AskDialog } from './AskDialog.tsx';

export interface ComplaintWatchProps extends Omit<ComplaintInputs, 'draft'> {
  tabId: number | undefined;
}

/** Reads along in one chat. What it shows itself: a question that has to be asked, and, to those who listen, the level. */
export function ComplaintWatch({ tabId, ...chat }: ComplaintWatchProps) {
  const inUse = useComplaintRules();
  const draft = useObservedDraft(tabId, chat.reading);
  return inUse && <Watching inputs={{ ...chat, draft }} inUse={inUse} />;
}

function Watching({ inputs, inUse }: { inputs: ComplaintInputs; inUse: RulesInUse }) {
  const { complaint, authority } = useComplaint(inputs, inUse);
  useStageKeys(complaint);
  return (
    <>
      <LevelAnnouncement complaint={complaint} />
      {authority.question && (
        <AskDialog
          key={authority.question.approval.id}
          question={authority.question}
          rules={inUse.rules.authority}
          authority={authority}
        />
      )}
    </>
  );
}

function LevelAnnouncement({ complaint: { judgement, stage } }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { level } = judgement;
  const name = SEVERITY_NAMES[level][locale];
  return (
    <div className="visually-hidden" role="status">
      <span key={level}>{level !== 'none' && t('complaint.announce', { level: name })}</span>
      <span key={stage?.id}>{stage && t('complaint.announceStage', { stage: stage.name })}</span>
    </div>
  );
}

/** Alt+[ and Alt+]: one stage back, one on. Brackets are no candidates of any input method while Alt is held. */
function useStageKeys({ act }: Complaint): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const isOn = matchesShortcut(event, 'Alt+]');
    if (!isOn && !matchesShortcut(event, 'Alt+[')) return;
    event.preventDefault();
    if (!event.repeat) act.step(isOn ? 1 : -1);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
