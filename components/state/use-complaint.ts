/** The complaint on screen, worked out anew with every word, kept, and told to the other views. */
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { findNeverSays, findStage, inferStage, tickMustSays } from '../../knowledge/complaints/index.ts';
import { makeActs } from './complaint-acts.ts';
import { NO_COMPLAINT, useComplaintStore } from './complaint-store.ts';
import { readClocks } from './complaint-clocks.ts';
import { listEvidence } from './complaint-words.ts';
import type { Complaint, StageNow } from './complaint.ts';
import { useAuthority, type Authority } from './use-authority.ts';
import { useCaseKeeping } from './use-case-keeping.ts';
import { useComplaintDesk, type ComplaintDesk, type ComplaintInputs } from './use-complaint-desk.ts';
import type { RulesInUse } from './use-complaint-rules.ts';
import { useEscalations } from './use-escalations.ts';
import { useStageScripts } from './use-stage-scripts.ts';

export interface WatchedComplaint {
  complaint: Complaint;
  authority: Authority;
}

export function useComplaint(inputs: ComplaintInputs, inUse: RulesInUse): WatchedComplaint {
  const desk = useComplaintDesk(inputs, inUse);
  const { judgement, judged, draft, playbook } = desk;
  const clocks = readClocks(desk);
  const escalations = useEscalations(desk, clocks);
  const authority = useAuthority(desk);
  useCaseKeeping(desk);
  const stage = useStageNow(desk);
  const complaint: Complaint = {
    signals: desk.signals,
    evidenceWords: [...new Set(listEvidence(desk.signals).map(({ words }) => words))],
    judgement,
    judged: judged.level,
    stages: (playbook?.stages ?? [])
      .filter(({ isAfterContact }) => !isAfterContact)
      .map(({ id, name }) => ({ id, name: name[desk.locale] })),
    stage,
    clocks,
    escalations,
    draftObjection: draft.trim() ? authority.judge(draft) : null,
    kept: desk.kept,
    hasBrokenRules: desk.hasBrokenRules,
    act: makeActs(desk, stage, authority.ask),
  };
  useTold({ complaint, authority, desk });
  return { complaint, authority };
}

/** Null while nobody complains. */
function useStageNow(desk: ComplaintDesk): StageNow | null {
  const { playbook, messages, signals, moods, kept, draft, locale, judgement } = desk;
  const moved = kept?.moves.at(-1) ?? null;
  const isOut = judgement.level !== 'none';
  const reading = useMemo(() => ({ messages, signals, moods }), [messages, signals, moods]);
  const state = useMemo(
    () => (playbook && isOut ? inferStage(playbook, reading, moved) : null),
    [playbook, isOut, reading, moved],
  );
  const stage = playbook && state && findStage(playbook, state.stageId);
  if (!playbook || !state || !stage) return null;
  const must = tickMustSays(playbook, stage.id, { reading, draft, locale });
  return {
    id: stage.id,
    name: stage.name[locale],
    goal: stage.goal[locale],
    must: must.map((item) =>
      kept?.ticks.includes(item.id) ? Object.assign({}, item, { isSaid: true }) : item,
    ),
    never: stage.never.map(({ id, reason }) => ({ id, reason: reason[locale] })),
    neverSaid: findNeverSays(playbook, stage.id, { draft, locale }),
    isMovedByAgent: state.isMovedByAgent,
  };
}

interface Told extends WatchedComplaint {
  desk: ComplaintDesk;
}

/** Puts it where the views outside look for it; taken away again when nobody watches any more. */
function useTold({ complaint, authority, desk }: Told): void {
  useEffect(() => {
    const exceeds = (text: string) => authority.judge(text) !== null;
    useComplaintStore.setState({ complaint, exceeds, guard: authority.guard });
  });
  // Before anything of the next chat is painted.
  useLayoutEffect(() => () => useComplaintStore.setState(NO_COMPLAINT), []);
  useToldSituation(desk, complaint.stage?.id ?? null);
}

const HAN = /\p{Script=Han}/u;

/** Cards are put in order by it, so it changes only when something in it does. */
function useToldSituation(desk: ComplaintDesk, stageId: string | null): void {
  const { playbook, chatKey, family, signals, messages } = desk;
  const stage = useMemo(
    () => (playbook && stageId !== null ? findStage(playbook, stageId) : null),
    [playbook, stageId],
  );
  const isEnglish = !messages.some(({ role, text }) => role === 'customer' && HAN.test(text));
  const stageScripts = useStageScripts({ stage, isEnglish, family });
  const families = signals.families.map((signal) => signal.family).join('\n');
  useEffect(() => {
    const situation = stage && {
      chatKey,
      families: families.split('\n').filter(Boolean),
      stageTags: stage.scriptTags,
      stageArticleIds: stage.articleIds,
      stageScripts,
    };
    useComplaintStore.setState({ situation });
  }, [chatKey, stage, families, stageScripts]);
}
