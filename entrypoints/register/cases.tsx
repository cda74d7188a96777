import { useEffect, useState, type ReactNode } from 'react';
import { CaseDrawer } from '../../components/register/case-drawer.tsx';
import { DoneLine } from '../../components/register/done-line.tsx';
import type { ActRow } from '../../ledger/overview/model.ts';
import type { OverviewState } from '../../ledger/overview/overview.ts';
import type { PatientFile } from '../../ledger/patient-file.ts';
import { useActions } from './actions.ts';
import { isoDay } from '../panel/day.ts';
import type { Desk } from './desk.ts';
import { ruleTitles, softwareNames } from './names.ts';

/** What every view of acts shares: saying something of them, and one dossier opened beside the lines. */
export function useCases(desk: Desk, overview: OverviewState) {
  const [open, setOpen] = useState<{ id: string; from: HTMLElement | null } | null>(null);
  const [read, setRead] = useState<{ act: ActRow; file: PatientFile } | null>(null);
  const actions = useActions(desk);
  const act = open ? overview.acts.find(({ id }) => id === open.id) : undefined;

  useEffect(() => {
    if (!act) return;
    let late = false;
    desk.register.patientFile(act.person.keys).then(
      (file) => !late && setRead({ act, file }),
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [desk, act]);

  const close = () => {
    open?.from?.focus();
    setOpen(null);
  };
  const today = isoDay(new Date());
  const drawer: ReactNode = act && (
    <CaseDrawer
      act={act}
      file={read?.act.person.key === act.person.key ? read.file : null}
      today={today}
      ruleTitles={ruleTitles}
      software={softwareNames}
      onSay={(said) => actions.say([act], said)}
      onRebill={
        ['refused', 'rejected', 'not-secured'].includes(act.standing) ? () => actions.rebill(act) : null
      }
      onClose={close}
    />
  );
  return {
    today,
    say: actions.say,
    open: (row: ActRow) =>
      setOpen({
        id: row.id,
        from: document.activeElement instanceof HTMLElement ? document.activeElement : null,
      }),
    /** Stands at the end of the view. */
    beside: (
      <>
        {drawer}
        <DoneLine done={actions.done} onDismiss={actions.dismiss} />
      </>
    ),
  };
}

/** AM numbers of the practitioners whose acts are here. */
export const billersOf = (acts: readonly ActRow[]): string[] =>
  [...new Set(acts.map(({ biller }) => biller))].sort();
