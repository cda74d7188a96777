/** Writes docs/rules.md and docs/unconfirmed.md from rules/. `node scripts/rules-doc.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rulesPage, unconfirmedPage } from '../rules/docs.ts';

const folder = join(import.meta.dirname, '..', 'docs');

/** The pages as they must stand, by file name, formatted like every other file of the project. */
export async function rulePages(): Promise<Record<string, string>> {
  const pages = { 'rules.md': rulesPage(), 'unconfirmed.md': unconfirmedPage() };
  const options = { ...(await resolveConfig(join(folder, 'rules.md'))), parser: 'markdown' };
  const formatted = Object.entries(pages).map(
    async ([name, text]) => [name, await format(text, options)] as const,
  );
  return Object.fromEntries(await Promise.all(formatted));
}

export function readPage(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(await rulePages())) {
    writeFileSync(join(folder, name), text);
    process.stdout.write(`docs/${name}: ${text.length} characters\n`);
  }
}
