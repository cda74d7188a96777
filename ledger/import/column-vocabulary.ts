/**
 * The words by which columns are recognised. Each group of labels carries its source mark, as in lexicon.md:
 * W Weda, D Doctolib, T TAMM, O WinOrtho, G Galaxie, C FSE specification, M monlogicielmedical, Z other helps,
 * S texts of the billing rules, P property path of the model, I inferred (seen nowhere, a plain French variant).
 */
import { labelWords, normaliseLabel } from './labels.ts';
import { ignoredColumns } from './vocabulary/ignored.ts';
import { peopleColumns } from './vocabulary/people.ts';
import { sheetColumns } from './vocabulary/sheets.ts';

/** What the cells of a column should look like: evidence beside the label. */
export type ContentKind =
  'date' | 'code' | 'money' | 'count' | 'flag' | 'am' | 'nir' | 'digits' | 'word' | 'name' | 'any';

export type ColumnConcept = keyof typeof vocabulary;

export interface ConceptLabels {
  content: ContentKind;
  /** French name, for reports. */
  title: string;
  /** Says this and nothing else. */
  sure: Labels;
  /** Says this unless a better label does. */
  generic?: Labels;
  /** Says this only when the cells agree. */
  withContent?: Labels;
  /** May be repeated on one line, numbered: « Acte 1 », « Acte 2 ». */
  series?: true;
  /** Known, and of no use to the rules. */
  ignored?: true;
}
type Labels = ReadonlyArray<readonly [source: string, ...labels: string[]]>;

const vocabulary = { ...sheetColumns, ...peopleColumns, ...ignoredColumns };

export const columnVocabulary: Readonly<Record<keyof typeof vocabulary, ConceptLabels>> = vocabulary;
export const columnConcepts = Object.keys(vocabulary) as ColumnConcept[];

export const isColumnConcept = (word: string): word is ColumnConcept => Object.hasOwn(vocabulary, word);

export type Tier = 'sure' | 'generic' | 'withContent';
export interface LabelReading {
  concept: ColumnConcept;
  tier: Tier;
}

/** Normalised label → what it may say. A label found under several concepts is settled by the cells. */
export const labelReadings: ReadonlyMap<string, readonly LabelReading[]> = buildReadings();

function buildReadings(): Map<string, LabelReading[]> {
  const readings = new Map<string, LabelReading[]>();
  for (const concept of columnConcepts) {
    for (const tier of ['sure', 'generic', 'withContent'] as const) {
      for (const [, ...labels] of columnVocabulary[concept][tier] ?? []) {
        for (const label of labels) {
          const known = readings.get(normaliseLabel(label)) ?? [];
          if (known.some((reading) => reading.concept === concept)) continue;
          readings.set(normaliseLabel(label), [...known, { concept, tier }]);
        }
      }
    }
  }
  return readings;
}

const sureLabels = [...labelReadings].flatMap(([label, readings]) => {
  const [only, ...others] = readings;
  return only?.tier === 'sure' && others.length === 0
    ? [{ words: labelWords(label), concept: only.concept }]
    : [];
});

/** The words of labels that say one thing, sorted → what they say: « Prescripteur numéro » is « N° prescripteur ». */
export const labelsByWords: ReadonlyMap<string, ColumnConcept> = conceptsByWords();

function conceptsByWords(): Map<string, ColumnConcept> {
  const concepts = new Map<string, ColumnConcept>();
  const torn = new Set<string>();
  for (const { words, concept } of sureLabels) {
    const key = [...words].sort().join(' ');
    if ((concepts.get(key) ?? concept) !== concept) torn.add(key);
    concepts.set(key, concept);
  }
  for (const key of torn) concepts.delete(key);
  return concepts;
}

/** Labels of two words or one long one that say one thing, as words: what a longer label may contain. */
export const looseLabels: ReadonlyArray<{ words: readonly string[]; concept: ColumnConcept }> =
  sureLabels.filter(({ words }) => words.length >= 2 || (words[0]?.length ?? 0) >= 8);
