import { splitSentences, type Clause, type Sentence } from '../../utils/text/split-clauses.ts';
import { findChineseDues } from './due/chinese-due.ts';
import type { DueSpan, Said } from './due/due-span.ts';
import { blank, toWordPattern } from './find-words.ts';
import { BUNDLED_WORDING, PROMISE_ACTIONS, type PromiseAction } from './promise-wording.ts';
import type { PromiseSpan } from './promise-span.ts';

const WORDING = BUNDLED_WORDING.zh;
const ACTIONS = PROMISE_ACTIONS.map((action) => [action, toWordPattern(WORDING.actions[action])] as const);
const IS = {
  ours: toWordPattern(WORDING.ours),
  will: toWordPattern(WORDING.wills),
  strong: toWordPattern(WORDING.strong),
  soon: toWordPattern(WORDING.soon),
  // "给您补" is ours to do, "您补" the customer's.
  open: new RegExp(
    String.raw`(?<![给帮为替])(?:${toWordPattern([...WORDING.conditions, ...WORDING.choices]).source})`,
    'u',
  ),
  refused: toWordPattern([
    ...WORDING.habits,
    ...WORDING.offers,
    ...WORDING.past,
    ...WORDING.negations,
    ...WORDING.theirs,
  ]),
};
/** 您 as the one who acts, not the one it is done for. */
const CUSTOMER_ACTS =
  /(?<![给帮为替跟和与向对系知诉复发退寄送补赔到还找谢让回同陪把拨传贴推报告交拍写教转吱叫醒催等会])[您你](?!的|家|这|那|们)/u;
const VERBS = WORDING.verbs.map(({ action, words }) => [action, toWordPattern(words)] as const);
/** A question of its own, not one behind a comma that asks for consent. */
const ASKS = /(?:吗|呢|么|没有|不)\s*$/u;
/** What is said of the past at the end of a clause. */
const IS_DONE = /(?:了|过)[的吧哈呢]?$/u;
/** A condition with its consequence in the same clause: what comes after is not about it. */
const SETTLED =
  /^(?!.*(?:如果|要是|假如|万一|只要|或者|还是|您寄|您退|您先)).*的话.{2}|(?:下单|付款|支付|拍下)后.{3}/u;
/** "By then": the time in the clause before. */
const BY_THEN = /到时候?|届时/u;
/** Somebody else's guess, where nobody of ours is named. */
const GUESSED = /大概|大约|差不多|估计|约莫/u;
/** What was agreed, repeated point by point. */
const LISTED = /^[^、]{1,20}、[^、]{1,20}、/u;
/** Paid, sent or put somewhere: what is said of the future so definitely is promised. */
const MOVED = /(?:退|打|补|寄|送|发|充|冲|返|划|传)(?:到|回|给|还|进|至)|[寄发送]出/u;
const QUOTED = /[“「『"'‘][^“”「」『』"'‘’]{1,60}[”」』"'’]/gu;
/** A clause that has a time and nothing else; it belongs to its neighbour. */
const BARE_TIME = /^(?:最晚|最迟|最快|预计|大概|大约|那|就|在|\s)*$/u;
const LEAD = /^(?:好的?|嗯|那么?|所以|这样|然后|并且?|同时|另外|[,，:\s]){1,4}(?=.{4})/u;

export function readChinesePromises(text: string, said: Said): PromiseSpan[] {
  const quoted = [...text.matchAll(QUOTED)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const open = blank(text, quoted);
  const dues = findChineseDues(open, said);
  return splitSentences(open).flatMap((sentence) => readSentence(sentence, { text: open, dues }));
}

interface Reading {
  text: string;
  dues: readonly DueSpan[];
}

function readSentence({ clauses, mark }: Sentence, reading: Reading): PromiseSpan[] {
  const promises: PromiseSpan[] = [];
  let isOpen = false;
  for (const [at, clause] of clauses.entries()) {
    const words = reading.text.slice(clause.start, clause.end);
    const isConditional = IS.open.test(words);
    const isAsked = ASKS.test(words) || (mark.startsWith('?') && at === clauses.length - 1);
    const time = findTime(clauses, at, reading);
    const action = isOpen || isConditional || isAsked ? null : readAction(reading.text, clause, time);
    isOpen ||= isConditional && !SETTLED.test(words);
    if (action) promises.push(toSpan(reading.text, clause, { time, action }));
  }
  return promises;
}

function toSpan(
  text: string,
  clause: Clause,
  { time, action }: { time: DueSpan | null; action: PromiseAction },
) {
  const start = Math.min(time?.start ?? clause.start, clause.start);
  return {
    start: start + (LEAD.exec(text.slice(start, clause.end))?.[0].length ?? 0),
    end: Math.max(clause.end, time?.end ?? 0),
    dueAt: time?.dueAt ?? null,
    action,
  };
}

/** The clause's own limit; or that of a neighbour which is nothing but a limit, or goes on in this clause. */
function findTime(clauses: readonly Clause[], at: number, reading: Reading): DueSpan | null {
  const own = findInside(clauses[at], reading);
  if (own) return own;
  const [before, after] = [clauses[at - 1], clauses[at + 1]];
  const early = findInside(before, reading);
  if (
    before &&
    early &&
    (isBare(before, reading) || goesOn(before, reading) || isByThen(clauses[at], reading))
  )
    return early;
  const late = findInside(after, reading);
  return after && late && isBare(after, reading) ? late : null;
}

function isBare(clause: Clause, reading: Reading): boolean {
  return BARE_TIME.test(blankDues(clause, reading));
}

function goesOn(clause: Clause, reading: Reading): boolean {
  const rest = blankDues(clause, reading);
  return IS.ours.test(rest) && !IS.refused.test(rest) && !ACTIONS.some(([, pattern]) => pattern.test(rest));
}

function isByThen(clause: Clause | undefined, { text }: Reading): boolean {
  return clause !== undefined && BY_THEN.test(text.slice(clause.start, clause.end));
}

function findInside(clause: Clause | undefined, { dues }: Reading): DueSpan | null {
  return (clause && dues.find(({ start, end }) => start >= clause.start && end <= clause.end)) ?? null;
}

/** The clause without its limits: "before" in a limit is no past. */
function blankDues({ start, end }: Clause, { text, dues }: Reading): string {
  const inside = dues.filter((due) => due.start >= start && due.end <= end);
  return blank(
    text.slice(start, end),
    inside.map((due) => ({ start: due.start - start, end: due.end - start })),
  );
}

function readAction(text: string, clause: Clause, time: DueSpan | null): PromiseAction | null {
  const words = text.slice(clause.start, clause.end);
  const rest = blankDues(clause, { text, dues: time ? [time] : [] });
  const named = findActions(rest);
  const behind = time ? cutBehind(rest, clause, time) : cutSoon(rest);
  const found = named.length > 0 ? named : findVerb(rest, behind);
  if (isRefused(rest, found) || IS_DONE.test(words)) return null;
  if (!time) return keepIf(isPromisedSoon(rest), pickFirst(found));
  const isMeant = isMeantFor(rest, isSureOf(text, time), named.length > 0);
  return keepIf(isMeant && !isToldOnly(words, rest), pickFirst(found));
}

/** @param isNamed what will be done is named, not told by a single verb */
function isMeantFor(rest: string, isSure: boolean, isNamed: boolean): boolean {
  return isSure || IS.ours.test(rest) || (isNamed && (IS.will.test(rest) || MOVED.test(rest)));
}

function isToldOnly(words: string, rest: string): boolean {
  if (IS.ours.test(rest)) return false;
  return LISTED.test(words) || (GUESSED.test(rest) && !/[给为帮跟][您你]/u.test(rest));
}

function pickFirst([first]: readonly { action: PromiseAction }[]): PromiseAction | null {
  return first?.action ?? null;
}

function keepIf(isMeant: boolean, action: PromiseAction | null): PromiseAction | null {
  return isMeant ? action : null;
}

/** "By" and "within" promise by themselves; a plain day can be about anything. */
function isSureOf(text: string, { start, end }: DueSpan): boolean {
  return /[前内]$/u.test(text.slice(start, end));
}

function cutBehind(rest: string, clause: Clause, { start, end }: DueSpan): string {
  const isOwn = start >= clause.start && end <= clause.end;
  return isOwn ? rest.slice(end - clause.start) : rest;
}

/** Up to what will be done: what comes after is what we will say, or about what. */
function isRefused(rest: string, found: readonly { end: number }[]): boolean {
  const head = rest.slice(0, Math.min(rest.length, ...found.map(({ end }) => end)));
  return IS.refused.test(head) || CUSTOMER_ACTS.test(head);
}

function findActions(words: string): { action: PromiseAction; end: number }[] {
  return ACTIONS.flatMap(([action, pattern]) => {
    const match = pattern.exec(words);
    return match ? [{ action, end: match.index + match[0].length }] : [];
  });
}

/** Behind its time limit a single verb says enough: "17点前贴在这里". */
function findVerb(rest: string, behind: string): { action: PromiseAction; end: number }[] {
  for (const [action, pattern] of VERBS) {
    const match = pattern.exec(behind);
    if (match) return [{ action, end: rest.length - behind.length + match.index + match[0].length }];
  }
  return [];
}

function cutSoon(rest: string): string {
  const soon = IS.soon.exec(rest);
  return soon ? rest.slice(soon.index + soon[0].length) : '';
}

/** Without a time it takes more: that it is soon, and that it is for the customer. */
function isPromisedSoon(words: string): boolean {
  return IS.soon.test(words) && IS.strong.test(words);
}
