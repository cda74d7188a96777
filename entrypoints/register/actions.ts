import { useCallback, useState } from 'react';
import type { Said } from '../../components/register/acts/action-form.tsx';
import type { ActRow } from '../../ledger/overview/model.ts';
import { ask } from '../../messages/page-client.ts';
import type { Desk } from './desk.ts';
import { softwareNames } from './names.ts';

/** What was just done, and how to take it back. */
export interface Done {
  words: string;
  /** `null` = nothing to take back. */
  undo: (() => void) | null;
  failed: boolean;
}

const doneWords: Record<Said['what'], [one: string, many: string]> = {
  paid: ['Acte marqué payé.', 'actes marqués payés.'],
  refused: ['Acte marqué refusé.', 'actes marqués refusés.'],
  rejected: ['Acte marqué rejeté.', 'actes marqués rejetés.'],
  secured: ['Acte marqué envoyé.', 'actes marqués envoyés.'],
  'not-secured': ['Acte marqué non envoyé.', 'actes marqués non envoyés.'],
  rebilled: ['Acte à refacturer.', 'actes à refacturer.'],
  note: ['Note ajoutée.', 'notes ajoutées.'],
};

const troubleWords = (error: unknown): string =>
  error instanceof Error ? error.message : 'Rien n’a pu être gardé.';

/** Number a software knows its patient by, from the words of the register (`weda:65407357`). */
const markerOf = ({ person, software }: ActRow): string | null =>
  person.keys.find((key) => software && key.startsWith(`${software}:`))?.slice(software.length + 1) ?? null;

/** Writes what a person says of acts. Every saying is a fact of its own, and so is taking it back. */
export function useActions({ register }: Pick<Desk, 'register'>) {
  const [done, setDone] = useState<Done | null>(null);

  const undo = useCallback(
    (events: { id: string; act: string }[]) => {
      register.undo(events).then(
        () => setDone({ words: 'Action annulée.', undo: null, failed: false }),
        (error: unknown) => setDone({ words: troubleWords(error), undo: null, failed: true }),
      );
    },
    [register],
  );

  const write = useCallback(
    async (acts: readonly ActRow[], said: Said): Promise<(() => void) | null> => {
      const ids = acts.map(({ id }) => id);
      const events =
        said.what === 'note'
          ? await register.note(ids, said.text)
          : await register.mark(ids, said.what, {
              ...('on' in said && { on: said.on }),
              ...('reason' in said && { reason: said.reason }),
            });
      return () => undo(events.map((id, index) => ({ id, act: ids[index] ?? '' })));
    },
    [register, undo],
  );

  const say = useCallback(
    (acts: readonly ActRow[], said: Said) => {
      const [one, many] = doneWords[said.what];
      write(acts, said).then(
        (back) =>
          setDone({ words: acts.length === 1 ? one : `${acts.length} ${many}`, undo: back, failed: false }),
        (error: unknown) => setDone({ words: troubleWords(error), undo: null, failed: true }),
      );
    },
    [write],
  );

  /** Carries the case to the panel of the software it was billed in, and remembers that it is to be billed again. */
  const rebill = useCallback(
    (act: ActRow) => {
      const marker = markerOf(act);
      const name = softwareNames[act.software];
      const { lastName, firstName, birthDate } = act.person;
      const carry = async () => {
        if (marker !== null && name) {
          const otherSide = act.otherNumber
            ? { name: act.otherName, numeroAm: act.otherNumber, salaried: false, requestedOn: '' }
            : null;
          await ask('carryCase', {
            profileId: act.software,
            marker,
            patient: { lastName, firstName, birthDate: birthDate || null },
            otherSide,
          });
        }
        return write([act], { what: 'rebilled' });
      };
      const next =
        marker !== null && name
          ? `À refacturer. Ouvrez ce patient dans ${name} dans les 30 minutes, puis sa FSE : le volet a déjà le correspondant.`
          : 'À refacturer. Ouvrez ce patient dans votre logiciel, puis une nouvelle FSE : le volet la préparera.';
      carry().then(
        (back) => setDone({ words: next, undo: back, failed: false }),
        (error: unknown) => setDone({ words: troubleWords(error), undo: null, failed: true }),
      );
    },
    [write],
  );

  return { done, say, rebill, dismiss: useCallback(() => setDone(null), []) };
}
