import { run } from './run.ts';

/** Builds the extension; only errors are shown. Throws when the build fails. */
export async function buildExtension(browser: 'chrome' | 'firefox' = 'chrome'): Promise<void> {
  const code = await run('wxt', ['build', '-b', browser], { output: 'stderr' });
  if (code !== 0) throw new Error('the build failed');
}
