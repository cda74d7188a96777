import { useEffect, useRef, useState } from 'react';
import { compact } from '../../../rules/identifiers/compact.ts';
import type { Correspondent } from '../../../ledger/facts.ts';
import type { NumberCheck } from '../../panel/panel-props.ts';
import { counted } from '../../ui/format.ts';
import { saidOfNumber } from '../../ui/number-check.ts';
import { Notice } from '../../ui/sign.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { merged, twinOf } from './twins.ts';

export interface CardFormProps {
  /** The card as it is kept; one that is new has no name. */
  card: Correspondent;
  all: readonly Correspondent[];
  /** Acts that name this number. */
  acts: number;
  checkNumber: (typed: string, salaried: boolean) => NumberCheck;
  checkRpps: (typed: string) => NumberCheck;
  onSave: (card: Correspondent) => void;
  /** Two cards become one: `kept` as it is to be, `gone` is removed. */
  onMerge: (kept: Correspondent, gone: Correspondent) => void;
  onRemove: (card: Correspondent) => void;
  onLeave: () => void;
}

/** Fit to be kept: whole and right, or not there at all. */
const isFit = (typed: string, { level }: NumberCheck): boolean =>
  compact(typed) === '' || level === 'ok' || level === 'warn';

/** One correspondent, checked as typed. */
export function CardForm(props: CardFormProps) {
  const { card, all, onLeave } = props;
  const [draft, setDraft] = useState(card);
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isNew = card.name === '' && card.numeroAm === '';
  const set = (change: Partial<Correspondent>) => setDraft({ ...draft, ...change });
  const number = props.checkNumber(draft.numeroAm, draft.salaried);
  const rpps = props.checkRpps(draft.rpps);
  const whole: Correspondent = {
    ...draft,
    name: draft.name.trim(),
    numeroAm: compact(draft.numeroAm),
    rpps: compact(draft.rpps),
    speciality: draft.speciality.trim(),
    place: draft.place.trim(),
  };
  const isReady = whole.name !== '' && isFit(draft.numeroAm, number) && isFit(draft.rpps, rpps);
  const twin = twinOf(whole, all);
  return (
    <form
      ref={form}
      className="card-form"
      noValidate
      aria-label={isNew ? 'Nouveau correspondant' : `Fiche de ${card.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) props.onSave(whole);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <div className="card-fields">
        <TextField label="Nom" value={draft.name} onType={(name) => set({ name })} />
        <TextField label="Spécialité" value={draft.speciality} onType={(speciality) => set({ speciality })} />
        <TextField label="Lieu" value={draft.place} onType={(place) => set({ place })} />
        <div>
          <TextField
            label={draft.salaried ? 'Numéro FINESS' : 'Numéro AM'}
            className="numbers"
            inputMode="numeric"
            maxLength={20}
            value={draft.numeroAm}
            onType={(numeroAm) => set({ numeroAm })}
            said={saidOfNumber(number)}
          />
          <label className="tick">
            <input
              type="checkbox"
              checked={draft.salaried}
              onChange={(event) => set({ salaried: event.target.checked })}
            />
            Salarié&nbsp;: FINESS de l’établissement
          </label>
        </div>
        <TextField
          label="RPPS"
          className="numbers"
          inputMode="numeric"
          maxLength={20}
          value={draft.rpps}
          onType={(typed) => set({ rpps: typed })}
          said={saidOfNumber(rpps)}
        />
      </div>
      {twin && (
        <Notice tone="warn">
          <div className="done-words">
            <span>
              {twin.by === 'number'
                ? `${twin.other.name || 'Une autre fiche'} porte déjà ce numéro.`
                : `Une autre fiche porte ce nom : ${[twin.other.name, twin.other.speciality, twin.other.place].filter(Boolean).join(', ')}.`}
            </span>
            <button
              type="button"
              className="button"
              disabled={!isReady}
              onClick={() => props.onMerge(merged(whole, twin.other), twin.other)}
            >
              Fusionner les deux fiches
            </button>
          </div>
        </Notice>
      )}
      {leaving ? (
        <Notice tone="warn">
          <div className="done-words">
            <span role="status">
              {`${card.name} ne sera plus proposé dans le volet. `}
              {props.acts > 0 &&
                `${props.acts > 1 ? 'Ses' : 'Son'} ${counted(props.acts, 'acte')} ${props.acts > 1 ? 'gardent' : 'garde'} son nom et son numéro.`}
            </span>
            <button type="button" className="button danger" onClick={() => props.onRemove(card)}>
              Retirer la fiche
            </button>
            <button type="button" className="button quiet" onClick={() => setLeaving(false)}>
              Garder
            </button>
          </div>
        </Notice>
      ) : (
        <div className="card-doors">
          <button type="submit" className="button main" disabled={!isReady}>
            Enregistrer
          </button>
          <button type="button" className="button quiet" onClick={onLeave}>
            Annuler
          </button>
          {!isNew && (
            <button type="button" className="button quiet" onClick={() => setLeaving(true)}>
              Retirer…
            </button>
          )}
        </div>
      )}
    </form>
  );
}
