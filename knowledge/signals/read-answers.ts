/**
 * What our side answered. Somebody who reads with both eyes has judged the talk when he says “I am sorry that you were
 * charged”: such regret speaks for a complaint where the customer's own words are dry. Nothing else is read of agents.
 */
import type { Message } from '../conversation/index.ts';
import type { CompiledRules } from './compile-rules.ts';
import { findMatches, type RuleMatch } from './find-matches.ts';
import type { Found } from './gather.ts';
import type { RuleSignal } from './signal-rule.ts';

const MAX_KEPT = 240;

export function keepRules(
  files: readonly CompiledRules[],
  isKept: (signal: RuleSignal) => boolean,
): readonly CompiledRules[] {
  return files.map((file) => ({ ...file, rules: file.rules.filter(({ rule }) => isKept(rule.signal)) }));
}

/** Keeps what it read of each text. */
export function createAnswerReader(
  files: readonly CompiledRules[],
  isMuted: (ruleId: string) => boolean,
): (text: string) => readonly RuleMatch[] {
  const rules = keepRules(files, (signal) => signal === 'answer');
  const kept = new Map<string, readonly RuleMatch[]>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const matches = findMatches(text, rules).filter(({ rule }) => !isMuted(rule.id));
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, matches);
    return matches;
  };
}

/** Only of people: a bot is sorry about everything. */
export function findAnswers(
  messages: readonly Message[],
  readAnswer: (text: string) => readonly RuleMatch[],
): Found[] {
  return messages.flatMap(({ id, role, text }) =>
    role === 'agent' ? readAnswer(text).map((match) => ({ match, messageId: id })) : [],
  );
}
