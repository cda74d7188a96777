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

/** Width of each column, as a track of the grid. */
export const tracks: Readonly<Record<string, string>> = {
  day: '6.5rem',
  patient: 'minmax(9rem, 1.6fr)',
  birth: '6.5rem',
  code: '4.5rem',
  amount: '6rem',
  standing: 'minmax(8.5rem, 1.4fr)',
  other: 'minmax(8rem, 1.4fr)',
  otherNumber: '7.5rem',
  biller: '7.5rem',
  paidOn: '6.5rem',
  note: 'minmax(8rem, 1fr)',
};

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
