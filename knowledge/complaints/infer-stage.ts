/** Which stage the talk is in: what the agent should do next, judged after the last message. */
import type { EventTest, Playbook, Shortcut, Stage, StageMove } from './playbook.ts';
import type { StageReading } from './natural-events.ts';
import { readEvents, type MessageEvents } from './read-events.ts';

export interface StageState {
  stageId: string;
  /** Musts of any stage that were said and not asked for anew. */
  ticked: string[];
  /** Why the stage is this: the events of the message that brought us here. */
  because: { messageId: string; events: string[] } | null;
  isMovedByAgent: boolean;
}

interface Walk {
  at: number;
  /** Place of the message that brought us here. */
  since: number;
  happened: Set<string>;
  because: StageState['because'];
  isMoved: boolean;
}

/** Deterministic: the same talk is always in the same stage. Null: the playbook has no stage. */
export function inferStage(
  playbook: Playbook,
  reading: StageReading,
  moved: StageMove | null,
): StageState | null {
  const stages = playbook.stages.filter(({ isAfterContact }) => !isAfterContact);
  if (stages.length === 0) return null;
  const walk: Walk = { at: 0, since: -1, happened: new Set(), because: null, isMoved: false };
  if (moved?.afterMessageId === null) moveTo(walk, stages, moved.stageId);
  for (const message of readEvents(playbook, reading)) {
    walkOn(walk, stages, message);
    if (moved && moved.afterMessageId === message.messageId) {
      moveTo(walk, stages, moved.stageId);
      walk.since = message.answersTo;
    }
  }
  return {
    stageId: stages[walk.at]?.id ?? '',
    ticked: playbook.stages
      .flatMap(({ must }) => must.map(({ id }) => id))
      .filter((id) => walk.happened.has(id)),
    because: walk.because,
    isMovedByAgent: walk.isMoved,
  };
}

/** One message further. The changes stay in the walk, which nobody else sees. */
function walkOn(walk: Walk, stages: readonly Stage[], message: MessageEvents): void {
  const before = walk.at;
  const heard = new Set([...message.events].filter((event) => isHeard(stages, walk, { event, message })));
  const back = findLoopBack(stages, walk.at, heard);
  for (const event of back?.forget ?? []) walk.happened.delete(event);
  for (const event of heard) walk.happened.add(event);
  for (const event of listReopened(stages, heard)) walk.happened.delete(event);
  walk.at = back ? back.at : followShortcut(stages, walk, heard);
  walk.at = advance(stages, walk.at, walk.happened);
  if (walk.at === before) return;
  walk.since = message.place;
  walk.because = { messageId: message.messageId, events: [...heard] };
  walk.isMoved = false;
}

/** What the agent says always counts; what the customer answers, only where it was asked for, and to what was asked there. */
function isHeard(
  stages: readonly Stage[],
  { at, since }: Walk,
  { event, message }: { event: string; message: MessageEvents },
): boolean {
  const owners = stages.filter(({ answers = [] }) => answers.some(({ id }) => id === event));
  const here = stages[at];
  if (owners.length === 0 || !here) return true;
  if (owners.includes(here)) return message.answersTo >= since;
  return stages.some(({ shortcuts = [] }) =>
    shortcuts.some(({ when, from }) => when.includes(event) && from.includes(here.id)),
  );
}

function listReopened(stages: readonly Stage[], events: ReadonlySet<string>): string[] {
  return stages
    .flatMap(({ must, answers = [] }) => [...must, ...answers])
    .filter(({ id }) => events.has(id))
    .flatMap(({ reopens = [] }) => reopens);
}

function moveTo(walk: Walk, stages: readonly Stage[], stageId: string): void {
  const at = stages.findIndex(({ id }) => id === stageId);
  if (at < 0) return;
  // What this stage asks for has to be said again, or the next word would carry the talk out of it.
  const asked = stages.slice(at).flatMap(({ doneWhen }) => doneWhen.flat());
  for (const event of asked) walk.happened.delete(event);
  walk.at = at;
  walk.isMoved = true;
  walk.because = null;
}

function findLoopBack(
  stages: readonly Stage[],
  at: number,
  events: ReadonlySet<string>,
): { at: number; forget: string[] } | null {
  const here = stages[at];
  for (const stage of stages) {
    for (const { to, when, from, forget } of stage.loopBacks ?? []) {
      if (!here || !(from ?? [stage.id]).includes(here.id)) continue;
      if (!when.some((event) => events.has(event))) continue;
      const target = stages.findIndex(({ id }) => id === to);
      if (target >= 0 && target <= at) return { at: target, forget };
    }
  }
  return null;
}

function followShortcut(
  stages: readonly Stage[],
  { at, happened }: Pick<Walk, 'at' | 'happened'>,
  events: ReadonlySet<string>,
): number {
  const here = stages[at]?.id ?? '';
  const leads = ({ when, with: also = [], from }: Shortcut) =>
    from.includes(here) &&
    when.some((event) => events.has(event)) &&
    also.every((event) => happened.has(event));
  const target = stages.findLastIndex(({ shortcuts = [] }, index) => index > at && shortcuts.some(leads));
  return target < 0 ? at : target;
}

/** Forward only, so it ends: at the last stage at the latest. */
function advance(stages: readonly Stage[], from: number, happened: ReadonlySet<string>): number {
  let at = from;
  while (at < stages.length - 1 && isBehindUs(stages[at], happened)) at += 1;
  return at;
}

function isBehindUs(stage: Stage | undefined, happened: ReadonlySet<string>): boolean {
  if (!stage) return false;
  const isNeeded = !stage.neededWhen || holds(stage.neededWhen, happened);
  return !isNeeded || holds(stage.doneWhen, happened);
}

function holds(test: EventTest, happened: ReadonlySet<string>): boolean {
  return test.some((all) => all.every((event) => happened.has(event)));
}
