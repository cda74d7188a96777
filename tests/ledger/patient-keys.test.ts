import { expect, test } from 'vitest';
import { patientKeysOf } from '../../ledger/patient-keys.ts';

const zephyrine = {
  marker: '65407357',
  lastName: 'CANARINETTE',
  firstName: 'Zéphyrine',
  birthDate: '1955-08-02',
  nir: '2550814168025',
  from: 'page' as const,
};

test('a person is known by the software’s number first, then by the NIR', () => {
  expect(patientKeysOf('weda', zephyrine)).toEqual(['weda:65407357', 'nir:2550814168025']);
});

test('the NIR is the same word with its key, with spaces, in lower case, or as INS', () => {
  const nir = 'nir:285032A168025';
  const corsican = { marker: null, birthDate: '1985-03-02', from: 'page' } as const;
  expect(patientKeysOf('weda', { ...corsican, nir: '2 85 03 2a 168 025 38' })).toEqual([nir]);
  expect(patientKeysOf('weda', { ...corsican, ins: '285032A16802538' })).toEqual([nir]);
});

test('children read under a parent’s NIR are not one another, nor the parent', () => {
  const children = { marker: null, birthDate: '2019-01-30', nir: '2550814168025', from: 'page' } as const;
  const [leo, lea] = [
    patientKeysOf('weda', { ...children, firstName: 'Léo Paul' }),
    patientKeysOf('weda', { ...children, firstName: 'LEA' }),
  ];
  expect(leo).toEqual(['nir:2550814168025+2019-01-30+leo']);
  expect(lea).not.toEqual(leo);
  expect(patientKeysOf('weda', children)).toEqual([]);
});

test('a NIR alone, or one that is not whole, names nobody', () => {
  expect(patientKeysOf('weda', { marker: null, nir: '2550814168025', from: 'page' })).toEqual([]);
  expect(patientKeysOf('weda', { ...zephyrine, nir: '25508' })).toEqual(['weda:65407357']);
});
