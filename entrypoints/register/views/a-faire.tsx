import { useMemo, useState } from 'react';
import { Todo } from '../../../components/register/todo.tsx';
import { tasks, todoOf, type Task } from '../../../ledger/overview/todo.ts';
import { addressDetails, setAddressDetails } from '../address.ts';
import { billersOf, useCases } from '../cases.tsx';
import type { RegisterView, ViewProps } from '../view.ts';

function AFaire({ desk, overview }: ViewProps) {
  const cases = useCases(desk, overview);
  const [biller, setBiller] = useState('');
  const [asked, setAsked] = useState<Task | null>(
    () => tasks.find((each) => each === new URLSearchParams(addressDetails()).get('liste')) ?? null,
  );
  const { today } = cases;
  const billers = useMemo(() => billersOf(overview.acts), [overview.acts]);
  const todo = useMemo(() => {
    const acts = biller ? overview.acts.filter((act) => act.biller === biller) : overview.acts;
    return todoOf({ ...overview, acts }, today);
  }, [overview, biller, today]);
  return (
    <>
      <Todo
        todo={todo}
        task={asked ?? tasks.find((each) => todo[each].length > 0) ?? 'refused'}
        onTask={(next) => {
          setAsked(next);
          setAddressDetails(`liste=${next}`);
        }}
        billers={billers}
        biller={biller}
        onBiller={setBiller}
        empty={overview.acts.length === 0}
        opening={overview.opening}
        damaged={overview.damaged.length}
        today={today}
        onSay={cases.say}
        onOpen={cases.open}
      />
      {cases.beside}
    </>
  );
}

export const aFaire: RegisterView = { id: 'a-faire', title: 'À faire', group: 'suivi', View: AFaire };
