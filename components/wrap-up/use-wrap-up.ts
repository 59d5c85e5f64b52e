import { useState } from 'react';
import { assess, GENERAL_SERVICE_RUBRIC, type AssessmentDraft } from '../../knowledge/assessment/index.ts';
import { classifyStorageError } from '../../knowledge/knowledge-base.ts';
import { newId } from '../../utils/ids/new-id.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { usePanelStore, type WrapUpDraft } from '../state/panel-store.ts';
import { useRecords } from '../state/records.ts';
import { useSuggestedTopic } from '../state/use-suggested-topic.ts';

export const RUBRIC = GENERAL_SERVICE_RUBRIC;
const EMPTY: AssessmentDraft = { ratings: {}, topic: '', outcome: null, mood: null, note: '' };

export type WrapUpProblem = 'outcome-missing' | 'ratings-missing' | 'full' | 'unavailable';

export interface WrapUp {
  draft: AssessmentDraft;
  problem: WrapUpProblem | null;
  change(part: Partial<AssessmentDraft>): void;
  changeTopic(topic: string): void;
  save(): Promise<'stored' | 'incomplete' | 'not-stored'>;
}

/** What is being said about one contact, until it is stored. */
export function useWrapUp(contactId: string): WrapUp {
  const records = useRecords();
  const { assessmentId, answers, typedTopic, keep } = useKeptDraft(contactId);
  const [problem, setProblem] = useState<WrapUpProblem | null>(null);
  const suggestedTopic = useSuggestedTopic(contactId);
  const draft = { ...answers, topic: typedTopic ?? suggestedTopic };

  const save: WrapUp['save'] = async () => {
    const assessed = assess(draft, { id: assessmentId, contactId, rubric: RUBRIC, now: Date.now() });
    if (!assessed.ok) {
      setProblem(assessed.reason);
      return 'incomplete';
    }
    try {
      await records.assessments.save(assessed.value);
      usePanelStore.getState().keepWrapUp(contactId, null);
      usePanelStore.getState().notify({ kind: 'saved' });
      return 'stored';
    } catch (error) {
      reportError('panel/save-assessment', error);
      setProblem(classifyStorageError(error) === 'full' ? 'full' : 'unavailable');
      return 'not-stored';
    }
  };

  return {
    draft,
    problem,
    change: (part) => {
      setProblem(null);
      keep({ answers: { ...answers, ...part } });
    },
    changeTopic: (typed) => keep({ typedTopic: typed }),
    save,
  };
}

/** Lives with the panel, not with the form: a customer who writes meanwhile must not cost what was typed. */
function useKeptDraft(contactId: string) {
  const [fresh] = useState<WrapUpDraft>(() => ({
    assessmentId: newId(),
    answers: EMPTY,
    typedTopic: null,
  }));
  const kept = usePanelStore(({ wrapUpDrafts }) => wrapUpDrafts[contactId]) ?? fresh;
  const keepWrapUp = usePanelStore(({ keepWrapUp: store }) => store);
  return {
    ...kept,
    keep: (part: Partial<WrapUpDraft>) => keepWrapUp(contactId, { ...kept, ...part }),
  };
}
