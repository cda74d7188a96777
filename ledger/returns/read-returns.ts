/** A file of returns (NOEMIE, as practice software exports them) → its lines, and what was not understood. */
import { printable, type ColumnUse, type FileProblem } from '../import/file-reading.ts';
import { normaliseLabel } from '../import/labels.ts';
import { keysOf } from '../import/register-acts.ts';
import { rowReader } from '../import/row-reader.ts';
import type { TableRow } from '../import/table-rows.ts';
import { readBytes, readPieces, type Bytes, type FileText } from '../import/file-text.ts';
import { readTable, type Table } from '../import/table.ts';
import { cleanCell, readCents, readDate } from '../import/values.ts';
import { isEmptyCell } from '../import/words.ts';
import type { ColumnMapping } from '../import/columns.ts';
import { causeOf, readOutcome, type Cause, type Outcome } from './wording.ts';

/** What a return says that an act does not. */
export const returnConcepts = {
  'retour.etat': 'état du retour',
  'retour.motif': 'motif',
  'retour.code': 'code du rejet',
  'retour.paye': 'montant payé',
  'retour.date': 'date du paiement',
} as const;
export type ReturnConcept = keyof typeof returnConcepts;

export const isReturnConcept = (word: string): word is ReturnConcept => Object.hasOwn(returnConcepts, word);

/** Columns as a person said they are, by label, or by place where that says nothing; `null` = not read. */
export type ReturnMapping = Readonly<Record<string, ColumnUse['concept'] | ReturnConcept | null>>;

const labels: Readonly<Record<ReturnConcept, RegExp>> = {
  // An amount comes first: « montant payé » is no state.
  'retour.paye':
    /^(?:(?:montant|mt|somme|part amo) (?:total )?(?:paye|regle|rembourse|verse|percu|recu)|paye(?: amo)?|(?:montant )?rembourse(?: amo)?|verse|regle|montant (?:du )?(?:reglement|paiement|virement))/,
  'retour.date':
    /^(?:date (?:de |du )?(?:paiement|reglement|virement|retour|rejet|noemie|rsp|versement|remboursement)|(?:paye|regle|rejete|retourne) le)/,
  'retour.code': /^(?:code|numero|n) (?:de |du )?(?:rejet|anomalie|retour|motif|erreur|signalement)/,
  'retour.etat':
    /^(?:statut|etat|resultat|retour|situation)(?: (?:du |de |de la |fse |noemie|retour|paiement|reglement|facture|lot|feuille|rsp|amo)?)*$|^(?:type|nature) (?:de |du )?retour|^noemie$/,
  'retour.motif':
    /^(?:motif|cause|anomalie|message|commentaire|signalement|observation)|^libelle (?:de |du |de l'|d')?(?:rejet|anomalie|motif|retour|signalement|erreur)|^rejet$/,
};

export interface ReturnLine {
  line: number;
  /** ISO, or `null` when the line does not say or it could not be read. */
  day: string | null;
  code: string | null;
  invoice: string;
  patientKeys: string[];
  /** As written, for the screen. */
  who: string;
  /** Cents: billed; paid. */
  billed: number | null;
  paid: number | null;
  /** Day of the payment or of the return, ISO. */
  on: string | null;
  outcome: Outcome;
  cause: Cause | null;
  /** Words of the reject, without anything that may be a patient's number. */
  wording: string;
}

export interface ReturnsReading {
  encoding: string | null;
  columns: Array<{ index: number; label: string; meaning: string }>;
  unknown: string[];
  lines: ReturnLine[];
  problems: FileProblem[];
  /** Lines that hold no return: totals, other acts. */
  leftOut: Array<{ line: number; why: string }>;
}

export interface ReturnsOptions {
  software: string;
  /** AM number of who bills, when the file does not say. */
  numeroAm?: string;
  mapping?: ReturnMapping;
}

/** Reads a file that is in memory. Never throws. */
export const readReturns = (bytes: Uint8Array, options: ReturnsOptions): ReturnsReading =>
  returnsOf(readBytes(bytes, { mapping: actMapping(options.mapping ?? {}) }), options);

/** Reads a file from the disk, a piece at a time. Rejects only where the disk does. `tell`: how far it is, 0 to 1. */
export async function readReturnsInPieces(
  file: Bytes,
  options: ReturnsOptions,
  tell: (share: number) => void,
): Promise<ReturnsReading> {
  const halves = { decode: 0, split: 0.5 };
  const read = await readPieces(file, {
    mapping: actMapping(options.mapping ?? {}),
    tell: (step, share) => tell(halves[step] + share / 2),
  });
  return returnsOf(read, options);
}

function returnsOf(read: FileText, { software, numeroAm, mapping = {} }: ReturnsOptions): ReturnsReading {
  const reading: ReturnsReading = {
    encoding: null,
    columns: [],
    unknown: [],
    lines: [],
    problems: [],
    leftOut: [],
  };
  if (read.kind === 'refused') return { ...reading, problems: [{ line: null, message: read.reason }] };
  const { encoding } = read;
  // The project's own JSON holds no return: no header in it is one.
  const found = read.kind === 'json' ? readTable(read.text, actMapping(mapping)) : read.found;
  if (!found.ok) return { ...reading, encoding, problems: [found.problem] };
  const { table } = found;
  const places = returnColumns(table, mapping);
  const has = (concept: ReturnConcept) => places.has(concept);
  const whole = { ...reading, encoding, ...columnsSaid(table, places) };
  if (!has('retour.etat') && !has('retour.motif') && !has('retour.paye')) {
    const message =
      'aucune colonne ne dit ce qu’est devenue la feuille (état, motif de rejet ou montant payé) : est-ce un fichier de retours ?';
    return { ...whole, problems: [{ line: null, message }] };
  }
  whole.problems.push(...table.problems);
  whole.leftOut.push(
    ...table.leftOut.map(({ line }) => ({ line, why: 'total, en-tête répété ou bas de page' })),
  );
  for (const row of readLines(table, places, { software, numeroAm })) {
    if ('why' in row) whole.leftOut.push(row);
    else if ('message' in row) whole.problems.push(row);
    else whole.lines.push(row);
  }
  whole.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return whole;
}

/** The part of a mapping that says what an act's own columns are. */
export const actMapping = (mapping: ReturnMapping): ColumnMapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([name, concept]) => {
      return [name, concept === null || isReturnConcept(concept) ? null : concept];
    }),
  );

export type Places = ReadonlyMap<ReturnConcept, number>;

/**
 * What a person said goes first. Then the label decides, the first of two equal ones; a column that is an act's own by
 * a sure label stays it.
 */
export function returnColumns({ columns }: Table, mapping: ReturnMapping): Places {
  const taken = new Map<ReturnConcept, number>();
  const byHand = new Map(
    Object.entries(mapping).map(([name, concept]) => [
      /^\d+$/.test(name) ? name : normaliseLabel(name),
      concept,
    ]),
  );
  const own = new Set<ColumnUse['concept']>(['acte.date', 'acte.code', 'feuille.numero', 'patient.nir']);
  const all = [
    ...columns.used.filter(({ concept }) => !own.has(concept)),
    ...columns.ignored,
    ...columns.unknown,
    ...columns.refused,
  ].sort((a, b) => a.index - b.index);
  const said = all.map((column) => {
    const { index, label } = column;
    const key = [normaliseLabel(label), String(index + 1)].find((name) => byHand.has(name));
    return { ...column, hand: key === undefined ? undefined : byHand.get(key) };
  });
  for (const { index, hand } of said) if (hand && isReturnConcept(hand)) taken.set(hand, index);
  for (const { index, label, hand } of said) {
    if (hand !== undefined) continue;
    const plain = normaliseLabel(label);
    const concept = (Object.keys(labels) as ReturnConcept[]).find((one) => labels[one].test(plain));
    if (concept && !taken.has(concept)) taken.set(concept, index);
  }
  return taken;
}

function columnsSaid({ columns }: Table, places: Places) {
  const meant = new Map<number, string>(
    [...places].map(([concept, index]) => [index, returnConcepts[concept]]),
  );
  const all = [...columns.used, ...columns.ignored, ...columns.unknown, ...columns.refused];
  const titles = new Map(columns.used.map(({ index, concept }) => [index, concept as string]));
  return {
    columns: all
      .map(({ index, label }) => ({ index, label, meaning: meant.get(index) ?? titles.get(index) ?? '' }))
      .filter(({ meaning }) => meaning !== '')
      .sort((a, b) => a.index - b.index),
    unknown: all
      .filter(({ index }) => !meant.has(index) && !titles.has(index))
      .map(({ label }) => printable(label)),
  };
}

type RowSaid = ReturnLine | { line: number; why: string } | { line: number; message: string };

function readLines(
  table: Table,
  places: Places,
  { software, numeroAm }: { software: string; numeroAm: string | undefined },
): RowSaid[] {
  const { columns } = table;
  // The state of a return is not the state of a sheet: « rejetée » must not be taken for « annulée ».
  const used = columns.used.filter(({ index }) => ![...places.values()].includes(index));
  const reader = rowReader({ ...columns, used }, numeroAm === undefined ? {} : { numeroAm }, new Map());
  const hasCode = used.some(({ concept }) => concept === 'acte.code');
  const indexOf = (wanted: ColumnUse['concept']) =>
    used.find(({ concept }) => concept === wanted)?.index ?? -1;
  const [dateAt, amountAt, numberAt] = [
    indexOf('acte.date'),
    indexOf('acte.montant'),
    indexOf('feuille.numero'),
  ];
  const cell = (row: TableRow, at: number | undefined): string => {
    const written = at === undefined || at < 0 ? '' : (row.cells[at] ?? '');
    return isEmptyCell(written) ? '' : cleanCell(written);
  };
  const said = (row: TableRow, concept: ReturnConcept) => cell(row, places.get(concept));

  return table.rows.map((row): RowSaid => {
    const { line } = row;
    const paid = readCents(said(row, 'retour.paye'));
    if (paid === undefined) return { line, message: 'montant payé illisible, ligne laissée de côté' };
    if (paid !== null && paid < 0)
      return { line, why: 'montant négatif : reprise de la caisse, à voir avec elle' };
    const read = hasCode ? reader.read(row) : null;
    if (read === 'refund') return { line, why: 'montant négatif : reprise de la caisse, à voir avec elle' };
    const acts = read !== null && typeof read !== 'string' ? read.acts : [];
    const codes = acts.flatMap(({ code }) => code ?? []);
    const [code = null] = codes.filter((one) => ['RQD', 'TE1', 'TE2'].includes(one));
    if (hasCode && code === null && codes.length > 0) return { line, why: 'autre acte qu’une téléexpertise' };
    const day = readDate(cell(row, dateAt));
    if (day === undefined) return { line, message: 'date de l’acte illisible, ligne laissée de côté' };
    const on = readDate(said(row, 'retour.date'));
    const words = said(row, 'retour.motif');
    const state = readOutcome(said(row, 'retour.etat'));
    const outcome = outcomeOf(state, words, paid);
    if (outcome === undefined) {
      return { line, message: 'l’état du retour n’est pas compris, ligne laissée de côté' };
    }
    const whole = { row, number: '', acts, actDate: day };
    const { patientKey, nir, birthDate } = reader.who(whole);
    const person = reader.person(row);
    const sheet = { patient: { key: patientKey, nir, birthDate } };
    const billed = readCents(cell(row, amountAt));
    const reject = said(row, 'retour.code');
    const wording = printable([words, reject && `(${reject})`].filter(Boolean).join(' '), 160);
    return {
      line,
      day,
      code,
      invoice: cell(row, numberAt),
      patientKeys: keysOf({ sheet, own: { number: '', ...person } }, software),
      who: `${person.lastName} ${person.firstName}`.trim(),
      billed: billed ?? null,
      paid,
      on: on ?? null,
      outcome,
      cause: outcome === 'refused' ? causeOf(words) : null,
      wording: outcome === 'refused' ? wording : '',
    };
  });
}

/** The state speaks first, then the reject's words, then the money. `undefined` = nothing of it is understood. */
function outcomeOf(
  state: Outcome | null | undefined,
  words: string,
  paid: number | null,
): Outcome | undefined {
  if (state === 'paid' && paid === 0) return words === '' ? 'waiting' : 'refused';
  if (state) return state;
  if (state === undefined) return undefined;
  if (paid !== null && paid > 0) return 'paid';
  if (words !== '') return readOutcome(words) === 'paid' ? 'paid' : 'refused';
  return 'waiting';
}
