import { useEffect, useState, type ReactNode } from 'react';
import { CaseDrawer, type Subject } from '../../components/register/case-drawer.tsx';
import { DoneLine } from '../../components/register/done-line.tsx';
import type { ActRow } from '../../ledger/overview/model.ts';
import type { OverviewState } from '../../ledger/overview/overview.ts';
import type { UnbilledConsent } from '../../ledger/overview/todo.ts';
import type { PatientFile } from '../../ledger/patient-file.ts';
import { useActions } from './actions.ts';
import { isoDay } from '../panel/day.ts';
import type { Desk } from './desk.ts';
import { ruleTitles, softwareNames } from './names.ts';
import { showProof } from './proof.ts';

/** An act by its id, or a consent after which nothing was billed. */
type Opened = { act: string } | { person: string; biller: string | undefined };

function subjectOf(open: Opened | null, { acts, consents }: OverviewState): Subject | null {
  if (!open) return null;
  if ('act' in open) {
    const act = acts.find(({ id }) => id === open.act);
    return act ? { act, person: act.person, biller: act.biller } : null;
  }
  const person = consents.find((each) => each.person.key === open.person)?.person;
  return person ? { act: null, person, biller: open.biller } : null;
}

/** What every view of acts shares: saying something of them, and one dossier opened beside the lines. */
export function useCases(desk: Desk, overview: OverviewState) {
  const [open, setOpen] = useState<(Opened & { from: HTMLElement | null }) | null>(null);
  const [read, setRead] = useState<{ key: string; file: PatientFile } | null>(null);
  const actions = useActions(desk);
  const subject = subjectOf(open, overview);
  const person = subject?.person;
  const act = subject?.act ?? null;

  useEffect(() => {
    if (!person) return;
    let late = false;
    desk.register.patientFile(person.keys).then(
      (file) => !late && setRead({ key: person.key, file }),
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [desk, person, act]);

  const close = () => {
    open?.from?.focus();
    setOpen(null);
  };
  const openBeside = (opened: Opened) =>
    setOpen({
      ...opened,
      from: document.activeElement instanceof HTMLElement ? document.activeElement : null,
    });
  const today = isoDay(new Date());
  const drawer: ReactNode = subject && (
    <CaseDrawer
      subject={subject}
      file={read?.key === subject.person.key ? read.file : null}
      today={today}
      ruleTitles={ruleTitles}
      software={softwareNames}
      onSay={(said) => act && actions.say([act], said)}
      onProof={act && (() => showProof({ person: act.person, actId: act.id }))}
      onRebill={
        act && ['refused', 'rejected', 'not-secured'].includes(act.standing)
          ? () => actions.rebill(act)
          : null
      }
      onClose={close}
    />
  );
  return {
    today,
    say: actions.say,
    open: (row: ActRow) => openBeside({ act: row.id }),
    openConsent: ({ person: whose, summary }: UnbilledConsent) =>
      openBeside({ person: whose.key, biller: summary.biller }),
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
