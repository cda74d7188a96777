/**
 * What comes out of reading a file of sheets (an export in CSV, or the project's own JSON): the sheets, and
 * everything that was not understood, each with its line. Lines are counted from 1 in the file as a text editor
 * shows it. Nothing here holds a cell's content unless the field says so: a report may be shown to anybody.
 */
import type { Context, Sheet } from '../../rules/schema.ts';
import type { ColumnConcept } from './column-vocabulary.ts';

/**
 * A rule that cannot be judged on a sheet although the properties it needs are there or have a default: nothing says
 * which lines share a feuille (`acte.cumul`), or a default would stand for a cell that could not be read.
 */
export interface Undecided {
  rule: string;
  missing: string[];
}

/** What the rules have no use for and the register keeps: read only when it is asked for. */
export interface OwnWords {
  /** Number of the feuille as written; `''` = none. */
  number: string;
  lastName: string;
  firstName: string;
  /** The software's own number of the patient. */
  file: string;
}

export interface FileSheet {
  sheet: Sheet;
  context?: Context;
  own?: OwnWords;
  /** Lines of the file the sheet was read from, ascending; empty for JSON whose lines were not looked up. */
  lines: number[];
  undecided?: Undecided[];
}

/** Something that should have been readable and was not: the file is then reported as not (wholly) read. */
export interface FileProblem {
  /** `null` when the problem is the whole file's. */
  line: number | null;
  /** 1-based place in the line, when known (JSON). */
  column?: number;
  /** French, without a final stop, without anything of a patient. */
  message: string;
}

export const leftOutKinds = {
  total: 'ligne de total',
  'repeated-header': 'en-tête répété',
  footer: 'texte de bas de page',
  cancelled: 'feuille annulée dans le logiciel',
  refund: 'montant négatif (avoir ou annulation)',
  'same-line': 'ligne déjà lue plus haut, identique',
  'no-act': 'ligne sans code d’acte',
} as const;
export type LeftOutKind = keyof typeof leftOutKinds;

/** A line set aside on purpose: it holds no act, and nothing is wrong with it. */
export interface LeftOut {
  line: number;
  kind: LeftOutKind;
}

/** A word the vocabulary does not know, or knows as ambiguous: the field is then *not read*, never empty. */
export interface UnreadValue {
  line: number;
  /** Label of the column. */
  column: string;
  concept: ColumnConcept;
  /** The word itself, only when the vocabulary knows it (« SV »): anything else might be a name. */
  shown?: string;
}

export interface ColumnUse {
  /** 0-based position. */
  index: number;
  /** As written in the file, trimmed and cut to 60 characters. */
  label: string;
  concept: ColumnConcept;
  /** 1, 2… when the file has several acts on one line (« Acte 1 », « Acte 2 »), else 0. */
  series: number;
}

export interface ColumnReport {
  used: ColumnUse[];
  /** Known, and of no use to the rules (« Caisse », « Règlement »). */
  ignored: Array<{ index: number; label: string }>;
  unknown: Array<{ index: number; label: string }>;
  /** Several readings, none better: none was taken. */
  refused: Array<{ index: number; label: string; message: string }>;
  /** Labels named by hand that the file does not have. */
  absent: string[];
}

export interface FileReading {
  format: 'csv' | 'json';
  /** `null` when the file was refused before its text was decoded. */
  encoding: string | null;
  /** CSV only. */
  separator?: string;
  columns?: ColumnReport;
  sheets: FileSheet[];
  problems: FileProblem[];
  leftOut: LeftOut[];
  unread: UnreadValue[];
  /** Choices the reader made that change what is judged, in French, each a sentence. */
  notes: string[];
}

export function emptyReading(format: 'csv' | 'json', encoding: string | null = null): FileReading {
  return { format, encoding, sheets: [], problems: [], leftOut: [], unread: [], notes: [] };
}

/** A text from the file made safe to print: no control or bidirectional character, no long number, `max` characters. */
export function printable(text: string, max = 60): string {
  const flat = text
    // A hostile file must not drive the terminal.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .trim();
  const cut = flat.length > max ? `${flat.slice(0, max - 1)}…` : flat;
  return hideLongNumbers(cut);
}

/**
 * Twelve digits or more, spaced or not, with the letter of Corsica: a NIR, or one mistyped. The numbers people need to
 * see are shorter (11 for an RPPS); a date's year before a number is not taken in.
 */
const longNumber = /(?<![\p{L}\d/])\d(?:[ .\u00a0\u202f]?[\dABab]){11,}(?![\p{L}\d])/gu;

/** Cheap, and true of any text that holds one. */
const manyDigits = /(?:\d[^\d]{0,2}){11}/;

/** Replaces whatever may be a NIR by its first digit and dots. */
export function hideLongNumbers(text: string): string {
  return manyDigits.test(text) ? text.replace(longNumber, (found) => `${found[0]} ●● ●● ●●●`) : text;
}
