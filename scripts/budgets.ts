/** Sizes of the built extension against their budgets (docs/house.md, decision 1). Minified bytes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const kB = 1000;
/**
 * The sentinel is the only code of ours that stays in the practice software. The hand comes when a writing is asked for:
 * it holds a driver for each kind of control that component libraries draw, which is what its size pays for.
 */
const budgets: Record<string, number> = {
  'sentinel.js': 20 * kB,
  'hand.js': 32 * kB,
  'pointer.js': 20 * kB,
  'captions.js': 8 * kB,
  // The words of a whole field of work, and what spares the page a second reading: brought in only where no profile
  // knows the page.
  'reader.js': 64 * kB,
  // The words of the field again, to say of a control what its label means without repeating it.
  'structure.js': 26 * kB,
  'background.js': 900 * kB,
};
/** Words that prove a library came along. */
const foreign = ['react', 'zod', 'dexie', 'webextension-polyfill', 'ZodError', 'IDBKeyRange', 'jsx-runtime'];

const root = join(import.meta.dirname, '..');
let failed = 0;

const say = (line: string) => process.stdout.write(`${line}\n`);

for (const build of ['chrome-mv3', 'firefox-mv2']) {
  const folder = join(root, '.output', build);
  for (const [file, limit] of Object.entries(budgets)) {
    const size = statSync(join(folder, file)).size;
    const over = size > limit;
    if (over) failed += 1;
    say(`${over ? '✗' : '✓'} ${build}/${file}: ${size} bytes of ${limit}`);
  }
  for (const file of Object.keys(budgets).filter((name) => name !== 'background.js')) {
    const text = readFileSync(join(folder, file), 'utf8').toLowerCase();
    for (const word of foreign.filter((name) => text.includes(name.toLowerCase()))) {
      failed += 1;
      say(`✗ ${build}/${file} holds « ${word} »`);
    }
  }
  const strays = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.map'),
  );
  if (strays.length) {
    failed += 1;
    say(`✗ ${build}: source maps in the package: ${strays.join(', ')}`);
  }
}
process.exit(failed ? 1 : 0);
