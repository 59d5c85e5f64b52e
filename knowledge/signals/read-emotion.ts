/** The customer's mood: rules name it, marks and capitals sharpen it, the model hears what no rule has a word for. */
import type { RuleMatch } from './find-matches.ts';
import { gatherEvidence, pickBest, type Found, type ReadMessage } from './gather.ts';
import { EMOTION_LEVELS, type ConversationSignals, type EmotionLevel } from './signal.ts';

const CALM = 0;
const CONCERNED = 1;
const UPSET = 2;
const ANGRY = 3;
const FURIOUS = 4;

const MODEL_RULE = 'model.negative';
const NOTHING_FOUND = 'none';
/** The weight of words of thanks; of words that only agree it is less. */
const THANKFUL = 0.75;
/** Measured on chat: reviews are louder, so a line has to be much like a bad one. */
const SURE_NEGATIVE = 0.95;
/** What the model needs to say anything; shorter lines are names, numbers and greetings. */
const LEAST_LETTERS = 8;

/** Reviews hold hardly a question, so the model takes every question for displeasure. */
const ASKS = /[?？]|[吗么呢]\s*$/;

/** Of one message; null: it says nothing of a mood. */
interface Mood {
  level: number;
  found: Found[];
  isFromModel: boolean;
}

export function readEmotion(messages: readonly ReadMessage[]): {
  emotion: ConversationSignals['emotion'];
  worst: EmotionLevel;
} {
  const moods = messages.map(readMood);
  const present = readPresentMood(messages, moods);
  const worst = Math.max(CALM, ...moods.map((mood) => mood?.level ?? CALM));
  return { emotion: describe(present, messages), worst: nameLevel(worst) };
}

/** The newest turn decides. When it says nothing of a mood, the one before is still there, a step cooler. */
function readPresentMood(messages: readonly ReadMessage[], moods: readonly (Mood | null)[]): Mood | null {
  const open = moods.filter((_, at) => messages[at]?.isOpen).flatMap((mood) => mood ?? []);
  const before = moods
    .filter((_, at) => !messages[at]?.isOpen)
    .flatMap((mood) => mood ?? [])
    .at(-1);
  const last = open.at(-1);
  if (last?.level === CALM) return cool(last, pickWorst([...open, ...(before ? [before] : [])]));
  if (last) return pickWorst(open);
  return before ? { ...before, level: Math.max(CALM, before.level - 1) } : null;
}

/** A “fine” after fury is not yet peace; thanks are. */
function cool(calm: Mood, worst: Mood | null): Mood {
  const isThankful = calm.found.some(({ match }) => match.rule.weight >= THANKFUL);
  return isThankful || !worst ? calm : { ...calm, level: Math.max(CALM, worst.level - 2) };
}

function pickWorst(moods: readonly Mood[]): Mood | null {
  return moods.toSorted((left, right) => right.level - left.level)[0] ?? null;
}

export function isHeardByModel({ text, negativity }: ReadMessage): boolean {
  if (negativity === null || negativity < SURE_NEGATIVE) return false;
  return countHan(text) >= LEAST_LETTERS && !ASKS.test(text);
}

function readMood(message: ReadMessage): Mood | null {
  const { messageId, matches, text } = message;
  const moods = matches.filter(({ rule }) => rule.signal === 'emotion');
  const bad = moods.filter(({ rule }) => rule.kind !== 'calm');
  const toFound = (found: readonly RuleMatch[]) => found.map((match) => ({ match, messageId }));
  const floor = readFloor(message);
  const named = Math.max(CALM, ...bad.map(({ rule }) => readLevel(rule.kind)));
  const level = sharpen(Math.max(named, floor), text);
  if (level > CALM) {
    const strongest = bad.filter(({ rule }) => readLevel(rule.kind) === named);
    return { level, found: toFound(strongest), isFromModel: floor > named && isHeardByModel(message) };
  }
  return moods.length > 0 ? { level: CALM, found: toFound(moods), isFromModel: false } : null;
}

function readLevel(kind: string | undefined): number {
  return Math.max(CALM, EMOTION_LEVELS.indexOf(kind as EmotionLevel));
}

const PLAIN_FAILURE = 0.6;

/** What somebody must at least feel who says such things. */
function readFloor(message: ReadMessage): number {
  const has = (signal: string, ...kinds: string[]) =>
    message.matches.some(
      ({ rule }) => rule.signal === signal && (kinds.length === 0 || kinds.includes(rule.kind ?? '')),
    );
  if (has('danger', 'violence')) return FURIOUS;
  if (has('threat'))
    return message.matches.some(({ rule, isDone }) => rule.signal === 'threat' && isDone) ? UPSET : ANGRY;
  if (has('danger') || has('complaint', 'explicit', 'unkept', 'blame')) return UPSET;
  if (has('complaint', 'problem', 'delay')) return isPressing(message) ? UPSET : CONCERNED;
  return CALM;
}

/** A plain failure of ours, two kinds of trouble at once, or words much like those of bad reviews. */
function isPressing(message: ReadMessage): boolean {
  const troubles = message.matches.filter(
    ({ rule }) => rule.signal === 'complaint' && rule.kind !== 'demand',
  );
  const kinds = new Set(troubles.map(({ rule }) => rule.kind));
  return (
    kinds.size > 1 || troubles.some(({ rule }) => rule.weight >= PLAIN_FAILURE) || isHeardByModel(message)
  );
}

/** Marks and capitals say nothing by themselves. */
function sharpen(level: number, text: string): number {
  const isLoud = /[!！]{2,}|[?？]{3,}|[!！][?？]|[?？][!！]/.test(text) || isShouted(text);
  return isLoud && level >= CONCERNED ? Math.min(FURIOUS, level + 1) : level;
}

const MOSTLY = 0.5;
const LEAST_CAPITALS = 10;

function isShouted(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g) ?? [];
  const capitals = text.match(/[A-Z]/g) ?? [];
  return capitals.length >= LEAST_CAPITALS && capitals.length > MOSTLY * letters.length;
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function describe(mood: Mood | null, messages: readonly ReadMessage[]): ConversationSignals['emotion'] {
  if (!mood) return { level: 'calm', ruleId: NOTHING_FOUND, confidence: 0.5, evidence: [] };
  const best = pickBest(mood.found);
  const heard = messages.findLast(isHeardByModel);
  if (!best || mood.isFromModel) {
    const evidence = heard
      ? [{ messageId: heard.messageId, start: 0, end: heard.text.length, words: heard.text }]
      : [];
    const ruleId = heard ? MODEL_RULE : NOTHING_FOUND;
    return { level: nameLevel(mood.level), ruleId, confidence: heard?.negativity ?? 0.5, evidence };
  }
  const { id: ruleId, weight: confidence } = best.match.rule;
  return { level: nameLevel(mood.level), ruleId, confidence, evidence: gatherEvidence(mood.found) };
}

function nameLevel(level: number): EmotionLevel {
  return EMOTION_LEVELS[level] ?? 'calm';
}
