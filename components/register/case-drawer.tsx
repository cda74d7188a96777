import { useEffect, useRef, type ReactNode } from 'react';
import { frenchDate, frenchEuros } from '../../cases/words.ts';
import type { ActRow, Person } from '../../ledger/overview/model.ts';
import type { PatientFile } from '../../ledger/patient-file.ts';
import { Actions, type Said } from './acts/action-form.tsx';
import { State } from './acts/columns.tsx';
import { amNumber, personName, standingWords } from './acts/words.ts';
import { consentSaid, consentWords } from './consent-words.ts';
import { Icon, Notice } from '../ui/sign.tsx';

/** What a dossier is about: an act, or a consent after which nothing was billed yet. */
export interface Subject {
  person: Person;
  act: ActRow | null;
  /** Practitioner it was for; absent = whoever works on this computer. */
  biller: string | undefined;
}

export interface CaseDrawerProps {
  subject: Subject;
  /** Everything about this patient; `null` while it is read. */
  file: PatientFile | null;
  /** ISO. */
  today: string;
  /** Rule id → its title. */
  ruleTitles: Readonly<Record<string, string>>;
  /** Name of the software by the id of its profile. */
  software: Readonly<Record<string, string>>;
  onSay: (said: Said) => void;
  /** Shows the proof of this act, ready to print. `null` = there is no act. */
  onProof: (() => void) | null;
  /** *Refacturer*: the panel has the case when the patient is opened. `null` = not for this act. */
  onRebill: (() => void) | null;
  onClose: () => void;
}

interface Step {
  at: number;
  words: ReactNode;
}

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
const consentLine = (consent: PatientFile['consents'][number]['consent']): string =>
  consent ? `Consentement ${consentWords(consent)}` : 'Consentement retiré';

/** All that happened around this act, the oldest first. */
function trailOf({
  subject: { act, biller: whose },
  file,
  ruleTitles,
}: Pick<CaseDrawerProps, 'subject' | 'ruleTitles'> & { file: PatientFile }) {
  const steps: Step[] = [];
  const own = file.acts.find(({ id }) => id === act?.id);
  const isOwn = (biller: string | undefined) =>
    biller === undefined || whose === undefined || biller === whose;
  if (own) {
    const words =
      own.origin === 'press' ? 'Bouton final pressé dans le logiciel' : 'Lu dans un fichier du logiciel';
    steps.push({ at: own.at, words });
  }
  for (const { at, standing, reason, note, undoes, on, amount } of own?.events ?? []) {
    const words = [
      standing && standingWords[standing],
      on && `le ${frenchDate(on)}`,
      amount !== undefined && frenchEuros(amount),
      reason,
      note && `Note : ${note}`,
      undoes && 'Action annulée',
    ].filter(Boolean);
    if (standing === 'intent') continue;
    steps.push({ at, words: words.join(' · ') });
  }
  for (const { at, kind, rules, reason, code, actDate, biller } of file.presses) {
    const isThis =
      isOwn(biller) && (!act || ((!code || code === act.code) && (!actDate || actDate === act.day)));
    if (!isThis) continue;
    const why = rules.map((rule) => ruleTitles[rule] ?? rule).join(', ');
    steps.push({
      at,
      words: kind === 'held' ? `Envoi retenu : ${why}` : `Envoyé quand même : ${reason ?? ''}`,
    });
  }
  for (const { at, consent, biller } of file.consents) {
    if (isOwn(biller)) steps.push({ at, words: consentLine(consent) });
  }
  for (const { at, on, biller } of file.reports) {
    if (!isOwn(biller)) continue;
    steps.push({ at, words: on ? `Compte-rendu du ${frenchDate(on)}` : 'Compte-rendu retiré' });
  }
  return steps.sort((a, b) => a.at - b.at);
}

function factsOfAct(act: ActRow, software: CaseDrawerProps['software']): Array<[string, ReactNode]> {
  return [
    ['Acte', `${act.code} du ${frenchDate(act.day)}`],
    ['Montant', act.amount === null ? 'Non lu' : frenchEuros(act.amount)],
    ['État', <State key="state" act={act} />],
    ...(act.paidOn ? [['Payé le', frenchDate(act.paidOn)] as [string, ReactNode]] : []),
    [
      act.role === 'requis' ? 'Requérant' : 'Expert',
      act.otherName || act.otherNumber
        ? `${act.otherName} ${amNumber(act.otherNumber)}`.trim()
        : 'Non renseigné',
    ],
    ['Praticien', amNumber(act.biller)],
    ['Logiciel', software[act.software] ?? act.software],
  ];
}

function Facts({
  subject: { act, biller },
  file,
  software,
}: Pick<CaseDrawerProps, 'subject' | 'software'> & { file: PatientFile | null }) {
  const consent = file?.consents
    .filter(({ consent: one }) => one && (!act || (one.on ?? '') <= act.day))
    .sort((a, b) => b.at - a.at)[0];
  const report = file?.reports.filter(({ on }) => on !== null).sort((a, b) => b.at - a.at)[0];
  const facts: Array<[string, ReactNode]> = [
    ...(act
      ? factsOfAct(act, software)
      : [
          ['Acte', 'Rien de facturé depuis le consentement'] as [string, ReactNode],
          ['Praticien', amNumber(biller ?? '') || 'Non renseigné'] as [string, ReactNode],
        ]),
    ['Consentement', file && (consent?.consent ? consentSaid(consent.consent) : 'Non enregistré')],
    ['Compte-rendu', file && (report ? frenchDate(report.on ?? '') : 'Non enregistré')],
  ];
  return (
    <dl className="facts-of numbers">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What can be said of the act from here, and its proof. */
function Doing({ act, today, onSay, onRebill, onProof }: CaseDrawerProps & { act: ActRow }) {
  return (
    <div className="unprinted">
      <Actions count={1} today={today} onSay={onSay}>
        {['intent', 'left', 'stayed', 'not-secured'].includes(act.standing) && (
          <button type="button" className="button" onClick={() => onSay({ what: 'secured' })}>
            Envoyé
          </button>
        )}
        {['intent', 'left', 'stayed', 'secured'].includes(act.standing) && (
          <button type="button" className="button" onClick={() => onSay({ what: 'not-secured' })}>
            Non envoyé
          </button>
        )}
        {onRebill && (
          <button type="button" className="button" onClick={onRebill}>
            Refacturer
          </button>
        )}
        {onProof && (
          <button type="button" className="button" onClick={onProof}>
            Preuve de l’acte
          </button>
        )}
      </Actions>
    </div>
  );
}

/** The latest name that a consent was given under, where no act tells one. */
function namedBy(person: Person, file: PatientFile | null): Person {
  if (person.lastName || person.firstName) return person;
  const named = file?.consents.findLast(({ patient }) => patient?.lastName || patient?.firstName)?.patient;
  const { lastName, firstName, birthDate } = named ?? {};
  return {
    ...person,
    lastName: lastName ?? '',
    firstName: firstName ?? '',
    birthDate: birthDate ?? person.birthDate,
  };
}

/** One dossier: the act, who asked whom, consent and compte-rendu, and everything that happened. */
export function CaseDrawer(props: CaseDrawerProps) {
  const { subject, file, onClose } = props;
  const { act } = subject;
  const heading = useRef<HTMLHeadingElement>(null);
  const id = act?.id ?? subject.person.key;
  useEffect(() => heading.current?.focus(), [id]);
  const person = namedBy(subject.person, file);
  const born = person.birthDate && `né(e) le ${frenchDate(person.birthDate)}`;
  const others = file?.acts.filter((other) => other.id !== act?.id) ?? [];
  return (
    <aside
      className="drawer"
      aria-label="Dossier"
      data-case={act?.id ?? 'consent'}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {personName({ person })}
          </h2>
          <p className="soft">{born}</p>
        </div>
        <button type="button" className="button icon" aria-label="Fermer le dossier" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Facts subject={subject} file={file} software={props.software} />
      {act && <Doing {...props} act={act} />}
      {act?.note && <Notice tone="info">{act.note}</Notice>}
      <section aria-labelledby="journal">
        <h3 id="journal">Journal</h3>
        {file ? (
          <ol className="trail numbers">
            {trailOf({ ...props, file }).map(({ at, words }, index) => (
              <li key={index}>
                <time className="soft">{moment.format(at)}</time>
                <span>{words}</span>
              </li>
            ))}
          </ol>
        ) : (
          <p className="soft">Lecture…</p>
        )}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="autres">
          <h3 id="autres">Autres actes de ce patient</h3>
          <ul className="trail numbers">
            {others.slice(-20).map((other) => (
              <li key={other.id}>
                <span className="soft">{frenchDate(other.actDate)}</span>
                <span>
                  {other.code} · {standingWords[other.standing]}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {file && file.damaged.length > 0 && (
        <Notice tone="warn">Une partie de ce dossier est abîmée et ne se lit plus.</Notice>
      )}
    </aside>
  );
}
