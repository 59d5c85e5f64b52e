/** The way in: from a conversation to the signals of a complaint, each with the words that gave it away. */
import type { Message } from '../conversation/index.ts';
import { BUNDLED_RULES } from './bundled-rules.ts';
import { compileRules, type CompiledRules } from './compile-rules.ts';
import { readNegativity, type EmotionModel } from './emotion-model.ts';
import { findMatches, type RuleMatch } from './find-matches.ts';
import { gatherSignal, groupByKind, listFound, type Found, type ReadMessage } from './gather.ts';
import { createAnswerReader, findAnswers, keepRules } from './read-answers.ts';
import { isThreatMeant, readComplaint } from './read-complaint.ts';
import { readEmotion } from './read-emotion.ts';
import { readRepeat } from './read-repeat.ts';
import type { ConversationSignals, DangerKind, ThreatKind } from './signal.ts';
import type { RuleFile, RuleSignal } from './signal-rule.ts';

export interface SignalReaderOptions {
  /** Null: rules alone. */
  model: EmotionModel | null;
  /** The bundled ones unless given. */
  rules?: readonly RuleFile[];
  /** Rules that a person wants to hear nothing of. */
  mutedRules?: ReadonlySet<string>;
}

export type ReadSignals = (messages: readonly Message[]) => ConversationSignals;

/** Texts whose reading is kept: a long chat is read again with each message that comes. */
const MAX_KEPT = 240;

/** Messages in which people say what they came for. */
const OPENING = 2;

type ReadText = Pick<ReadMessage, 'matches' | 'negativity'>;

/** Keeps what it read of each text, so that a conversation costs no more than its newest message. */
export function createSignalReader(options: SignalReaderOptions): ReadSignals {
  const rules = options.rules?.map(compileRules) ?? compileBundled();
  const ofCustomers = keepRules(rules, (signal) => signal !== 'answer');
  const kept = new Map<string, ReadText>();
  const readText = (text: string): ReadText => {
    const known = kept.get(text);
    if (known) return known;
    const read = readOneText(text, ofCustomers, options);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, read);
    return read;
  };
  const readAnswer = createAnswerReader(rules, (id) => isMuted(id, options.mutedRules));
  return (messages) => combine(toReadMessages(messages, readText), findAnswers(messages, readAnswer));
}

let bundled: readonly CompiledRules[] | null = null;

function compileBundled(): readonly CompiledRules[] {
  bundled ??= BUNDLED_RULES.map(compileRules);
  return bundled;
}

function readOneText(
  text: string,
  rules: readonly CompiledRules[],
  { model, mutedRules }: SignalReaderOptions,
): ReadText {
  const matches = findMatches(text, rules).filter(({ rule }) => !isMuted(rule.id, mutedRules));
  return { matches, negativity: model ? readNegativity(text, model) : null };
}

/** A rule that leans on another (`zh.threat.press-bare` on `zh.threat.press`) is muted with it. */
function isMuted(id: string, mutedRules: ReadonlySet<string> | undefined): boolean {
  return mutedRules !== undefined && (mutedRules.has(id) || mutedRules.has(id.replace(/-bare$/, '')));
}

/** Only what the console shows as the customer's is the customer's, whatever it calls itself. */
function toReadMessages(messages: readonly Message[], readText: (text: string) => ReadText): ReadMessage[] {
  const lastAnswer = messages.findLastIndex(({ role }) => role === 'agent');
  return messages.flatMap(({ id, role, text }, at) =>
    role === 'customer' ? [{ messageId: id, text, isOpen: at > lastAnswer, ...readText(text) }] : [],
  );
}

function combine(messages: readonly ReadMessage[], answers: readonly Found[]): ConversationSignals {
  const threats = isThreatMeant(messages) ? listFound(messages, 'threat') : [];
  const complaint = readComplaint(messages, {
    threats: threats.filter(({ match }) => !needsComplaint(match)),
    answers,
  });
  const { emotion, worst } = readEmotion(messages);
  return {
    complaint,
    families: complaint ? readFamilies(messages) : [],
    emotion,
    worstEmotion: worst,
    threats: readThreats(threats.filter(({ match }) => complaint !== null || !needsComplaint(match))),
    dangers: readDangers(listFound(messages, 'danger')),
    vulnerable: readOne(messages, 'vulnerable'),
    isCutOff: readOne(messages, 'cut-off'),
    identityTheft: readOne(messages, 'identity-theft'),
    compensation: readCompensation(messages),
    repeat: readRepeat(messages),
    churn: readOne(messages, 'churn'),
  };
}

function needsComplaint({ rule }: RuleMatch): boolean {
  return rule.needs?.includes('complaint') ?? false;
}

function readOne(messages: readonly ReadMessage[], signal: RuleSignal) {
  return gatherSignal(listFound(messages, signal));
}

function readThreats(found: readonly Found[]): ConversationSignals['threats'] {
  return [...groupByKind(found)].flatMap(([kind, group]) => {
    const signal = gatherSignal(group);
    const isDone = group.some(({ match }) => match.isDone);
    return signal ? [{ ...signal, kind: kind as ThreatKind, isDone }] : [];
  });
}

function readDangers(found: readonly Found[]): ConversationSignals['dangers'] {
  return [...groupByKind(found)].flatMap(([kind, group]) => {
    const signal = gatherSignal(group);
    return signal ? [{ ...signal, kind: kind as DangerKind }] : [];
  });
}

function readCompensation(messages: readonly ReadMessage[]): ConversationSignals['compensation'] {
  const found = listFound(messages, 'compensation');
  const signal = gatherSignal(found);
  return signal && { ...signal, isBeyondPaid: found.some(({ match }) => match.rule.kind === 'beyond') };
}

/** The heaviest first: what many words speak of, and what the customer began with. */
function readFamilies(messages: readonly ReadMessage[]): ConversationSignals['families'] {
  const first = new Set(messages.slice(0, OPENING).map(({ messageId }) => messageId));
  const weigh = ({ match, messageId }: Found) => match.rule.weight * (first.has(messageId) ? 2 : 1);
  const groups = [...groupByKind(listFound(messages, 'family'))].map(([family, found]) => {
    return { family, found, weight: found.reduce((sum, each) => sum + weigh(each), 0) };
  });
  const heaviest = Math.max(1, ...groups.map(({ weight }) => weight));
  return groups
    .toSorted((left, right) => right.weight - left.weight)
    .flatMap(({ family, found, weight }) => {
      const signal = gatherSignal(found);
      return signal ? [{ ...signal, family, confidence: weight / heaviest }] : [];
    });
}
