import { describe, expect, test } from 'vitest';
import { i18n, LOCALES, pickLocale, showLocale } from '../../components/i18n/i18n.ts';

describe('the language on screen', () => {
  test.each(LOCALES)('is %s when the person chose it, whatever the browser prefers', (locale) => {
    expect(pickLocale(locale, ['fr', 'en', 'zh-TW'])).toBe(locale);
  });

  test.each([
    [['zh-CN'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-SG'], 'zh-CN'],
    [['zh-Hans-CN'], 'zh-CN'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['zh-TW'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh-MO'], 'zh-TW'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-Hant-SG'], 'zh-TW'],
    [['ZH-hant-tw'], 'zh-TW'],
    [['en-GB'], 'en'],
    [['en'], 'en'],
    [['fr-FR', 'en-US', 'zh-CN'], 'en'],
    [['fr-FR', 'zh-HK', 'en'], 'zh-TW'],
  ] as const)('follows the browser: %j shows %s', (preferred, locale) => {
    expect(pickLocale('auto', preferred)).toBe(locale);
  });

  test.each([[[]], [['fr', 'de']], [['zhuang', 'english']], [['']]])(
    'is Simplified Chinese when the browser prefers nothing we have: %j',
    (preferred) => {
      expect(pickLocale('auto', preferred)).toBe('zh-CN');
    },
  );

  test.each(LOCALES)('%s brings its own texts', async (locale) => {
    await showLocale(locale);
    expect(i18n.language).toBe(locale);
    const texts = i18n.getResourceBundle(locale, 'translation') as Record<string, unknown>;
    expect(Object.keys(texts).length).toBeGreaterThan(0);
  });
});
