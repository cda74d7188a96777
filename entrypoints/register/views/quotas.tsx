import { useMemo } from 'react';
import { Quotas as QuotasTable } from '../../../components/register/quotas.tsx';
import { quotaRows } from '../../../ledger/overview/quotas.ts';
import { isoDay } from '../../panel/day.ts';
import { billersOf } from '../cases.tsx';
import { useHomonyms } from '../homonyms.ts';
import type { RegisterView, ViewProps } from '../view.ts';

function Quotas({ desk, overview }: ViewProps) {
  const { acts } = overview;
  const today = isoDay(new Date());
  const { answers, answer } = useHomonyms(desk);
  const who = desk.settings?.who;
  const rows = useMemo(
    () => quotaRows(acts, (biller) => (who?.numeroAm === biller ? who.profession : null), today, answers),
    [acts, who, today, answers],
  );
  return (
    <QuotasTable
      rows={rows}
      onAnswer={({ person }, verdict) => answer(person, verdict)}
      year={today.slice(0, 4)}
      billers={useMemo(() => billersOf(acts), [acts])}
      opening={overview.opening}
      damaged={overview.damaged.length}
    />
  );
}

export const quotas: RegisterView = { id: 'quotas', title: 'Quotas', group: 'suivi', View: Quotas };
