/** Reads the imports of the product and holds them against `.dependency-cruiser.cjs`. */
import { createRequire } from 'node:module';
import { cruise, type IConfiguration, type ICruiseResult, type IViolation } from 'dependency-cruiser';

export const PRODUCT_FOLDERS = ['entrypoints', 'components', 'knowledge', 'utils'] as const;

export interface BrokenRule {
  rule: string;
  from: string;
  to: string;
  /** The files in between, for rules that look further than one import. */
  via: string[];
  /** What to do about it. */
  advice: string;
}

export interface ImportReport {
  /** Our own files that were read; packages are not counted. */
  modules: number;
  broken: BrokenRule[];
}

const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;

/** @param folders below `root`; the rules see paths relative to it */
export async function checkImports(root: string, folders: readonly string[]): Promise<ImportReport> {
  const { options = {}, ...ruleSet } = configuration;
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const { output } = await cruise(
    [...folders],
    { ...cruiseOptions, ruleSet, validate: true, baseDir: root },
    // Several roots can be read in one process: what one resolved must not be remembered for the next.
    { ...enhancedResolveOptions, bustTheCache: true },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules'))
      .length,
    broken: summary.violations.map(describeViolation),
  };
}

/** Reports are only worth something if the files were read: with the wrong TypeScript none is. */
export function findImportProblems({ modules, broken }: ImportReport, expectedModules: number): string[] {
  const problems = broken.map(
    ({ rule, from, to, via, advice }) => `${rule}: ${[from, ...via, to].join(' → ')}\n    ${advice}`,
  );
  if (modules >= expectedModules) return problems;
  return [
    ...problems,
    `only ${modules} files were read, at least ${expectedModules} expected: is node_modules/typescript still version 6?`,
  ];
}

function describeViolation({ rule, from, to, via, cycle }: IViolation): BrokenRule {
  const between = (via ?? cycle ?? []).map(({ name }) => name).filter((name) => name !== to && name !== from);
  const known = configuration.forbidden?.find(({ name }) => name === rule.name);
  return { rule: rule.name, from, to, via: between, advice: known?.comment ?? '' };
}
