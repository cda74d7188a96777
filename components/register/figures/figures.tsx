import { useId, type ReactNode } from 'react';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { frenchEuros } from '../../../cases/words.ts';
import type { Figures, Month } from '../../../ledger/overview/figures.ts';
import { Opening, type ActsProps } from '../acts/acts.tsx';
import { figure } from '../acts/words.ts';
import { BillerField } from '../biller-field.tsx';
import { counted } from '../../ui/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { Notice } from '../../ui/sign.tsx';

export const spans = { 12: '12 derniers mois', 24: '24 derniers mois', 36: '36 derniers mois' } as const;
export type Span = keyof typeof spans;

const shortMonth = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: '2-digit', timeZone: 'UTC' });
/** `2026-03` → `mars 26`. */
const monthWords = (month: string): string => shortMonth.format(new Date(`${month}-15T12:00:00Z`));

/** Colours of the codes, in order; the legend names each. */
const fills = ['var(--accent)', 'var(--warn)', 'var(--clean)', 'var(--soft)'];

const axis = { tick: { fill: 'var(--soft)', fontSize: 12 }, stroke: 'var(--edge)', tickLine: false };
const tooltip = {
  cursor: { fill: 'var(--raised)' },
  contentStyle: { background: 'var(--page)', border: '1px solid var(--edge)', borderRadius: 6 },
  itemStyle: { color: 'var(--ink)' },
  labelStyle: { color: 'var(--ink)', fontWeight: 600 },
  isAnimationActive: false,
};

/** A chart for the eye, and the same as a table for everybody else and for paper. */
function Chart({
  title,
  heads,
  rows,
  children,
}: {
  title: string;
  heads: string[];
  rows: ReactNode[][];
  /** A chart of recharts. */
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="chart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="chart-area" aria-hidden="true">
        <ResponsiveContainer width="100%" height={220}>
          {children}
        </ResponsiveContainer>
      </div>
      <details className="chart-table">
        <summary>Tableau</summary>
        <Table caption={title} heads={heads} rows={rows} />
      </details>
    </section>
  );
}

function Table({ caption, heads, rows }: { caption: string; heads: string[]; rows: ReactNode[][] }) {
  return (
    <table className="plain numbers">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells], index) => (
          <tr key={index}>
            <th scope="row">{first}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const euros = (cents: number) => Math.round(cents / 100);

function ActsChart({ months, codes }: Pick<Figures, 'months' | 'codes'>) {
  const data = months.map(({ month, acts }) => ({ month: monthWords(month), ...acts }));
  return (
    <Chart
      title="Actes par mois"
      heads={['Mois', ...codes]}
      rows={months.map(({ month, acts }) => [
        monthWords(month),
        ...codes.map((code) => figure(acts[code] ?? 0)),
      ])}
    >
      <BarChart data={data} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="month" {...axis} />
        <YAxis allowDecimals={false} width={48} {...axis} />
        <Tooltip {...tooltip} />
        <Legend />
        {codes.map((code, index) => (
          <Bar
            key={code}
            dataKey={code}
            stackId="acts"
            fill={fills[index % fills.length] ?? 'var(--accent)'}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </Chart>
  );
}

function EurosChart({ months }: { months: readonly Month[] }) {
  const data = months.map(({ month, billed, paid }) => ({
    month: monthWords(month),
    Facturé: euros(billed),
    Payé: euros(paid),
  }));
  return (
    <Chart
      title="Euros par mois"
      heads={['Mois', 'Facturé', 'Payé', 'Délai médian']}
      rows={months.map(({ month, billed, paid, delay }) => [
        monthWords(month),
        frenchEuros(billed),
        frenchEuros(paid),
        delay === null ? '' : counted(delay, 'jour'),
      ])}
    >
      <BarChart data={data} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="month" {...axis} />
        <YAxis unit=" €" width={64} {...axis} />
        <Tooltip {...tooltip} formatter={(value) => `${figure(Number(value))} €`} />
        <Legend />
        <Bar dataKey="Facturé" fill="var(--accent)" isAnimationActive={false} />
        <Bar dataKey="Payé" fill="var(--clean)" isAnimationActive={false} />
      </BarChart>
    </Chart>
  );
}

function RefusalsChart({ refusals }: Pick<Figures, 'refusals'>) {
  return (
    <Chart
      title="Refus par motif"
      heads={['Motif', 'Actes', 'Montant']}
      rows={refusals.map(({ cause, count, cents }) => [cause, figure(count), frenchEuros(cents)])}
    >
      <BarChart
        data={refusals.slice(0, 8).map(({ cause, count }) => ({ cause, Actes: count }))}
        layout="vertical"
        accessibilityLayer={false}
      >
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis type="number" allowDecimals={false} {...axis} />
        <YAxis type="category" dataKey="cause" width={190} {...axis} />
        <Tooltip {...tooltip} />
        <Bar dataKey="Actes" fill="var(--block)" isAnimationActive={false} maxBarSize={22} />
      </BarChart>
    </Chart>
  );
}

function DelaysChart({ delays }: Pick<Figures, 'delays'>) {
  return (
    <Chart
      title="Délai de paiement"
      heads={['Délai', 'Actes payés']}
      rows={delays.map(({ words, count }) => [words, figure(count)])}
    >
      <BarChart
        data={delays.map(({ words, count }) => ({ words, 'Actes payés': count }))}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="words" {...axis} />
        <YAxis allowDecimals={false} width={48} {...axis} />
        <Tooltip {...tooltip} />
        <Bar dataKey="Actes payés" fill="var(--clean)" isAnimationActive={false} maxBarSize={64} />
      </BarChart>
    </Chart>
  );
}

export interface FiguresProps extends Pick<ActsProps, 'opening' | 'damaged'> {
  figures: Figures;
  span: Span;
  onSpan: (span: Span) => void;
  billers: readonly string[];
  biller: string;
  onBiller: (biller: string) => void;
}

/** **Chiffres**: acts and euros per month, refusals by cause, delay to payment. */
export function FiguresView(props: FiguresProps) {
  const { figures } = props;
  const count = figures.months.reduce(
    (sum, { acts }) => sum + Object.values(acts).reduce((all, each) => all + each, 0),
    0,
  );
  return (
    <>
      <div className="bar unprinted">
        <SelectField
          label="Période"
          value={String(props.span) as `${Span}`}
          options={spans as Record<`${Span}`, string>}
          onChoose={(span) => props.onSpan(Number(span) as Span)}
        />
        <BillerField {...props} />
        <button type="button" className="button quiet" onClick={() => window.print()}>
          Imprimer
        </button>
      </div>
      <Opening opening={props.opening} damaged={props.damaged} />
      {count + figures.refusals.length === 0 ? (
        <p className="nothing soft">Aucun acte sur cette période.</p>
      ) : (
        <>
          {figures.withoutAmount > 0 && (
            <Notice tone="grey">
              {counted(figures.withoutAmount, 'acte')} sans montant lu : absents des euros, présents dans les
              actes.
            </Notice>
          )}
          <div className="charts">
            <ActsChart months={figures.months} codes={figures.codes} />
            <EurosChart months={figures.months} />
            {figures.refusals.length > 0 && <RefusalsChart refusals={figures.refusals} />}
            <DelaysChart delays={figures.delays} />
          </div>
        </>
      )}
    </>
  );
}
