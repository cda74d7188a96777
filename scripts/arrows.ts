/** Holds the imports against the rooms of docs/house.md. A run that sees too few modules proves nothing, so it fails. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Fewer modules than this means the reader went blind (it does so silently with a compiler it does not know). */
const FEWEST_MODULES = 40;

const root = join(import.meta.dirname, '..');
const rooms = ['rules', 'cases', 'sites', 'ledger', 'documents', 'messages', 'components', 'entrypoints'];

export interface Arrows {
  modules: number;
  broken: Array<{ rule: string; from: string; to: string }>;
}

/** Reads the rooms below `folder`. `pass` is `all`, or `values` which drops type imports. */
export function readArrows(folder: string, pass: 'all' | 'values'): Arrows {
  const there = rooms.filter((room) => existsSync(join(folder, room)));
  const command = join(root, 'node_modules', '.bin', 'depcruise');
  const config = join(root, '.dependency-cruiser.cjs');
  const done = spawnSync(command, ['--config', config, '--output-type', 'json', ...there], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ARROWS: pass },
  });
  const report = JSON.parse(done.stdout) as {
    summary: {
      totalCruised: number;
      violations: Array<{ rule: { name: string }; from: string; to: string }>;
    };
  };
  return {
    modules: report.summary.totalCruised,
    broken: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

if (import.meta.main) {
  const passes = [readArrows(root, 'all'), readArrows(root, 'values')];
  const broken = passes.flatMap((pass) => pass.broken);
  for (const { rule, from, to } of broken) process.stdout.write(`${rule}: ${from} → ${to}\n`);
  const fewest = Math.min(...passes.map((pass) => pass.modules));
  process.stdout.write(`${fewest} modules read, ${broken.length} arrows broken\n`);
  if (fewest < FEWEST_MODULES)
    process.stdout.write(`Fewer than ${FEWEST_MODULES} modules: the reader is blind.\n`);
  process.exit(broken.length || fewest < FEWEST_MODULES ? 1 : 0);
}
