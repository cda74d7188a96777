import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPasted } from '../../cases/pasted.ts';

const own = { numeroAm: '991000019', rpps: '99900000011' };
const read = (text: string) => readPasted(text, { own, today: '2026-11-26' });

const answer = `De : Secrétariat de dermatologie
Objet : réponse à votre demande du 24/11/2026

Cher confrère, chère consœur,
Concernant Mme DESMAUX Nathalie, née le 15/06/1955, NIR 2 55 06 99 999 999 34 :
nævus atypique, exérèse sous trois semaines. Contrôle le 10 janvier 2027.

Dr Claire NOËL
Dermatologie, 12 rue des Lilas 69003 LYON
Tél. 04 00 00 00 12 – RPPS 99900000128
N° AM : 99 1 00011 8`;

describe('a pasted answer', () => {
  it('gives the expert, his numbers and the day of the request, and nothing of the patient', () => {
    expect(read(answer)).toEqual({
      people: [{ name: 'Dr Claire NOËL', numeroAm: '991000118', rpps: '99900000128' }],
      dates: ['2026-11-24'],
    });
  });

  it.each(['991000118', '991 000 118', '99 1 00011 8', '991.000.118', '991 000 118'])(
    'reads the number as %s',
    (number) => expect(read(`Docteur Claire NOËL, ${number}`).people[0]?.numeroAm).toBe('991000118'),
  );

  it('never offers the user himself, whose block may stand in the same text', () => {
    const both = `Dr Jeanne MARTIN, AM 991000019, RPPS 99900000011\nDr Hugo MERCIER, AM 991000225`;
    expect(read(both).people).toEqual([{ name: 'Dr Hugo MERCIER', numeroAm: '991000225', rpps: '' }]);
    expect(read('Dr Jeanne MARTIN, AM 991000019. Mon confrère : AM 991000225').people[0]?.name).toBe('');
  });

  it('keeps each number with the name that stands before it', () => {
    expect(read('Dr Claire NOËL AM 991000118 ; Pr Hugo MERCIER AM 991000225').people).toEqual([
      { name: 'Dr Claire NOËL', numeroAm: '991000118', rpps: '' },
      { name: 'Pr Hugo MERCIER', numeroAm: '991000225', rpps: '' },
    ]);
  });

  it('says an RPPS where it is all there is', () => {
    expect(read('Dr Claire NOËL, RPPS 99900000128').people).toEqual([
      { name: 'Dr Claire NOËL', numeroAm: '', rpps: '99900000128' },
    ]);
  });
});

describe('what is no number of the other side', () => {
  it.each([
    ['a telephone', 'Tél. 04 72 11 22 33, fax 04.72.11.22.34'],
    ['a NIR', 'NIR 2 55 06 99 999 999 34'],
    ['a date and an hour', 'le 24/11/2026 à 10 h 30'],
    ['nine digits with a wrong key and no word for them', 'Dossier 991000119'],
    ['an establishment', 'FINESS 991000118'],
    ['an amount', '1 000 000,00 €'],
    ['part of a longer number', 'IBAN FR76 3000 4000 0312 3456 7890 143'],
  ])('is not read: %s', (_, text) => expect(read(text).people).toEqual([]));
});

describe('the day of the request', () => {
  it('is what the words around it say, before any other day', () => {
    expect(read('Réponse du 26/11/2026. Vous m’avez sollicité le 2 novembre 2026.').dates).toEqual([
      '2026-11-02',
      '2026-11-26',
    ]);
  });

  it('is never a birth date, a day to come, an old one, or none at all', () => {
    expect(
      read('née le 15/06/2026, contrôle le 01/12/2026, opérée le 03/03/2019, le 31/02/2026').dates,
    ).toEqual([]);
  });
});

it('any text at all is read without a stumble, and only right numbers come out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      for (const { numeroAm, rpps } of read(text).people) {
        expect(numeroAm).toMatch(/^$|^.{9}$/);
        expect(rpps).toMatch(/^$|^\d{11}$/);
      }
    }),
  );
});
