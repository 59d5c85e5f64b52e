import { splitSentences, type Sentence } from '../../utils/text/split-clauses.ts';
import type { DueSpan, Said } from './due/due-span.ts';
import { findEnglishDues } from './due/english-due.ts';
import { blank, toWholeWordPattern, toWordPattern } from './find-words.ts';
import { BUNDLED_WORDING, PROMISE_ACTIONS, type PromiseAction } from './promise-wording.ts';
import type { PromiseSpan } from './promise-span.ts';

const WORDING = BUNDLED_WORDING.en;
const ACTIONS = PROMISE_ACTIONS.map(
  (action) => [action, toWordPattern(WORDING.actions[action], true)] as const,
);
const IS = {
  ours: toWholeWordPattern(WORDING.ours),
  soon: toWholeWordPattern(WORDING.soon),
  condition: toWholeWordPattern(WORDING.conditions),
  harmless: toWordPattern(WORDING.harmless, true),
  refused: toWholeWordPattern([
    ...WORDING.habits,
    ...WORDING.offers,
    ...WORDING.past,
    ...WORDING.negations,
    ...WORDING.theirs,
  ]),
};
/** Somebody of ours, within a few words of what will be done; or what the customer will get. */
const OURS = WORDING.ours.join('|');
const WILL = new RegExp(
  String.raw`\b(?:(?:${OURS})(?:[ ]\w+){0,4}?(?:['’]ll|[ ]will|[ ]shall|['’][mr]e?[ ]going to|[ ](?:am|are|is)[ ]going to|['’]m[ ](?:\w+ing)|[ ](?:am|are|is)[ ]\w+ing)|let me|(?:you can )?expect|(?:you|it|your \w+|the \w+(?: \w+)?|that|this)(?:['’]ll|[ ](?:will|shall|is going to)))(?![ ](?:need|have to|not))`,
  'iu',
);
/** Without a verb: "tracking number in your inbox by 6 pm". */
const BARE =
  /\b(?:tracking number|refund|replacement|call(?:back)?|email|reply|answer|update|credit|label|parcel|courier|technician|invoice|receipt|voucher|money|quote|link)\b(?: \w+){0,3}? (?:in|on|to|with|back|out|from|at|for)\b/iu;
const FINITE =
  /\b(?:is|are|was|were|takes?|has|have|had|does|did|do|can|could|should|went|came|arrived|says?|said|shows?|left|need|needs|wants?|usually|normally)\b/iu;
const QUOTED = /["“‘][^"“”‘’]{1,80}["”’]/gu;

export function readEnglishPromises(text: string, said: Said): PromiseSpan[] {
  const quoted = [...text.matchAll(QUOTED)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const open = blank(text, quoted);
  const dues = findEnglishDues(open, said);
  return splitSentences(open).flatMap((sentence) => readSentence(sentence, open, dues));
}

function readSentence(sentence: Sentence, text: string, dues: readonly DueSpan[]): PromiseSpan[] {
  const whole = text.slice(sentence.start, sentence.end).replace(IS.harmless, ' ');
  if (IS.condition.test(whole)) return [];
  return joinClauses(sentence, text).flatMap(({ start, end }, at, all) => {
    const words = text.slice(start, end);
    const isAsked = sentence.mark.startsWith('?') && at === all.length - 1;
    const due = dues.find((one) => one.start >= start && one.end <= end) ?? null;
    const action = isAsked
      ? null
      : readAction(words, due && { start: due.start - start, end: due.end - start });
    return action ? [{ start, end, dueAt: due?.dueAt ?? null, action }] : [];
  });
}

/** A clause without somebody who will do it belongs to the one before: "I'll check this, and call you by 5 pm". */
function joinClauses({ clauses }: Sentence, text: string): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of clauses) {
    const last = joined.at(-1);
    if (last && !WILL.test(text.slice(start, end)) && WILL.test(text.slice(last.start, last.end)))
      last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

function readAction(words: string, due: { start: number; end: number } | null): PromiseAction | null {
  const rest = due ? blank(words, [due]) : words;
  const will = WILL.exec(rest);
  if (will) return due || IS.soon.test(rest) ? readWilled(rest, will, due !== null) : null;
  return due && isBarePromise(words, due) ? 'arrange' : null;
}

function readWilled(rest: string, will: RegExpExecArray, isDue: boolean): PromiseAction | null {
  const found = findActions(rest.slice(will.index));
  // What comes after is what we will say, or what it is good for.
  const end = Math.min(rest.length, ...found.map((one) => will.index + one.end));
  if (IS.refused.test(rest.slice(0, end))) return null;
  // Something of ours, by then: whatever it is.
  const isOurs = isDue && IS.ours.test(will[0]);
  return found[0]?.action ?? (isOurs ? 'arrange' : null);
}

function isBarePromise(words: string, due: { start: number; end: number }): boolean {
  const rest = blank(words, [due]);
  const isLimit =
    /^(?:by|within|before)\b/iu.test(words.slice(due.start)) ||
    /\b(?:by|before|within)\s*$/iu.test(words.slice(0, due.start));
  return isLimit && BARE.test(rest) && !FINITE.test(rest) && !IS.refused.test(rest);
}

function findActions(words: string): { action: PromiseAction; end: number }[] {
  return ACTIONS.flatMap(([action, pattern]) => {
    const match = pattern.exec(words);
    return match ? [{ action, end: match.index + match[0].length }] : [];
  });
}
