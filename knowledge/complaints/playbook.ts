/**
 * A playbook: how a complaint is walked from the first word to the kept promise, as data that a team may write itself.
 * Stages are in order. What was said makes events; events say when a stage is done and when to go back.
 */
import type { LocalText, PhraseBook } from './local-text.ts';

/** Events that come from signals and from who spoke, not from phrases. */
export const NATURAL_EVENTS = ['complaint', 'upset', 'flare-up', 'answered', 'data-given'] as const;
export type NaturalEvent = (typeof NATURAL_EVENTS)[number];

/** Something the agent says in this stage; it ticks itself. Its id is an event. */
export interface MustItem {
  id: string;
  name: LocalText;
  /** Name of the phrase group. */
  phrases: string;
  /** Nice to have: never missed. */
  isOptional?: boolean;
  /** Events that have to happen again after this was said: who asks for a picture has not all the evidence. */
  reopens?: string[];
  /** Phrase groups that come too early in a draft while this is not said: goodbye before the recap. */
  before?: string[];
  /** Does not count in a sentence that says one of these: options summed up for a “is that right?” are no offer. */
  notWith?: string[];
}

/**
 * Something the customer says. Its id is an event, heard only in the stage it is written in and in those that a shortcut
 * on it leaves: a “yes” means what was asked just then.
 */
export interface CustomerAnswer {
  id: string;
  /** Name of the phrase group. */
  phrases: string;
  /** Counts only as an answer to one of these, said in the agent’s last turn. */
  after?: string[];
  /** Does not count where one of these was said there too. */
  notAfter?: string[];
  /** As with a must: what was summed up before the choice has to be summed up again. */
  reopens?: string[];
}

/** Something the agent never says in this stage. */
export interface NeverItem {
  id: string;
  phrases: string;
  reason: LocalText;
}

/** Any of these lists, all of whose events have happened. */
export type EventTest = string[][];

export interface LoopBack {
  to: string;
  /** One of these happens in a message that comes now. */
  when: string[];
  /** Stages it leads back from; absent: the stage it is written in. */
  from?: string[];
  /** Events that have to happen again. */
  forget: string[];
}

/** An event that shows where the talk is already, whatever was left out on the way. */
export interface Shortcut {
  when: string[];
  /** All of these have happened too, now or earlier. */
  with?: string[];
  from: string[];
}

export interface Stage {
  id: string;
  name: LocalText;
  goal: LocalText;
  must: MustItem[];
  answers?: CustomerAnswer[];
  never: NeverItem[];
  /** Tags of articles offered first, and single articles. */
  scriptTags: string[];
  articleIds: string[];
  /** Skipped unless this holds; absent: never skipped. */
  neededWhen?: EventTest;
  /** Empty: nothing said ends it. */
  doneWhen: EventTest;
  loopBacks?: LoopBack[];
  shortcuts?: Shortcut[];
  /** After the contact: talk never leads here. */
  isAfterContact?: boolean;
}

export interface Playbook {
  id: string;
  version: number;
  name: LocalText;
  phrases: PhraseBook;
  stages: Stage[];
}

/** The shared phrases of our own playbooks, under the team's where both name a group. */
export function withPhrases(playbook: Playbook, shared: PhraseBook): Playbook {
  return { ...playbook, phrases: { ...shared, ...playbook.phrases } };
}

/** Goes on from the stage that the agent chose by key. */
export interface StageMove {
  stageId: string;
  /** The newest message there was then; null: before the first. */
  afterMessageId: string | null;
}
