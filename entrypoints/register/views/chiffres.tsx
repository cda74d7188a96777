import { useMemo, useState } from 'react';
import { FiguresView, type Span } from '../../../components/register/figures/figures.tsx';
import { figuresOf } from '../../../ledger/overview/figures.ts';
import { isoDay } from '../../panel/day.ts';
import { billersOf } from '../cases.tsx';
import type { RegisterView, ViewProps } from '../view.ts';

/** `YYYY-MM` of the month that many before. */
function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - count, 15)).toISOString().slice(0, 7);
}

function Chiffres({ overview }: ViewProps) {
  const { acts } = overview;
  const [span, setSpan] = useState<Span>(12);
  const [biller, setBiller] = useState('');
  const month = isoDay(new Date()).slice(0, 7);
  const figures = useMemo(() => {
    const own = biller ? acts.filter((act) => act.biller === biller) : acts;
    return figuresOf(own, monthsBefore(month, span - 1), month);
  }, [acts, biller, month, span]);
  return (
    <FiguresView
      figures={figures}
      span={span}
      onSpan={setSpan}
      billers={useMemo(() => billersOf(acts), [acts])}
      biller={biller}
      onBiller={setBiller}
      opening={overview.opening}
      damaged={overview.damaged.length}
    />
  );
}

export const chiffres: RegisterView = {
  id: 'chiffres',
  title: 'Chiffres',
  group: 'suivi',
  View: Chiffres,
};
