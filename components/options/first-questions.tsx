import { useId } from 'react';
import { SelectField } from '../ui/select-field.tsx';
import { FieldNote, TextField, type Said } from '../ui/text-field.tsx';
import type { NumberCheck } from '../panel/panel-props.ts';
import { professionNames, territoryNames, type Draft, type Problems } from './draft.ts';
import { Group } from './group.tsx';
import type { OptionsProps } from './options-props.ts';

export interface Questions {
  draft: Draft;
  /** Empty until the user has tried to save. */
  problems: Problems;
  onChange: (draft: Draft) => void;
  /** `1. ` … on the first run, else empty. */
  number: (position: number) => string;
}

export const wrong = (message: string | undefined): Said | null =>
  message ? { tone: 'block', message } : null;

/** As typed, only what is sure is said; what is merely unfinished waits for *Enregistrer*. */
const typed = ({ level, message }: NumberCheck): Said | null => {
  if (!message) return null;
  if (level === 'partial') return { tone: 'idle', message };
  return { tone: level === 'wrong' ? 'block' : level === 'ok' ? 'clean' : 'warn', message };
};

export function WhoIAm({
  draft,
  problems,
  onChange,
  number,
  checkNumeroAm,
  checkRpps,
}: Questions & Pick<OptionsProps, 'checkNumeroAm' | 'checkRpps'>) {
  const { who } = draft;
  const set = (change: Partial<Draft['who']>) => onChange({ ...draft, who: { ...who, ...change } });
  return (
    <Group title={`${number(1)}Qui je suis`} about="Les règles et les tarifs en dépendent.">
      <div className="columns">
        <SelectField
          label="Profession"
          value={who.profession}
          options={professionNames}
          invitation="Choisir…"
          said={wrong(problems.profession)}
          onChoose={(profession) => set({ profession })}
        />
        <SelectField
          label="Territoire"
          value={who.territory}
          options={territoryNames}
          onChoose={(territory) => set({ territory })}
        />
        <TextField
          label="Numéro AM"
          className="numbers"
          value={who.numeroAm}
          onType={(numeroAm) => set({ numeroAm })}
          said={wrong(problems.numeroAm) ?? typed(checkNumeroAm(who.numeroAm))}
          hint="9 chiffres, sur vos feuilles de soins"
          inputMode="numeric"
          maxLength={20}
        />
        <TextField
          label="Numéro RPPS (facultatif)"
          className="numbers"
          value={who.rpps}
          onType={(rpps) => set({ rpps })}
          said={wrong(problems.rpps) ?? typed(checkRpps(who.rpps))}
          hint="11 chiffres"
          inputMode="numeric"
          maxLength={20}
        />
        <TextField
          label="Nom (facultatif)"
          value={who.name}
          onType={(name) => set({ name })}
          maxLength={80}
        />
        <TextField
          label="Cabinet (facultatif)"
          value={who.cabinet}
          onType={(cabinet) => set({ cabinet })}
          maxLength={120}
        />
      </div>
    </Group>
  );
}

const placeholders = [
  ['{patient}', 'nom du patient'],
  ['{date}', 'date du consentement'],
  ['{comment}', 'oral ou par écrit'],
  ['{par}', 'qui l’a donné'],
] as const;

export function Mention({
  draft,
  problems,
  onChange,
  number,
  mentionExample,
  defaultMention,
}: Questions & Pick<OptionsProps, 'mentionExample' | 'defaultMention'>) {
  const id = useId();
  const said = wrong(problems.mention);
  return (
    <Group title={`${number(4)}Mention de consentement`} about="Le texte que vous collez dans le dossier.">
      <div className="field">
        <label htmlFor={id}>Texte</label>
        <textarea
          id={id}
          className="input"
          rows={3}
          maxLength={600}
          value={draft.mention}
          aria-invalid={said !== null}
          aria-describedby={`${id}-said ${id}-words`}
          onChange={(event) => onChange({ ...draft, mention: event.target.value })}
        />
        <FieldNote id={`${id}-said`} said={said} />
        <p id={`${id}-words`} className="said">
          <span>
            {placeholders.map(([word, meaning], index) => (
              <span key={word}>
                {index > 0 && ' · '}
                <code>{word}</code> {meaning}
              </span>
            ))}
          </span>
        </p>
      </div>
      <figure className="example">
        <figcaption className="soft">Exemple</figcaption>
        <blockquote>{mentionExample(draft.mention)}</blockquote>
      </figure>
      {draft.mention !== defaultMention && (
        <button
          type="button"
          className="button quiet"
          onClick={() => onChange({ ...draft, mention: defaultMention })}
        >
          Reprendre le texte proposé
        </button>
      )}
    </Group>
  );
}
