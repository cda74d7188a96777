import { useState, type ReactNode } from 'react';
import { counted } from '../../ui/format.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** What is said of acts from the page. */
export type Said =
  | { what: 'paid'; on: string }
  | { what: 'refused' | 'rejected'; reason: string }
  | { what: 'secured' | 'not-secured' | 'rebilled' }
  | { what: 'note'; text: string };

/** Why a caisse turns a bill down, in the words of returns; *Autre* takes a text. */
const causes = {
  'Droits fermés': 'Droits fermés',
  'Prescripteur inconnu ou absent': 'Prescripteur inconnu ou absent',
  'Acte non autorisé pour ce professionnel': 'Acte non autorisé pour ce professionnel',
  'Limite annuelle atteinte': 'Limite annuelle atteinte',
  'Acte déjà réglé': 'Acte déjà réglé',
  'Cumul interdit': 'Cumul interdit',
  'Bénéficiaire inconnu': 'Bénéficiaire inconnu',
  autre: 'Autre motif',
} as const;

/** Characters: a note is a reminder about a bill, not a place for the record. */
const NOTE = 160;
const REASON = 120;

type Asked = 'paid' | 'refused' | 'rejected' | 'note';
const titles: Record<Asked, string> = {
  paid: 'Marquer payé',
  refused: 'Marquer refusé',
  rejected: 'Marquer rejeté',
  note: 'Ajouter une note',
};

function Form({
  asked,
  today,
  onSay,
  onLeave,
}: {
  asked: Asked;
  today: string;
  onSay: (said: Said) => void;
  onLeave: () => void;
}) {
  const [day, setDay] = useState(today);
  const [cause, setCause] = useState<keyof typeof causes | ''>('');
  const [text, setText] = useState('');
  const reason = cause === 'autre' ? text.trim() : cause;
  const ready = asked === 'paid' ? day !== '' : asked === 'note' ? text.trim() !== '' : reason !== '';
  const say = () => {
    if (asked === 'paid') onSay({ what: 'paid', on: day });
    else if (asked === 'note') onSay({ what: 'note', text: text.trim() });
    else onSay({ what: asked, reason });
  };
  return (
    <form
      className="ask"
      aria-label={titles[asked]}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) say();
      }}
    >
      {asked === 'paid' && <DateField label="Payé le" day={day} today={today} onDay={setDay} />}
      {(asked === 'refused' || asked === 'rejected') && (
        <SelectField
          label="Motif"
          value={cause}
          options={causes}
          invitation="Choisir un motif"
          onChoose={setCause}
        />
      )}
      {(asked === 'note' || cause === 'autre') && (
        <TextField
          label={asked === 'note' ? 'Note' : 'Motif, tel que le retour le dit'}
          className="wide"
          value={text}
          onType={setText}
          maxLength={asked === 'note' ? NOTE : REASON}
          hint="Facturation seulement : rien de médical ici."
          autoFocus
        />
      )}
      <div className="line">
        <button type="submit" className="button main" disabled={!ready}>
          {titles[asked]}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          Fermer
        </button>
      </div>
    </form>
  );
}

/** The buttons of what may be said of `count` acts, and the question each of them asks. */
export function Actions({
  count,
  today,
  onSay,
  children,
}: {
  count: number;
  today: string;
  onSay: (said: Said) => void;
  children?: ReactNode;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const say = (said: Said) => {
    setAsked(null);
    onSay(said);
  };
  return (
    <div className="actions-of" role="group" aria-label={`Actions sur ${counted(count, 'acte')}`}>
      <div className="bulk">
        {(Object.keys(titles) as Asked[]).map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-expanded={asked === each}
            onClick={() => setAsked(asked === each ? null : each)}
          >
            {{ paid: 'Payé…', refused: 'Refusé…', rejected: 'Rejeté…', note: 'Note…' }[each]}
          </button>
        ))}
        {children}
      </div>
      {asked && <Form key={asked} asked={asked} today={today} onSay={say} onLeave={() => setAsked(null)} />}
    </div>
  );
}
