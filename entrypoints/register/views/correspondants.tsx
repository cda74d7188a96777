import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  Correspondents,
  type KnownCorrespondent,
} from '../../../components/register/correspondents/correspondents.tsx';
import { DoneLine } from '../../../components/register/done-line.tsx';
import { typedNumber } from '../../../components/ui/number-check.ts';
import type { Correspondent } from '../../../ledger/facts.ts';
import { checkFiness } from '../../../rules/identifiers/finess.ts';
import { checkNumeroAm } from '../../../rules/identifiers/numero-am.ts';
import { checkRpps } from '../../../rules/identifiers/rpps.ts';
import type { Done } from '../actions.ts';
import type { RegisterView, ViewProps } from '../view.ts';

/** A FINESS is as long. */
const AM_LENGTH = 9;
const RPPS_LENGTH = 11;

function Correspondants({ desk, overview }: ViewProps) {
  const { ledger } = desk;
  const [cards, setCards] = useState<Correspondent[] | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const sorry = useCallback(
    (error: unknown) =>
      setDone({
        words: error instanceof Error ? error.message : 'Le registre n’a pas répondu.',
        undo: null,
        failed: true,
      }),
    [],
  );
  const look = useCallback(() => ledger.correspondents().then(setCards, sorry), [ledger, sorry]);
  useEffect(() => {
    void look();
    return desk.follow(() => void look());
  }, [desk, look]);

  const known = useMemo(() => {
    const acts = new Map<string, { count: number; lastDay: string }>();
    // The latest first: the first met is the last day.
    for (const { otherNumber, day } of overview.acts) {
      const seen = acts.get(otherNumber);
      if (seen) seen.count += 1;
      else acts.set(otherNumber, { count: 1, lastDay: day });
    }
    return (
      cards?.map((card): KnownCorrespondent => {
        const named = card.numeroAm === '' ? undefined : acts.get(card.numeroAm);
        return { card, acts: named?.count ?? 0, lastDay: named?.lastDay ?? '' };
      }) ?? null
    );
  }, [cards, overview.acts]);

  /** What was done may be taken back by writing the cards as they were. */
  const write = (words: string, work: () => Promise<void>, back: () => Promise<void>) => {
    const undo = () =>
      void back().then(() => setDone({ words: 'Action annulée.', undo: null, failed: false }), sorry);
    work().then(() => setDone({ words, undo, failed: false }), sorry);
  };
  const before = ({ id }: Correspondent) => cards?.find((card) => card.id === id);
  const restore = async (card: Correspondent) => {
    const was = before(card);
    await (was ? ledger.saveCorrespondent(was) : ledger.removeCorrespondent(card.id));
  };
  return (
    <>
      <Correspondents
        known={known}
        newId={() => crypto.randomUUID()}
        onOpen={() => setDone(null)}
        checkNumber={(typed, salaried) =>
          typedNumber(typed, AM_LENGTH, salaried ? checkFiness(typed) : checkNumeroAm(typed))
        }
        checkRpps={(typed) => typedNumber(typed, RPPS_LENGTH, checkRpps(typed))}
        onSave={(card) =>
          write(
            'Correspondant enregistré.',
            () => ledger.saveCorrespondent(card),
            () => restore(card),
          )
        }
        onMerge={(kept, gone) =>
          write(
            'Les deux fiches n’en font plus qu’une.',
            async () => {
              await ledger.saveCorrespondent(kept);
              await ledger.removeCorrespondent(gone.id);
            },
            async () => {
              await ledger.saveCorrespondent(gone);
              await restore(kept);
            },
          )
        }
        onRemove={(card) =>
          write(
            'Correspondant retiré.',
            () => ledger.removeCorrespondent(card.id),
            () => ledger.saveCorrespondent(card),
          )
        }
      />
      <DoneLine done={done} onDismiss={() => setDone(null)} />
    </>
  );
}

export const correspondants: RegisterView = {
  id: 'correspondants',
  title: 'Correspondants',
  group: 'registre',
  View: Correspondants,
};
