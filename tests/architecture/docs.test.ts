/** What the documents say about the tree is true of the tree. */
import { describe, expect, test } from 'vitest';
import { readTables } from './support/markdown.ts';
import { exists, listFiles, listFolders, readJson, readText } from './support/repository.ts';

const ARCHITECTURE = readText('docs/ARCHITECTURE.md');
/** “the search box.” is a sentence, a lone word is none. */
const MIN_SENTENCE = 12;
/** Named by an import rule before there is one. */
const PLANNED = ['knowledge/storage/migrations'];
const MODULES = listFolders('knowledge');

/** What ARCHITECTURE.md says about a folder: the text after the dash. */
function readSentence(folder: string): string {
  const mark = `- \`${folder}/\` — `;
  const start = ARCHITECTURE.indexOf(mark);
  if (start < 0) return '';
  const rest = ARCHITECTURE.slice(start + mark.length);
  return rest.slice(0, rest.search(/\n(?:- |\n)/)).trim();
}

describe('docs/ARCHITECTURE.md', () => {
  test.each(MODULES)('knowledge/%s has an index.ts and a sentence', (module) => {
    expect(exists(`knowledge/${module}/index.ts`), `export its public names from an index.ts`).toBe(true);
    expect(
      readSentence(`knowledge/${module}`).length,
      `say what it owns: “- \`knowledge/${module}/\` — …”`,
    ).toBeGreaterThan(MIN_SENTENCE);
  });

  test.each(listFolders('entrypoints'))('entrypoints/%s has a sentence', (context) => {
    expect(
      readSentence(`entrypoints/${context}`).length,
      `say what it does: “- \`entrypoints/${context}/\` — …”`,
    ).toBeGreaterThan(MIN_SENTENCE);
  });

  test.each(listFolders('components'))('components/%s has a sentence', (area) => {
    expect(
      readSentence(`components/${area}`).length,
      `say what it shows: “- \`components/${area}/\` — …”`,
    ).toBeGreaterThan(MIN_SENTENCE);
  });

  test('names no folder that is gone', () => {
    const named = [
      ...ARCHITECTURE.matchAll(/`((?:entrypoints|components|knowledge|utils|tests|scripts)\/[\w./-]+)`/g),
    ].flatMap(([, path]) => path ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(
      named.filter((path) => !exists(path) && !PLANNED.includes(path)),
      'mend these paths',
    ).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const { dependencies = {}, devDependencies = {} } = readJson('package.json') as Record<
    string,
    Record<string, string> | undefined
  >;
  const installed = Object.keys({ ...dependencies, ...devDependencies }).toSorted();
  const explained = readTables(readText('docs/dependencies.md'), 'package').map(([name = '']) => name);

  test('explains every package, and none that is gone', () => {
    expect(explained.toSorted(), 'one row for each package of package.json').toEqual(installed);
  });

  test('every version is exact', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(?:npm:@?[\w/.-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose, 'write the version that was tried').toEqual([]);
  });
});

test('links between documents lead somewhere', () => {
  const pages = ['README.md', 'README.zh-CN.md', ...listFiles('docs', /\.md$/)].filter(exists);
  const dead = pages.flatMap((page) =>
    [...readText(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
      .flatMap(([, target]) => target ?? [])
      .filter((target) => !exists(`${page.replace(/[^/]+$/, '')}${target}`))
      .map((target) => `${page}: ${target}`),
  );
  expect(dead, 'mend these links').toEqual([]);
});
