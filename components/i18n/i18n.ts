import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  resources: {},
  fallbackLng: false,
  // React escapes already.
  interpolation: { escapeValue: false },
});

/** Switches the language on screen; its texts are loaded when first needed. */
export async function showLocale(locale: Locale): Promise<void> {
  if (!i18n.hasResourceBundle(locale, 'translation')) {
    i18n.addResourceBundle(locale, 'translation', await loadTexts(locale));
  }
  await i18n.changeLanguage(locale);
}

async function loadTexts(locale: Locale): Promise<object> {
  switch (locale) {
    case 'zh-CN':
      return (await import('../../locales/zh-CN.json')).default;
    case 'zh-TW':
      return (await import('../../locales/zh-TW.json')).default;
    case 'en':
      return (await import('../../locales/en.json')).default;
  }
}

/** The browser's languages decide until the person does. */
export function pickLocale(choice: Locale | 'auto', preferred: readonly string[]): Locale {
  if (choice !== 'auto') return choice;
  for (const tag of preferred) {
    // A script that is named outweighs the region: zh-Hans-HK reads simplified characters.
    if (/^zh\b(?!.*\bHans\b).*\b(?:TW|HK|MO|Hant)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}
