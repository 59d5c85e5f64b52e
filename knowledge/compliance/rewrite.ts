import { isTraditional } from '../../utils/text/fold-chinese.ts';
import { cutForPattern, foldDraft } from './compile-rules.ts';
import type { DraftLocale, DraftRewrite, RuleRewrite } from './draft-rule.ts';
import type { RuleMatch } from './match-rules.ts';

/** Whom the sentence speaks to: "亲，", "王女士您好，", "Ms. Farrow,". */
const ADDRESS =
  /^(?:亲亲?|亲爱的|[您你]好|\p{Script=Han}{1,3}(?:先生|女士|小姐|太太|同学|同學)(?:[您你]好)?|(?:hi|hello|dear)\s[\w.'’-]+(?:\s[\w'’-]+)?|(?:mr|mrs|ms|miss|dr)\b\.?\s[\w'’-]+)\s*[,，、~～]\s*/iu;

/** Chinese answers in the script of the draft; where it shows none, in that of the person. */
export function readScript(draft: string, locale: DraftLocale): 'zh-CN' | 'zh-TW' {
  if (isTraditional(draft)) return 'zh-TW';
  return locale === 'zh-TW' && !/[这们个时说会对没来还为请问问题]/u.test(draft) ? 'zh-TW' : 'zh-CN';
}

/** The first rewrite of the rule that fits these words; null where the rule has none in this language. */
export function rewriteMatch(draft: string, match: RuleMatch, locale: DraftLocale): DraftRewrite | null {
  const language = match.rule.language === 'en' ? 'en' : readScript(draft, locale);
  for (const rewrite of match.rule.rewrites) {
    const text = rewrite.text[language];
    const made = text === undefined ? null : tryRewrite(draft, match, { rewrite, text });
    if (made) return made;
  }
  return null;
}

interface Attempt {
  rewrite: RuleRewrite;
  text: string;
}

function tryRewrite(draft: string, match: RuleMatch, { rewrite, text }: Attempt): DraftRewrite | null {
  const scope = findScope(draft, match, rewrite.scope);
  if (rewrite.find === undefined)
    return { start: scope.start, end: scope.end, text: scope.isFirst ? capitalise(text) : text };
  const within = cutForPattern(foldDraft(draft.slice(scope.start, scope.end)));
  const found = new RegExp(rewrite.find, 'd').exec(within);
  if (!found?.indices) return null;
  const [whole, ...groups] = found.indices;
  if (!whole) return null;
  // What was written, not what was compared.
  const written = (place: [number, number] | undefined) =>
    place ? draft.slice(scope.start + place[0], scope.start + place[1]) : '';
  const filled = text.replaceAll(/\$([1-9])/g, (_, at: string) => written(groups[Number(at) - 1]));
  return {
    start: scope.start + whole[0],
    end: scope.start + whole[1],
    text: scope.isFirst && whole[0] === 0 ? capitalise(filled) : filled,
  };
}

interface Scope {
  start: number;
  end: number;
  /** Begins its sentence. */
  isFirst: boolean;
}

/** A sentence without the "王女士，" or "Ms. Farrow," it begins with: whom we speak to stays. */
function findScope(draft: string, match: RuleMatch, scope: RuleRewrite['scope']): Scope {
  const { start: first, end: last } = match.sentence;
  const address = ADDRESS.exec(draft.slice(first, last))?.[0].length ?? 0;
  const { start, end } = scope === 'words' ? match : match[scope];
  const begins = scope === 'sentence' && first + address <= match.start ? first + address : start;
  return { start: begins, end, isFirst: begins === first };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
