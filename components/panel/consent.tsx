import { useState } from 'react';
import { frenchDate } from '../../cases/words.ts';
import type { Consent } from '../../rules/schema.ts';
import { Choice } from '../ui/choice.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Section } from './section.tsx';

const givers = [
  ['patient', 'Patient'],
  ['representant-legal', 'Représentant légal'],
] as const;
const ways = [
  ['oral', 'Oral'],
  ['ecrit', 'Écrit'],
] as const;

function said(consent: Consent): string {
  const how = consent.how === 'ecrit' ? 'écrit' : 'oral';
  const by = consent.by === 'representant-legal' ? 'par le représentant légal' : 'par le patient';
  return `Recueilli le ${frenchDate(consent.on)}, ${how}, ${by}`;
}

/** Two clicks, in either order: who gave it and how. The second one records. */
function Recorder({ today, onConsent }: { today: string; onConsent: (consent: Consent) => void }) {
  const [by, setBy] = useState<NonNullable<Consent['by']> | null>(null);
  const [how, setHow] = useState<NonNullable<Consent['how']> | null>(null);
  const record = (giver: typeof by, way: typeof how) => {
    setBy(giver);
    setHow(way);
    if (giver && way) onConsent({ given: true, on: today, by: giver, how: way });
  };
  return (
    <div className="pair">
      <Choice label="Donné par" value={by} options={givers} onChoose={(giver) => record(giver, how)} />
      <Choice label="Forme" value={how} options={ways} onChoose={(way) => record(by, way)} />
    </div>
  );
}

function Mention({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          void copyText(text).then(setCopied);
        }}
      >
        Copier la mention pour le dossier
      </button>
      <span role="status" className="said">
        {copied === true && 'Mention copiée.'}
        {copied === false && `Copie refusée par le navigateur. Mention\u00a0: ${text}`}
      </span>
    </>
  );
}

/** **Consentement**: recorded, or two clicks to record it. */
export function ConsentSection({
  consent,
  mention,
  today,
  onConsent,
}: {
  /** `undefined` = the register could not be read; `null` = none recorded. */
  consent: Consent | null | undefined;
  mention: string;
  today: string;
  onConsent: (consent: Consent | null) => void;
}) {
  const title = 'Consentement';
  if (consent === undefined) {
    return (
      <Section title={title}>
        <p className="soft">Non lu&nbsp;: le registre n’est pas accessible.</p>
      </Section>
    );
  }
  if (!consent?.given) {
    return (
      <Section title={title} aside={<span className="soft">à recueillir</span>}>
        <Recorder today={today} onConsent={onConsent} />
      </Section>
    );
  }
  return (
    <Section
      title={title}
      aside={
        <button type="button" className="button quiet" onClick={() => onConsent(null)}>
          Retirer
        </button>
      }
    >
      <p className="numbers">{said(consent)}</p>
      {mention && <Mention key={mention} text={mention} />}
    </Section>
  );
}
