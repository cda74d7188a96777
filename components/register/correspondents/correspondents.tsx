import { Fragment, useMemo, useState } from 'react';
import { folded, frenchDate } from '../../../cases/words.ts';
import type { Correspondent } from '../../../ledger/facts.ts';
import { Sign } from '../../ui/sign.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { amNumber, figure } from '../acts/words.ts';
import { CardForm, type CardFormProps } from './card-form.tsx';
import { doubled } from './twins.ts';

/** A correspondent, and what of the register names him. */
export interface KnownCorrespondent {
  card: Correspondent;
  acts: number;
  /** ISO or ''. */
  lastDay: string;
}

export interface CorrespondentsProps extends Pick<
  CardFormProps,
  'checkNumber' | 'checkRpps' | 'onSave' | 'onMerge' | 'onRemove'
> {
  /** By name; `null` while they are read. */
  known: readonly KnownCorrespondent[] | null;
  /** Makes the id of a new card. */
  newId: () => string;
  /** A card is opened: what was said of the one before has been read. */
  onOpen: () => void;
}

/** A page of cards; more are asked for. */
const PAGE = 200;

const wordsOf = ({ name, numeroAm, rpps, speciality, place }: Correspondent): string =>
  folded([name, numeroAm, rpps, speciality, place].join(' '));

/** **Correspondants**: the experts and requérants the panel offers, and their numbers. */
export function Correspondents({
  known,
  newId,
  onOpen,
  onSave,
  onMerge,
  onRemove,
  ...checks
}: CorrespondentsProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Correspondent | null>(null);
  const show = (card: Correspondent | null) => {
    setOpen(card);
    if (card) onOpen();
  };
  const [shown, setShown] = useState(PAGE);
  const all = useMemo(() => (known ?? []).map(({ card }) => card), [known]);
  const doubles = useMemo(() => doubled(all), [all]);
  const found = useMemo(() => {
    const words = folded(text).split(/\s+/).filter(Boolean);
    return (known ?? []).filter(({ card }) => {
      const said = wordsOf(card);
      return words.every((word) => said.includes(word));
    });
  }, [known, text]);
  if (!known) return <p className="soft">Lecture…</p>;
  const closing =
    <A extends unknown[]>(work: (...args: A) => void) =>
    (...args: A) => {
      work(...args);
      setOpen(null);
    };
  const form = (card: Correspondent, acts: number) => (
    <CardForm
      key={card.id}
      card={card}
      all={all}
      acts={acts}
      {...checks}
      onSave={closing(onSave)}
      onMerge={closing(onMerge)}
      onRemove={closing(onRemove)}
      onLeave={() => setOpen(null)}
    />
  );
  const isNew = open !== null && !all.some(({ id }) => id === open.id);
  return (
    <>
      <div className="bar">
        {known.length > 0 && (
          <TextField
            label="Rechercher"
            className="wide"
            type="search"
            value={text}
            onType={setText}
            placeholder="Nom, numéro, spécialité ou lieu"
          />
        )}
        <button
          type="button"
          className={known.length > 0 ? 'button' : 'button main'}
          onClick={() =>
            show({
              id: newId(),
              name: '',
              numeroAm: '',
              rpps: '',
              speciality: '',
              place: '',
              salaried: false,
            })
          }
        >
          Ajouter un correspondant
        </button>
      </div>
      {isNew && <div className="sheet">{form(open, 0)}</div>}
      {known.length === 0 ? (
        !isNew && (
          <p className="nothing soft">
            Aucun correspondant pour l’instant. Le volet en garde un quand vous le lui demandez sur une FSE.
          </p>
        )
      ) : (
        <>
          <strong role="status">
            {figure(found.length)} {found.length > 1 ? 'correspondants' : 'correspondant'}
          </strong>
          {found.length === 0 && <p className="nothing soft">Aucun correspondant ne répond à ces mots.</p>}
          {found.length > 0 && (
            <div className="table-of">
              <table className="plain numbers cards">
                <thead>
                  <tr>
                    <th scope="col">Nom</th>
                    <th scope="col">Numéro AM</th>
                    <th scope="col">RPPS</th>
                    <th scope="col">Spécialité</th>
                    <th scope="col">Lieu</th>
                    <th scope="col">Dernier acte</th>
                    <th scope="col">
                      <span className="unseen">Fiche</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {found.slice(0, shown).map(({ card, acts, lastDay }) => {
                    const isOpen = open?.id === card.id;
                    return (
                      <Fragment key={card.id}>
                        <tr>
                          <th scope="row">
                            {card.name || 'Sans nom'}
                            {doubles.has(card.id) && (
                              <span className="state tone-warn">
                                {' '}
                                <Sign tone="warn" />
                                En double
                              </span>
                            )}
                          </th>
                          <td>
                            {amNumber(card.numeroAm)}
                            {card.salaried && card.numeroAm && <span className="soft"> FINESS</span>}
                          </td>
                          <td>{card.rpps}</td>
                          <td>{card.speciality}</td>
                          <td>{card.place}</td>
                          <td>
                            {frenchDate(lastDay)}
                            {acts > 1 && <span className="soft"> · {figure(acts)} actes</span>}
                          </td>
                          <td className="right">
                            <button
                              type="button"
                              className="button quiet"
                              aria-expanded={isOpen}
                              aria-label={`Modifier ${card.name}`}
                              onClick={() => show(isOpen ? null : card)}
                            >
                              Modifier
                            </button>
                          </td>
                        </tr>
                        {isOpen && (
                          <tr>
                            <td colSpan={7}>{form(card, acts)}</td>
                          </tr>
                        )}
                      </Fragment>
                    );
                  })}
                </tbody>
              </table>
              {found.length > shown && (
                <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
                  Afficher {PAGE} fiches de plus
                </button>
              )}
            </div>
          )}
        </>
      )}
    </>
  );
}
