/** `npm run check:imports`: who imports whom, against the rules. Exit code 1 if a rule is broken. */
import { join } from 'node:path';
import { checkImports, findImportProblems, PRODUCT_FOLDERS } from './cruise.ts';

/** Well below what is there, well above what a broken reader would find. */
const EXPECTED_MODULES = 100;

const report = await checkImports(join(import.meta.dirname, '../..'), PRODUCT_FOLDERS);
const problems = findImportProblems(report, EXPECTED_MODULES);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${report.modules} files read, ${problems.length} problems\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
