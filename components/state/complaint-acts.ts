import {
  closePrompt,
  correctLevel,
  moveStage,
  muteRule,
  noteInCase,
  removeFromRecord,
  startClocks,
  toggleTick,
} from '../../knowledge/complaints/index.ts';
import type { ComplaintActs, Objection, StageNow } from './complaint.ts';
import type { ComplaintDesk } from './use-complaint-desk.ts';

/** What a person can do about the complaint. Everything goes into its case at once. */
export function makeActs(
  desk: ComplaintDesk,
  stage: StageNow | null,
  ask: (objection: Objection) => void,
): ComplaintActs {
  const { change, messages, judged, rules } = desk;
  const moveTo = (stageId: string) =>
    change((known) => moveStage(known, { stageId, afterMessageId: messages.at(-1)?.id ?? null }));
  return {
    ask,
    moveTo,
    step: (by) => {
      if (!stage) return change((known) => correctLevel(known, judged.level, 'ordinary'));
      const next = findNeighbour(desk, stage.id, by);
      return next === undefined ? undefined : moveTo(next);
    },
    toggleTick: (mustId) => change((known) => toggleTick(known, mustId)),
    correct: (level) => change((known) => correctLevel(known, judged.level, level)),
    mute: (ruleId, isForGood) => {
      if (isForGood) desk.muteForGood([...new Set([...desk.mutedForGood, ruleId])]);
      else change((known) => muteRule(known, ruleId));
    },
    toggleEscalation: (ruleId, isOpen) =>
      change((known) => {
        const asked = { ruleId, at: Date.now(), turn: 0 };
        const isNoted = known.prompts.some((shown) => shown.ruleId === ruleId);
        const prompts = isOpen && !isNoted ? [...known.prompts, asked] : known.prompts;
        return closePrompt({ ...known, prompts }, ruleId, !isOpen);
      }),
    startClock: (event) =>
      change((known) => ({
        ...known,
        clocks: startClocks(known.clocks, rules.clocks, { event, at: Date.now(), chosen: null }),
      })),
    note: (clause, text) =>
      change((known) => noteInCase(known, clause, { at: Date.now(), who: 'agent', text })),
    removeNote: (clause, at) => change((known) => removeFromRecord(known, clause, at)),
  };
}

function findNeighbour({ playbook }: ComplaintDesk, stageId: string, by: 1 | -1): string | undefined {
  const ids = (playbook?.stages ?? []).filter(({ isAfterContact }) => !isAfterContact).map(({ id }) => id);
  return ids[ids.indexOf(stageId) + by];
}
