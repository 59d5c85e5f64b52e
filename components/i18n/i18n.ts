import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../../locales/en.json';
import zhCn from '../../locales/zh-CN.json';
import zhTw from '../../locales/zh-TW.json';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  resources: { 'zh-CN': { translation: zhCn }, 'zh-TW': { translation: zhTw }, en: { translation: en } },
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  // React escapes already.
  interpolation: { escapeValue: false },
});

/** The browser's languages decide until the person does. */
export function pickLocale(choice: Locale | 'auto', preferred: readonly string[]): Locale {
  if (choice !== 'auto') return choice;
  for (const tag of preferred) {
    if (/^zh\b.*\b(?:TW|HK|MO|Hant)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}
