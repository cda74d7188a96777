import { useEffect, useRef, type ReactNode } from 'react';
import { frenchDate, frenchEuros } from '../../cases/words.ts';
import type { ActRow } from '../../ledger/overview/model.ts';
import type { PatientFile } from '../../ledger/patient-file.ts';
import { Actions, type Said } from './acts/action-form.tsx';
import { State } from './acts/columns.tsx';
import { amNumber, personName, standingWords } from './acts/words.ts';
import { Icon, Notice } from '../ui/sign.tsx';

export interface CaseDrawerProps {
  act: ActRow;
  /** Everything about this patient; `null` while it is read. */
  file: PatientFile | null;
  /** ISO. */
  today: string;
  /** Rule id → its title. */
  ruleTitles: Readonly<Record<string, string>>;
  /** Name of the software by the id of its profile. */
  software: Readonly<Record<string, string>>;
  onSay: (said: Said) => void;
  /** *Refacturer*: the panel has the case when the patient is opened. `null` = not for this act. */
  onRebill: (() => void) | null;
  onClose: () => void;
}

interface Step {
  at: number;
  words: ReactNode;
}

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
const hows = { oral: 'oral', ecrit: 'écrit' } as const;
const bys = { patient: 'par le patient', 'representant-legal': 'par le représentant légal' } as const;

function consentWords(consent: PatientFile['consents'][number]['consent']): string {
  if (!consent) return 'Consentement retiré';
  const given = consent.given ? 'Consentement recueilli' : 'Consentement refusé';
  const details = [consent.how && hows[consent.how], consent.by && bys[consent.by]].filter(Boolean);
  return [`${given} le ${frenchDate(consent.on ?? '')}`, ...details].join(', ');
}

/** All that happened around this act, the oldest first. */
function trailOf({
  act,
  file,
  ruleTitles,
}: Pick<CaseDrawerProps, 'act' | 'ruleTitles'> & { file: PatientFile }) {
  const steps: Step[] = [];
  const own = file.acts.find(({ id }) => id === act.id);
  const isOwn = (biller: string | undefined) => biller === undefined || biller === act.biller;
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
    const isThis = isOwn(biller) && (!code || code === act.code) && (!actDate || actDate === act.day);
    if (!isThis) continue;
    const why = rules.map((rule) => ruleTitles[rule] ?? rule).join(', ');
    steps.push({
      at,
      words: kind === 'held' ? `Envoi retenu : ${why}` : `Envoyé quand même : ${reason ?? ''}`,
    });
  }
  for (const { at, consent, biller } of file.consents) {
    if (isOwn(biller)) steps.push({ at, words: consentWords(consent) });
  }
  for (const { at, on, biller } of file.reports) {
    if (!isOwn(biller)) continue;
    steps.push({ at, words: on ? `Compte-rendu du ${frenchDate(on)}` : 'Compte-rendu retiré' });
  }
  return steps.sort((a, b) => a.at - b.at);
}

function Facts({
  act,
  file,
  software,
}: Pick<CaseDrawerProps, 'act' | 'software'> & { file: PatientFile | null }) {
  const consent = file?.consents
    .filter(({ consent: one }) => one && (one.on ?? '') <= act.day)
    .sort((a, b) => b.at - a.at)[0];
  const report = file?.reports.filter(({ on }) => on !== null).sort((a, b) => b.at - a.at)[0];
  const facts: Array<[string, ReactNode]> = [
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
    ['Consentement', file && (consent ? consentWords(consent.consent) : 'Non enregistré')],
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

/** One dossier: the act, who asked whom, consent and compte-rendu, and everything that happened. */
export function CaseDrawer(props: CaseDrawerProps) {
  const { act, file, today, onSay, onRebill, onClose } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [act.id]);
  const born = act.person.birthDate && `né(e) le ${frenchDate(act.person.birthDate)}`;
  const others = file?.acts.filter(({ id }) => id !== act.id) ?? [];
  return (
    <aside
      className="drawer"
      aria-label="Dossier"
      data-case={act.id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {personName(act)}
          </h2>
          <p className="soft">{born}</p>
        </div>
        <button type="button" className="button icon" aria-label="Fermer le dossier" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Facts act={act} file={file} software={props.software} />
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
        </Actions>
      </div>
      {act.note && <Notice tone="info">{act.note}</Notice>}
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
