import { useSyncExternalStore } from 'react';
import { frenchDate, frenchEuros } from '../../../cases/words.ts';
import type { ActRow } from '../../../ledger/overview/model.ts';
import { figure, personName, standingWords } from './words.ts';

/** More lines than these are an export's business, not a printer's. */
const PRINTED = 1000;

const paper = matchMedia('print');
const followPrint = (listener: () => void) => {
  paper.addEventListener('change', listener);
  window.addEventListener('beforeprint', listener);
  return () => {
    paper.removeEventListener('change', listener);
    window.removeEventListener('beforeprint', listener);
  };
};

/** The lines on paper: a grid that draws only what is in sight cannot be printed. Made when it is. */
export function PrintedActs({ rows }: { rows: readonly ActRow[] }) {
  const printing = useSyncExternalStore(followPrint, () => paper.matches);
  if (!printing) return null;
  return (
    <table className="printed numbers">
      <caption>
        {rows.length > PRINTED
          ? `${figure(PRINTED)} premières lignes sur ${figure(rows.length)}`
          : `${figure(rows.length)} lignes`}
      </caption>
      <thead>
        <tr>
          <th>Date</th>
          <th>Patient</th>
          <th>Code</th>
          <th className="right">Montant</th>
          <th>État</th>
          <th>Correspondant</th>
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, PRINTED).map((row) => (
          <tr key={row.id}>
            <td>{frenchDate(row.day)}</td>
            <td>{personName(row)}</td>
            <td>{row.code}</td>
            <td className="right">{row.amount === null ? '' : frenchEuros(row.amount)}</td>
            <td>
              {standingWords[row.standing]}
              {row.reason && ` · ${row.reason}`}
            </td>
            <td>{row.otherName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
