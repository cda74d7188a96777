import { useMemo, useState } from 'react';
import { frenchEuros } from '../../../cases/words.ts';
import type { ActRow } from '../../../ledger/overview/model.ts';
import { counted } from '../../ui/format.ts';
import { BillerField } from '../biller-field.tsx';
import { Notice } from '../../ui/sign.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Actions, type Said } from './action-form.tsx';
import { firstColumns, hideable } from './columns.tsx';
import { filterActs, firstLook, periods, sortActs, type Look } from './filter.ts';
import { ActsGrid } from './grid.tsx';
import { PrintedActs } from './printed.tsx';
import { figure, stateGroups, type StateGroup } from './words.ts';

export interface ActsProps {
  /** By day, the latest first. */
  rows: readonly ActRow[];
  /** While a large register is being read: its latest lines, how many there are in all, and their sum in cents. */
  first?: { rows: readonly ActRow[]; acts: number; cents: number } | null;
  /** Records still to be opened one by one; `null` = all is here. */
  opening: { done: number; total: number } | null;
  /** Records that do not open. */
  damaged: number;
  /** ISO. */
  today: string;
  look: Look;
  onLook: (look: Look) => void;
  onSay: (acts: readonly ActRow[], said: Said) => void;
  onOpen: (act: ActRow) => void;
  /** Saves the acts shown, in the order shown. */
  onExport: (kind: ExportKind, acts: readonly ActRow[]) => void;
}

export const exportKinds = {
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  months: 'Récapitulatif par mois',
} as const;
export type ExportKind = keyof typeof exportKinds;

const noRows: readonly ActRow[] = [];

const tally = (rows: readonly ActRow[], of: (row: ActRow) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return counts;
};

const stateOptions = Object.fromEntries(
  Object.entries(stateGroups).map(([id, { words }]) => [id, words]),
) as Record<StateGroup, string>;

/** How far the opening is, and what could not be opened. */
export function Opening({ opening, damaged }: Pick<ActsProps, 'opening' | 'damaged'>) {
  return (
    <>
      {opening && opening.total > 0 && (
        <label className="soft">
          <progress max={opening.total} value={opening.done} /> {figure(opening.done)} sur{' '}
          {figure(opening.total)} fiches ouvertes
        </label>
      )}
      {damaged > 0 && (
        <Notice tone="warn">
          {counted(damaged, 'enregistrement')} {damaged > 1 ? 'sont abîmés' : 'est abîmé'} et ne se lit plus.
          Une sauvegarde peut le rétablir.
        </Notice>
      )}
    </>
  );
}

/** **Actes**: every act of the register, searched as one types. */
export function Acts(props: ActsProps) {
  const { opening, damaged, today, look, onLook, onSay, onOpen, onExport } = props;
  const first = props.first ?? null;
  const isNarrowed = JSON.stringify(look) !== JSON.stringify(firstLook);
  // Of the latest lines alone, a search or another order would show something else than what there is.
  const rows = first ? (isNarrowed ? noRows : first.rows) : props.rows;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [visible, setVisible] = useState(firstColumns);
  const sorted = useMemo(
    () => sortActs(rows, look.sort, look.descending),
    [rows, look.sort, look.descending],
  );
  const shown = useMemo(() => filterActs(sorted, look, today), [sorted, look, today]);
  const codes = useMemo(() => [...tally(rows, ({ code }) => code).keys()].sort(), [rows]);
  const billers = useMemo(() => [...tally(rows, ({ biller }) => biller).keys()].sort(), [rows]);
  const sum = useMemo(() => shown.reduce((cents, { amount }) => cents + (amount ?? 0), 0), [shown]);
  const { acts: count, cents: total } = first && !isNarrowed ? first : { acts: shown.length, cents: sum };
  const set = (change: Partial<Look>) => onLook({ ...look, ...change });
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : rows.filter(({ id }) => selected.has(id))),
    [rows, selected],
  );
  const narrowed =
    JSON.stringify(look) !== JSON.stringify({ ...firstLook, sort: look.sort, descending: look.descending });

  if (rows.length === 0 && !opening && !first) return <NoActs damaged={damaged} />;
  return (
    <>
      <div className="bar unprinted" role="search" aria-label="Actes">
        <TextField
          label="Patient"
          className="wide"
          type="search"
          value={look.patient}
          onType={(patient) => set({ patient })}
          placeholder="Nom, prénom ou date de naissance"
        />
        <SelectField
          label="Période"
          value={look.period}
          options={periods}
          onChoose={(period) => set({ period })}
        />
        <SelectField
          label="Code"
          value={look.code || 'tous'}
          options={{ tous: 'Tous', ...Object.fromEntries(codes.map((code) => [code, code])) }}
          onChoose={(code) => set({ code: code === 'tous' ? '' : code })}
        />
        <SelectField
          label="État"
          value={look.state || 'tous'}
          options={{ tous: 'Tous', ...stateOptions }}
          onChoose={(state) => set({ state: state === 'tous' ? '' : state })}
        />
        <TextField
          label="Correspondant"
          type="search"
          value={look.correspondent}
          onType={(correspondent) => set({ correspondent })}
        />
        <BillerField billers={billers} biller={look.biller} onBiller={(biller) => set({ biller })} />
        {narrowed && (
          <button
            type="button"
            className="button quiet"
            onClick={() => onLook({ ...firstLook, sort: look.sort, descending: look.descending })}
          >
            Tout afficher
          </button>
        )}
      </div>
      <div className="counted numbers">
        <strong role="status">
          {first && isNarrowed ? 'Lecture du registre…' : countWords(count, total)}
        </strong>
        <Opening opening={opening} damaged={damaged} />
        <span className="grow" />
        <button
          type="button"
          className="button quiet unprinted"
          disabled={first !== null}
          onClick={() => window.print()}
        >
          Imprimer
        </button>
        <a className="button quiet unprinted" href="#mois">
          Imprimer le mois
        </a>
        <details className="columns-menu unprinted">
          <summary className="button quiet">Exporter</summary>
          <div>
            {(Object.entries(exportKinds) as Array<[ExportKind, string]>).map(([kind, words]) => (
              <button
                key={kind}
                type="button"
                className="button quiet"
                disabled={first !== null}
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  onExport(kind, shown);
                }}
              >
                {words}
              </button>
            ))}
          </div>
        </details>
        <details className="columns-menu unprinted">
          <summary className="button quiet">Colonnes</summary>
          <div>
            {Object.entries(hideable).map(([id, words]) => (
              <label key={id} className="tick">
                <input
                  type="checkbox"
                  checked={visible[id] ?? true}
                  onChange={(event) => setVisible({ ...visible, [id]: event.target.checked })}
                />
                {words}
              </label>
            ))}
          </div>
        </details>
      </div>
      {chosen.length > 0 && (
        <div className="counted chosen unprinted">
          <span role="status">
            {figure(chosen.length)} {chosen.length > 1 ? 'choisis' : 'choisi'}
          </span>
          <Actions
            count={chosen.length}
            today={today}
            onSay={(said) => {
              onSay(chosen, said);
              setSelected(new Set());
            }}
          />
          <button type="button" className="button quiet" onClick={() => setSelected(new Set())}>
            Ne plus choisir
          </button>
        </div>
      )}
      {shown.length > 0 ? (
        <ActsGrid
          label="Actes"
          rows={shown}
          visible={visible}
          sort={look.sort}
          descending={look.descending}
          selected={selected}
          onSort={(sort, descending) => set({ sort, descending })}
          onSelect={setSelected}
          onOpen={onOpen}
        />
      ) : (
        !opening && !first && <p className="nothing soft">Aucun acte ne répond à ces critères.</p>
      )}
      <PrintedActs rows={shown} />
    </>
  );
}

const countWords = (count: number, cents: number): string =>
  `${figure(count)} ${count > 1 ? 'actes' : 'acte'} · ${frenchEuros(cents)}`;

function NoActs({ damaged }: { damaged: number }) {
  return (
    <div className="nothing">
      <Opening opening={null} damaged={damaged} />
      <h2>Aucun acte pour l’instant</h2>
      <p className="soft">
        Un acte s’inscrit ici quand vous sécurisez une FSE de téléexpertise avec le volet ouvert.
      </p>
    </div>
  );
}
