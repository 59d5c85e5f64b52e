import { useTranslation } from 'react-i18next';
import type { Locale } from './i18n.ts';

/** The language on screen now; for data that carries its own translations. */
export function useLocale(): Locale {
  return useTranslation().i18n.language as Locale;
}
