/** What an option most likely means, so that the user only confirms. What is not recognised is asked. */
import { fold } from '../normalise.ts';
import type { FieldId } from '../model.ts';

type Meaning = readonly [RegExp, string | boolean];

const mode: Meaning[] = [
  [/degrad/, 'degrade'],
  [/sans (la )?(carte )?vitale|\bssv\b/, 'sans-vitale'],
  [/vitale/, 'vitale'],
];
/** « Hors » and « non » first: they hold the words of what they deny. */
const carePath: Meaning[] = [
  [/exclusion/, 'exclusion'],
  [/hors acces|hors parcours|non[- ]respect/, 'hors-parcours'],
  [/oriente/, 'oriente'],
  [/acces direct/, 'acces-direct'],
  [/urgence/, 'urgence'],
  [/hors residence|substitution|recemment installe|zone sous/, 'autre'],
  [/medecin traitant|\bmt\b/, 'medecin-traitant'],
];
const yesNo: Meaning[] = [
  [/^oui$/, true],
  [/^non$/, false],
];

const meanings: Partial<Record<FieldId, Meaning[]>> = {
  mode,
  parcours: carePath,
  'tp.amo': yesNo,
  'tp.amc': yesNo,
};

/** What must be told of a choice before it can be written: any one of the words. */
export const neededWords: Partial<Record<FieldId, ReadonlyArray<string | boolean>>> = {
  mode: ['sans-vitale', 'degrade'],
  parcours: ['exclusion'],
  'tp.amo': [true, false],
  'tp.amc': [true, false],
};

export function meaningOf(field: FieldId, text: string): string | boolean | undefined {
  const folded = fold(text);
  return meanings[field]?.find(([pattern]) => pattern.test(folded))?.[1];
}

/** Option texts → model words. Two texts for one written word would be a guess at writing: neither is kept. */
export function valuesOf(field: FieldId, texts: readonly string[]): Record<string, string | boolean> {
  const told = texts.flatMap((text) => {
    const word = text.trim() === '' ? undefined : meaningOf(field, text);
    return word === undefined ? [] : [[text, word] as const];
  });
  const needed = neededWords[field] ?? [];
  return Object.fromEntries(
    told.filter(
      ([, word]) => !needed.includes(word) || told.filter(([, other]) => other === word).length === 1,
    ),
  );
}

/** Words of the lists met in practice software, exact: a list that says it otherwise is not written. */
const usual: Partial<Record<FieldId, Record<string, string>>> = {
  mode: {
    'SESAM sans Vitale': 'sans-vitale',
    'SESAM-sans-Vitale': 'sans-vitale',
    'Sans Vitale': 'sans-vitale',
    'Sans carte Vitale': 'sans-vitale',
    Dégradé: 'degrade',
    'Mode dégradé': 'degrade',
    'SESAM Vitale': 'vitale',
    'Carte Vitale': 'vitale',
  },
  parcours: {
    'Exclusion du parcours de soins': 'exclusion',
    'Exclusion du parcours de soin': 'exclusion',
    'Exclusion du parcours': 'exclusion',
    Exclusion: 'exclusion',
    'Médecin traitant': 'medecin-traitant',
    'Orienté par le médecin traitant': 'oriente',
    'Orienté par le MT': 'oriente',
    Urgence: 'urgence',
    'Accès direct spécifique': 'acces-direct',
    'Hors parcours de soins': 'hors-parcours',
  },
};

export const usualWords = (field: FieldId): Record<string, string> | null => usual[field] ?? null;
