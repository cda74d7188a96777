import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCalendarDate,
  readCents,
  readCodes,
  readCount,
  readDate,
  readNir,
  readNumber,
} from '../../ledger/import/values.ts';

describe('dates', () => {
  it.each([
    ['12/03/2026', '2026-03-12'],
    ['1/3/2026', '2026-03-01'],
    ['12-03-2026', '2026-03-12'],
    ['12.03.2026', '2026-03-12'],
    ['12/03/26', '2026-03-12'],
    ['2026-03-12', '2026-03-12'],
    ['2026/3/2', '2026-03-02'],
    ['12/03/2026 14:30', '2026-03-12'],
    ['2026-03-12T14:30:00', '2026-03-12'],
    ['2026-03-31T22:30:00.000Z', '2026-04-01'],
    ['2026-03-12T00:00:00Z', '2026-03-12'],
    ['20260312', '2026-03-12'],
    ['12032026', '2026-03-12'],
    ['12 mars 2026', '2026-03-12'],
    ['jeudi 12 mars 2026', '2026-03-12'],
    ['1er août 2026', '2026-08-01'],
    ['12 févr. 2026', '2026-02-12'],
    ['46093', '2026-03-12'],
    ['="12/03/2026"', '2026-03-12'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (cell, day) => expect(readDate(cell)).toBe(day));

  it.each(['', '  ', '-', 'NULL', 'n/a'])('%j is empty', (cell) => expect(readDate(cell)).toBeNull());

  it.each([
    '29/02/2026',
    '31/04/2026',
    '12/13/2026',
    '00/00/0000',
    '2026-13-01',
    '12/03/0206',
    'hier',
    '123',
    '12/03',
  ])('%s is not read', (cell) => expect(readDate(cell)).toBeUndefined());

  it('a birth date of two digits is of either century; of four, of any living person', () => {
    expect(readDate('14/02/58', { order: 'dmy', birth: true })).toBeUndefined();
    expect(readDate('14/02/1928', { order: 'dmy', birth: true })).toBe('1928-02-14');
    expect(readDate('14/02/1928')).toBeUndefined();
  });

  it('gives back every day it is given, in each style, and no other', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(isCalendarDate(iso)).toBe(true);
        expect(readDate(iso)).toBe(iso);
        expect(readDate(iso.split('-').reverse().join('/'))).toBe(iso);
        expect(readDate(iso.replaceAll('-', ''))).toBe(iso);
      }),
    );
  });
});

describe('amounts, in cents', () => {
  it.each([
    ['10,00', 1000],
    ['10.00', 1000],
    ['10', 1000],
    ['10,5', 1050],
    ['0', 0],
    ['10,00 €', 1000],
    ['10,00\u00a0€', 1000],
    ['€ 10.00', 1000],
    ['27,60 EUR', 2760],
    ['1 234,50', 123_450],
    ['1\u202f234,50', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234.567', 123_456_700],
    ['10.0000', 1000],
    ['-10,00', -1000],
    ['10,00-', -1000],
    ['−10,00 €', -1000],
    ['(10,00)', -1000],
    ['+10,00', 1000],
  ])('%s', (cell, cents) => expect(readCents(cell)).toBe(cents));

  it.each([
    '1.234',
    '10,005',
    '1O,00',
    '10 00',
    '10,00,00',
    '1e3',
    '#REF!',
    'dix',
    '10/2',
    '--10',
    '1 23,00',
  ])('%s is not read', (cell) => expect(readCents(cell)).toBeUndefined());
  it('an empty cell is empty', () => expect([readCents(''), readCents(' - ')]).toEqual([null, null]));

  it('gives back every amount as French and other software writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const amount = cents / 100;
        expect(readCents(amount.toFixed(2))).toBe(cents);
        expect(readCents(amount.toFixed(2).replace('.', ','))).toBe(cents);
        const french = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(amount);
        expect(readCents(french)).toBe(cents);
        expect(readCents(new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(amount))).toBe(
          cents,
        );
        expect(readCents(new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(amount))).toBe(
          cents,
        );
      }),
    );
  });
});

describe('codes', () => {
  it.each([
    ['RQD', [{ code: 'RQD' }]],
    [' rqd ', [{ code: 'RQD' }]],
    ['RQD x2', [{ code: 'RQD', quantity: 2 }]],
    ['2 RQD', [{ code: 'RQD', quantity: 2 }]],
    ['RQD 2', [{ code: 'RQD', quantity: 2 }]],
    ['AMK 7,5', [{ code: 'AMK' }]],
    ['TE2 (23,00 €)', [{ code: 'TE2' }]],
    ['RQD - Demande d’avis', [{ code: 'RQD' }]],
    ['G + MD', [{ code: 'G' }, { code: 'MD' }]],
    ['G/MEG', [{ code: 'G' }, { code: 'MEG' }]],
    ['DEQP003', [{ code: 'DEQP003' }]],
  ])('%s', (cell, codes) => expect(readCodes(cell)).toEqual(codes));

  it.each(['Certificat médical', '??', '12', 'R.Q.D avec avis', 'RQD1', 'TE22'])('%s is no code', (cell) => {
    expect(readCodes(cell)).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each([
    ['991000027', '991000027'],
    ['99 1 00002 7', '99 1 00002 7'],
    ['="091000027"', '091000027'],
    ["'091000027", '091000027'],
    ['991000027,00', '991000027'],
    ['2A1000027', '2A1000027'],
    ['10101234567', '10101234567'],
  ])('%s', (cell, number) => expect(readNumber(cell)).toBe(number));

  it.each(['9,91E+08', 'Dr MODELE', 'MODELE 991000027'])('%s is not read', (cell) => {
    expect(readNumber(cell)).toBeUndefined();
  });
  it('what Excel made of a NIR is not read', () => expect(readNir('2,55081E+14')).toBeUndefined());
  it('counts', () =>
    expect(['1', '2,0', '1.5', '', 'un'].map(readCount)).toEqual([1, 2, 1.5, null, undefined]));
});
