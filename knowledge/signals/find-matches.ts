/** Which rules fit the words of one message, and hold in the face of what stands around them. */
import type { CompiledGuards, CompiledRule, CompiledRules } from './compile-rules.ts';
import { foldText } from './fold-text.ts';
import {
  findClauseStart,
  findImitations,
  findQuotes,
  findTitles,
  splitSentences,
  type Sentence,
} from './segments.ts';
import { GUARD_NAMES, type GuardName, type SignalRule } from './signal-rule.ts';

export interface RuleMatch {
  rule: SignalRule;
  /** Places in the original text. */
  start: number;
  end: number;
  words: string;
  /** Said as something that was done already. */
  isDone: boolean;
}

interface Stretch {
  start: number;
  end: number;
}

interface Scene {
  text: string;
  quotes: readonly Stretch[];
  imitations: readonly Stretch[];
  titles: readonly Stretch[];
}

/** A stretch within a sentence. */
interface Spot extends Stretch {
  sentence: Sentence;
  guards: CompiledGuards;
}

/** Without these a text says nothing in that language; numbers such as 12315 are Chinese too. */
const SCRIPTS = { zh: /[\u3400-\u9fff]|\d{4}/, en: /[a-z]{2}/ };

/** @returns at most one match a rule and sentence, in the order of the rules */
export function findMatches(original: string, ruleSets: readonly CompiledRules[]): RuleMatch[] {
  const { text, places } = foldText(original);
  const scene: Scene = {
    text,
    quotes: findQuotes(text),
    imitations: findImitations(text),
    titles: findTitles(text),
  };
  const sentences = splitSentences(text);
  const spoken = ruleSets.filter(({ locale }) => text.search(SCRIPTS[locale]) >= 0);
  return spoken.flatMap(({ rules, guards }) =>
    rules.flatMap((rule) =>
      (mayFit(rule, text) ? sentences : []).flatMap((sentence) => {
        const spot = findSpot(rule, { sentence, guards }, scene);
        if (!spot) return [];
        const start = places[sentence.start + spot.start] ?? 0;
        const end = places[sentence.start + spot.end] ?? original.length;
        return [
          { rule: rule.rule, start, end, words: original.slice(start, end), isDone: isSaidAsDone(spot) },
        ];
      }),
    ),
  );
}

/** Most rules fit nowhere, which one look at the whole text tells. Terms that ask where a sentence begins have to wait. */
function mayFit({ terms, isAnchored }: CompiledRule, text: string): boolean {
  return isAnchored || text.search(terms) >= 0;
}

function findSpot(
  compiled: CompiledRule,
  { sentence, guards }: Pick<Spot, 'sentence' | 'guards'>,
  scene: Scene,
): Spot | null {
  for (const { 0: words, index } of sentence.text.matchAll(compiled.terms)) {
    const spot = { sentence, guards, start: index, end: index + words.length };
    if (words !== '' && hasCompany(compiled, spot, scene) && !isHeldBack(compiled.rule, spot, scene))
      return spot;
  }
  return null;
}

/** The second signal must be beside the first, not within it. */
function hasCompany({ rule, near, unless }: CompiledRule, spot: Spot, scene: Scene): boolean {
  const isWide = rule.scope === 'message';
  const around = isWide ? scene.text : spot.sentence.text;
  if (unless && around.search(unless) >= 0) return false;
  if (!near) return true;
  const offset = isWide ? spot.sentence.start : 0;
  const before = around.slice(0, offset + spot.start);
  return `${before}\n${around.slice(offset + spot.end)}`.search(near) >= 0;
}

const GUARDS: Record<GuardName, (spot: Spot, scene: Scene) => boolean> = {
  imitation: (spot, { imitations }) => isWithin(spot, imitations),
  quoted: (spot, { quotes }) => isWithin(spot, quotes),
  negated: isNegated,
  question: isAsked,
  'third-party': (spot, scene) => isOfOthers(spot) || isElsewhere(scene, spot.guards),
};

function isHeldBack({ despite = [] }: SignalRule, spot: Spot, scene: Scene): boolean {
  if (isWithin(spot, scene.titles)) return true;
  return GUARD_NAMES.some((name) => !despite.includes(name) && GUARDS[name](spot, scene));
}

function isWithin({ sentence, start, end }: Spot, stretches: readonly Stretch[]): boolean {
  return stretches.some(
    (stretch) => stretch.start <= sentence.start + start && sentence.start + end <= stretch.end,
  );
}

function isNegated({ sentence: { text }, start, guards }: Spot): boolean {
  const clause = text.slice(findClauseStart(text, start), start);
  return fits(guards.negated, clause) && !fits(guards.notNegated, clause) && !fits(guards.notNegated, text);
}

function isAsked({ sentence: { text }, guards }: Spot): boolean {
  return fits(guards.question, text) && !fits(guards.notQuestion, text);
}

function isOfOthers({ sentence: { text }, start, guards }: Spot): boolean {
  const clause = text.slice(findClauseStart(text, start), start);
  return fits(guards.thirdParty, clause) && !fits(guards.notThirdParty, clause);
}

function isElsewhere({ text }: Scene, guards: CompiledGuards): boolean {
  return fits(guards.elsewhere, text) && !fits(guards.notElsewhere, text);
}

function isSaidAsDone({ sentence: { text }, guards }: Spot): boolean {
  return fits(guards.done, text) && !fits(guards.notDone, text);
}

/** `search` does not mind that the patterns are global. */
function fits(pattern: RegExp | null, text: string): boolean {
  return pattern !== null && text.search(pattern) >= 0;
}
