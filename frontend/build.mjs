// Builds the pages into the folder given, for Maven. Does nothing when nothing has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '../target/classes/static'));
const oldestNode = [20, 19];
/** What the pages are made of; tests and checks are not. */
const inputs = [
  'src',
  'public',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'build.mjs',
];

function fail(message) {
  console.error(`\nThe pages were not built: ${message}\n`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(`Node.js ${process.versions.node} is too old. Install Node.js ${oldestNode.join('.')} or newer.`);
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)));
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of paths)
    hash.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function run(command, args, hint) {
  const result = spawnSync(command, args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.error?.code === 'ENOENT')
    fail(`${command} was not found. Maybe Node.js is installed without npm.`);
  if (result.status !== 0) fail(`"${command} ${args.join(' ')}" failed with code ${result.status}. ${hint}`);
}

/** Installs exactly what the lock file says, unless that is what is installed already. */
function install() {
  const stamp = join(here, 'node_modules/.trasa-lock');
  const wanted = hashOf([join(here, 'package-lock.json'), join(here, 'package.json')]);
  if (read(stamp) === wanted) return;
  run(
    'npm',
    ['ci', '--loglevel=error'],
    'Maybe the package registry cannot be reached: see "npm config get registry".',
  );
  writeFileSync(stamp, wanted);
}

/** A tool of node_modules, run without a shell so that it works alike everywhere. */
const tool = (path, args, hint) => run(process.execPath, [join('node_modules', path), ...args], hint);

function build() {
  if (existsSync(join(here, 'src/api/openapi.json'))) {
    tool('openapi-typescript/bin/cli.js', ['src/api/openapi.json', '-o', 'src/api/schema.ts'], '');
  }
  const level = ['--logLevel', 'warn'];
  tool(
    'vite/bin/vite.js',
    ['build', '--outDir', out, '--emptyOutDir', ...level],
    'The messages above say where.',
  );
}

requireNode();
install();
// The stamp stands beside the pages, not among them: it is not to be served.
const stamp = `${out}.stamp`;
const generated = join(here, 'src/api/schema.ts');
const state = hashOf(inputs.flatMap((name) => files(join(here, name))).filter((path) => path !== generated));
if (read(stamp) !== state || !existsSync(join(out, 'index.html'))) {
  mkdirSync(dirname(out), { recursive: true });
  rmSync(stamp, { force: true });
  build();
  writeFileSync(stamp, state);
}
