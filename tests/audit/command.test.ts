/** The command as a process: exit status, streams, arguments. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { pathOf } from './files.ts';

// A process starts slowly on a machine that runs all the tests at once.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function audit(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'audit.ts'), ...words],
    {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: '' },
      maxBuffer: 100_000_000,
    },
  );
  expect(stderr, 'no stack trace').not.toMatch(/\n\s+at |Error:|node:internal/);
  return { status, stdout, stderr };
}
const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const who = ['--today', '2026-12-31', '--profession', 'medecin', '--numero-am', '991000019'];

describe('exit status', () => {
  it('0 when nothing blocks', () => {
    expect(audit(pathOf('broken', 'quoted-newlines.csv'), ...who)).toMatchObject({ status: 0, stderr: '' });
  });
  it('1 when something blocks, the report on standard output', () => {
    const { status, stdout, stderr } = audit(pathOf('vendors', 'weda-recettes.csv'), ...who);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('BLOQUANT\n  tp.amo : 1 feuille, 10,00\u00a0€ en jeu');
  });
  it('2 with the line and the reason when a line cannot be read, the others judged', () => {
    const { status, stdout, stderr } = audit(pathOf('broken', 'unclosed-quote.csv'), ...who);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'ligne 3 : guillemets mal fermés, ligne laissée de côté.\n',
    });
    expect(stdout).toContain('F9 (ligne 5)');
  });
  it('2 with line and column for broken JSON, the sound sheets judged', () => {
    const { status, stdout, stderr } = audit(pathOf('broken', 'truncated.json'), '--json');
    expect(status).toBe(2);
    expect(stderr).toBe('ligne 63, colonne 18 : JSON mal formé : guillemet non fermé.\n');
    expect((JSON.parse(stdout) as { results: unknown[] }).results).toHaveLength(2);
  });
});

describe('files that are not files of sheets', () => {
  it.each([
    ['a missing file', 'absent.csv', 'ce fichier n’existe pas.\n'],
    ['a folder', '.', 'c’est un dossier, pas un fichier.\n'],
    ['an empty file', pathOf('broken', 'empty.csv'), 'le fichier est vide (0 octet).\n'],
  ])('%s', (_, file, said) => {
    expect(audit(file)).toEqual({ status: 2, stdout: '', stderr: said });
  });
  it('a workbook is told to be exported as CSV', () => {
    const { status, stderr } = audit(pathOf('broken', 'zip.xlsx'));
    expect(status).toBe(2);
    expect(stderr).toMatch(/classeur.*exportez-le en CSV/);
  });
  it('one line of five million characters', () => {
    const { status, stderr } = audit(written('long.csv', 'a;'.repeat(2_500_000)));
    expect(status).toBe(2);
    expect(stderr).toContain('aucune ligne d’en-tête reconnue');
  });
  it('with --json, still prints JSON', () => {
    const { status, stdout } = audit('absent.csv', '--json');
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ results: [], summary: { sheets: 0 } });
  });
});

it('wrong usage is one sentence, and --help explains', () => {
  expect(audit('a.csv', '--rouge')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Option inconnue : --rouge.\n',
  });
  const { status, stdout } = audit('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Code de sortie : 0 rien ne bloque');
});

it('judges on the day given by --today', () => {
  const file = written(
    'report.json',
    JSON.stringify({ sheets: [{ id: 'A', actDate: '2026-03-12', acts: [{ code: 'RQD' }] }] }),
  );
  const dayOf = (today: string) => audit(file, '--today', today).stdout.split('\n')[0];
  expect(dayOf('2026-04-01')).toBe('Contrôle de report.json, au 01/04/2026');
  expect(dayOf('2027-01-02')).toBe('Contrôle de report.json, au 02/01/2027');
});

it('writes no colour to a pipe, and survives one that is closed early', () => {
  expect(audit(pathOf('vendors', 'weda-recettes.csv'), ...who).stdout).not.toContain('\u001b');
  const script = `"${process.execPath}" "${join(root, 'scripts', 'audit.ts')}" "${pathOf('vendors', 'weda-recettes.csv')}" | head -c 5`;
  const closed = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect(closed).toMatchObject({ status: 0, stderr: '' });
});
