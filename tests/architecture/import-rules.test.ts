/** The import rules hold for the product, and each of them notices when it is broken. */
import { createRequire } from 'node:module';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { IConfiguration } from 'dependency-cruiser';
import { afterEach, describe, expect, test } from 'vitest';
import { checkImports, findImportProblems, PRODUCT_FOLDERS } from '../../scripts/checks/cruise.ts';
import {
  BREACHES,
  describeBreach,
  expectTarget,
  growTree,
  LAWFUL_TREE,
  type Tree,
} from './support/import-breaches.ts';
import { ROOT } from './support/repository.ts';

const { forbidden = [] } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;
const roots: string[] = [];

afterEach(async () => {
  await Promise.all(roots.splice(0).map((root) => rm(root, { recursive: true })));
});

async function checkTree(tree: Tree) {
  const root = await mkdtemp(join(tmpdir(), 'deskmate-imports-'));
  roots.push(root);
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return checkImports(root, PRODUCT_FOLDERS);
}

describe('the product', () => {
  test('breaks no import rule', async () => {
    const report = await checkImports(ROOT, PRODUCT_FOLDERS);
    expect(findImportProblems(report, 100), 'fix the imports, or change the plan first').toEqual([]);
  });
});

describe('the check', () => {
  test('finds nothing wrong with a small tree that keeps every rule', async () => {
    const report = await checkTree(LAWFUL_TREE);
    const ownFiles = Object.keys(LAWFUL_TREE).filter((path) => /^(?!node_modules).*\.tsx?$/.test(path));
    expect(report).toEqual({ modules: ownFiles.length, broken: [] });
  });

  test('fails when hardly any file was read, instead of calling that clean', async () => {
    const report = await checkTree(LAWFUL_TREE);
    expect(findImportProblems(report, 100).join()).toMatch(/only \d+ files were read, at least 100 expected/);
  });

  test('says what to do about every rule', () => {
    const silent = forbidden.filter(({ comment }) => !comment || comment.length < 20);
    expect(silent, 'give these rules a comment that says what to do instead').toEqual([]);
  });

  test('has a tree that breaks it for every rule', () => {
    const proven = new Set(BREACHES.map(({ rule }) => rule));
    const unproven = forbidden.map(({ name }) => name).filter((name) => name && !proven.has(name));
    expect(unproven, 'add a breach for these rules to support/import-breaches.ts').toEqual([]);
  });
});

describe('a breach is reported', () => {
  const cases = BREACHES.map((breach) => ({ breach, title: describeBreach(breach) }));
  test.each(cases)('$title', async ({ breach }) => {
    const { rule, from, reported } = breach;
    const { broken } = await checkTree(growTree(breach));
    expect(broken).toContainEqual(
      expect.objectContaining({ rule, from: reported?.from ?? from, to: expectTarget(breach) }),
    );
  });
});
