/** Who may import what: the table of docs/ARCHITECTURE.md. Run by `npm run check:imports`; each rule is broken once in tests. */

/** A regular expression for npm packages by name. */
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

const REACT = ['react', 'react-dom', 'react-i18next', '@mantine/[^/]+', '@tabler/[^/]+'];
const HEAVY = ['i18next', 'zustand', 'comlink', 'dexie', 'dexie-react-hooks', 'fuse[.]js', 'zod'];
const MODEL_RUNTIME = ['onnxruntime-[^/]+', '@huggingface/[^/]+'];
const PRODUCT = '^(entrypoints|components|knowledge|utils)/';
/** Where the browser starts a context. */
const ENTRY = '^entrypoints/[^/]+/(index|main)[.]tsx?$';
/** What runs in a console's page. */
const CONSOLE_CONTENT = '^entrypoints/([^/]+[.]content|guess-console)/';
const PUBLIC_KNOWLEDGE = '^knowledge/([^/]+/index|knowledge-base)[.]ts$';

const forbid = (name, comment, { from, to }) => ({ name, severity: 'error', comment, from, to });

/** The browser's contexts. */
const entrypointRules = [
  forbid(
    'entrypoint-own-folder',
    'Contexts share nothing but messages and storage: move what both need to knowledge or utils.',
    {
      from: { path: '^entrypoints/([^/]+)/', pathNot: '^entrypoints/console-(picker|rewriter)/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
    },
  ),
  forbid(
    'picker-with-composer',
    'The picker’s and the rewriter’s scripts are the content script’s second half and share how it writes, nothing else.',
    {
      from: { path: '^entrypoints/(console-(?:picker|rewriter))/' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/($1|console[.]content/composer)/' },
    },
  ),
  forbid('entrypoint-components', 'Only pages show components: sidepanel, practice and picker.', {
    from: { path: '^entrypoints/', pathNot: '^entrypoints/(sidepanel|practice|picker)/' },
    to: { path: '^components/' },
  }),
  forbid(
    'console-knowledge',
    'In the console only knowledge/conversation and knowledge/privacy may run, by their index.ts.',
    {
      from: { path: CONSOLE_CONTENT },
      to: { path: '^knowledge/', pathNot: '^knowledge/(conversation|privacy)/index[.]ts$' },
    },
  ),
  forbid(
    'console-utils',
    'In the console only utils messaging, text, errors, keyboard and settings may run.',
    {
      from: { path: CONSOLE_CONTENT },
      to: { path: '^utils/', pathNot: '^utils/(messaging|text|errors|keyboard|settings)/' },
    },
  ),
  forbid(
    'console-libraries',
    'The content script imports no library but wxt: it is loaded into every console page.',
    { from: { path: CONSOLE_CONTENT }, to: { path: '^node_modules/', pathNot: packages('wxt') } },
  ),
  forbid(
    'console-stays-light',
    'Not even through others: IndexedDB opened in a content script lands in the console’s own origin (measured).',
    {
      from: { path: CONSOLE_CONTENT },
      to: {
        path: [
          packages(...REACT, ...HEAVY),
          '^knowledge/(storage|contracts|search)/',
          '^knowledge/knowledge-base[.]ts$',
          '^components/',
        ],
        reachable: true,
      },
    },
  ),
];

/** What people see. */
const componentRules = [
  forbid('components-no-entrypoints', 'Components are shown by entrypoints and know none of them.', {
    from: { path: '^components/' },
    to: { path: '^entrypoints/' },
  }),
  forbid(
    'components-browser-utils',
    'Views get the browser through components/state; only state, shell and settings touch it.',
    {
      from: { path: '^components/', pathNot: '^components/(state|shell|settings)/' },
      to: { path: '^utils/(browser|settings|messaging)/' },
    },
  ),
  forbid('state-libraries', 'Stores and live queries live in components/state.', {
    from: { path: PRODUCT, pathNot: '^components/state/' },
    to: { path: packages('zustand', 'dexie-react-hooks') },
  }),
  forbid('worker-library', 'comlink joins components/state and the workers in entrypoints, nobody else.', {
    from: { path: PRODUCT, pathNot: '^(components/state|entrypoints/[^/]+-worker)/' },
    to: { path: packages('comlink') },
  }),
  forbid(
    'react-in-components',
    'React and Mantine stay in components and in the main.tsx that mounts them.',
    {
      from: { path: PRODUCT, pathNot: '^(components/|entrypoints/[^/]+/main[.]tsx$)' },
      to: { path: packages(...REACT, 'i18next') },
    },
  ),
];

/** What we know and decide. */
const knowledgeRules = [
  forbid(
    'knowledge-from-outside',
    'Import a knowledge module by its index.ts, stored things by knowledge/knowledge-base.ts.',
    { from: { path: '^(entrypoints|components)/' }, to: { path: '^knowledge/', pathNot: PUBLIC_KNOWLEDGE } },
  ),
  forbid('storage-by-facade', 'Everything stored is reached through knowledge/knowledge-base.ts.', {
    from: { path: PRODUCT, pathNot: '^knowledge/(storage/|knowledge-base[.]ts$)' },
    to: { path: '^knowledge/storage/' },
  }),
  forbid(
    'knowledge-is-pure',
    'knowledge runs in any test: no browser, no pages. Hand it what it needs as a parameter.',
    {
      from: { path: '^knowledge/' },
      to: { path: '^(components|entrypoints)/|^utils/(browser|settings|messaging|keyboard)/' },
    },
  ),
  forbid('knowledge-by-index', 'Import another knowledge module by its index.ts.', {
    from: { path: '^knowledge/([^/]+)/' },
    to: { path: '^knowledge/[^/]+/', pathNot: '^knowledge/($1/|[^/]+/index[.]ts$)' },
  }),
  forbid('knowledge-not-the-facade', 'The façade knows the modules, never the other way round.', {
    from: { path: '^knowledge/[^/]+/' },
    to: { path: '^knowledge/[^/]+[.]ts$' },
  }),
  forbid('facade-by-index', 'The façade too imports modules by their index.ts.', {
    from: { path: '^knowledge/[^/]+[.]ts$' },
    to: { path: '^knowledge/[^/]+/', pathNot: '^knowledge/[^/]+/index[.]ts$' },
  }),
  forbid(
    'migrations-alone',
    'A migration that imports living code changes with it. Copy what it needs into the migration.',
    {
      from: { path: '^knowledge/storage/migrations/' },
      to: { path: '.', pathNot: '^knowledge/storage/migrations/' },
    },
  ),
];

const ownedBy = (owner, library) =>
  forbid(`${library.replace(/^@[^/]+[/]/, '')}-has-an-owner`, `${library} belongs to ${owner}.`, {
    from: { path: PRODUCT, pathNot: `^${owner.replaceAll('.', '[.]')}` },
    to: { path: packages(library) },
  });

/** Each library has one owner. */
const libraryRules = [
  ownedBy('knowledge/contracts/', 'zod'),
  ownedBy('knowledge/complaints/china-calendar.ts', 'chinese-days'),
  ownedBy('utils/csv/', 'papaparse'),
  ownedBy('utils/ids/', 'ulid'),
  ownedBy('utils/messaging/', '@webext-core/messaging'),
  forbid('dexie-in-storage', 'Dexie belongs to knowledge/storage, its liveQuery also to the workers.', {
    from: { path: PRODUCT, pathNot: '^(knowledge/storage|entrypoints/[^/]+-worker)/' },
    to: { path: packages('dexie') },
  }),
  forbid(
    'fuse-in-search',
    'fuse.js belongs to knowledge/search, and to the short lists of components/search/complete-filter.ts.',
    {
      from: { path: PRODUCT, pathNot: '^(knowledge/search/|components/search/complete-filter[.]ts$)' },
      to: { path: packages('fuse[.]js') },
    },
  ),
  forbid('models-in-embeddings', 'What runs models belongs to knowledge/embeddings.', {
    from: { path: PRODUCT, pathNot: '^knowledge/embeddings/' },
    to: { path: packages(...MODEL_RUNTIME) },
  }),
  forbid(
    'models-not-bundled',
    'Import the types alone: the code comes from files that a build carries on request (docs/embeddings.md).',
    {
      from: { path: PRODUCT },
      to: { path: packages(...MODEL_RUNTIME), dependencyTypesNot: ['type-only'] },
    },
  ),
  forbid('wxt-at-the-edge', 'Only entrypoints, utils/browser and utils/settings talk to the browser.', {
    from: { path: PRODUCT, pathNot: '^(entrypoints/|utils/(browser|settings)/)' },
    to: { path: packages('wxt', '@wxt-dev/[^/]+') },
  }),
  forbid('utils-know-nobody', 'utils is the small change that knows none of the others.', {
    from: { path: '^utils/' },
    to: { path: '^(entrypoints|components|knowledge)/' },
  }),
];

/** True everywhere. */
const generalRules = [
  forbid('no-cycles', 'Move what both need into a third file.', {
    from: { path: PRODUCT },
    to: { circular: true },
  }),
  forbid('no-orphans', 'No entrypoint ever gets here: remove the file or use it.', {
    from: { path: ENTRY },
    to: { path: PRODUCT, pathNot: [ENTRY, '[.]d[.]ts$'], reachable: false },
  }),
  forbid('product-only', 'What ships does not depend on tests or scripts.', {
    from: { path: PRODUCT },
    to: { path: '^(tests|scripts)/' },
  }),
  forbid('no-node', 'This runs in a browser: there is no Node there.', {
    from: { path: PRODUCT },
    to: { dependencyTypes: ['core'] },
  }),
  forbid('resolvable', 'This import leads nowhere.', {
    from: { path: PRODUCT },
    to: { couldNotResolve: true },
  }),
  forbid('declared-dependencies', 'What ships is listed under "dependencies" in package.json.', {
    from: { path: PRODUCT },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-peer'],
      pathNot: packages('wxt'),
    },
  }),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...entrypointRules, ...componentRules, ...knowledgeRules, ...libraryRules, ...generalRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A type-only import is an import: what it names belongs to somebody.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
