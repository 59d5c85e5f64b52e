import { useTranslation } from 'react-i18next';
import type { DraftFinding } from '../../knowledge/compliance/index.ts';

/** A finding in a few words: which ones, and what kind of mistake they are. */
export function useFindingText(): (finding: DraftFinding) => string {
  const { t } = useTranslation();
  return ({ kind, words, reason }) => {
    // Where nothing was said, the reason names what.
    if (words === '') return reason;
    return t('draft.finding', { words, kind: t(`draftKind.${kind}`) });
  };
}
