/** Keeps prompts quiet: who may speak up unasked, how often, and when not at all. Pure: the state is handed on. */
import { compilePhrase } from './phrase.ts';

export interface PromptPolicy {
  /** The same rule keeps still for this long. */
  cooldownMs: number;
  /** Prompts of one rule in one contact. */
  maxPerContact: number;
  /** Customer turns between two unsolicited cards, of whatever rule. */
  turnsBetween: number;
  mutedRules: readonly string[];
  /** Where the customer's words have one of these, nothing is triggered. */
  quietPhrases: readonly string[];
}

export const DEFAULT_PROMPT_POLICY: PromptPolicy = {
  cooldownMs: 5 * 60_000,
  maxPerContact: 2,
  turnsBetween: 3,
  mutedRules: [],
  quietPhrases: [],
};

export interface PromptHistory {
  contactId: string;
  shown: { ruleId: string; at: number; turn: number }[];
}

export interface Prompt {
  ruleId: string;
  contactId: string;
  /** How many turns the customer has had in this contact. */
  turn: number;
  /** What it is about: looked through for quiet phrases. */
  words: string;
  /** The agent asked for it, or a life may hang on it: only a mute keeps it back. */
  isSolicited: boolean;
}

export type QuietReason = 'muted' | 'quiet-phrase' | 'cooldown' | 'contact-maximum' | 'too-soon';

export interface PromptDecision {
  isShown: boolean;
  /** Null when it is shown. */
  reason: QuietReason | null;
  history: PromptHistory;
}

export function decidePrompt(
  prompt: Prompt,
  history: PromptHistory | null,
  { policy, now }: { policy: PromptPolicy; now: number },
): PromptDecision {
  const past = history?.contactId === prompt.contactId ? history : { contactId: prompt.contactId, shown: [] };
  const reason = findReasonForQuiet(prompt, past, { policy, now });
  if (reason) return { isShown: false, reason, history: past };
  // What was asked for takes nobody's turn.
  if (prompt.isSolicited) return { isShown: true, reason: null, history: past };
  const entry = { ruleId: prompt.ruleId, at: now, turn: prompt.turn };
  return { isShown: true, reason: null, history: { ...past, shown: [...past.shown, entry] } };
}

function findReasonForQuiet(
  prompt: Prompt,
  { shown }: PromptHistory,
  { policy, now }: { policy: PromptPolicy; now: number },
): QuietReason | null {
  if (policy.mutedRules.includes(prompt.ruleId)) return 'muted';
  if (prompt.isSolicited) return null;
  if (policy.quietPhrases.some((phrase) => isSaidIn(phrase, prompt.words))) return 'quiet-phrase';
  const own = shown.filter(({ ruleId }) => ruleId === prompt.ruleId);
  if (own.length >= policy.maxPerContact) return 'contact-maximum';
  const last = own.at(-1);
  // A clock set back does not make the wait longer than it is.
  if (last && now >= last.at && now - last.at < policy.cooldownMs) return 'cooldown';
  const lastTurn = Math.max(-Infinity, ...shown.map(({ turn }) => turn));
  return prompt.turn - lastTurn < policy.turnsBetween ? 'too-soon' : null;
}

function isSaidIn(source: string, words: string): boolean {
  const phrase = compilePhrase(source);
  return phrase.ok && phrase.value.find(words) !== null;
}
