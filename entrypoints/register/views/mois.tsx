import { useMemo, useState } from 'react';
import { standingWords } from '../../../components/register/acts/words.ts';
import { MonthSheet } from '../../../components/register/month-sheet.tsx';
import { monthSums } from '../../../ledger/export/month-sums.ts';
import { isoDay } from '../../panel/day.ts';
import { addressDetails, setAddressDetails } from '../address.ts';
import { billersOf } from '../cases.tsx';
import type { RegisterView, ViewProps } from '../view.ts';

const askedMonth = (): string => new URLSearchParams(addressDetails()).get('mois') ?? '';

function Mois({ desk, overview }: ViewProps) {
  const { acts } = overview;
  const [asked, setAsked] = useState(askedMonth);
  const [biller, setBiller] = useState('');
  // Acts come the latest first.
  const months = useMemo(() => [...new Set(acts.map(({ day }) => day.slice(0, 7)))], [acts]);
  const month = months.includes(asked) ? asked : (months[0] ?? '');
  const shown = useMemo(
    () => acts.filter((act) => act.day.startsWith(month) && (!biller || act.biller === biller)).reverse(),
    [acts, month, biller],
  );
  const who = desk.settings?.who;
  return (
    <MonthSheet
      months={months}
      month={month}
      onMonth={(next) => {
        setAsked(next);
        setAddressDetails(`mois=${next}`);
      }}
      billers={useMemo(() => billersOf(acts), [acts])}
      biller={biller}
      onBiller={setBiller}
      acts={shown}
      sums={useMemo(() => monthSums(shown, standingWords), [shown])}
      who={who ?? null}
      today={isoDay(new Date())}
      opening={overview.opening}
      damaged={overview.damaged.length}
      onPrint={() => window.print()}
    />
  );
}

export const mois: RegisterView = { id: 'mois', title: 'Relevé du mois', group: 'suivi', View: Mois };
