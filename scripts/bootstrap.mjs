// Runs one of our tools on a fresh machine: with only Node and npm there, this brings a new enough Node and
// the dependencies, then hands over. Plain JavaScript that old Nodes understand.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [22, 18];
const NODE_TO_BRING = 'node@24';
const isWindows = process.platform === 'win32';

const [tool, ...toolArguments] = process.argv.slice(2);
if (!tool) fail('usage: node scripts/bootstrap.mjs <script.ts | tool> [arguments]');

const nodeFolder = isNewEnough(process.versions.node) ? dirname(process.execPath) : bringNode();
const env = {
  ...process.env,
  PATH: [nodeFolder, join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
};
installDependencies();
const isScript = /\.(ts|mjs)$/.test(tool);
const result = isScript
  ? spawnSync(
      join(nodeFolder, isWindows ? 'node.exe' : 'node'),
      [join(ROOT, tool), ...toolArguments],
      options(env),
    )
  : spawnSync(tool, toolArguments, options(env));
process.exit(result.status ?? 1);

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

/** Node from the npm registry, into `.tools`, for this project only. */
function bringNode() {
  const folder = join(ROOT, '.tools', 'node_modules', 'node', 'bin');
  if (!existsSync(join(folder, isWindows ? 'node.exe' : 'node'))) {
    say(`this Node is ${process.versions.node}; bringing a newer one into .tools`);
    mkdirSync(join(ROOT, '.tools'), { recursive: true });
    run(
      'npm',
      ['install', '--prefix', join(ROOT, '.tools'), '--no-save', '--no-fund', '--no-audit', NODE_TO_BRING],
      process.env,
    );
  }
  return folder;
}

/**
 * Installs when the lock file is not the one that was installed last. Not `npm ci`: it refuses a lock without
 * the optional binaries for other platforms, which some registries do not carry. This keeps to the lock too.
 */
function installDependencies() {
  const marker = join(ROOT, 'node_modules', '.deskmate-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('installing dependencies');
  // None of our packages needs its install script, and not running them is safer.
  run('npm', ['install', '--no-save', '--ignore-scripts', '--no-fund', '--no-audit'], env);
  writeFileSync(marker, wanted);
}

function run(command, commandArguments, environment) {
  // What tools print goes to standard error: standard output belongs to the one we hand over to.
  const done = spawnSync(command, commandArguments, { ...options(environment), stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail(`${command} ${commandArguments.join(' ')} failed`);
}

function options(environment) {
  return { cwd: ROOT, env: environment, stdio: 'inherit', shell: isWindows };
}

function say(text) {
  process.stderr.write(`deskmate: ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
