/** The texts of our pages, and where the code asks for them. */
import ts from 'typescript';
import { listFiles, readJson } from './repository.ts';
import { findNodes, listCalls, parseFile, readStringLiteral } from './syntax.ts';

export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const PLURAL = /_(?:zero|one|two|few|many|other)$/;

/** Texts by their full key, e.g. `search.count_one`. */
export function readTexts(locale: Locale): Map<string, string> {
  const files = [`locales/${locale}.json`, `locales/${locale}.places.json`];
  return new Map(files.flatMap((file) => flatten(readJson(file), '')));
}

function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, child]) =>
    flatten(child, path ? `${path}.${key}` : key),
  );
}

export const removePlural = (key: string): string => key.replace(PLURAL, '');

/** Keys as the code writes them, each with the plural forms its language has. */
export function listPluralForms(keys: Iterable<string>): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const key of keys) {
    if (!PLURAL.test(key)) continue;
    const base = removePlural(key);
    forms.set(base, (forms.get(base) ?? new Set()).add(key.slice(base.length + 1)));
  }
  return forms;
}

export const listPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].flatMap(([, name]) => name ?? []).toSorted();

export interface KeyUse {
  path: string;
  /** What the code writes; `…` for a part that is known only when it runs. */
  written: string;
  pattern: RegExp;
}

const SOURCES = ['components', 'entrypoints'].flatMap((folder) => listFiles(folder, /\.tsx?$/));

/** What `t(…)` is called with, where that is written down. */
export function listKeyUses(): KeyUse[] {
  return SOURCES.flatMap((path) =>
    listCalls(path)
      .filter(({ name }) => name === 't')
      .flatMap(({ args }) => describeKey(path, args[0])),
  );
}

/** Every text literal of the code: keys are also kept in tables, e.g. of shortcuts. */
export function listLiterals(): Set<string> {
  return new Set(
    SOURCES.flatMap((path) =>
      findNodes(parseFile(path), ts.isStringLiteralLike).map((node) => readStringLiteral(node) ?? ''),
    ),
  );
}

function describeKey(path: string, node: ts.Expression | undefined): KeyUse[] {
  const literal = readStringLiteral(node);
  if (literal !== null) return [{ path, written: literal, pattern: new RegExp(`^${escape(literal)}$`) }];
  if (!node || !ts.isTemplateExpression(node)) return [];
  const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  return [{ path, written: parts.join('…'), pattern: new RegExp(`^${parts.map(escape).join('[^.]+')}$`) }];
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
