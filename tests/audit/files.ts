/** Where the files of these tests are, and how they are read here: by the same doors as the command. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeFile, type FileJudgement } from '../../ledger/import/judge-file.ts';
import type { FileReading } from '../../ledger/import/file-reading.ts';
import { readSheetsFile, type ReadOptions } from '../../ledger/import/read-file.ts';

export const today = '2026-12-31';
const folder = join(import.meta.dirname, 'files');

export const pathOf = (kind: 'broken' | 'vendors', name: string): string => join(folder, kind, name);
export const namesOf = (kind: 'broken' | 'vendors'): string[] => readdirSync(join(folder, kind)).sort();
export const bytesOf = (kind: 'broken' | 'vendors', name: string): Uint8Array =>
  readFileSync(pathOf(kind, name));

/** Who bills in these files, which never say it. */
export const biller = { profession: 'medecin', numeroAm: '991000019' } as const;

export function read(bytes: Uint8Array | string, options: ReadOptions = {}): FileReading {
  return readSheetsFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
    biller,
    ...options,
  });
}

export function judged(bytes: Uint8Array | string, options: ReadOptions = {}): FileJudgement {
  return judgeFile(read(bytes, options), today);
}

/** Rules that fired on a sheet, `rule severity`. */
export function fired(judgement: FileJudgement, id: string): string[] {
  const sheet = judgement.results.find((result) => result.id === id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet.findings.map(({ rule, severity }) => `${rule} ${severity}`);
}
