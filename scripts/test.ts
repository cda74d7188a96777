/** Everything that must hold before a change lands, in one run. Ends on `N passed, N failed`. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
const summary: string[] = [];

function run(command: string, args: string[], env: Record<string, string> = {}) {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  );
}

function report(name: string, good: number, bad: number, seconds: number) {
  passed += good;
  failed += bad;
  summary.push(`${bad ? '✗' : '✓'} ${name}: ${good} passed, ${bad} failed (${seconds.toFixed(1)} s)`);
}

function step(name: string, work: () => { good: number; bad: number }) {
  process.stdout.write(`\n── ${name}\n`);
  const start = performance.now();
  const { good, bad } = work();
  report(name, good, bad, (performance.now() - start) / 1000);
}

type Command = [string, string[]];

/** Its output is shown whole when it ends, so that two at once do not mix. */
function piped([command, args]: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: process.env });
    const said: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => said.push(part));
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', (error) => said.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      process.stdout.write(`\n── ${command} ${args.join(' ')}\n`);
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

interface Check {
  name: string;
  commands: Command[];
}

/** One after the other, each counted by its commands. */
async function line(...checks: Check[]) {
  for (const { name, commands } of checks) {
    const start = performance.now();
    let bad = 0;
    for (const command of commands) if (!(await piped(command))) bad++;
    report(name, commands.length - bad, bad, (performance.now() - start) / 1000);
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

const read = <T>(file: string): T | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;

// Most of these keep one core busy: two lines of them, side by side.
await Promise.all([
  line({ name: 'lint', commands: [['eslint', ['.', '--max-warnings=0']]] }),
  line(
    { name: 'types', commands: [['node', ['node_modules/typescript-7/bin/tsc', '--noEmit']]] },
    {
      name: 'builds',
      commands: [
        ['wxt', ['build']],
        ['wxt', ['build', '-b', 'firefox']],
      ],
    },
    { name: 'bundle budgets', commands: [['node', ['scripts/budgets.ts']]] },
    { name: 'arrows', commands: [['node', ['scripts/arrows.ts']]] },
    { name: 'format', commands: [['prettier', ['--check', '--log-level=warn', '.']]] },
  ),
]);
step('unit and components', () => {
  const file = join(results, 'unit.json');
  const clean = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const found = read<VitestReport>(file);
  const bad = found ? found.numFailedTests || (clean ? 0 : Math.max(1, found.numFailedTestSuites)) : 1;
  return { good: found?.numPassedTests ?? 0, bad };
});
step('browser runs', () => {
  const clean = run('playwright', ['test']);
  const found = read<PlaywrightReport>(join(results, 'e2e.json'));
  const bad = found ? found.stats.unexpected + found.stats.flaky + found.errors.length : 1;
  return { good: found?.stats.expected ?? 0, bad: bad || (clean ? 0 : 1) };
});

process.stdout.write(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exit(failed ? 1 : 0);
