/** Giving up root for a server that needs none. */
import { isRoot, runProgram } from './binaries.ts';

/**
 * The command that runs `words` as another user. `setpriv` becomes the server itself; `runuser`
 * would stay as its parent and slow down its end. Without root everything runs as who we are.
 */
export function asUser(user: string, words: readonly string[]): string[] {
  const options = [`--reuid=${user}`, `--regid=${user}`, '--init-groups'];
  return isRoot() ? ['setpriv', ...options, ...words] : [...words];
}

/** Makes files or folders, with all that is in them, the property of a server's user. */
export async function giveTo(user: string, ...paths: string[]): Promise<void> {
  if (isRoot()) {
    await runProgram('chown', ['-R', `${user}:${user}`, ...paths]);
  }
}
