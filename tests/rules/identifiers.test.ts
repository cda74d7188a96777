import { describe, expect, it } from 'vitest';
import { checkAdeli } from '../../rules/identifiers/adeli.ts';
import { checkFiness } from '../../rules/identifiers/finess.ts';
import { checkIns, insOids } from '../../rules/identifiers/ins.ts';
import { luhn, luhnKey } from '../../rules/identifiers/luhn.ts';
import { checkNir, nirKey } from '../../rules/identifiers/nir.ts';
import { checkNumeroAm } from '../../rules/identifiers/numero-am.ts';
import { checkRpps } from '../../rules/identifiers/rpps.ts';
import type { IdVerdict } from '../../rules/identifiers/verdict.ts';
import { announce } from './announce.ts';

type Case = readonly [text: string, code: string, level: IdVerdict['level'], says?: RegExp];

const nir: readonly Case[] = [
  // Published as tests by the Cnam, beta.gouv and stdnum.
  ['255081416802538', 'ok', 'ok'],
  ['255081416802539', 'key', 'error', /clé 39 .*38 attendu/],
  ['2 84 05 88 321 025 32', 'ok', 'ok'],
  ['2 84 05 88 321 025 30', 'key', 'error', /clé 30 .*32 attendu/],
  ['2 84 05 2A 321 025 52', 'ok', 'ok'],
  ['2 84 05 2B 321 025 79', 'ok', 'ok'],
  ['186022A21532523', 'ok', 'ok'],
  ['8 84 05 88 321 025 23', 'provisional-layout', 'warn', /commence par 8, ce n’est pas un NIR/],
  // The same, as people type them.
  ['186022a21532523', 'ok', 'ok'],
  ['2\u00a084\u202f05 2a 321 025 52', 'ok', 'ok'],
  ['2550814168025', 'no-key', 'ok'],
  // A letter read as 0 gives another key: a known mistake of public code.
  ['2 84 05 2A 321 025 76', 'key', 'error'],
  ['', 'empty', 'error', /vide/],
  ['   ', 'empty', 'error'],
  ['25508141680253', 'length', 'error', /14 caractères/],
  ['2', 'length', 'error', /1 caractère :/],
  ['2550814168025381', 'length', 'error', /16 caractères/],
  ['25508141680253O', 'characters', 'error', /que des chiffres/],
  ['284053A32102552', 'characters', 'error'],
  ['28405C832102552', 'characters', 'error'],
  ['0550814168025', 'first-digit', 'error', /ne commence pas par 0/],
  ['9550814168025', 'first-digit', 'error', /ne commence pas par 9/],
  ['2550014168025', 'month', 'error', /mois de naissance 00/],
  ['2552014168025', 'month-incomplete', 'warn', /mois 20 .*état civil incomplet/],
  ['2559914168025', 'month-incomplete', 'warn', /mois 99/],
  ['3550814168025', 'waiting', 'warn', /numéro d’attente/],
  ['4550814168025', 'waiting', 'warn'],
  ['7101312345678', 'nnp', 'ok', /provisoire/],
  ['8201312345678', 'nnp', 'ok'],
  ['5101312345678', 'mig', 'ok', /migrant/],
  ['6201312345678', 'mig', 'ok'],
  ['7301312345678', 'provisional-layout', 'warn', /2e étant 1 ou 2/],
  ['6001312345678', 'provisional-layout', 'warn'],
  ['710132A345678', 'provisional-layout', 'warn'],
];

const am: readonly Case[] = [
  ['991000019', 'ok', 'ok'],
  ['995000015', 'ok', 'ok'],
  ['996000014', 'ok', 'ok'],
  ['997000013', 'ok', 'ok'],
  ['998000012', 'ok', 'ok'],
  ['999000011', 'ok', 'ok'],
  ['994000016', 'ok', 'ok'],
  ['991000018', 'key', 'warn', /clé 8 .*9 attendu/],
  // Luhn does not see 09 for 90: both pass, and that is known.
  ['990900011', 'ok', 'ok'],
  ['99100001', 'key-missing', 'warn', /il manque la clé/],
  ['99900000011', 'rpps', 'error', /numéro RPPS/],
  ['99 1 00001 9', 'ok', 'ok'],
  ['75 1 00001', 'key-missing', 'warn'],
  ['', 'empty', 'error', /vide/],
  ['9910', 'length', 'error', /4 caractères sur 9 : il en manque 5/],
  ['9', 'length', 'error', /1 caractère sur 9/],
  ['9910000190', 'length', 'error', /10 caractères pour 9 attendus : 1 de trop/],
  ['2A1000005', 'ok', 'ok'],
  ['2b1000003', 'ok', 'ok'],
  ['9F1000007', 'ok', 'ok'],
  ['9F1000003', 'key', 'warn', /7 attendu/],
  ['9G1000003', 'characters', 'warn', /que des chiffres/],
  ['2C1000003', 'characters', 'warn'],
  ['A91000019', 'characters', 'warn'],
  ['99100001X', 'characters', 'warn'],
  ['9910000X', 'characters', 'warn'],
];

const rpps: readonly Case[] = [
  ['99900000011', 'ok', 'ok'],
  ['99900000029', 'ok', 'ok'],
  ['999 0000 0029', 'ok', 'ok'],
  ['99900000012', 'key', 'warn', /clé 2 .*1 attendu/],
  ['', 'empty', 'error'],
  ['991000019', 'not-rpps', 'error', /numéro AM ou ADELI/],
  ['9990000001', 'length', 'error', /10 caractères sur 11/],
  ['9990000001A', 'characters', 'error'],
];

const finess: readonly Case[] = [
  ['990000002', 'ok', 'ok'],
  ['2A0000006', 'ok', 'ok'],
  ['2a0000006', 'ok', 'ok'],
  ['990000003', 'key', 'warn', /2 attendu/],
  ['2A0000007', 'key', 'warn', /6 attendu/],
  ['', 'empty', 'error'],
  ['99000000', 'length', 'error', /il en manque 1/],
  ['99900000000011', 'siret', 'error', /SIRET/],
  ['9B0000006', 'characters', 'error', /Corse/],
];

const adeli: readonly Case[] = [
  ['991000019', 'decommissioned', 'warn', /disparu en 2024/],
  ['2A1000005', 'decommissioned', 'warn'],
  ['99900000011', 'rpps', 'error', /RPPS/],
  ['', 'empty', 'error'],
  ['9910', 'length', 'error'],
  ['99100001X', 'characters', 'error'],
];

const ins: readonly Case[] = [
  ['255081416802538', 'ok', 'ok'],
  ['2 84 05 2A 321 025 52', 'ok', 'ok'],
  ['2550814168025', 'key-missing', 'error', /manque la clé/],
  ['255081416802539', 'key', 'error'],
  ['7101312345678', 'provisional', 'error', /provisoire n’est pas un matricule/],
  ['', 'empty', 'error'],
  ['25508', 'length', 'error', /5 caractères : un matricule INS en a 15/],
];

const tables = {
  nir: [nir, checkNir],
  am: [am, checkNumeroAm],
  rpps: [rpps, checkRpps],
  finess: [finess, checkFiness],
  adeli: [adeli, checkAdeli],
  ins: [ins, (text: string) => checkIns(text)],
} as const;

announce(
  'identifiers',
  Object.values(tables).reduce((sum, [cases]) => sum + cases.length, 0),
);

for (const [name, [cases, check]] of Object.entries(tables)) {
  describe(name, () => {
    for (const [text, code, level, says] of cases) {
      it(`${JSON.stringify(text)} is ${code}`, () => {
        const verdict = check(text);
        expect(verdict).toMatchObject({ code, level, ok: level === 'ok' });
        expect(verdict.message).toMatch(says ?? /^[A-ZÀ0-9][^]*\.$/);
      });
    }
  });
}

describe('the keys', () => {
  it('Luhn finds any single wrong digit', () => {
    const right = '991000019';
    for (let at = 0; at < right.length; at++) {
      for (let digit = 0; digit <= 9; digit++) {
        const typed = right.slice(0, at) + digit + right.slice(at + 1);
        expect(luhn(typed) === 0).toBe(typed === right);
      }
    }
    expect(luhnKey('99100001')).toBe(9);
    expect(luhn('9910-0001')).toBe(-1);
  });

  it('that of the NIR agrees with big integers, Corsica included', () => {
    const reference = (number: string) =>
      97 - Number(BigInt(number.replace('2A', '19').replace('2B', '18')) % 97n);
    for (const number of [
      '2840588321025',
      '284052A321025',
      '284052B321025',
      '1860299215325',
      '1990101001001',
    ]) {
      expect(nirKey(number)).toBe(reference(number));
    }
  });
});

describe('the authority of an INS matricule', () => {
  const matricule = '255081416802538';

  it('accepts that of the NIR, warns of test ones, refuses others', () => {
    expect(checkIns(matricule, insOids.nir)).toMatchObject({ ok: true });
    expect(checkIns(matricule, insOids.test)).toMatchObject({ level: 'warn', code: 'test' });
    expect(checkIns(matricule, insOids.demonstration)).toMatchObject({ level: 'warn', code: 'test' });
    expect(checkIns(matricule, '1.2.3')).toMatchObject({ level: 'error', code: 'oid' });
  });

  it('lets a waiting number pass under its own authority only', () => {
    const thirteen = '3550814168025';
    const waiting = thirteen + String(nirKey(thirteen)).padStart(2, '0');
    expect(checkIns(waiting, insOids.nia)).toMatchObject({ ok: true });
    expect(checkIns(waiting, insOids.nir)).toMatchObject({ code: 'waiting' });
    expect(checkIns(waiting)).toMatchObject({ code: 'waiting' });
  });
});
