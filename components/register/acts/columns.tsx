import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { frenchDate, frenchEuros } from '../../../cases/words.ts';
import type { ActRow } from '../../../ledger/overview/model.ts';
import { Sign } from '../../ui/sign.tsx';
import type { SortKey } from './filter.ts';
import { amNumber, personName, standingTones, standingWords } from './words.ts';

export const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, ActRow>();

export function State({ act }: { act: Pick<ActRow, 'standing' | 'reason'> }) {
  return (
    <span className={`state tone-${standingTones[act.standing]}`}>
      <Sign tone={standingTones[act.standing]} />
      {standingWords[act.standing]}
      {act.reason && <span className="soft reason"> · {act.reason}</span>}
    </span>
  );
}

/** Width of each column: the least in rem, and its share of what is left. */
const widths: Readonly<Record<string, { least: number; share?: number }>> = {
  day: { least: 6.5 },
  patient: { least: 9, share: 1.6 },
  birth: { least: 6.5 },
  code: { least: 4.5 },
  amount: { least: 6 },
  standing: { least: 9, share: 2 },
  other: { least: 8, share: 1.3 },
  otherNumber: { least: 7.5 },
  biller: { least: 7.5 },
  paidOn: { least: 6.5 },
  note: { least: 8, share: 1 },
};
const box = { least: 2.25 };

/** Tracks of a line, the same for all: a line as wide as its own words would not stand under its headings. */
export function lineStyle(ids: readonly string[]): { gridTemplateColumns: string; minWidth: string } {
  const all = [box, ...ids.map((id) => widths[id] ?? { least: 8, share: 1 })];
  const track = ({ least, share }: { least: number; share?: number }) =>
    share === undefined ? `${least}rem` : `minmax(${least}rem, ${share}fr)`;
  return {
    gridTemplateColumns: all.map(track).join(' '),
    minWidth: `${all.reduce((sum, { least }) => sum + least, 0)}rem`,
  };
}

/** Columns that a person may hide; the others say which act it is. */
export const hideable: Readonly<Record<string, string>> = {
  birth: 'Né(e) le',
  other: 'Correspondant',
  otherNumber: 'Son numéro',
  biller: 'Praticien',
  paidOn: 'Payé le',
  note: 'Note',
};

export const firstColumns: Readonly<Record<string, boolean>> = {
  birth: false,
  otherNumber: false,
  biller: false,
  paidOn: false,
  note: false,
};

/** Columns by which lines may be sorted. */
export const sortOf: Readonly<Record<string, SortKey>> = {
  day: 'day',
  patient: 'patient',
  code: 'code',
  amount: 'amount',
  standing: 'standing',
  other: 'other',
  biller: 'biller',
};

export const columns = helper.columns([
  helper.display({ id: 'day', header: 'Date', cell: ({ row }) => frenchDate(row.original.day) }),
  helper.display({ id: 'patient', header: 'Patient', cell: ({ row }) => personName(row.original) }),
  helper.display({
    id: 'birth',
    header: 'Né(e) le',
    cell: ({ row }) => frenchDate(row.original.person.birthDate),
  }),
  helper.display({ id: 'code', header: 'Code', cell: ({ row }) => row.original.code }),
  helper.display({
    id: 'amount',
    header: 'Montant',
    cell: ({ row }) => (row.original.amount === null ? '' : frenchEuros(row.original.amount)),
  }),
  helper.display({ id: 'standing', header: 'État', cell: ({ row }) => <State act={row.original} /> }),
  helper.display({ id: 'other', header: 'Correspondant', cell: ({ row }) => row.original.otherName }),
  helper.display({
    id: 'otherNumber',
    header: 'Son numéro',
    cell: ({ row }) => amNumber(row.original.otherNumber),
  }),
  helper.display({ id: 'biller', header: 'Praticien', cell: ({ row }) => amNumber(row.original.biller) }),
  helper.display({
    id: 'paidOn',
    header: 'Payé le',
    cell: ({ row }) => frenchDate(row.original.paidOn ?? ''),
  }),
  helper.display({ id: 'note', header: 'Note', cell: ({ row }) => row.original.note }),
]);
