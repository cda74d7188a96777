import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, fold, frenchDate, holdsWords, isoDate, labelWords, number } from '../../sites/normalise.ts';

describe('dates', () => {
  it.each([
    ['12/03/2026', '2026-03-12'],
    [' 1/2/2026 ', '2026-02-01'],
    ['29-02-2028', '2028-02-29'],
    ['2026-11-22', '2026-11-22'],
  ])('reads %s', (text, iso) => expect(isoDate(text)).toBe(iso));

  it.each([
    '31/02/2026',
    '29/02/2026',
    '12/13/2026',
    '00/01/2026',
    '12/03/26',
    'né le 12/03/2026',
    '',
    '2026-02-30',
  ])('does not read « %s »', (text) => expect(isoDate(text)).toBeUndefined());

  it('is typed as it is read', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          return isoDate(frenchDate(iso)) === iso;
        },
      ),
    );
  });
});

describe('amounts', () => {
  it.each([
    ['10.00', 1000],
    ['10,5', 1050],
    ['0.00', 0],
    ['1 234,56 €', 123456],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['1 234', 123400],
    ['-3,20', -320],
  ])('reads %s', (text, value) => expect(cents(text)).toBe(value));

  it.each(['', 'dix', '10.00 x 2', '1,2,3', '10..0'])('does not read « %s »', (text) =>
    expect(cents(text)).toBeUndefined(),
  );

  it('never loses a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        const euros = (value / 100).toFixed(2);
        return cents(euros) === value && cents(`${euros.replace('.', ',')} €`) === value;
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    ['1', 1],
    ['1.00', 1],
    ['0,5', 0.5],
    ['1 000', 1000],
  ])('reads %s', (text, value) => expect(number(text)).toBe(value));
  it.each(['', 'un', '1/2'])('does not read « %s »', (text) => expect(number(text)).toBeUndefined());
});

describe('words', () => {
  it('are the same whatever the case, accents, apostrophes and spaces', () => {
    expect(fold('  Sécurisé\u00a0à  l’œil ')).toBe("securise a l'oeil");
    expect(holdsWords('Tiers payant : AMO (100 %)', 'amo')).toBe(true);
    expect(holdsWords('Hors accès direct', 'accès direct')).toBe(true);
    expect(holdsWords('camomille', 'amo')).toBe(false);
  });

  it.each([
    ['N° AM :', 'numero am'],
    ['Nº AM *', 'numero am'],
    ['No. AM', 'numero am'],
    ['no AM', 'numero am'],
    ['Num. AM', 'numero am'],
    ['• Numéro AM (obligatoire)', 'numero am'],
    ['Numéro AM / FINESS ?', 'numero am/finess'],
    ['keyboard_arrow_right RPPS', 'rpps'],
    ['Nom du prescripteur', 'nom du prescripteur'],
    ['Notaire', 'notaire'],
  ])('of the label « %s » are compared as « %s »', (text, words) => expect(labelWords(text)).toBe(words));
});
