/** `npm run bench`: every bench, one after the other, each in a process of its own. `npm run bench -- rules` for one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const all = ['host-page', 'labels', 'register', 'import', 'rules', 'urgency', 'csv'];
/** They run the built extension. */
const inBrowser = ['host-page', 'register', 'import'];
const asked = process.argv.slice(2);
const root = join(import.meta.dirname, '..');

const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length) {
  process.stderr.write(`Unknown bench « ${unknown.join(', ')} ». Known: ${all.join(', ')}.\n`);
  process.exit(2);
}

let failed = 0;
for (const name of asked.length ? asked : all) {
  process.stdout.write(`\n── ${name}\n`);
  if (inBrowser.includes(name) && !existsSync(join(root, '.output', 'chrome-mv3', 'manifest.json'))) {
    spawnSync('wxt', ['build', '--level', 'error'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const done = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, `${name}.ts`)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0) failed += 1;
}
process.exit(failed ? 1 : 0);
