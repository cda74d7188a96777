import { useEffect, useMemo, useState } from 'react';
import { Todo } from '../../../components/register/todo.tsx';
import {
  tasks,
  todoOf,
  unbilledConsents,
  type Task,
  type UnbilledConsent,
} from '../../../ledger/overview/todo.ts';
import { addressDetails, setAddressDetails } from '../address.ts';
import { billersOf, useCases } from '../cases.tsx';
import type { Desk } from '../desk.ts';
import type { RegisterView, ViewProps } from '../view.ts';

/** A consent may be all that is known of its patient: his name is in it. Opened where no act gives one. */
function useNamed(desk: Desk, consents: readonly UnbilledConsent[]): UnbilledConsent[] {
  const [names, setNames] = useState<ReadonlyMap<string, Pick<UnbilledConsent['person'], 'lastName'>>>(
    new Map(),
  );
  const nameless = consents
    .filter(({ person, summary }) => !person.lastName && !person.firstName && !names.has(summary.id))
    .map(({ summary }) => summary.id)
    .join(' ');
  useEffect(() => {
    if (nameless === '') return;
    desk.store.byIds('consents', nameless.split(' ')).then(
      ({ facts }) =>
        setNames(
          (known) =>
            new Map([
              ...known,
              ...facts.map(({ id, body: { patient } }) => {
                const { lastName, firstName, birthDate } = patient ?? {};
                const named = {
                  lastName: lastName ?? '',
                  firstName: firstName ?? '',
                  birthDate: birthDate ?? '',
                };
                return [id, named] as const;
              }),
            ]),
        ),
      // Damaged or locked: it stays without a name, and the page says elsewhere why.
      () => undefined,
    );
  }, [desk, nameless]);
  return consents.map((consent) => ({
    ...consent,
    person: { ...consent.person, ...names.get(consent.summary.id) },
  }));
}

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
  const unbilled = useNamed(
    desk,
    useMemo(
      () =>
        unbilledConsents(overview, today).filter(
          ({ summary }) => !biller || summary.biller === undefined || summary.biller === biller,
        ),
      [overview, biller, today],
    ),
  );
  const hasSome = (each: Task) => todo[each].length > 0 || (each === 'bill' && unbilled.length > 0);
  return (
    <>
      <Todo
        todo={todo}
        unbilled={unbilled}
        onOpenConsent={cases.openConsent}
        task={asked ?? tasks.find(hasSome) ?? 'refused'}
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
