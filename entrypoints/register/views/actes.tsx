import { useState } from 'react';
import { Acts } from '../../../components/register/acts/acts.tsx';
import { lookFromAddress, lookToAddress, type Look } from '../../../components/register/acts/filter.ts';
import { useCases } from '../cases.tsx';
import { exportActs } from '../files/export-acts.ts';
import { addressDetails, setAddressDetails } from '../address.ts';
import type { RegisterView, ViewProps } from '../view.ts';

function Actes({ desk, overview }: ViewProps) {
  const cases = useCases(desk, overview);
  const [look, setLook] = useState(() => lookFromAddress(addressDetails()));
  const onLook = (next: Look) => {
    setLook(next);
    setAddressDetails(lookToAddress(next));
  };
  return (
    <>
      <Acts
        rows={overview.acts}
        first={overview.first}
        opening={overview.opening}
        damaged={overview.damaged.length}
        today={cases.today}
        look={look}
        onLook={onLook}
        onSay={cases.say}
        onOpen={cases.open}
        onExport={(kind, acts) => void exportActs(kind, acts)}
      />
      {cases.beside}
    </>
  );
}

export const actes: RegisterView = { id: 'actes', title: 'Actes', group: 'suivi', View: Actes };
