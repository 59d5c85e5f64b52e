/** Small trees of files, each breaking one import rule. */

import { dirname, relative } from 'node:path/posix';

/** File texts by path. */
export type Tree = Record<string, string>;

/** One import too many. */
export interface Breach {
  rule: string;
  /** The file that imports; made if it is not in {@link LAWFUL_TREE}. */
  from: string;
  /** What it imports: a file (made if missing) or a package. */
  imports: string;
  /** Where the report differs from what was written. */
  reported?: { from?: string; to?: string };
  /** `import type` instead of `import`. */
  isTypeOnly?: boolean;
}

const LIBRARIES = [
  'react',
  'react-dom',
  'dexie',
  'dexie-react-hooks',
  'fuse.js',
  'zod',
  'zustand',
  'comlink',
  'ulid',
  'papaparse',
  'chinese-days',
  '@webext-core/messaging',
  '@huggingface/tokenizers',
  'wxt',
];

const importing = (...targets: string[]) => targets.map((target) => `import '${target}';\n`).join('');

function installLibrary(name: string): [string, string][] {
  const manifest = { name, version: '1.0.0', main: 'index.js' };
  return [
    [`node_modules/${name}/package.json`, JSON.stringify(manifest)],
    [`node_modules/${name}/index.js`, ''],
  ];
}

/** One of everything, in its place. */
export const LAWFUL_TREE: Tree = {
  'package.json': JSON.stringify({
    dependencies: Object.fromEntries(
      LIBRARIES.filter((name) => name !== 'wxt').map((name) => [name, '1.0.0']),
    ),
    devDependencies: { wxt: '1.0.0', vitest: '1.0.0' },
  }),
  ...Object.fromEntries([...LIBRARIES, 'vitest', 'not-declared'].flatMap(installLibrary)),
  'entrypoints/background/index.ts': importing('wxt', '../../knowledge/knowledge-base.ts'),
  'entrypoints/console.content/index.ts': importing(
    'wxt',
    '../../knowledge/conversation/index.ts',
    '../../utils/messaging/messengers.ts',
    '../../utils/text/trim.ts',
  ),
  'entrypoints/sidepanel/main.tsx': importing('react-dom', '../../components/shell/Panel.tsx'),
  'components/shell/Panel.tsx': importing('react', '../state/store.ts', '../../utils/browser/tabs.ts'),
  'components/state/store.ts': importing('zustand', 'dexie-react-hooks', '../../knowledge/search/index.ts'),
  'knowledge/knowledge-base.ts': importing('./storage/index.ts', '../utils/ids/new-id.ts'),
  'knowledge/storage/index.ts': importing('./tables.ts', 'dexie'),
  'knowledge/storage/tables.ts': importing('../conversation/index.ts'),
  'knowledge/conversation/index.ts': importing('./message.ts'),
  'knowledge/conversation/message.ts': 'export {};\n',
  'knowledge/search/index.ts': importing('fuse.js', '../contracts/index.ts'),
  'knowledge/contracts/index.ts': importing('zod'),
  'utils/browser/tabs.ts': importing('wxt'),
  'utils/ids/new-id.ts': importing('ulid'),
  'utils/messaging/messengers.ts': importing('@webext-core/messaging'),
  'utils/text/trim.ts': 'export {};\n',
};

export function growTree({ from, imports, isTypeOnly = false }: Breach): Tree {
  const target = /\.tsx?$/.test(imports) ? pointTo(imports, from) : imports;
  const line = isTypeOnly
    ? `import type * as Names from '${target}';\nexport type { Names };\n`
    : importing(target);
  return {
    ...(/\.tsx?$/.test(imports) && !imports.endsWith('/gone.ts') ? { [imports]: 'export {};\n' } : {}),
    ...LAWFUL_TREE,
    [from]: `${LAWFUL_TREE[from] ?? ''}${line}`,
  };
}

export function describeBreach({ rule, from, imports, isTypeOnly = false }: Breach): string {
  return `${rule}: ${from} imports ${isTypeOnly ? 'types of ' : ''}${imports}`;
}

/** Where the report will say that the import leads. */
export function expectTarget({ imports, reported }: Breach): string {
  if (reported?.to) return reported.to;
  return /\.tsx?$/.test(imports) ? imports : `node_modules/${imports}/index.js`;
}

function pointTo(file: string, from: string): string {
  const path = relative(dirname(from), file);
  return path.startsWith('.') ? path : `./${path}`;
}

const CONSOLE = 'entrypoints/console.content/index.ts';
const BACKGROUND = 'entrypoints/background/index.ts';
const PICKER_SCRIPT = 'entrypoints/console-picker/index.ts';
const PANEL = 'components/shell/Panel.tsx';
const SEARCH = 'knowledge/search/index.ts';
const TABLES = 'knowledge/storage/tables.ts';
const MESSAGE = 'knowledge/conversation/message.ts';
const CONVERSATION = 'knowledge/conversation/index.ts';
const TRIM = 'utils/text/trim.ts';
const inConsole = { reported: { from: CONSOLE } };

export const BREACHES: readonly Breach[] = [
  { rule: 'entrypoint-own-folder', from: CONSOLE, imports: BACKGROUND },
  { rule: 'picker-with-composer', from: PICKER_SCRIPT, imports: CONSOLE },
  { rule: 'entrypoint-components', from: BACKGROUND, imports: PANEL },
  { rule: 'console-knowledge', from: CONSOLE, imports: SEARCH },
  { rule: 'console-knowledge', from: CONSOLE, imports: MESSAGE },
  { rule: 'console-utils', from: CONSOLE, imports: 'utils/browser/tabs.ts' },
  { rule: 'console-libraries', from: CONSOLE, imports: 'ulid' },
  // Through a module the content script may import.
  { rule: 'console-stays-light', from: CONVERSATION, imports: 'dexie', ...inConsole },
  { rule: 'console-stays-light', from: MESSAGE, imports: 'knowledge/storage/helper.ts', ...inConsole },
  { rule: 'console-stays-light', from: TRIM, imports: 'zod', ...inConsole },
  { rule: 'console-stays-light', from: TRIM, imports: 'fuse.js', ...inConsole },
  { rule: 'console-stays-light', from: TRIM, imports: 'react', isTypeOnly: true, ...inConsole },
  { rule: 'components-no-entrypoints', from: PANEL, imports: BACKGROUND },
  { rule: 'components-browser-utils', from: 'components/search/Box.tsx', imports: 'utils/browser/tabs.ts' },
  { rule: 'components-browser-utils', from: 'components/search/Box.tsx', imports: 'utils/settings/name.ts' },
  { rule: 'state-libraries', from: PANEL, imports: 'zustand' },
  { rule: 'state-libraries', from: PANEL, imports: 'dexie-react-hooks' },
  { rule: 'worker-library', from: PANEL, imports: 'comlink' },
  { rule: 'react-in-components', from: SEARCH, imports: 'react' },
  { rule: 'react-in-components', from: BACKGROUND, imports: 'react-dom' },
  { rule: 'knowledge-from-outside', from: PANEL, imports: MESSAGE },
  { rule: 'storage-by-facade', from: PANEL, imports: 'knowledge/storage/index.ts' },
  { rule: 'storage-by-facade', from: SEARCH, imports: 'knowledge/storage/index.ts' },
  { rule: 'knowledge-is-pure', from: SEARCH, imports: PANEL },
  { rule: 'knowledge-is-pure', from: SEARCH, imports: 'utils/browser/tabs.ts' },
  { rule: 'knowledge-by-index', from: SEARCH, imports: MESSAGE },
  { rule: 'knowledge-not-the-facade', from: SEARCH, imports: 'knowledge/knowledge-base.ts' },
  { rule: 'facade-by-index', from: 'knowledge/knowledge-base.ts', imports: TABLES },
  { rule: 'migrations-alone', from: 'knowledge/storage/migrations/work-2.ts', imports: TABLES },
  { rule: 'migrations-alone', from: 'knowledge/storage/migrations/work-2.ts', imports: 'dexie' },
  { rule: 'dexie-in-storage', from: SEARCH, imports: 'dexie' },
  { rule: 'fuse-in-search', from: PANEL, imports: 'fuse.js' },
  { rule: 'zod-has-an-owner', from: PANEL, imports: 'zod' },
  { rule: 'models-in-embeddings', from: PANEL, imports: '@huggingface/tokenizers', isTypeOnly: true },
  { rule: 'models-not-bundled', from: 'knowledge/embeddings/index.ts', imports: '@huggingface/tokenizers' },
  { rule: 'ulid-has-an-owner', from: TABLES, imports: 'ulid' },
  { rule: 'papaparse-has-an-owner', from: SEARCH, imports: 'papaparse' },
  { rule: 'chinese-days-has-an-owner', from: SEARCH, imports: 'chinese-days' },
  { rule: 'messaging-has-an-owner', from: BACKGROUND, imports: '@webext-core/messaging' },
  { rule: 'wxt-at-the-edge', from: SEARCH, imports: 'wxt' },
  { rule: 'utils-know-nobody', from: TRIM, imports: CONVERSATION },
  // A cycle is reported once, from its first file.
  { rule: 'no-cycles', from: MESSAGE, imports: CONVERSATION, reported: { from: CONVERSATION, to: MESSAGE } },
  {
    rule: 'no-cycles',
    from: MESSAGE,
    imports: CONVERSATION,
    isTypeOnly: true,
    reported: { from: CONVERSATION, to: MESSAGE },
  },
  {
    rule: 'no-orphans',
    from: 'utils/text/forgotten.ts',
    imports: TRIM,
    reported: { to: 'utils/text/forgotten.ts' },
  },
  { rule: 'product-only', from: TRIM, imports: 'tests/support/fake.ts' },
  { rule: 'no-node', from: TRIM, imports: 'node:fs', reported: { to: 'fs' } },
  { rule: 'resolvable', from: TRIM, imports: 'utils/text/gone.ts', reported: { to: './gone.ts' } },
  { rule: 'declared-dependencies', from: TRIM, imports: 'vitest' },
  { rule: 'declared-dependencies', from: TRIM, imports: 'not-declared' },
];
