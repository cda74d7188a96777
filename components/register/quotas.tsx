import { Fragment, useMemo, useState } from 'react';
import { folded, frenchDate } from '../../cases/words.ts';
import type { Verdict } from '../../ledger/homonyms.ts';
import type { QuotaRow } from '../../ledger/overview/quotas.ts';
import { Choice } from '../ui/choice.tsx';
import { counted } from '../ui/format.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Sign } from '../ui/sign.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Opening, type ActsProps } from './acts/acts.tsx';
import { BillerField } from './biller-field.tsx';
import { HomonymQuestion } from './homonyms.tsx';
import { amNumber, figure, personName } from './acts/words.ts';

/** A page of patients; more are asked for. */
const PAGE = 100;

const counts: Array<['near' | 'all', string]> = [
  ['near', 'Près de la limite'],
  ['all', 'Tous'],
];

/** Told apart by words and by length, not by colour alone. */
function Bar({ used, limit }: { used: number; limit: number | null }) {
  if (limit === null) return <>{used}</>;
  const tone = used >= limit ? 'block' : used + 1 >= limit ? 'warn' : 'clean';
  return (
    <span className={`quota-bar tone-${tone}`}>
      <span className="quota-count">
        {used}
        {' / '}
        {limit}
      </span>
      <span className="quota-track" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (used / limit) * 100)}%` }} />
      </span>
    </span>
  );
}

const leftWords = ({ left, homonyms }: QuotaRow): string =>
  homonyms === 'asked'
    ? 'Homonymes possibles'
    : homonyms === 'several'
      ? 'Plusieurs personnes'
      : left === null
        ? 'Limite inconnue'
        : left === 0
          ? 'Limite atteinte'
          : left === 1
            ? 'Un seul reste'
            : `${left} restent`;

/** One act from the limit, or perhaps: two patients of one name may be near it, or far from it. */
const isNear = ({ left, homonyms, limit, civil, rolling }: QuotaRow): boolean =>
  left === null ? homonyms === 'asked' && limit !== null && Math.max(civil, rolling) >= limit - 1 : left <= 1;

/** What a count is made of: the largest number any one source knows of, never the sum. */
function Made({ row }: { row: QuotaRow }) {
  return (
    <ul className="made numbers">
      {row.made.map(({ day, count, register, imported, unsettled }) => (
        <li key={day}>
          {frenchDate(day)} : {counted(count, 'acte')}, vu {register > 0 && 'par le volet'}
          {register > 0 && imported > 0 && ' et '}
          {imported > 0 && 'dans un export'}
          {register + imported === 0 && 'et refusé depuis'}
          {unsettled > 0 && ' (envoi à confirmer)'}
        </li>
      ))}
    </ul>
  );
}

/** **Quotas**: both windows of each patient, who is near the limit first, and what each count is made of. */
export function Quotas({
  rows,
  year,
  billers,
  opening,
  damaged,
  onAnswer,
}: {
  /** Who is nearest the limit first. */
  rows: readonly QuotaRow[];
  year: string;
  billers: readonly string[];
  /** Whose the acts of a line are, where only a name says so. */
  onAnswer: (row: QuotaRow, verdict: Verdict) => void;
} & Pick<ActsProps, 'opening' | 'damaged'>) {
  const [which, setWhich] = useState<'near' | 'all'>('near');
  const [text, setText] = useState('');
  const [code, setCode] = useState('');
  const [biller, setBiller] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [openRow, setOpenRow] = useState('');
  const codes = useMemo(() => [...new Set(rows.map((row) => row.code))].sort(), [rows]);
  const found = useMemo(() => {
    const words = folded(text).split(/\s+/).filter(Boolean);
    return rows.filter(
      (row) =>
        (which === 'all' || words.length > 0 || isNear(row)) &&
        (!code || row.code === code) &&
        (!biller || row.biller === biller) &&
        words.every((word) => row.person.folded.includes(word)),
    );
  }, [rows, which, text, code, biller]);
  return (
    <>
      <div className="bar unprinted">
        <TextField
          label="Patient"
          className="wide"
          type="search"
          value={text}
          onType={setText}
          placeholder="Nom, prénom ou date de naissance"
        />
        <Choice label="Patients" value={which} options={counts} onChoose={setWhich} />
        <SelectField
          label="Code"
          value={code || 'tous'}
          options={{ tous: 'Tous', ...Object.fromEntries(codes.map((each) => [each, each])) }}
          onChoose={(each) => setCode(each === 'tous' ? '' : each)}
        />
        <BillerField billers={billers} biller={biller} onBiller={setBiller} />
      </div>
      <div className="counted">
        <strong role="status">
          {figure(found.length)} {found.length > 1 ? 'lignes' : 'ligne'}
        </strong>
        <Opening opening={opening} damaged={damaged} />
      </div>
      <p className="soft">
        D’après ce registre et les exports importés, sans compter deux fois le même acte. L’historique affiché
        par le logiciel s’y ajoute dans le volet.
      </p>
      {found.length > 0 ? (
        <div className="table-of">
          <table className="plain numbers">
            <thead>
              <tr>
                <th scope="col">Patient</th>
                <th scope="col">Code</th>
                <th scope="col">En {year}</th>
                <th scope="col">12 mois glissants</th>
                <th scope="col">Reste</th>
                {billers.length > 1 && <th scope="col">Praticien</th>}
                <th scope="col">
                  <span className="unseen">Détail</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown).map((row) => {
                const id = `${row.person.key} ${row.biller} ${row.code}`;
                const isOpen = id === openRow;
                return (
                  <Fragment key={id}>
                    <tr data-left={row.left ?? ''}>
                      <th scope="row">
                        {personName(row)}
                        <span className="soft"> {frenchDate(row.person.birthDate)}</span>
                      </th>
                      <td>{row.code}</td>
                      <td>
                        <Bar used={row.civil} limit={row.left === null ? null : row.limit} />
                      </td>
                      <td>
                        <Bar used={row.rolling} limit={row.left === null ? null : row.limit} />
                      </td>
                      <td className={row.homonyms === 'asked' ? 'state tone-warn' : ''}>
                        {row.homonyms === 'asked' && <Sign tone="warn" />}
                        {leftWords(row)}
                      </td>
                      {billers.length > 1 && <td>{amNumber(row.biller)}</td>}
                      <td className="right">
                        <button
                          type="button"
                          className="button quiet unprinted"
                          aria-expanded={isOpen}
                          aria-label={`Détail de ${personName(row)}, ${row.code}`}
                          onClick={() => setOpenRow(isOpen ? '' : id)}
                        >
                          Détail
                        </button>
                      </td>
                    </tr>
                    {isOpen && (
                      <tr>
                        <td colSpan={billers.length > 1 ? 7 : 6}>
                          {row.homonyms && (
                            <HomonymQuestion
                              homonyms={row.homonyms}
                              acts={row.made.reduce((sum, { count }) => sum + count, 0)}
                              onAnswer={(verdict) => onAnswer(row, verdict)}
                            />
                          )}
                          <Made row={row} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                );
              })}
            </tbody>
          </table>
          {found.length > shown && (
            <button type="button" className="button unprinted" onClick={() => setShown(shown + PAGE)}>
              Afficher {PAGE} lignes de plus
            </button>
          )}
        </div>
      ) : (
        !opening && (
          <p className="nothing soft">
            {rows.length === 0
              ? 'Aucun acte de téléexpertise sur ces deux périodes.'
              : 'Aucun patient ne répond à ces critères.'}
          </p>
        )
      )}
    </>
  );
}
