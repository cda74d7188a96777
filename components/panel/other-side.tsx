import { useState, type ReactNode } from 'react';
import { frenchDate, spacedAm } from '../../cases/words.ts';
import type { Correspondent, OtherSide, Role } from '../../messages/contract.ts';
import { Combobox } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { saidOfNumber } from '../ui/number-check.ts';
import { Sign } from '../ui/sign.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { NumberCheck, PanelEvents, PanelProps } from './panel-props.ts';
import { Paste } from './paste.tsx';
import { Section } from './section.tsx';
import { otherSideTitles } from './words.ts';

const nobody: OtherSide = { name: '', numeroAm: '', salaried: false, requestedOn: '' };

const bare = (number: string): string => number.replace(/\s/g, '').toUpperCase();

/** What goes into the case: a number that cannot be right is kept on screen and left out. Typed, it is no longer taken over. */
const worthKeeping = ({ salaried, requestedOn, ...draft }: OtherSide, check: NumberCheck): OtherSide => ({
  salaried,
  requestedOn,
  name: draft.name.trim(),
  numeroAm: check.level === 'ok' || check.level === 'warn' ? bare(draft.numeroAm) : '',
});

/** Field by field: browser storage gives keys back in an order of its own. */
const keyOf = ({ name, numeroAm, salaried, requestedOn }: OtherSide): string =>
  JSON.stringify([name, numeroAm, salaried, requestedOn]);

/**
 * **L'autre côté**: typed, or chosen among known correspondents; the number is checked as typed. What is typed goes
 * into the case when a field is left.
 */
export function OtherSideSection({
  role,
  otherSide,
  correspondents,
  own,
  today,
  checkNumeroAm,
  note,
  on,
}: {
  role: Role;
  otherSide: OtherSide | null;
  /** The user's own numbers. */
  own: { numeroAm: string; rpps: string };
  /** Said above the fields. */
  note?: ReactNode;
  correspondents: readonly Correspondent[];
  today: string;
  checkNumeroAm: PanelProps['checkNumeroAm'];
  on: Pick<PanelEvents, 'otherSide' | 'saveCorrespondent'>;
}) {
  const [draft, setDraft] = useState(otherSide ?? nobody);
  const given = keyOf(otherSide ?? nobody);
  const [seen, setSeen] = useState(given);
  /** Everything this form has said: each comes back as an echo, maybe late, while more is being typed. */
  const [told, setTold] = useState([given]);
  const [pasting, setPasting] = useState(false);
  const [editing, setEditing] = useState(!otherSide?.numeroAm);

  // The case may change under the form (carried over from a platform): then it wins; our own echo does not.
  if (given !== seen) {
    setSeen(given);
    if (!told.includes(given)) {
      setTold([given]);
      setDraft(otherSide ?? nobody);
      if (otherSide?.from) setEditing(false);
    }
  }

  const check = checkNumeroAm(draft.numeroAm, draft.salaried);
  const save = (next: OtherSide) => {
    const kept = worthKeeping(next, checkNumeroAm(next.numeroAm, next.salaried));
    if (keyOf(kept) === told.at(-1)) return;
    setTold([...told, keyOf(kept)]);
    on.otherSide(kept);
  };
  const change = (next: OtherSide) => {
    setDraft(next);
    save(next);
  };

  const requestDate = (
    <DateField
      label="Date de la demande"
      day={draft.requestedOn}
      today={today}
      onDay={(requestedOn) => change({ ...draft, requestedOn })}
    />
  );

  if (!editing) {
    return (
      <Section
        title={otherSideTitles[role]}
        aside={
          <button type="button" className="button quiet" onClick={() => setEditing(true)}>
            Modifier
          </button>
        }
      >
        <p>
          {draft.name || 'Nom non précisé'}
          {draft.from && <span className="soft"> · repris {draft.from}</span>}
        </p>
        <p className="numbers soft">
          {[
            `${draft.salaried ? 'FINESS' : 'AM'} ${spacedAm(draft.numeroAm)}`,
            draft.requestedOn && `demande du ${frenchDate(draft.requestedOn)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {!draft.requestedOn && requestDate}
      </Section>
    );
  }

  if (pasting) {
    return (
      <Section title={otherSideTitles[role]}>
        <Paste
          own={own}
          today={today}
          onClose={() => setPasting(false)}
          onTake={({ name, numeroAm, requestedOn }) => {
            setPasting(false);
            // What the text does not say stays as it was typed.
            change({
              name: name || draft.name,
              numeroAm: numeroAm || draft.numeroAm,
              salaried: numeroAm ? false : draft.salaried,
              requestedOn: requestedOn || draft.requestedOn,
            });
          }}
        />
      </Section>
    );
  }

  const number = bare(draft.numeroAm);
  const known = correspondents.some(({ numeroAm }) => numeroAm === number);
  const canKeep = !known && draft.name.trim() !== '' && check.level === 'ok';
  return (
    <Section
      title={otherSideTitles[role]}
      aside={
        <button type="button" className="button quiet" onClick={() => setPasting(true)}>
          Coller un texte
        </button>
      }
    >
      <div className="fields">
        {note}
        <Combobox
          label="Nom"
          listLabel="Correspondants connus"
          value={draft.name}
          suggestions={correspondents.map((correspondent) => ({
            id: correspondent.id,
            text: correspondent.name,
            detail: [correspondent.speciality, correspondent.place, spacedAm(correspondent.numeroAm)]
              .filter(Boolean)
              .join(' · '),
          }))}
          onType={(name) => setDraft({ ...draft, name })}
          onChoose={(id) => {
            const chosen = correspondents.find((correspondent) => correspondent.id === id);
            if (chosen) {
              change({ ...draft, name: chosen.name, numeroAm: chosen.numeroAm, salaried: chosen.salaried });
            }
          }}
          onLeave={() => save(draft)}
        />
        <TextField
          label={draft.salaried ? 'Numéro FINESS' : 'Numéro AM'}
          className="numbers"
          value={draft.numeroAm}
          onType={(numeroAm) => setDraft({ ...draft, numeroAm })}
          onBlur={() => save(draft)}
          said={saidOfNumber(check)}
          inputMode="numeric"
          maxLength={20}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={draft.salaried}
            onChange={(event) => change({ ...draft, salaried: event.target.checked })}
          />
          Salarié&nbsp;: FINESS de l’établissement
        </label>
        {requestDate}
        {canKeep && (
          <button
            type="button"
            className="button"
            onClick={() =>
              on.saveCorrespondent({
                id: crypto.randomUUID(),
                name: draft.name.trim(),
                numeroAm: number,
                rpps: '',
                speciality: '',
                place: '',
                salaried: draft.salaried,
              })
            }
          >
            Garder dans mes correspondants
          </button>
        )}
        {known && (
          <p className="said tone-clean">
            <Sign tone="clean" />
            Dans vos correspondants
          </p>
        )}
      </div>
    </Section>
  );
}
