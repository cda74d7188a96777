import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carePathWord, concerns, modeWord } from '../../sites/vocabulary/choices.ts';
import { labelOf } from '../../sites/vocabulary/label.ts';
import { concepts } from '../../sites/vocabulary/lexicon.ts';
import { namedBy, sectionNamed } from '../../sites/vocabulary/match.ts';
import { headings, listed } from '../../sites/vocabulary/places.ts';
import { words } from '../../sites/vocabulary/words.ts';

/** Concepts a label names best, and how well. */
const best = (text: string): string[] => {
  const hits = namedBy(text);
  const most = Math.max(0, ...hits.map(({ points }) => points));
  return [...new Set(hits.filter(({ points }) => points === most).map(({ concept }) => concept.id))].sort();
};
const phrases = concepts
  .flatMap(({ words: some, alone }) => [...listed(some), ...listed(alone)])
  .filter(Boolean);

describe('the words of a label', () => {
  it.each([
    ['N° AM', 'numero am'],
    ['n°AM :', 'numero am'],
    ['Nº FINESS', 'numero finess'],
    ['No facturation', 'numero facturation'],
    ['num. AM', 'numero am'],
    ['Dépassement (€)', 'depassement'],
    ['  Date\u00a0d’exécution * ', 'date d execution'],
    ['Quantite\u0301', 'quantite'],
    ['Nom de naissance (obligatoire)', 'nom de naissance'],
    ['CŒUR', 'coeur'],
    ['Montant €', 'montant'],
    ['No', 'no'],
    ['***', ''],
  ])('%j are %j', (text, said) => expect(words(text)).toBe(said));

  it('are none where a text is too long to be a label', () => {
    expect(words('montant '.repeat(12))).toBe('');
    expect(words('montant '.repeat(11).trim())).not.toBe('');
  });
});

describe('what a label names', () => {
  it.each([
    ['N° AM', ['prescripteur.numero']],
    ['Numéro AM, code FINESS', ['prescripteur.numero']],
    ['Dépassement', ['acte.depassement']],
    ['Date de naissance', ['patient.naissance']],
    ['Motif : une question précise', ['demande.motif']],
    ['TP AMO', ['tp.amo']],
  ])('%s', (text, fields) => expect(best(text)).toEqual(fields));

  it.each([
    // False friends: near ours, and not ours.
    ['Médecin traitant', ['autre.traitant']],
    ['Accord préalable', ['autre.accord']],
    ['Mode de règlement', ['autre.reglement']],
    ['Code postal', ['autre.numero']],
    ['N° de téléphone', ['autre.numero']],
    ['Code postal de naissance', ['autre.identite']],
    ['Télétransmission AMC', ['autre.teletransmission']],
  ])('%s is somebody else’s', (text, decoys) => expect(best(text)).toEqual(decoys));

  it.each([
    'Couleur',
    'Imprimante du secrétariat',
    'Date de début',
    'Montant minimal',
    'Numéro de poste',
    '',
  ])('%j is nothing', (text) => expect(namedBy(text)).toEqual([]));

  it('is less believed inside a longer label than alone', () => {
    const points = (text: string) =>
      namedBy(text).find(({ concept }) => concept.id === 'acte.quantite')?.points;
    expect([points('Quantité'), points('Quantité prescrite'), points('La quantité')]).toEqual([3, 2, 1]);
  });

  it('is not looked for in a text that tells or explains', () => {
    expect(namedBy(`Motif, ${'x'.repeat(300)}`)).toEqual([]);
    expect(namedBy(`${'motif, '.repeat(100_000)}`)).toEqual([]);
  });
});

describe('a glance along a text', () => {
  const word = fc.constantFrom(
    ...new Set(phrases.flatMap((phrase) => phrase.split(' '))),
    'Durée',
    'secrétariat',
    'N°',
    'n°AM',
    '€',
    '12',
    '(obligatoire)',
    'cœur',
    'É',
    'e\u0301',
    'K',
    '№',
  );
  const gap = fc.constantFrom(' ', '  ', '-', ' : ', ', ', '/', '’', '\u00a0', ' (', ') ', '*', '\n');
  const text = fc
    .array(fc.tuple(fc.oneof(word, word, fc.constantFrom(...phrases), fc.string({ maxLength: 8 })), gap), {
      maxLength: 9,
    })
    .map((parts) => parts.flat().join(''));

  it('never passes by what names something, and knows a number from a label', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((some) => some.toUpperCase()),
          fc.string({ unit: 'grapheme', maxLength: 60 }),
        ),
        (some) => {
          const label = labelOf(some);
          const said = words(some);
          expect(label.hits.length).toBe(namedBy(some).length);
          expect(label.section).toBe(sectionNamed(said));
          expect(label.mute).toBe(said === '');
          expect(label.digits).toBe(/^\d+$/.test(said));
          if (label.plain) expect(namedBy(some)).toEqual([]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('passes by nearly all that is not ours, and by nothing of ours', () => {
    for (const phrase of [...phrases, ...Object.values(headings).flatMap((list) => listed(list))])
      expect(labelOf(phrase).hot, phrase).toBe(true);
    const noise = ['Seuil du courrier 3', 'Numéro de poste du fax 2', 'Date de fin du bilan 1', 'Préfixe'];
    expect(noise.filter((some) => !labelOf(some).plain)).toEqual([]);
  });
});

describe('the choices of a list', () => {
  it('are a mode where they can be nothing else', () => {
    expect(concerns(['SESAM Vitale', 'SESAM sans Vitale', 'Dégradé'])).toBe('mode');
    expect(concerns(['Carte bancaire', 'Chèque', 'Espèces'])).toBeNull();
    expect(concerns(['Sans Vitale'])).toBeNull();
  });

  it('are a care path where four of them are', () => {
    expect(concerns(['Médecin traitant', 'Orienté par le MT', 'Urgence', 'Hors parcours'])).toBe('parcours');
    expect(concerns(['Urgence', 'Consultation', 'Visite'])).toBeNull();
  });

  it('say a word of the model, or one that is not judged, or nothing', () => {
    expect(['SESAM sans Vitale', 'Carte Vitale', 'Mode dégradé', 'Papier', 'Bleu'].map(modeWord)).toEqual([
      'sans-vitale',
      'vitale',
      'degrade',
      '',
      undefined,
    ]);
    expect(
      ['Hors accès direct spécifique', 'Accès direct spécifique', 'Orienté par le MT'].map(carePathWord),
    ).toEqual(['hors-parcours', 'acces-direct', 'oriente']);
  });
});
