/** Three languages that say the same, and nothing on screen without a text. */
import { describe, expect, test } from 'vitest';
import { listFolders, readJson } from './support/repository.ts';
import {
  listKeyUses,
  listLiterals,
  listPlaceholders,
  listPluralForms,
  LOCALES,
  readTexts,
  removePlural,
} from './support/texts.ts';

const REFERENCE = readTexts('zh-CN');
const BASE_KEYS = new Set([...REFERENCE.keys()].map(removePlural));

const HAN = String.raw`[\p{Script=Han}，。！？；：、“”（）…]`;
const HALF_WIDTH = new RegExp(`${HAN}[,?!;:](?=${HAN}|$)`, 'u');

describe.each(LOCALES)('the texts in %s', (locale) => {
  const texts = readTexts(locale);

  test('are as many as in the other languages', () => {
    const keys = new Set([...texts.keys()].map(removePlural));
    expect(
      [...BASE_KEYS].filter((key) => !keys.has(key)),
      `add these keys to locales/${locale}.json or ${locale}.places.json`,
    ).toEqual([]);
    expect(
      [...keys].filter((key) => !BASE_KEYS.has(key)),
      `remove them here or add them to locales/zh-CN.json`,
    ).toEqual([]);
  });

  test('have every plural form the language needs', () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const missing = [...listPluralForms(texts.keys())].flatMap(([base, forms]) =>
      needed.filter((form) => !forms.has(form)).map((form) => `${base}_${form}`),
    );
    expect(missing, `add these keys to locales/${locale}.json or ${locale}.places.json`).toEqual([]);
  });

  test('fill in the same values', () => {
    const different = [...texts].filter(([key, text]) => {
      const reference = REFERENCE.get(key) ?? REFERENCE.get(`${removePlural(key)}_other`) ?? '';
      return listPlaceholders(text).join() !== listPlaceholders(reference).join();
    });
    expect(different, 'use the same {{values}} as zh-CN').toEqual([]);
  });

  test('are never empty', () => {
    const empty = [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty, 'write a text or remove the key').toEqual([]);
  });
});

test.each(LOCALES.filter((locale) => locale.startsWith('zh')))(
  'the texts in %s use full-width punctuation between Chinese characters',
  (locale) => {
    const wrong = [...readTexts(locale)].filter(([, text]) => HALF_WIDTH.test(text));
    expect(wrong, 'write ，？！；： instead of , ? ! ; :').toEqual([]);
  },
);

describe('keys', () => {
  const uses = listKeyUses();

  test('are found in the code', () => {
    expect(uses.length).toBeGreaterThan(100);
  });

  test('that the code asks for all have a text', () => {
    const unknown = uses.filter(({ pattern }) => ![...BASE_KEYS].some((key) => pattern.test(key)));
    expect(
      unknown.map(({ path, written }) => `${path}: ${written}`),
      'add the text to all three files in locales/',
    ).toEqual([]);
  });

  test('that have a text are all asked for', () => {
    const literals = listLiterals();
    const unused = [...BASE_KEYS].filter(
      (key) => !literals.has(key) && !uses.some(({ pattern }) => pattern.test(key)),
    );
    expect(unused, 'remove them from all three files in locales/').toEqual([]);
  });
});

test('the manifest has the same texts in every language', () => {
  const folders = listFolders('public/_locales');
  expect(folders, 'one folder for each language').toEqual(['en', 'zh_CN', 'zh_TW']);
  const keysOf = (folder: string) =>
    Object.keys(readJson(`public/_locales/${folder}/messages.json`) as object).toSorted();
  for (const folder of folders) {
    expect(keysOf(folder), `give public/_locales/${folder} the keys of zh_CN`).toEqual(keysOf('zh_CN'));
  }
});
