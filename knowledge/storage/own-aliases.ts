/**
 * What the team adds to an article stands apart from what it came with, so that a newer pack replaces only the
 * latter. Nobody outside storage sees the difference.
 */
import { collapseWhitespace } from '../../utils/text/collapse-whitespace.ts';
import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import { stripInvisible } from '../../utils/text/strip-invisible.ts';
import { MAX_ALIASES, MAX_ALIAS_LENGTH, type Article } from '../articles/index.ts';
import { maskPii, removeMasks } from '../privacy/index.ts';
import type { ArticleRow } from './tables.ts';

/** The row as it is given out. Where there is no room for all aliases, those somebody here chose go first. */
export function showOwnAliases(stored: ArticleRow): ArticleRow {
  const { ownAliases, ...row } = stored;
  if (!ownAliases) return stored;
  const own = new Set(ownAliases.map(foldToLetters));
  const others = row.aliases.filter((alias) => !own.has(foldToLetters(alias)));
  return { ...row, aliases: [...others.slice(0, MAX_ALIASES - own.size), ...ownAliases] };
}

/**
 * An edited article as it is stored: of the team's own aliases those stay its own that the edit still has, apart from
 * what it came with, so that they can still be taken back.
 */
export function takeOwnAliases(edited: Article, before: ArticleRow | undefined) {
  const own = before?.ownAliases?.filter((alias) => edited.aliases.includes(alias));
  if (!before || !own) return edited;
  const aliases = edited.aliases.filter((alias) => !own.includes(alias) || before.aliases.includes(alias));
  return { ...edited, aliases, ownAliases: own };
}

/**
 * Of what is to be added, tidied, what the article is not called yet.
 * @param article with the team's own among its aliases
 * @returns null when the result would be no article the schema accepts, or would hold personal data
 */
export function pickNewAliases({ title, aliases }: Article, added: readonly string[]): string[] | null {
  const known = new Set([title, ...aliases].map(foldToLetters));
  const fresh: string[] = [];
  for (const alias of added.map((text) => collapseWhitespace(stripInvisible(text)))) {
    const key = foldToLetters(alias);
    if (!key || alias.length > MAX_ALIAS_LENGTH || isAboutOnePerson(alias)) return null;
    if (!known.has(key)) fresh.push(alias);
    known.add(key);
  }
  return aliases.length + fresh.length > MAX_ALIASES ? null : fresh;
}

/** A question with a number in it, masked or not, was one customer's: articles hold nothing about people. */
function isAboutOnePerson(alias: string): boolean {
  return removeMasks(maskPii(alias)) !== alias;
}
