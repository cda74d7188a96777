import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cues } from '../../rules/urgency/cues/lists.ts';
import { urgencyCategories } from '../../rules/urgency/lexicon/categories.ts';
import { readUrgency, type UrgencyHit } from '../../rules/urgency/read.ts';
import { urgencySources } from '../../rules/urgency/sources.ts';

const why = (text: string, options = {}): Record<string, UrgencyHit['why']> =>
  Object.fromEntries(readUrgency(text, options).hits.map((hit) => [hit.phrase, hit.why]));
const counts = (text: string, options = {}): string[] =>
  readUrgency(text, options).urgent.map((hit) => hit.phrase);

describe('the traps of the billing reference, §9', () => {
  it.each<[string, string, Record<string, UrgencyHit['why']>]>([
    ['negation before', 'pas de douleur thoracique', { 'douleur thoracique': 'negated' }],
    ['negation after', 'douleur thoracique : non', { 'douleur thoracique': 'negated' }],
    ['past history', "ATCD d'AVC en 2019, stable", { AVC: 'past' }],
    [
      'past history, and a new sign',
      "ATCD d'AVC, ce matin trouble de la parole",
      { AVC: 'past', 'trouble de la parole': 'active' },
    ],
    ['family', "père décédé d'un infarctus", { infarctus: 'family' }],
    ['an old call', 'adressé par le SAMU en 2024', { SAMU: 'past' }],
    ['after a stay in hospital', 'suite hospitalisation pour SCA', { SCA: 'past' }],
    ['pseudo-negation, not ruled out', "ne permet pas d'éliminer un SCA", { SCA: 'active' }],
    ['pseudo-negation, non exclu', 'SCA non exclu', { SCA: 'active' }],
    ["pseudo-negation, n'exclut pas", "L'ECG n'exclut pas un SCA", { SCA: 'active' }],
    ['pseudo-negation, sans doute', 'sans doute un SCA', { SCA: 'active' }],
    ['hypothesis, suspicion', "suspicion d'AVC", { AVC: 'active' }],
    ['hypothesis, question', 'AVC ?', { AVC: 'active' }],
    [
      'conditional advice',
      'en cas de douleur thoracique appeler le 15',
      { 'douleur thoracique': 'conditional', 'appeler le 15': 'conditional' },
    ],
    ['the known hole of NegEx', 'pas eu de perte de connaissance', { 'perte de connaissance': 'negated' }],
  ])('%s', (_, text, expected) => {
    expect(why(text)).toEqual(expected);
  });

  it('the child who is the patient is not the family', () => {
    const text = 'Avis pour une urgence : sa fille ne respire plus';
    expect(counts('ma fille ne respire plus')).toEqual(['ne respire plus']);
    expect(counts("l'enfant a eu une perte de connaissance ce matin")).toEqual(['perte de connaissance']);
    expect(counts(text, { patientIsChild: true })).toEqual(['ne respire plus']);
    expect(why('Sa fille a fait une embolie pulmonaire', { patientIsChild: false })).toEqual({
      'embolie pulmonaire': 'family',
    });
    expect(why('Sa fille a fait une embolie pulmonaire', { patientIsChild: true })).toEqual({
      'embolie pulmonaire': 'active',
    });
    expect(why('Son frère a fait un AVC', { patientIsChild: true })).toEqual({ AVC: 'family' });
  });

  it.each([
    [
      'neuro',
      ['AVC', 'AIT', 'déformation de la bouche', 'paralysie', 'paralysie faciale', "faiblesse d'un côté"],
    ],
    [
      'neuro',
      ["engourdissement d'un côté", 'trouble de la parole', "perte de la vue d'un œil", 'vision double'],
    ],
    ['neuro', ['céphalée brutale intense']],
    [
      'cardio',
      ['douleur thoracique', 'douleur dans la poitrine', 'syndrome coronarien aigu', 'SCA', 'infarctus'],
    ],
    ['cardio', ['arrêt cardiaque']],
    [
      'respiratoire',
      ['difficulté à respirer', 'dyspnée aiguë', 'cyanose', 'ne respire plus', 'détresse respiratoire'],
    ],
    ['conscience', ['inconscient', 'perte de connaissance', 'malaise grave', 'coma']],
    ['hemorragie', ['saigne beaucoup', 'hémorragie']],
    ['trauma-brulure', ['brûlé', 'accident avec blessés', 'défenestration', 'chute de hauteur']],
    [
      'infectieux',
      ['purpura fébrile', 'purpura fulminans', 'purpura extensif', 'purpura nécrotique', 'marbrures'],
    ],
    ['infectieux', ["ne s'effaçant pas à la vitropression", 'état de choc']],
    ['dermato-fievre', ['fièvre avec éruption', 'éruption généralisée aiguë']],
    ['regulation', ['SAMU', 'SMUR', 'appel au 15', 'engagement immédiat', 'P0']],
  ])('%s: every wording of the table counts alone (%#)', (category, terms) => {
    for (const term of terms) {
      const { urgent } = readUrgency(term);
      expect(
        urgent.map((hit) => hit.category),
        term,
      ).toEqual([category]);
    }
  });

  it.each([
    ['psychiatrie', 'idées suicidaires ce jour'],
    ['obstetrique', 'métrorragies abondantes ce matin'],
    ['obstetrique', 'baisse des mouvements fœtaux'],
    ['obstetrique', 'éclampsie'],
    ['ophtalmologie', 'œil rouge douloureux'],
    ['ophtalmologie', "baisse brutale d'acuité visuelle"],
    ['urologie', 'torsion testiculaire'],
    ['nourrisson-febrile', 'nourrisson fébrile'],
  ])('%s has no source: found, never counted (%s)', (category, text) => {
    const { hits, urgent } = readUrgency(text);
    expect(hits.map((hit) => [hit.category, hit.why])).toContainEqual([category, 'category-off']);
    expect(urgent).toEqual([]);
  });
});

describe('what a hit says', () => {
  it('its words as written, its place, its category, its source', () => {
    const text = 'Motif : Douleur\nThoracique depuis 1 h';
    const [hit] = readUrgency(text).hits;
    expect(hit).toEqual({
      phrase: 'Douleur\nThoracique',
      start: 8,
      end: 26,
      category: 'cardio',
      categoryLabel: 'Cardiologie, douleur thoracique',
      counted: true,
      why: 'active',
      source: 'chu-toulouse-samu',
    });
  });

  it('places that hold behind emoji and combined accents', () => {
    const text = '🚑🚑 De\u0301tresse respiratoire 🚑';
    const [hit] = readUrgency(text).hits;
    expect(hit && text.slice(hit.start, hit.end)).toBe('De\u0301tresse respiratoire');
  });

  it('joins a word cut at the end of a line', () => {
    expect(counts('douleur thora-\ncique')).toEqual(['douleur thora-\ncique']);
  });
});

describe('one typing error in a long word', () => {
  it.each([
    ['a letter wrong', 'douleur thorasique'],
    ['a letter too many', 'douleur thoraciique'],
    ['a letter missing', 'hémoragie digestive'],
    ['two letters swapped', 'infractus'],
    ['in the cue', 'antécedant de coma, douleur toracique ce jour'],
  ])('%s is understood', (_, text) => {
    expect(counts(text)).toHaveLength(1);
  });

  it('not two errors, not in a short word, not a real word', () => {
    for (const text of [
      'douleur thorzsiqe',
      'AVS',
      'comas à',
      'patient chic',
      'pustule soignante beaucoup',
    ]) {
      expect(
        counts(text).filter((phrase) => phrase !== 'comas'),
        text,
      ).toEqual([]);
    }
    expect(counts('visage symétrique depuis ce matin')).toEqual([]);
    expect(counts('visage asymétrique depuis ce matin')).toEqual(['visage asymétrique']);
  });

  it('any of them, in any long word of a term', () => {
    const terms = ['infarctus', 'hémorragie', 'défenestration', 'anaphylaxie', 'convulsions', 'inconscient'];
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    fc.assert(
      fc.property(
        fc.constantFrom(...terms),
        fc.nat(),
        fc.nat(25),
        fc.constantFrom('swap', 'insert', 'delete', 'replace'),
        (term, place, letter, error) => {
          const at = place % (term.length - 1);
          const typed = letters.charAt(letter);
          const wrong = {
            swap: term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2),
            insert: term.slice(0, at) + typed + term.slice(at),
            delete: term.slice(0, at) + term.slice(at + 1),
            replace: term.slice(0, at) + typed + term.slice(at + 1),
          }[error];
          expect(counts(`Patient de 70 ans, ${wrong} ce matin`), wrong).toHaveLength(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('dates', () => {
  it('of these days are present when today is known', () => {
    const text = 'Perte de connaissance le 22/11/2026';
    expect(why(text)).toEqual({ 'Perte de connaissance': 'past' });
    expect(why(text, { today: '2026-11-23' })).toEqual({ 'Perte de connaissance': 'active' });
    expect(why(text, { today: '2027-01-23' })).toEqual({ 'Perte de connaissance': 'past' });
  });

  it('of birth are none', () => {
    expect(counts('Patient né le 12/03/1950, douleur thoracique')).toHaveLength(1);
    expect(counts('Patient né en 1950 avec douleur thoracique')).toHaveLength(1);
  });

  it.each(['rendez-vous le 15/03', 'à revoir le 15 mars', 'rappeler le 15 janvier', 'dose de 15 mg'])(
    'are not the 15: %s',
    (text) => {
      expect(readUrgency(text).hits).toEqual([]);
    },
  );
});

describe('on any text', () => {
  const words = [
    ...urgencyCategories.flatMap((category) => category.groups.flatMap((group) => group.terms)),
    ...Object.values(cues).flat(),
  ].flatMap((phrase) => phrase.split(' ').map((slot) => slot.split('|')[0] ?? ''));
  const fragment = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(
      'ATCD',
      'Motif',
      ':',
      ',',
      '.',
      ';',
      '?',
      '(',
      ')',
      '-',
      '\n',
      '\n\n',
      '\t',
      '2019',
      '15/03',
      '0',
      '’',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .tuple(fc.array(fragment, { maxLength: 60 }), fc.constantFrom(' ', '', '\n'))
      .map(([parts, glue]) => parts.join(glue)),
  );

  it('it answers, and what it answers holds together', () => {
    const categories = new Map(urgencyCategories.map((category) => [category.id, category]));
    const sources = new Set(urgencySources.map((source) => source.id));
    fc.assert(
      fc.property(text, fc.boolean(), (written, patientIsChild) => {
        const { hits, urgent } = readUrgency(written, { patientIsChild });
        let last = 0;
        for (const hit of hits) {
          expect(hit.start).toBeGreaterThanOrEqual(last);
          expect(hit.end).toBeGreaterThan(hit.start);
          expect(written.slice(hit.start, hit.end)).toBe(hit.phrase);
          expect(hit.counted).toBe(hit.why === 'active');
          expect(hit.why === 'category-off').toBe(categories.get(hit.category)?.on === false);
          expect(sources.has(hit.source)).toBe(true);
          last = hit.end;
        }
        expect(urgent).toEqual(hits.filter((hit) => hit.counted));
        expect(readUrgency(written, { patientIsChild }).hits).toEqual(hits);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['one cue, 5 000 times', 'pas '.repeat(5_000)],
    ['one letter, 20 000 times', 'a'.repeat(20_000)],
    ['line ends', '\n'.repeat(20_000)],
    ['emoji', '🚑'.repeat(10_000)],
    ['brackets never closed', '('.repeat(20_000)],
    ['lone surrogates', '\ud83d'.repeat(20_000)],
    ['one long number', '1'.repeat(20_000)],
    ['initials', 'a.'.repeat(10_000)],
    ['zero-width spaces', 'a\u200b'.repeat(10_000)],
  ])('%s is no urgency', (_, written) => {
    expect(readUrgency(written).hits).toEqual([]);
  });

  it('a term 5 000 times over is 5 000 hits', () => {
    expect(readUrgency('coma, '.repeat(5_000)).urgent).toHaveLength(5_000);
  });
});
