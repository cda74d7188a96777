/**
 * Which column says what. The label decides (exact 3, starts with 2, contains 1, as lexicon.md section 0), the
 * cells settle ties, and a tie that remains is refused and reported: money is never read from a guess.
 */
import {
  columnVocabulary,
  isColumnConcept,
  labelReadings,
  labelsByWords,
  looseLabels,
  type ColumnConcept,
  type ContentKind,
} from './column-vocabulary.ts';
import { printable, type ColumnReport, type ColumnUse } from './file-reading.ts';
import { labelWords, normaliseLabel } from './labels.ts';
import { readCents, readCodes, readCount, readDate } from './values.ts';
import * as words from './words.ts';

/**
 * Columns named by hand: label as in the file (or `3` for the third column) → concept, or `null` to leave it out.
 * It goes before the vocabulary.
 */
export type ColumnMapping = Readonly<Record<string, ColumnConcept | null>>;

interface Candidate {
  index: number;
  label: string;
  concept: ColumnConcept;
  series: number;
  score: number;
}

const scores = {
  byHand: 10,
  sure: 3,
  sameWords: 2.9,
  generic: 2.5,
  withContent: 2.4,
  startsWith: 2,
  contains: 1,
};
/** An ignored reading of a label never wins against a useful one the cells agree with. */
const ignoredScore = 0.5;
/** Share of cells that must look right before they count as evidence. */
const convincing = 0.6;

/** How many columns of a line say something known: what tells a header from any other line. */
export function countKnownLabels(cells: readonly string[]): number {
  let known = 0;
  const seen = new Set<string>();
  for (const cell of cells) {
    const [reading] = readingsOf(cell);
    if (!reading) continue;
    const weight = columnVocabulary[reading.concept].ignored ? 0.5 : 1;
    const key = reading.concept === 'autre' ? normaliseLabel(cell) : `${reading.concept}${reading.series}`;
    if (!seen.has(key)) known += weight;
    seen.add(key);
  }
  return known;
}

/** Recognises the columns of `header`, with the first data rows as evidence. */
export function recogniseColumns(
  header: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
  mapping: ColumnMapping = {},
): ColumnReport {
  const report: ColumnReport = { used: [], ignored: [], unknown: [], refused: [], absent: [] };
  const byHand = handMapping(mapping);
  const chosen: Candidate[] = [];
  header.forEach((cell, index) => {
    const label = printable(cell) || `colonne ${index + 1}`;
    const cells = sampleOf(rows, index);
    const key = [normaliseLabel(cell), String(index + 1)].find((name) => byHand.has(name));
    const given = key === undefined ? undefined : byHand.get(key);
    if (given === null) report.ignored.push({ index, label });
    else if (given) chosen.push({ index, label, concept: given, series: 0, score: scores.byHand });
    else {
      const best = bestReading(cell, cells);
      if (best) chosen.push({ index, label, ...best });
      else if (cell.trim() !== '' || cells.length > 0) report.unknown.push({ index, label });
    }
  });
  const present = new Set(header.flatMap((cell, index) => [normaliseLabel(cell), String(index + 1)]));
  report.absent = [...byHand.keys()].filter((label) => !present.has(label));
  settleAmNumbers(chosen, report);
  settleRivals(chosen, rows, report);
  report.used.sort((a, b) => a.index - b.index);
  return report;
}

function handMapping(mapping: ColumnMapping): Map<string, ColumnConcept | null> {
  return new Map(
    Object.entries(mapping)
      .filter(([, concept]) => concept === null || isColumnConcept(concept))
      .map(([label, concept]) => [/^\d+$/.test(label) ? label : normaliseLabel(label), concept]),
  );
}

type ScoredReading = Pick<Candidate, 'concept' | 'series' | 'score'>;

function bestReading(label: string, cells: readonly string[]): ScoredReading | undefined {
  const fitting = readingsOf(label)
    .filter((reading) => reading.score !== scores.withContent || share(reading.concept, cells) >= convincing)
    .map((reading) =>
      columnVocabulary[reading.concept].ignored ? { ...reading, score: ignoredScore } : reading,
    );
  fitting.sort((a, b) => b.score - a.score || share(b.concept, cells) - share(a.concept, cells));
  return fitting[0];
}

/** Every reading of a label, best first, the cells apart. */
function readingsOf(cell: string): ScoredReading[] {
  const label = normaliseLabel(cell);
  if (label === '') return [];
  const exact = exactReadings(label, 0);
  if (exact.length > 0) return exact;
  const [, base, place] = /^(.*\D) ?(?:numero )?([1-9])$/.exec(label) ?? [];
  if (base) {
    const inSeries = exactReadings(base.trim(), Number(place)).filter(
      (reading) => columnVocabulary[reading.concept].series,
    );
    if (inSeries.length > 0) return inSeries;
  }
  const loose = looseReading(labelWords(label));
  return loose ? [loose] : [];
}

function exactReadings(label: string, series: number): ScoredReading[] {
  const readings = labelReadings.get(label) ?? [];
  return readings.map(({ concept, tier }) => ({ concept, series, score: scores[tier] }));
}

/** Words that may surround a known label without changing what it says. Any other word refuses the match. */
const harmless = new Set(
  [
    'acte',
    'actes',
    'fse',
    'feuille',
    'soin',
    'soins',
    'ttc',
    'saisi',
    'saisie',
    'ligne',
    'indicateur',
  ].concat(
    ['coche', 'patient', 'electronique', 'facture', 'code', 'numero', 'dossier', 'am', 'ngap', 'ps', 'n'],
    ['jj', 'mm', 'aaaa'],
  ),
);

function looseReading(words: readonly string[]): ScoredReading | undefined {
  if (words.length === 0 || words.length > 8) return undefined;
  const concept = labelsByWords.get([...words].sort().join(' '));
  if (concept) return { concept, series: 0, score: scores.sameWords };
  let found: ScoredReading | undefined;
  let rivals = false;
  for (const known of looseLabels) {
    const score = looseScore(words, known.words);
    if (score === 0 || (found && score < found.score)) continue;
    rivals = found !== undefined && score === found.score && known.concept !== found.concept;
    found = { concept: known.concept, series: 0, score };
  }
  return rivals ? undefined : found;
}

function looseScore(words: readonly string[], known: readonly string[]): number {
  const at = words.findIndex((_, from) => known.every((word, step) => words[from + step] === word));
  if (at < 0) return 0;
  const rest = [...words.slice(0, at), ...words.slice(at + known.length)];
  if (!rest.every((word) => harmless.has(word))) return 0;
  return at === 0 ? scores.startsWith : scores.contains;
}

function sampleOf(rows: ReadonlyArray<readonly string[]>, index: number): string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = row[index];
    if (cell !== undefined && !words.isEmptyCell(cell)) cells.push(cell);
  }
  return cells;
}

/** Share of the filled cells that look like what the concept holds; 0 for an empty column. */
function share(concept: ColumnConcept, cells: readonly string[]): number {
  if (cells.length === 0) return 0;
  return cells.filter((cell) => looksLike(concept, cell)).length / cells.length;
}

const conceptWords: Partial<Record<ColumnConcept, ReadonlyMap<string, unknown>>> = {
  tp: words.thirdPartyWords,
  mode: words.securingWords,
  parcours: words.carePathWords,
  'prescripteur.salarie': words.salariedWords,
  'patient.eligibilite': words.eligibilityWords,
  'facturant.profession': words.professionWords,
  'facturant.territoire': words.territoryWords,
  'facturant.structure': words.structureWords,
};

const tests: Record<ContentKind, (cell: string, concept: ColumnConcept) => boolean> = {
  date: (cell) =>
    typeof readDate(cell) === 'string' || typeof readDate(cell, { order: 'mdy', birth: false }) === 'string',
  code: (cell) => Boolean(readCodes(cell)),
  money: (cell) => typeof readCents(cell) === 'number',
  count: (cell) => typeof readCount(cell) === 'number',
  flag: (cell) => words.flagWords.has(normaliseLabel(cell)),
  am: (cell) => /^(?:\d{8,9}|\d{11}|\d[AB\d]\d{6,7}|9[A-F]\d{6,7})$/i.test(cell.replace(/[\s="'.]/g, '')),
  nir: (cell) => /^[1-8]\d{4}\d[\dAB]\d{6}(?:\d{2})?$/i.test(cell.replace(/[\s="'.]/g, '')),
  digits: (cell) => /^\d{1,2}$/.test(cell.trim()),
  word: (cell, concept) => {
    const label = normaliseLabel(cell);
    return (
      Boolean(conceptWords[concept]?.has(label)) || (concept === 'mode' && words.ambiguousSecuring.has(label))
    );
  },
  name: (cell) => /\p{L}{2}/u.test(cell),
  any: () => true,
};

function looksLike(concept: ColumnConcept, cell: string): boolean {
  return tests[columnVocabulary[concept].content](cell, concept);
}

/**
 * « N° AM » alone is the biller's or the prescriber's: the other column, when there is one, or the neighbour on its
 * left tells which; otherwise nobody can.
 */
function settleAmNumbers(chosen: Candidate[], report: ColumnReport): void {
  for (const candidate of chosen.filter(({ concept }) => concept === 'numero-am')) {
    const has = (concept: ColumnConcept) => chosen.some((other) => other.concept === concept);
    const left = chosen.find(({ index }) => index === candidate.index - 1)?.concept ?? '';
    if (left.startsWith('prescripteur.') && !has('prescripteur.numero'))
      candidate.concept = 'prescripteur.numero';
    else if (left === 'praticien.nom' && !has('facturant.numero')) candidate.concept = 'facturant.numero';
    else if (has('prescripteur.numero') && !has('facturant.numero')) candidate.concept = 'facturant.numero';
    else if (has('facturant.numero') && !has('prescripteur.numero'))
      candidate.concept = 'prescripteur.numero';
    else {
      chosen.splice(chosen.indexOf(candidate), 1);
      report.refused.push({
        index: candidate.index,
        label: candidate.label,
        message: 'le numéro du facturant ou celui du prescripteur ?',
      });
    }
  }
}

/** One column per concept: the best score, then the cells; two columns that say the same are one. */
function settleRivals(
  chosen: Candidate[],
  rows: ReadonlyArray<readonly string[]>,
  report: ColumnReport,
): void {
  const claims = new Map<string, Candidate[]>();
  for (const candidate of chosen) {
    const { concept, series, index, label } = candidate;
    if (columnVocabulary[concept].ignored) report.ignored.push({ index, label });
    // A key belongs to the column on its left: several may stand in one file.
    else if (concept === 'cle') report.used.push({ index, label, concept, series });
    else claims.set(`${concept}/${series}`, [...(claims.get(`${concept}/${series}`) ?? []), candidate]);
  }
  for (const candidates of claims.values()) {
    const top = Math.max(...candidates.map(({ score }) => score));
    const rivals = candidates.filter(({ score }) => score === top);
    const winner = rivals.length === 1 ? rivals[0] : winnerByCells(rivals, rows);
    for (const { index, label, concept, series } of candidates) {
      if (winner?.index === index) report.used.push({ index, label, concept, series } satisfies ColumnUse);
      else if (!winner && rivals.some((rival) => rival.index === index)) {
        report.refused.push({
          index,
          label,
          message: `plusieurs colonnes disent « ${columnVocabulary[concept].title} »`,
        });
      } else report.ignored.push({ index, label });
    }
  }
}

function winnerByCells(rivals: Candidate[], rows: ReadonlyArray<readonly string[]>): Candidate | undefined {
  const fits = rivals.map((rival) => share(rival.concept, sampleOf(rows, rival.index)));
  const best = Math.max(...fits);
  const convinced = rivals.filter((_, at) => fits[at] === best);
  const others = fits.filter((fit) => fit !== best);
  if (best >= convincing && convinced.length === 1 && others.every((fit) => fit < 1 - convincing))
    return convinced[0];
  const [first, ...rest] = rivals;
  if (!first) return undefined;
  const same = rows.every((row) => rest.every((rival) => row[rival.index] === row[first.index]));
  return same && rows.length > 0 ? first : undefined;
}
