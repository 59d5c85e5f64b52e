/** What a script must not say, found before it goes in: the grave rules about words, whoever the customer is. */
import {
  BUNDLED_DRAFT_RULES,
  checkDraft,
  WORD_KINDS,
  type DraftFinding,
  type DraftInput,
  type DraftLocale,
  type DraftRule,
} from '../../knowledge/compliance/index.ts';
import { mutedDraftRules, ownDraftRules } from '../../utils/settings/settings.ts';

export type RulesInUse = Required<Pick<DraftInput, 'rules' | 'muted' | 'locale'>>;

export function listForbidden(text: string, { rules, muted, locale }: RulesInUse): DraftFinding[] {
  const kinds = new Set<string>(WORD_KINDS);
  return checkDraft({ text, conversation: null, rules, muted, locale }).filter(
    ({ kind, severity }) => severity === 'high' && kinds.has(kind),
  );
}

/** Read for this one question. */
export async function findForbidden(text: string, locale: DraftLocale): Promise<DraftFinding | undefined> {
  const [own, muted] = await Promise.all([ownDraftRules.getValue(), mutedDraftRules.getValue()]);
  return listForbidden(text, { rules: joinRules(own), muted, locale })[0];
}

/** Those that come with Deskmate, and the team's own: our own page checked these before it stored them. */
export function joinRules(own: readonly unknown[]): readonly DraftRule[] {
  return own.length === 0 ? BUNDLED_DRAFT_RULES : [...BUNDLED_DRAFT_RULES, ...(own as DraftRule[])];
}
