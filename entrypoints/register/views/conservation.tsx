import { useCallback, useEffect, useState } from 'react';
import { Keeping } from '../../../components/register/keeping.tsx';
import { counted } from '../../../components/ui/format.ts';
import { countAll, eraseAll } from '../../../ledger/erase-all.ts';
import { cnilYears, retentionOf, type RetentionCount } from '../../../ledger/retention.ts';
import { isoDay } from '../../panel/day.ts';
import { keepYears, keptYears } from '../kept-years.ts';
import type { RegisterView, ViewProps } from '../view.ts';

function Conservation({ desk }: ViewProps) {
  const [count, setCount] = useState<RetentionCount | null>(null);
  const [years, setYears] = useState<number>(cnilYears.most);
  const [total, setTotal] = useState<number | null>(null);
  const look = useCallback(async () => {
    const counts = await countAll(desk);
    // The trail goes too, and is counted nowhere else.
    setTotal(
      Object.entries(counts).reduce((sum, [table, each]) => (table === 'trail' ? sum : sum + each), 0),
    );
    setCount(await desk.register.retentionCount(isoDay(new Date()), retentionOf(await keptYears())));
  }, [desk]);
  useEffect(() => {
    void keptYears().then(setYears);
    const again = () => void look().catch(() => undefined);
    again();
    return desk.follow(again);
  }, [desk, look]);
  return (
    <Keeping
      count={count}
      years={years}
      bounds={cnilYears}
      onYears={(next) => {
        setYears(next);
        void keepYears(next).then(look);
      }}
      total={total}
      onCheck={() => desk.register.health()}
      onPurge={async () => {
        const { erased, damaged } = await desk.register.purge(isoDay(new Date()), retentionOf(years));
        await look();
        const kept =
          damaged.length > 0 ? ` ${counted(damaged.length, 'enregistrement')} illisible(s) restent.` : '';
        return `${counted(erased, 'enregistrement')} effacé${erased > 1 ? 's' : ''}.${kept}`;
      }}
      onEraseAll={async () => {
        await eraseAll(desk);
        await look();
        return 'Le registre est vide.';
      }}
    />
  );
}

export const conservation: RegisterView = {
  id: 'conservation',
  title: 'Conserver, effacer',
  group: 'registre',
  View: Conservation,
};
