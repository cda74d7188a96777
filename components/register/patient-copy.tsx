import type { ReactNode } from 'react';
import { frenchDate, frenchEuros } from '../../cases/words.ts';
import type { Person } from '../../ledger/overview/model.ts';
import type { PatientFile } from '../../ledger/patient-file.ts';
import { Notice } from '../ui/sign.tsx';
import { amNumber, standingWords } from './acts/words.ts';
import { consentSaid } from './consent-words.ts';
import { personWords } from './person-pick.tsx';

type Act = PatientFile['acts'][number];

export interface PatientCopyProps {
  person: Person;
  file: PatientFile;
  /** Only this act, as a proof; `null` = everything. */
  only: string | null;
  /** ISO. */
  today: string;
  ruleTitles: Readonly<Record<string, string>>;
  software: Readonly<Record<string, string>>;
  /** Practitioner of this computer, for the head of a proof. */
  who: { name: string; cabinet: string } | null;
  /** What the check of the trail said; `null` = under way. */
  trail: { whole: boolean; faults: number } | null;
}

const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium' });
const Lines = ({ lines }: { lines: Array<[string, ReactNode]> }) => (
  <dl className="copy-lines numbers">
    {lines.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

function OneAct({ act, software }: { act: Act; software: PatientCopyProps['software'] }) {
  const isRequis = act.role === 'requis';
  const other = act.otherSide && `${act.otherSide.name} ${amNumber(act.otherSide.numeroAm)}`.trim();
  const own = amNumber(act.biller);
  return (
    <section className="copy-act">
      <h3>{`${act.code} du ${frenchDate(act.actDate)}`}</h3>
      <Lines
        lines={[
          ['Qui demande', (isRequis ? other : own) || 'Non renseigné'],
          ['Qui répond', (isRequis ? own : other) || 'Non renseigné'],
          [
            'Demande du',
            act.otherSide?.requestedOn ? frenchDate(act.otherSide.requestedOn) : 'Non renseignée',
          ],
          ['Montant', act.amount === undefined ? 'Non lu' : frenchEuros(act.amount)],
          ['État', standingWords[act.standing]],
          ['Logiciel', software[act.software ?? ''] ?? act.software ?? 'Non renseigné'],
          ['Règles appliquées', act.rulesOn ? `au ${frenchDate(act.rulesOn)}` : 'Non renseignées'],
        ]}
      />
      <h4>Ce qui s’est passé</h4>
      <ol className="copy-trail numbers">
        <li>{`${moment.format(act.at)} · ${act.origin === 'press' ? 'bouton final pressé dans le logiciel' : 'lu dans un fichier du logiciel'}`}</li>
        {act.events.map(({ at, standing, reason, note }) => (
          <li key={`${at} ${standing ?? ''}`}>
            {[moment.format(at), standing && standingWords[standing], reason, note]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Everything the register holds about one person, or the proof of one act: to be read, printed or handed over. */
export function PatientCopy({
  person,
  file,
  only,
  today,
  ruleTitles,
  software,
  who,
  trail,
}: PatientCopyProps) {
  const acts = file.acts.filter(({ id }) => only === null || id === only);
  const one = only === null ? undefined : acts[0];
  const isOf = (day: string | undefined) => !one || (day ?? '') <= one.actDate;
  const consents = file.consents.filter(({ consent }) => isOf(consent?.on));
  const presses = file.presses.filter(
    ({ code, actDate }) => !one || ((!code || code === one.code) && (!actDate || actDate === one.actDate)),
  );
  return (
    <article className="copy">
      <header>
        <h2>{one ? 'Preuve d’une téléexpertise' : 'Tout ce que le registre contient'}</h2>
        <p>{personWords(person)}</p>
        <p className="soft">
          {[who?.name, who?.cabinet, `édité le ${frenchDate(today)}`].filter(Boolean).join(' · ')}
        </p>
      </header>
      {file.damaged.length > 0 && (
        <Notice tone="warn">{`${file.damaged.length} enregistrement(s) de cette personne ne se lisent plus et manquent ici.`}</Notice>
      )}
      <section>
        <h3>Consentement</h3>
        {consents.length === 0 ? (
          <p>Aucun n’est enregistré.</p>
        ) : (
          <ul>
            {consents.map(({ at, consent }) => (
              <li
                key={at}
              >{`${consent ? consentSaid(consent) : 'Retiré'} (noté le ${moment.format(at)})`}</li>
            ))}
          </ul>
        )}
      </section>
      {file.reports.length > 0 && (
        <section>
          <h3>Compte-rendu</h3>
          <ul>
            {file.reports.map(({ at, on }) => (
              <li key={at}>{`${on ? frenchDate(on) : 'Retiré'} (noté le ${moment.format(at)})`}</li>
            ))}
          </ul>
        </section>
      )}
      {acts.map((act) => (
        <OneAct key={act.id} act={act} software={software} />
      ))}
      {presses.length > 0 && (
        <section>
          <h3>Envois retenus</h3>
          <ul>
            {presses.map(({ at, kind, rules, reason }) => (
              <li key={at}>
                {[
                  moment.format(at),
                  kind === 'held' ? 'retenu' : 'envoyé quand même',
                  rules.map((rule) => ruleTitles[rule] ?? rule).join(', '),
                  reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="soft">
        {trail === null && 'Vérification du journal…'}
        {trail?.whole && 'Journal vérifié : aucun enregistrement modifié, retiré ou ajouté après coup.'}
        {trail?.whole === false &&
          `Journal : ${trail.faults} anomalie(s) relevée(s), voir l’état du registre.`}
      </p>
    </article>
  );
}
