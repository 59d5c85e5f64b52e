/** The musts of a stage with their ticks, and what a draft must not say there. */
import type { ComplaintLocale } from './local-text.ts';
import { inferStage } from './infer-stage.ts';
import type { Playbook, Stage, StageMove } from './playbook.ts';
import type { StageReading } from './natural-events.ts';
import { findSaid } from './said.ts';

export interface MustSay {
  id: string;
  name: string;
  isSaid: boolean;
  isOptional: boolean;
}

export interface MustContext {
  reading: StageReading;
  /** Where the agent moved the stage by key. */
  moved?: StageMove | null;
  /** Counts as said, so that a tick is seen while typing. */
  draft?: string;
  locale: ComplaintLocale;
}

/** Empty for a stage the playbook does not have. */
export function tickMustSays(playbook: Playbook, stageId: string, context: MustContext): MustSay[] {
  const { reading, moved = null, draft = '', locale } = context;
  const ticked = inferStage(playbook, reading, moved)?.ticked ?? [];
  return (findStage(playbook, stageId)?.must ?? []).map(({ id, name, phrases, isOptional = false }) => ({
    id,
    name: name[locale],
    isSaid: ticked.includes(id) || isSaidIn(playbook, phrases, draft),
    isOptional,
  }));
}

/**
 * Musts of the stage that this draft leaves behind unsaid: it goes on to what has to come after them. What may still be
 * said in the next message is not missed.
 */
export function findMissedMusts(
  playbook: Playbook,
  stageId: string,
  context: MustContext & { draft: string },
): MustSay[] {
  const items = findStage(playbook, stageId)?.must ?? [];
  return tickMustSays(playbook, stageId, context).filter(({ id, isSaid }) => {
    const before = items.find((item) => item.id === id)?.before ?? [];
    return !isSaid && before.some((name) => isSaidIn(playbook, name, context.draft));
  });
}

function isSaidIn({ phrases }: Playbook, name: string, text: string): boolean {
  const group = phrases[name];
  return group !== undefined && findSaid(group, text) !== null;
}

export interface NeverSaid {
  id: string;
  start: number;
  end: number;
  words: string;
  reason: string;
}

export function findNeverSays(
  playbook: Playbook,
  stageId: string,
  { draft, locale }: { draft: string; locale: ComplaintLocale },
): NeverSaid[] {
  return (findStage(playbook, stageId)?.never ?? []).flatMap(({ id, phrases, reason }) => {
    const group = playbook.phrases[phrases];
    const span = group ? findSaid(group, draft) : null;
    return span ? [{ id, ...span, words: draft.slice(span.start, span.end), reason: reason[locale] }] : [];
  });
}

export function findStage(playbook: Playbook, stageId: string): Stage | null {
  return playbook.stages.find(({ id }) => id === stageId) ?? null;
}

/** Articles of a stage first, then the rest as they were. */
export function offerStageFirst<TArticle extends { id: string; tags: readonly string[] }>(
  stage: Pick<Stage, 'scriptTags' | 'articleIds'>,
  articles: readonly TArticle[],
): TArticle[] {
  const weigh = ({ id, tags }: TArticle): number => {
    if (stage.articleIds.includes(id)) return 2;
    return tags.some((tag) => stage.scriptTags.includes(tag)) ? 1 : 0;
  };
  return articles.toSorted((one, other) => weigh(other) - weigh(one));
}
