/** Whether something of a phrase group was said, and in which words. */
import type { LocalPhrases, PhraseGroup } from './local-text.ts';
import { compilePhrase, foldCase, type Phrase, type Span } from './phrase.ts';

interface Compiled {
  says: Phrase[];
  unless: Phrase[];
  /** What was found in which text: a chat is read again with every message, and each text of it is the same. */
  read: Map<string, Span | null>;
}

const compiled = new WeakMap<PhraseGroup, Compiled>();
/** More than a chat has messages and sentences. */
const MAX_READ = 1000;
/** A point ends a sentence before a space only: 3.5 is one number. */
const SENTENCES = /(?:[^。！？!?\n；;.]|\.(?!\s))+(?:[。！？!?\n；;]|\.(?=\s))*/g;

/** All languages are tried: people mix them. Phrases that do not compile are left out; checks name them. */
export function findSaid(group: PhraseGroup, text: string): Span | null {
  const { says, unless, read } = compileGroup(group);
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= MAX_READ) read.clear();
  const found = findInSentences(text, { says, unless });
  read.set(text, found);
  return found;
}

function findInSentences(text: string, { says, unless }: Pick<Compiled, 'says' | 'unless'>): Span | null {
  for (const { 0: sentence, index } of foldCase(text).matchAll(SENTENCES)) {
    const found = findFirst(says, sentence);
    if (!found || unless.some((phrase) => phrase.findFolded(sentence))) continue;
    return { start: index + found.start, end: index + found.end };
  }
  return null;
}

/** Whether a sentence says it and says none of the others. */
export function isSaidAlone(group: PhraseGroup, others: readonly PhraseGroup[], text: string): boolean {
  if (findSaid(group, text) === null) return false;
  if (others.length === 0) return true;
  return (text.match(SENTENCES) ?? []).some(
    (sentence) =>
      findSaid(group, sentence) !== null && others.every((other) => findSaid(other, sentence) === null),
  );
}

function findFirst(phrases: readonly Phrase[], sentence: string): Span | null {
  for (const phrase of phrases) {
    const span = phrase.findFolded(sentence);
    if (span) return span;
  }
  return null;
}

export function listPhrases(phrases: LocalPhrases | undefined): string[] {
  return phrases ? [...new Set(Object.values(phrases).flat())] : [];
}

function compileGroup(group: PhraseGroup): Compiled {
  const known = compiled.get(group);
  if (known) return known;
  const fresh = { says: compileAll(group.says), unless: compileAll(group.unless), read: new Map() };
  compiled.set(group, fresh);
  return fresh;
}

function compileAll(phrases: LocalPhrases | undefined): Phrase[] {
  return listPhrases(phrases).flatMap((source) => {
    const phrase = compilePhrase(source);
    return phrase.ok ? [phrase.value] : [];
  });
}
