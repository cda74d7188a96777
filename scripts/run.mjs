// The only script that must run on Node 20 with nothing installed: it sets up what the others need, then hands over.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const [task = 'test', ...args] = process.argv.slice(2);

/** Stops with one sentence: what could not be had and what to do about it. */
function give(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

function run(command, commandArgs, options = {}) {
  return spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit', ...options });
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** When npm last finished in `folder`: it writes its own copy of the lockfile at the very end of an install. */
function isInstalled(folder) {
  const done = join(folder, 'node_modules', '.package-lock.json');
  return existsSync(done) && statSync(done).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs;
}

/** Installs `folder` from its lockfile, unless that is done already. */
function install(folder, extra = []) {
  if (isInstalled(folder)) return true;
  process.stderr.write(`Installing dependencies (${folder === root ? 'project' : 'widgets'})…\n`);
  const words = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...extra];
  if (run(npm, words, { cwd: folder, stdio: ['ignore', 2, 2] }).status !== 0) return false;
  // npm keeps the date of an unchanged copy: ours must say that this lockfile was installed.
  const now = new Date();
  utimesSync(join(folder, 'node_modules', '.package-lock.json'), now, now);
  return true;
}

/** TypeScript files run as they are from Node 22.18 on. */
const recent = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

function nodeCommand() {
  if (recent(process.version)) return process.execPath;
  const installed = join(bin, 'node');
  const asked =
    existsSync(installed) && spawnSync(installed, ['--version'], { encoding: 'utf8' }).stdout?.trim();
  if (asked && recent(asked)) return installed;
  return give(
    `Node ${process.version} is too old and no newer one could be had from npm for this system. Install Node 24.`,
  );
}

const browsers = [
  process.env.VOLET_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const findBrowser = () => browsers.find((path) => path && existsSync(path));

/** A Chromium: the one that is there, else Debian's through apt. */
function browser() {
  const there = findBrowser();
  if (there) return there;
  process.stderr.write('No Chromium here: trying apt-get…\n');
  const quiet = { stdio: ['ignore', 2, 2] };
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...words) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...words];
    return run(command, rest, quiet).status === 0;
  };
  if (apt('update', '-qq')) {
    apt(
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      'chromium',
      'fonts-liberation',
      'fonts-dejavu-core',
    );
  }
  return (
    findBrowser() ??
    give(
      'No Chromium found and none could be installed. Install Chromium, or set VOLET_CHROMIUM to its path.',
    )
  );
}

if (!install(root))
  give('npm ci failed: the package registry could not be reached, or the lockfile is damaged.');
const node = nodeCommand();
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };

const needsBrowser = ['test', 'start', 'e2e', 'unit', 'bench', 'widgets'];
if (needsBrowser.includes(task)) env.VOLET_CHROMIUM = browser();
/** Component libraries the drivers are tried on: each folder has a lockfile of its own. The heavy ones only when asked. */
if (['test', 'e2e', 'widgets'].includes(task)) {
  for (const name of ['widgets', 'widgets-modern', ...(task === 'widgets' ? ['widgets-heavy'] : [])]) {
    if (!install(join(root, 'tests', 'practice', name), ['--legacy-peer-deps'])) {
      give('The widget libraries of the browser runs could not be installed.');
    }
  }
}
if (task === 'widgets') {
  const words = ['test', 'tests/e2e/widgets.spec.ts', ...args];
  const tried = run(join(bin, 'playwright'), words, { env: { ...env, VOLET_WIDGETS: 'all' } });
  process.exit(tried.status ?? 1);
}

const scripts = {
  test: 'scripts/test.ts',
  start: 'scripts/start.ts',
  audit: 'scripts/audit.ts',
  bench: 'bench/index.ts',
  docs: 'scripts/docs.ts',
};
const script = scripts[task] ?? give(`Unknown task « ${task} ». Known: ${Object.keys(scripts).join(', ')}.`);
const done = run(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
  env,
  cwd: process.cwd(),
});
process.exit(done.status ?? 1);
