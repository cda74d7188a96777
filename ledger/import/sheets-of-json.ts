/**
 * `{ "sheets": [Sheet & { context?: Context }] }`, amounts in euros → sheets in cents. Each sheet is validated on its
 * own: a bad one is told with its place, the others are kept. A broken text gives what stands whole before the break.
 */
import * as jsonc from 'jsonc-parser';
import { actSchema, contextSchema, sheetSchema, type Context, type Sheet } from '../../rules/schema.ts';
import { z } from '../../rules/zod.ts';
import { printable, type FileProblem, type FileSheet } from './file-reading.ts';
import { isCalendarDate } from './values.ts';

export interface SheetsOfJson {
  sheets: FileSheet[];
  problems: FileProblem[];
  notes: string[];
}

/** Euros with at most two decimals → cents. */
const euros = z
  .number()
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6, 'plus de deux décimales')
  .refine((amount) => Math.abs(amount) <= 1e9, 'montant trop grand')
  .transform((amount) => Math.round(amount * 100))
  .nullable()
  .optional();

const fileSheetSchema = sheetSchema.extend({
  id: z.union([z.string().min(1), z.number().int().transform(String)]),
  acts: z
    .array(actSchema.extend({ amount: euros, excess: euros }))
    .nullable()
    .optional(),
  // A group that is `null` was looked for and is empty; the rules take it so.
  biller: sheetSchema.shape.biller.nullable(),
  tiersPayant: sheetSchema.shape.tiersPayant.nullable(),
  prescriber: sheetSchema.shape.prescriber.nullable(),
  patient: sheetSchema.shape.patient.nullable(),
  context: contextSchema.nullable().optional(),
});

const maxUnknown = 20;

/** Reads the JSON file of sheets. Never throws. */
export function sheetsOfJson(text: string): SheetsOfJson {
  const result: SheetsOfJson = { sheets: [], problems: [], notes: [] };
  const lines = new LinesOf(text);
  let file: unknown;
  let places: Places | null = null;
  try {
    file = JSON.parse(text);
  } catch {
    const broken = soundSheets(text);
    result.problems.push({ ...lines.place(broken.at), message: broken.message });
    if (!broken.file) return result;
    file = broken.file;
    places = broken.places;
  }
  const sheets = (file as { sheets?: unknown } | null)?.sheets;
  if (typeof file !== 'object' || file === null || Array.isArray(file) || !Array.isArray(sheets)) {
    result.problems.push({
      line: 1,
      column: 1,
      message: 'le fichier doit être de la forme { "sheets": [ … ] }',
    });
    return result;
  }
  const unknown = Object.keys(file).filter((name) => name !== 'sheets');
  const placeOf = (index: number): FileProblem => {
    places ??= placesOfSheets(text);
    const at = places.get(index);
    return { ...(at === undefined ? { line: null } : lines.place(at)), message: '' };
  };
  const seen = new Map<string, number>();
  sheets.forEach((value: unknown, index) => {
    const parsed = fileSheetSchema.safeParse(value);
    const impossible = parsed.success ? impossibleDate(parsed.data) : null;
    if (!parsed.success || impossible) {
      const why = parsed.success ? `${impossible} : cette date n’existe pas` : explain(parsed.error, value);
      result.problems.push({ ...placeOf(index), message: `${nameOf(value, index)} : ${why}` });
      return;
    }
    if (unknown.length < maxUnknown)
      unknown.push(...unknownNames(fileSheetSchema, value, `sheets[${index}]`));
    const { context, ...sheet } = parsed.data;
    const before = seen.get(sheet.id);
    if (before !== undefined) {
      result.notes.push(
        `Deux feuilles portent l’identifiant « ${printable(sheet.id, 40)} » (n° ${before + 1} et ${index + 1}).`,
      );
    } else seen.set(sheet.id, index);
    result.sheets.push({
      sheet: sheet as Sheet,
      ...(context ? { context: context as Context } : {}),
      lines: [],
    });
  });
  if (unknown.length > 0) {
    const more = unknown.length >= maxUnknown ? '…' : '';
    const names = unknown.slice(0, maxUnknown).map((name) => printable(name));
    result.notes.push(`Propriétés inconnues, sans effet : ${names.join(', ')}${more}.`);
  }
  return result;
}

function nameOf(value: unknown, index: number): string {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== ''
    ? `feuille n° ${index + 1} (${printable(id, 40)})`
    : `feuille n° ${index + 1}`;
}

/** The first thing wrong, in French, without the value: it may be a name or a number of the patient. */
function explain(error: z.ZodError, value: unknown): string {
  const [issue] = error.issues;
  if (!issue || issue.path.length === 0) return 'un objet { … } est attendu';
  const path = printable(issue.path.map(String).join('.'));
  const found = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
  return `${path} : ${found === undefined ? 'manque' : expected(issue)}`;
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_value')
    return `valeur inconnue, attendu ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format') return 'une date AAAA-MM-JJ est attendue';
  if (issue.code === 'invalid_type')
    return `${frenchTypes[issue.expected] ?? 'une autre valeur'} est attendu${issue.expected === 'array' ? 'e' : ''}`;
  return 'valeur refusée';
}

const frenchTypes: Record<string, string> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'un objet { … }',
};

/** Path of the first date that is well formed and does not exist. */
function impossibleDate(sheet: z.infer<typeof fileSheetSchema>): string | null {
  const { patient, prescriber, context } = sheet;
  const dates: Array<[string, string | null | undefined]> = [
    ['actDate', sheet.actDate],
    ['sentDate', sheet.sentDate],
    ['prescriber.prescribedOn', prescriber?.prescribedOn],
    ['patient.birthDate', patient?.birthDate],
    ['context.today', context?.today],
    ['context.reportReceivedOn', context?.reportReceivedOn],
    ['context.consent.on', context?.consent?.on],
    ...(context?.history ?? []).map((act, at): [string, string] => [
      `context.history.${at}.actDate`,
      act.actDate,
    ]),
  ];
  return dates.find(([, date]) => date && !isCalendarDate(date))?.[0] ?? null;
}

/** Names a schema does not know, with their path. */
function unknownNames(schema: z.ZodType, value: unknown, path: string): string[] {
  let inner: unknown = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    const element = inner.element as z.ZodType;
    return value.flatMap((item, at) => unknownNames(element, item, `${path}[${at}]`));
  }
  if (!(inner instanceof z.ZodObject) || typeof value !== 'object' || value === null) return [];
  const known = new Map(Object.entries(inner.shape as Record<string, z.ZodType>));
  return Object.entries(value).flatMap(([name, item]) =>
    known.has(name)
      ? unknownNames(known.get(name) ?? z.unknown(), item, `${path}.${name}`)
      : [`${path}.${name}`],
  );
}

/** Offsets of the sheets, by index. */
type Places = ReadonlyMap<number, number>;

function placesOfSheets(text: string): Places {
  const places = new Map<number, number>();
  const note = (offset: number, path: jsonc.JSONPath): void => {
    const [first, index, ...deeper] = path;
    if (first === 'sheets' && typeof index === 'number' && deeper.length === 0) places.set(index, offset);
  };
  try {
    jsonc.visit(text, {
      onObjectBegin: (offset, _length, _line, _column, path) => note(offset, path()),
      onArrayBegin: (offset, _length, _line, _column, path) => note(offset, path()),
      onLiteralValue: (_value, offset, _length, _line, _column, path) => note(offset, path()),
    });
  } catch {
    // Nested deeper than the parser's stack: the sheets met before that keep their place.
  }
  return places;
}

interface Broken {
  at: number;
  message: string;
  file: { sheets: unknown[] } | null;
  places: Places;
}

/** Where a text first breaks, and the sheets of it that no break touches. */
function soundSheets(text: string): Broken {
  const errors: jsonc.ParseError[] = [];
  let tree: jsonc.Node | undefined;
  try {
    tree = jsonc.parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return { at: 0, message: 'JSON imbriqué trop profondément', file: null, places: new Map() };
  }
  const breaks = errors.map(({ offset }) => offset).sort((a, b) => a - b);
  const at = breaks[0] ?? text.length;
  const what = errors.find(({ offset }) => offset === at)?.error;
  const reason = what === undefined ? undefined : jsonErrors[jsonc.printParseErrorCode(what)];
  const list = tree && jsonc.findNodeAtLocation(tree, ['sheets']);
  let next = 0;
  const sound = (list?.children ?? []).filter(({ type, offset, length }) => {
    while ((breaks[next] ?? Infinity) < offset) next++;
    const touched = (breaks[next] ?? Infinity) < offset + length;
    return type === 'object' && !touched && offset + length < text.length;
  });
  return {
    at,
    message: `JSON mal formé : ${reason ?? 'texte inattendu'}`,
    file: sound.length > 0 ? { sheets: sound.map((node) => jsonc.getNodeValue(node) as unknown) } : null,
    places: new Map(sound.map((node, index) => [index, node.offset])),
  };
}

/** By the name jsonc-parser gives its errors. */
const jsonErrors: Record<string, string> = {
  InvalidSymbol: 'mot inattendu',
  InvalidNumberFormat: 'nombre mal écrit',
  PropertyNameExpected: 'un nom de propriété entre guillemets est attendu',
  ValueExpected: 'une valeur est attendue',
  ColonExpected: 'deux-points attendu',
  CommaExpected: 'virgule attendue',
  CloseBraceExpected: 'accolade } attendue',
  CloseBracketExpected: 'crochet ] attendu',
  EndOfFileExpected: 'texte en trop après la fin',
  InvalidCommentToken: 'les commentaires ne sont pas permis',
  UnexpectedEndOfComment: 'commentaire non fermé',
  UnexpectedEndOfString: 'guillemet non fermé',
  UnexpectedEndOfNumber: 'nombre mal écrit',
  InvalidUnicode: 'caractère \\u mal écrit',
  InvalidEscapeCharacter: 'caractère \\ mal employé',
  InvalidCharacter: 'caractère interdit',
};

/** Offsets → line and column, from 1. */
class LinesOf {
  readonly #text: string;
  #starts: number[] | undefined;
  constructor(text: string) {
    this.#text = text;
  }
  place(offset: number): { line: number; column: number } {
    this.#starts ??= [0, ...[...this.#text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
