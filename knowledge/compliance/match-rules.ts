import { splitSentences, type Clause } from '../../utils/text/split-clauses.ts';
import { findQuotes, isDenied, isRepeated, type Stretch } from './clearing.ts';
import { cutForPattern, foldDraft, type CompiledRule } from './compile-rules.ts';
import type { DraftRule } from './draft-rule.ts';

/** Why words that a rule names are fine here. */
export type Clearing = 'denied' | 'quoted' | 'repeated' | 'excepted' | 'fine-phrase';

export interface RuleMatch {
  rule: DraftRule;
  start: number;
  end: number;
  clause: Clause;
  sentence: Clause;
  /** Null: the rule fires. */
  clearedBy: Clearing | null;
}

export interface MatchInput {
  text: string;
  rules: readonly CompiledRule[];
  /** Folded. What is never a breach, such as "第一时间". */
  finePhrases: readonly string[];
  /** Folded; asked for only where words may be theirs. */
  listCustomerTexts: () => readonly string[];
}

interface Draft extends MatchInput {
  folded: string;
  quotes: readonly Stretch[];
}

interface Place {
  clause: Clause;
  sentence: Clause;
}

/** Everything the rules name, also what is fine; clause by clause. */
export function matchRules(input: MatchInput): RuleMatch[] {
  const draft = { ...input, folded: foldDraft(input.text), quotes: findQuotes(input.text) };
  const places = splitSentences(draft.folded).flatMap((sentence) =>
    sentence.clauses.map((clause) => ({ clause, sentence })),
  );
  // Most words of most rules are nowhere in the draft.
  const present = draft.rules.map((compiled) => ({
    ...compiled,
    words: compiled.words.filter((word) => draft.folded.includes(word)),
    patterns: [...compiled.patterns, ...listPresent(compiled, draft.folded)],
  }));
  return places.flatMap((place) => {
    const language = readLanguage(draft.folded.slice(place.sentence.start, place.sentence.end));
    const rules = present.filter(({ rule }) => rule.language === language);
    return rules.flatMap((rule) => matchClause(rule, place, draft));
  });
}

function listPresent({ sequences }: CompiledRule, folded: string): RegExp[] {
  const isIn = (word: string) => folded.includes(word);
  return sequences
    .filter(({ lists }) => lists.every((words) => words.some(isIn)))
    .map(({ pattern }) => pattern);
}

/** A mask such as `[邮箱]` in an English sentence makes it no Chinese one. */
function readLanguage(sentence: string): DraftRule['language'] {
  return /\p{Script=Han}/u.test(sentence.replace(/\[[^\]]{0,20}\]/gu, '')) ? 'zh' : 'en';
}

function matchClause(compiled: CompiledRule, { clause, sentence }: Place, draft: Draft): RuleMatch[] {
  const words = cutForPattern(draft.folded.slice(clause.start, clause.end));
  const found = [
    ...compiled.words.flatMap((word) => findWord(words, word, compiled.rule.language)),
    ...compiled.patterns.flatMap((pattern) => findAll(words, pattern)),
  ];
  return keepLongest(found).map(({ start, end }) => ({
    rule: compiled.rule,
    start: clause.start + start,
    end: clause.start + end,
    clause,
    sentence,
    clearedBy: findClearing(compiled, { start, end, words, sentence, offset: clause.start }, draft),
  }));
}

interface Found extends Stretch {
  words: string;
  sentence: Clause;
  offset: number;
}

function findClearing(
  { unless, unlessSentence }: CompiledRule,
  { start, end, words, sentence, offset }: Found,
  draft: Draft,
): Clearing | null {
  const covers = (span: Stretch) => span.start < end && span.end > start;
  const inQuotes = draft.quotes.some((quote) => quote.start <= offset + start && quote.end >= offset + end);
  if (inQuotes) return 'quoted';
  const before = words.slice(0, start);
  if (isDenied(before, words.slice(end))) return 'denied';
  if (isRepeated(before, words.slice(start, end), draft.listCustomerTexts)) return 'repeated';
  if (draft.finePhrases.some((phrase) => findWord(words, phrase, 'zh').some(covers))) return 'fine-phrase';
  if (unless.some((pattern) => findAll(words, pattern).some(covers))) return 'excepted';
  if (unlessSentence.length === 0) return null;
  const whole = cutForPattern(draft.folded.slice(sentence.start, sentence.end));
  return unlessSentence.some((pattern) => findAll(whole, pattern).length > 0) ? 'excepted' : null;
}

function findWord(text: string, word: string, language: DraftRule['language']): Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    const isWhole = language === 'zh' || !(isLetter(text[at - 1]) || isLetter(text[end]));
    if (isWhole) found.push({ start: at, end });
  }
  return found;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}

function findAll(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: words, index }) =>
    words === '' ? [] : [{ start: index, end: index + words.length }],
  );
}

/** One finding where "一定" and "一定当天" both match. */
function keepLongest(found: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  const byLength = found.toSorted((left, right) => right.end - right.start - (left.end - left.start));
  for (const span of byLength) {
    if (!kept.some(({ start, end }) => start < span.end && end > span.start)) kept.push(span);
  }
  return kept.toSorted((left, right) => left.start - right.start);
}
