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

/** Languages whose texts are there, or on their way. */
const panelTexts = new Map<Locale, Promise<void>>();
const placeTexts = new Map<Locale, Promise<void>>();

/** Switches the language on screen; its texts are loaded when first needed. */
export async function showLocale(locale: Locale): Promise<void> {
  // Places are open, or have been: their texts change with the others.
  const places = placeTexts.size > 0 ? addTexts(locale, placeTexts, loadPlaceTexts) : undefined;
  await Promise.all([addTexts(locale, panelTexts, loadPanelTexts), places]);
  await i18n.changeLanguage(locale);
}

/**
 * The texts of what opens later, in the language on screen. The panel does not wait for them: a customer is waiting
 * (`lazyView`).
 */
export async function addPlaceTexts(): Promise<void> {
  await addTexts(i18n.language as Locale, placeTexts, loadPlaceTexts);
}

function addTexts(
  locale: Locale,
  known: Map<Locale, Promise<void>>,
  load: (locale: Locale) => Promise<object>,
): Promise<void> {
  const add = async () => {
    i18n.addResourceBundle(locale, 'translation', await load(locale), true);
  };
  const adding = known.get(locale) ?? add();
  known.set(locale, adding);
  // Asked for again, it is loaded again.
  adding.catch(() => known.delete(locale));
  return adding;
}

async function loadPlaceTexts(locale: Locale): Promise<object> {
  switch (locale) {
    case 'zh-CN':
      return (await import('../../locales/zh-CN.places.json')).default;
    case 'zh-TW':
      return (await import('../../locales/zh-TW.places.json')).default;
    case 'en':
      return (await import('../../locales/en.places.json')).default;
  }
}

async function loadPanelTexts(locale: Locale): Promise<object> {
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
