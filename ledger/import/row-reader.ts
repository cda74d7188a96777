/** One row of an export → what it says of a feuille. What cannot be read is told, and left *not read*. */
import type { Act, Consent, Context, Sheet } from '../../rules/schema.ts';
import { actsReader, unreadDefaults } from './acts-reader.ts';
import { cellReaders, type CellReader, type CellReaders } from './cell-readers.ts';
import type { ColumnConcept } from './column-vocabulary.ts';
import type { ColumnReport, FileProblem, OwnWords, Undecided, UnreadValue } from './file-reading.ts';
import { normaliseLabel } from './labels.ts';
import type { TableRow } from './table-rows.ts';
import { cleanCell, readCents, readDate, readNir, readNumber, type DateStyle, type Read } from './values.ts';
import * as words from './words.ts';

/** What the file itself does not say, and the person knows: who bills. */
export type Biller = NonNullable<Sheet['biller']>;

/** What is read of every row. The rest is read only where it matters: nine lines in ten are other acts. */
export interface ReadRow {
  row: TableRow;
  /** Number of the feuille as written, `''` when the cell is empty or there is no such column. */
  number: string;
  acts: Act[];
  actDate: Read<string>;
  undecided?: Undecided[];
  /** Filled by `RowReader.who`. */
  who?: Who;
}

export interface Who {
  patientKey: Read<string>;
  nir: Read<string>;
  birthDate: Read<string>;
  /** The biller's. */
  numeroAm: Read<string>;
}

export type RowOutcome = ReadRow | 'no-act' | 'refund' | 'cancelled';

export interface RowDetails {
  sheet: Omit<Sheet, 'id' | 'acts'>;
  context: Context | undefined;
  /** Total of the feuille in cents, for files that give no amount per act. */
  total: Read<number>;
}

export interface RowReader {
  read: (row: TableRow) => RowOutcome;
  who: (read: ReadRow) => Who;
  details: (read: ReadRow) => RowDetails;
  /** As written; `''` where the file does not say. */
  person: (row: TableRow) => Omit<OwnWords, 'number'>;
  problems: FileProblem[];
  unread: UnreadValue[];
  /** The only column that names the patient is a surname: two people of one family would be one. */
  surnameOnly: boolean;
}

/** Makes the reader of a table's rows. `dateOrders` tells the columns written month first. */
export function rowReader(
  columns: ColumnReport,
  biller: Biller,
  dateOrders: ReadonlyMap<number, DateStyle['order']>,
): RowReader {
  const readers = cellReaders(columns);
  const { has, text, known, value, word } = readers;
  const date = (concept: ColumnConcept): CellReader<string> => {
    const birth = concept === 'patient.naissance';
    const at = columns.used.find((use) => use.concept === concept)?.index ?? -1;
    const style: DateStyle = { order: dateOrders.get(at) ?? 'dmy', birth };
    return value(concept, 'date', (cell) => readDate(cell, style), { show: !birth });
  };
  /** What the person said stands where the file says nothing, never where it says something not understood. */
  const orGiven = <T>(concept: ColumnConcept, read: CellReader<T>, given: Read<T>): CellReader<T> => {
    if (!has(concept)) return () => given;
    return (row) => {
      const own = read(row);
      return own === null ? (given ?? null) : own;
    };
  };

  const actDate = date('acte.date');
  const sentDate = date('envoi.date');
  const birthDate = date('patient.naissance');
  const prescribedOn = date('prescripteur.date');
  const acts = actsReader(columns, readers);
  const tiersPayant = thirdPartyReader(readers);
  const patientKey = patientReader(readers);
  const context = contextReader(readers, date);
  const total = value('feuille.montant', 'montant', readCents);
  const number = text('feuille.numero');
  const status = text('statut');
  const nir = withKey(
    value('patient.nir', 'numéro', readNir, { show: false }),
    keyColumn(columns, 'patient.nir', 'patient.nir-cle'),
    { length: 13, keyLength: 2 },
  );
  const prescriber = withKey(
    known('prescripteur.numero', readNumber),
    keyColumn(columns, 'prescripteur.numero', 'prescripteur.cle'),
    { length: 8, keyLength: 1 },
  );
  const numeroAm = orGiven('facturant.numero', known('facturant.numero', readNumber), biller.numeroAm);
  const profession = orGiven(
    'facturant.profession',
    word('facturant.profession', words.professionWords),
    biller.profession,
  );
  const territory = orGiven(
    'facturant.territoire',
    word('facturant.territoire', words.territoryWords),
    biller.territory,
  );
  const structure = orGiven(
    'facturant.structure',
    word('facturant.structure', words.structureWords),
    biller.structure,
  );
  const securing = word('mode', words.securingWords, words.ambiguousSecuring);
  const carePath = word('parcours', words.carePathWords);
  const salaried = word('prescripteur.salarie', words.salariedWords);
  const sameSite = word('prescripteur.meme-site', words.flagWords);
  const hospitalised = word('patient.hospitalise', words.flagWords);
  const eligibility = word('patient.eligibilite', words.eligibilityWords);

  const read = (row: TableRow): RowOutcome => {
    if (words.isWithdrawn(status(row) ?? '')) return 'cancelled';
    const undecided: Undecided[] = [];
    const rowActs = acts(row, undecided);
    if (rowActs.length === 0) return 'no-act';
    if (rowActs.some(({ amount, quantity }) => (amount ?? 0) < 0 || (quantity ?? 0) < 0)) return 'refund';
    const written = number(row) ?? '';
    const ownNumber = words.isEmptyCell(written) ? '' : cleanCell(written);
    const result: ReadRow = { row, number: ownNumber, acts: rowActs, actDate: actDate(row) };
    if (undecided.length > 0) result.undecided = undecided;
    return result;
  };

  const who = (readRow: ReadRow): Who => {
    if (readRow.who) return readRow.who;
    const { row } = readRow;
    const ownNir = nir(row);
    const birth = birthDate(row);
    const key = patientKey(row, ownNir, birth);
    readRow.who = { patientKey: key, nir: ownNir, birthDate: birth, numeroAm: numeroAm(row) };
    return readRow.who;
  };

  const isFilled = (concept: ColumnConcept) => {
    const cell = text(concept);
    return (row: TableRow): boolean => !words.isEmptyCell(cell(row) ?? '');
  };
  const saysTerritory = isFilled('facturant.territoire');
  const saysStructure = isFilled('facturant.structure');
  const details = (readRow: ReadRow): RowDetails => {
    const { row, actDate: day } = readRow;
    const { patientKey: key, nir: ownNir, birthDate: birth, numeroAm: am } = who(readRow);
    const where = territory(row);
    const kind = structure(row);
    if (where === undefined && saysTerritory(row))
      readRow.undecided = [...(readRow.undecided ?? []), ...unreadDefaults.territory];
    if (kind === undefined && saysStructure(row))
      readRow.undecided = [...(readRow.undecided ?? []), ...unreadDefaults.structure];
    const reason = eligibility(row);
    return {
      sheet: {
        actDate: day,
        sentDate: sentDate(row),
        biller: {
          profession: profession(row),
          numeroAm: am,
          territory: where,
          structure: kind,
        },
        tiersPayant: tiersPayant(row),
        securing: securing(row),
        carePath: carePath(row),
        prescriber: {
          number: prescriber(row),
          prescribedOn: prescribedOn(row),
          salaried: salaried(row),
          sameSite: sameSite(row),
        },
        patient: {
          key,
          nir: ownNir,
          birthDate: birth,
          hospitalised: hospitalised(row),
          eligibility: reason ? [reason] : reason,
        },
      },
      context: context?.(row, day),
      total: total(row),
    };
  };
  const { problems, unread } = readers;
  const person = personReader(readers);
  return { read, who, details, person, problems, unread, surnameOnly: patientKey.surnameOnly };
}

function thirdPartyReader({ has, word }: CellReaders): (row: TableRow) => Sheet['tiersPayant'] {
  const pair = word('tp', words.thirdPartyWords);
  const full = word('tp.integral', words.flagWords);
  const both = (row: TableRow) => (full(row) === true ? { amo: true, amc: true } : pair(row));
  const amo = word('tp.amo', words.flagWords);
  const amc = word('tp.amc', words.flagWords);
  const hasAmo = has('tp.amo');
  const hasAmc = has('tp.amc');
  if (hasAmo && hasAmc) return (row) => ({ amo: amo(row), amc: amc(row) });
  return (row) => {
    const told = both(row);
    return {
      amo: hasAmo ? amo(row) : told === null ? null : told?.amo,
      amc: hasAmc ? amc(row) : told === null ? null : told?.amc,
    };
  };
}

function personReader({ text }: CellReaders): RowReader['person'] {
  const written = (concept: ColumnConcept) => {
    const cell = text(concept);
    return (row: TableRow): string => {
      const own = cell(row) ?? '';
      return words.isEmptyCell(own) ? '' : cleanCell(own).slice(0, 80);
    };
  };
  const lastName = written('patient.nom');
  const whole = written('patient.identite');
  const firstName = written('patient.prenom');
  const file = written('patient.cle');
  return (row) => ({ lastName: lastName(row) || whole(row), firstName: firstName(row), file: file(row) });
}

interface PatientReader {
  (row: TableRow, nir: Read<string>, birth: Read<string>): Read<string>;
  surnameOnly: boolean;
}

function patientReader({ has, text }: CellReaders): PatientReader {
  const file = text('patient.cle');
  const names = (['patient.identite', 'patient.nom', 'patient.prenom'] as const).filter(has).map(text);
  const surnameOnly =
    has('patient.nom') &&
    !(
      ['patient.prenom', 'patient.naissance', 'patient.nir', 'patient.cle', 'patient.identite'] as const
    ).some(has);
  const named = (['patient.cle', 'patient.nir', 'patient.identite', 'patient.nom'] as const).some(has);
  const folded = new Map<string, string>();
  const fold = (name: string): string => {
    let plain = folded.get(name);
    if (plain === undefined) folded.set(name, (plain = foldName(name)));
    return plain;
  };
  const read = (row: TableRow, nir: Read<string>, birth: Read<string>): Read<string> => {
    const own = file(row);
    if (own !== undefined && !words.isEmptyCell(own)) return `dossier:${cleanCell(own)}`;
    // A child is treated under a parent's NIR: the birth date tells them apart.
    if (nir) return `nir:${nir.replace(/\s/g, '').slice(0, 13).toUpperCase()}|${birth ?? ''}`;
    if (surnameOnly) return undefined;
    let name = '';
    for (const part of names) name += ` ${fold(part(row) ?? '')}`;
    if (name.trim() !== '') return `nom:${name.trim()}|${birth ?? ''}`;
    return named ? null : undefined;
  };
  return Object.assign(read, { surnameOnly });
}

/** « Élise  Martin-Dupont » and « ELISE MARTIN DUPONT » are one person. */
function foldName(name: string): string {
  const plain = /^[ -~]*$/.test(name) ? name : name.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain
    .toUpperCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

const contextConcepts = [
  'consentement',
  'consentement.date',
  'demande.texte',
  'compte-rendu.date',
  'kine.plan',
  'kine.scor',
] as const;

type ContextReader = (row: TableRow, actDate: Read<string>) => Context;

function contextReader(
  readers: CellReaders,
  date: (concept: ColumnConcept) => CellReader<string>,
): ContextReader | undefined {
  const { has, text, word } = readers;
  if (!contextConcepts.some(has)) return undefined;
  const request = text('demande.texte');
  const consent = consentReader(readers, date('consentement.date'));
  const report = date('compte-rendu.date');
  const plan = word('kine.plan', words.flagWords);
  const scor = word('kine.scor', words.flagWords);
  return (row, actDate) => {
    const asked = request(row);
    return {
      consent: consent(row, actDate),
      requestText: asked === undefined ? undefined : words.isEmptyCell(asked) ? null : asked.slice(0, 20_000),
      reportReceivedOn: report(row),
      planDeTraitement: plan(row),
      scor: scor(row),
    };
  };
}

function consentReader({ text, notUnderstood }: CellReaders, consentDate: CellReader<string>) {
  const consent = text('consentement');
  return (row: TableRow, actDate: Read<string>): Consent | null | undefined => {
    const cell = consent(row);
    const on = consentDate(row);
    const alone = typeof on === 'string' ? { given: true, on } : on;
    if (cell === undefined) return alone;
    if (words.isEmptyCell(cell)) return alone ?? null;
    const own = readDate(cell);
    if (own) return { given: true, on: own };
    const plain = normaliseLabel(cell);
    const how = plain === 'oral' ? 'oral' : plain === 'ecrit' ? 'ecrit' : undefined;
    const given = how !== undefined || words.flagWords.get(plain);
    const day = on ?? actDate;
    if (given === false && day) return { given, on: day };
    if (given === true && on) return how ? { given, on, how } : { given, on };
    notUnderstood(row, 'consentement');
    return undefined;
  };
}

/** Where the key of a number is: its own column, or « Clé » just at its right. */
function keyColumn(columns: ColumnReport, number: ColumnConcept, key: ColumnConcept): number | undefined {
  const at = (wanted: ColumnConcept) => columns.used.find(({ concept }) => concept === wanted)?.index;
  const numberAt = at(number) ?? -2;
  return (
    at(key) ?? columns.used.find(({ concept, index }) => concept === 'cle' && index === numberAt + 1)?.index
  );
}

/** The number with its key when it was written without. */
function withKey(
  read: CellReader<string>,
  at: number | undefined,
  { length, keyLength }: { length: number; keyLength: number },
): CellReader<string> {
  if (at === undefined) return read;
  return (row) => {
    const number = read(row);
    if (!number) return number;
    const key = cleanCell(row.cells[at] ?? '');
    const bare = number.replace(/\s/g, '').length === length && /^\d{1,2}$/.test(key);
    return bare ? `${number}${key.padStart(keyLength, '0')}` : number;
  };
}
