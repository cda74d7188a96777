/**
 * `npm run --silent audit -- FILE [--json] [--today YYYY-MM-DD]`: judges a file of sheets (docs/audit.md).
 * Exit status: 0 nothing blocks, 1 something does, 2 the file could not be read, wholly or in part.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { emptyReading, printable, type FileProblem } from '../ledger/import/file-reading.ts';
import { exitStatus, judgeFile } from '../ledger/import/judge-file.ts';
import { readSheetsFile } from '../ledger/import/read-file.ts';
import { readArguments, usage, type AuditRequest } from './audit-arguments.ts';
import { auditJson } from './audit-json.ts';
import { auditText } from './audit-text.ts';

/** A text of this many bytes is about two million sheets, and near what one string can hold. */
const maxBytes = 400_000_000;
const shownProblems = 50;

function audit(request: AuditRequest): number {
  const { file: name, mapping, biller } = request;
  const bytes = bytesOf(name);
  const reading =
    typeof bytes === 'string'
      ? { ...emptyReading('csv'), problems: [{ line: null, message: bytes }] }
      : readSheetsFile(bytes, { name, mapping, biller });
  sayProblems(reading.problems);
  const judgement = judgeFile(reading, request.today);
  if (request.json) {
    let text = '';
    for (const piece of auditJson(reading, judgement)) {
      text += piece;
      if (text.length < 65_536) continue;
      process.stdout.write(text);
      text = '';
    }
    process.stdout.write(text);
  } else if (reading.problems.length === 0 || reading.sheets.length > 0 || reading.columns) {
    const colour = Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'];
    const { today } = request;
    process.stdout.write(auditText({ file: basename(request.file), reading, judgement, today }, colour));
  }
  return exitStatus(reading, judgement);
}

/** The bytes, or why they cannot be had. */
function bytesOf(file: string): Uint8Array | string {
  // npm runs scripts from the project's folder; the person may be elsewhere.
  const path = existsSync(file) ? file : resolve(process.env['INIT_CWD'] ?? '.', file);
  try {
    const found = statSync(path);
    if (found.isDirectory()) return 'c’est un dossier, pas un fichier';
    if (!found.isFile() && !found.isFIFO()) return 'ce n’est pas un fichier';
    if (found.size > maxBytes) return 'le fichier est trop gros (plus de 400 Mo) : découpez-le par année';
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'ce fichier n’existe pas';
    if (code === 'EACCES' || code === 'EPERM') return 'vous n’avez pas le droit de lire ce fichier';
    return `le fichier ne peut pas être ouvert (${code ?? 'erreur inconnue'})`;
  }
}

/** On standard error, one line each. */
function sayProblems(problems: readonly FileProblem[]): void {
  const sentences = problems.slice(0, shownProblems).map(({ line, column, message }) => {
    const place = line === null ? '' : `ligne ${line}${column === undefined ? '' : `, colonne ${column}`} : `;
    return `${place}${message}.\n`;
  });
  const more = problems.length - sentences.length;
  process.stderr.write(
    `${sentences.join('')}${more > 0 ? `… et ${more} autres problèmes de lecture.\n` : ''}`,
  );
}

function main(): number {
  const asked = readArguments(process.argv.slice(2), new Date());
  if (asked.ok) return audit(asked.request);
  if (asked.help) {
    process.stdout.write(usage);
    return 0;
  }
  process.stderr.write(`${printable(asked.message, 2000)}\n`);
  return 2;
}

// `audit … | head` closes the pipe early: that is not an error of ours.
process.stdout.on('error', () => process.exit(process.exitCode ?? 0));
try {
  process.exitCode = main();
} catch (error) {
  // Never a stack trace, nor a message that may quote the file.
  process.stderr.write(
    `Erreur inattendue du contrôle (${error instanceof Error ? error.name : 'inconnue'}).\n`,
  );
  process.exitCode = 2;
}
