import { useEffect, useState } from 'react';
import { frenchDate, frenchEuros } from '../../../cases/words.ts';
import type { LedgerAct } from '../../../ledger/acts.ts';
import type { Desk } from '../desk.ts';
import type { RegisterView } from '../view.ts';

function Actes({ desk }: { desk: Desk }) {
  const [acts, setActs] = useState<LedgerAct[]>([]);
  useEffect(() => {
    const read = () => void desk.register.acts().then((found) => setActs(found.acts));
    read();
    return desk.follow(read);
  }, [desk]);
  return (
    <ul>
      {acts.slice(-100).map(({ id, actDate, code, patient, amount }) => (
        <li key={id}>
          {frenchDate(actDate)} {code} {patient?.lastName} {amount !== undefined && frenchEuros(amount)}
        </li>
      ))}
    </ul>
  );
}

export const actes: RegisterView = { id: 'actes', title: 'Actes', group: 'suivi', View: Actes };
