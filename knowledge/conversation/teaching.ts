/** Showing Deskmate a console: what is asked of a person, what comes of it, and when that is enough. */
import type { ConsoleAdapter, RuleRole } from '../adapters/index.ts';
import type { ConsoleReading } from './conversation.ts';

/** What a person points at in the page, in this order. `neither` is asked for only where two lines are not enough. */
export const TEACHING_STEPS = ['customer', 'agent', 'neither', 'composer'] as const;
export type TeachingStep = (typeof TEACHING_STEPS)[number];

/** Why nothing can be made of what was pointed at. */
export const TEACHING_PROBLEMS = [
  /** The two lines do not stand in one list. */
  'not-one-list',
  'same-line',
  'no-text',
  /** Nothing tells a customer's line from the agent's. */
  'no-marks',
  /** In another document than the messages. */
  'composer-elsewhere',
  'no-way-in',
] as const;
export type TeachingProblem = (typeof TEACHING_PROBLEMS)[number];

export interface TaughtConsole {
  adapter: ConsoleAdapter;
  /** What is taken for the conversation's id may be the same in all of them. */
  isUnproven: boolean;
}

/** Why a click was not taken: the same step goes on. */
export const MISSES = [
  'frame-closed',
  'no-field',
  'no-line',
  /** The third line looks like one of the two sides in every way. */
  'neither-alike',
] as const;
export type Miss = (typeof MISSES)[number];

/** What the line between panel and page is called. */
export const TEACHING_LINE = 'teach-console';

/** From the panel to the page it teaches, over a line that ends with either of the two. */
export type TeachingRequest =
  /** `label` is shown beside the pointer, in the panel's language. */
  { type: 'pick'; step: TeachingStep; label: string } | { type: 'stop' };

/** From the page to the panel. */
export type TeachingEvent =
  /** A line was taken; once the field for replies was shown too, `taught` comes instead. */
  | { type: 'picked'; step: TeachingStep; needsNeither: boolean; problem: TeachingProblem | null }
  | { type: 'missed'; reason: Miss }
  /** Escape in the page. */
  | { type: 'cancelled' }
  | { type: 'taught'; taught: TaughtConsole | { problem: TeachingProblem } };

const MIN_MESSAGES = 4;

/** Enough; or what a person can do about it. */
export type Evidence = 'enough' | 'more-messages' | 'second-conversation' | 'both-sides';

/**
 * Whether what was taught has been seen to hold.
 *
 * @param readings made with it so far, each conversation's newest
 */
export function judgeEvidence(readings: readonly ConsoleReading[], isUnproven: boolean): Evidence {
  const chats = readings.flatMap(({ conversation }) => conversation ?? []);
  const messages = chats.flatMap((chat) => chat.messages);
  const has = (role: RuleRole) => messages.some((message) => message.role === role);
  if (!has('customer') || !has('agent')) return 'both-sides';
  const isSecondSeen = new Set(chats.map(({ id }) => id)).size > 1;
  if (isUnproven && !isSecondSeen) return 'second-conversation';
  return isSecondSeen || messages.length >= MIN_MESSAGES ? 'enough' : 'more-messages';
}
