import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface RunOptions {
  /** Where the command's output goes: on to ours, to standard error, or nowhere. */
  output?: 'inherit' | 'stderr' | 'ignore';
  env?: NodeJS.ProcessEnv;
}

/** Runs a command in the project's root. @returns its exit code; 1 when it could not be started */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const target = { inherit: 'inherit', stderr: 2, ignore: 'ignore' } as const;
  const output = target[options.output ?? 'inherit'];
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', output, output === 'inherit' ? 'inherit' : output],
      shell: process.platform === 'win32',
    });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}
