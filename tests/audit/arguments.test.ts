import { describe, expect, it } from 'vitest';
import { readArguments } from '../../scripts/audit-arguments.ts';

const now = new Date(2026, 2, 5, 23, 30);
const asked = (...words: string[]) => readArguments(words, now);

describe('arguments of the audit', () => {
  it('takes a file, and the day of the system when none is given', () => {
    expect(asked('a.csv')).toEqual({
      ok: true,
      request: { file: 'a.csv', json: false, today: '2026-03-05', biller: {}, mapping: {} },
    });
  });

  it('takes who bills and columns named by hand', () => {
    const words = [
      '--json',
      '--profession',
      'Infirmière',
      '--numero-am',
      '996000014',
      '--territoire',
      'La Réunion',
    ];
    expect(asked('a.csv', ...words, '--colonne', 'Truc=acte.code', '--colonne', '3=ignorer')).toEqual({
      ok: true,
      request: {
        file: 'a.csv',
        json: true,
        today: '2026-03-05',
        biller: { profession: 'infirmier', numeroAm: '996000014', territory: 'drom' },
        mapping: { Truc: 'acte.code', '3': null },
      },
    });
  });

  it.each([
    [[], /^Indiquez le fichier à contrôler/],
    [['a.csv', 'b.csv'], /^Un seul fichier/],
    [['a.csv', '--rouge'], /^Option inconnue : --rouge\.$/],
    [['a.csv', '-x'], /^Option inconnue : -x\.$/],
    [['a.csv', '--today'], /^Option mal employée : --today/],
    [['a.csv', '--json=oui'], /^Option mal employée : --json/],
    [['a.csv', '--today', '31/12/2026'], /^--today attend une date/],
    [['a.csv', '--today', '2026-02-30'], /^--today attend une date/],
    [['a.csv', '--profession', 'plombier'], /^--profession : profession inconnue/],
    [['a.csv', '--territoire', 'Lune'], /^--territoire attend/],
    [['a.csv', '--colonne', 'Truc'], /^--colonne attend TITRE=SENS/],
    [['a.csv', '--colonne', 'Truc=prix'], /^--colonne attend TITRE=SENS/],
  ])('%j is refused in one sentence', (words, said) => {
    const answer = asked(...words);
    expect(answer).toMatchObject({ ok: false, help: false });
    if (answer.ok) return;
    expect(answer.message).toMatch(said);
    expect(answer.message).not.toContain('\n');
  });
});
