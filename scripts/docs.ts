/** `npm run docs`: every generated page of docs/. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

for (const script of ['rules-doc.ts', 'sites-doc.ts']) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, script)], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
