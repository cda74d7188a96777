import { useState } from 'react';
import { frenchDate } from '../../cases/words.ts';
import type { ActRow } from '../../ledger/overview/model.ts';
import type { Task, UnbilledConsent } from '../../ledger/overview/todo.ts';
import { Actions, type Said } from './acts/action-form.tsx';
import { Opening, type ActsProps } from './acts/acts.tsx';
import { firstColumns } from './acts/columns.tsx';
import { ActsGrid } from './acts/grid.tsx';
import { figure, personName } from './acts/words.ts';
import { BillerField } from './biller-field.tsx';
import { Notice } from '../ui/sign.tsx';

const words: Record<Task, { title: string; about: string }> = {
  refused: { title: 'Refusés', about: 'Refusés ou rejetés par la caisse : corriger, puis refacturer.' },
  bill: {
    title: 'À facturer',
    about: 'Consentement noté sans acte depuis, feuille non envoyée, ou acte à refacturer après un refus.',
  },
  confirm: {
    title: 'À confirmer',
    about: 'Le bouton final a été pressé, mais la feuille est restée à l’écran : a-t-elle été envoyée ?',
  },
  unpaid: { title: 'Impayés', about: 'Envoyés depuis plus de 30 jours, sans paiement noté ici.' },
  consent: {
    title: 'Sans consentement',
    about: 'Facturés sous vos yeux, sans consentement noté le jour de l’acte ou avant.',
  },
  report: { title: 'Sans compte-rendu', about: 'Facturés sous vos yeux, sans compte-rendu noté.' },
};

const tasks = Object.keys(words) as Task[];

export interface TodoProps extends Pick<ActsProps, 'opening' | 'damaged' | 'today' | 'onSay' | 'onOpen'> {
  todo: Readonly<Record<Task, readonly ActRow[]>>;
  /** Consents after which nothing was billed: they are to be billed too. */
  unbilled: readonly UnbilledConsent[];
  onOpenConsent: (consent: UnbilledConsent) => void;
  task: Task;
  onTask: (task: Task) => void;
  /** AM numbers of the practitioners of this register. */
  billers: readonly string[];
  biller: string;
  onBiller: (biller: string) => void;
  /** No act at all yet. */
  empty: boolean;
}

/** **À faire**: what is left to do about acts, by what costs most to leave. */
export function Todo(props: TodoProps) {
  const { todo, task, onTask, unbilled, onOpen, onSay, today } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = todo[task];
  const chosen = rows.filter(({ id }) => selected.has(id));
  const say = (said: Said) => {
    onSay(chosen, said);
    setSelected(new Set());
  };
  const waiting = task === 'bill' ? unbilled : [];
  const countOf = (each: Task) => todo[each].length + (each === 'bill' ? unbilled.length : 0);
  const nothing = !props.opening && tasks.every((each) => countOf(each) === 0);
  return (
    <>
      <Opening opening={props.opening} damaged={props.damaged} />
      {nothing ? (
        <Notice tone={props.empty ? 'idle' : 'clean'}>
          {props.empty
            ? 'Rien à faire : aucun acte n’est encore inscrit. Un acte s’inscrit quand vous sécurisez une FSE de téléexpertise avec le volet.'
            : 'Rien à faire : aucun refus, aucun impayé, tout est noté.'}
        </Notice>
      ) : (
        <>
          <div className="bar unprinted">
            <div className="choice tasks" role="group" aria-label="À faire">
              {tasks.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === task}
                  onClick={() => {
                    setSelected(new Set());
                    onTask(each);
                  }}
                >
                  {words[each].title} <span className="numbers">{figure(countOf(each))}</span>
                </button>
              ))}
            </div>
            <BillerField {...props} />
          </div>
          <p className="soft">{words[task].about}</p>
          {chosen.length > 0 && (
            <div className="counted unprinted">
              <span role="status">
                {figure(chosen.length)} {chosen.length > 1 ? 'choisis' : 'choisi'}
              </span>
              <Actions count={chosen.length} today={today} onSay={say} />
            </div>
          )}
          {waiting.length > 0 && <Unbilled consents={waiting} onOpen={props.onOpenConsent} />}
          {rows.length > 0 && (
            <ActsGrid
              key={task}
              label={words[task].title}
              rows={rows}
              visible={firstColumns}
              sort={null}
              descending
              selected={selected}
              onSort={null}
              onSelect={setSelected}
              onOpen={onOpen}
            />
          )}
          {rows.length + waiting.length === 0 && <Notice tone="clean">Rien ici.</Notice>}
        </>
      )}
    </>
  );
}

/** More patients than these are a search, not a list. */
const shown = 200;

/** Patients who agreed, and for whom nothing was billed since. */
function Unbilled({
  consents,
  onOpen,
}: {
  consents: readonly UnbilledConsent[];
  onOpen: TodoProps['onOpenConsent'];
}) {
  return (
    <div className="table-of unbilled">
      <table className="plain numbers">
        <caption>Consentement noté, rien de facturé depuis</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Consentement du</th>
            <th scope="col">
              <span className="unseen">Dossier</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {consents.slice(0, shown).map((consent) => {
            const { person, summary } = consent;
            return (
              <tr key={summary.id} data-consent={summary.id}>
                <th scope="row">
                  {personName(consent)}
                  <span className="soft"> {frenchDate(person.birthDate)}</span>
                </th>
                <td>{frenchDate(summary.on ?? '')}</td>
                <td className="right">
                  <button
                    type="button"
                    className="button quiet unprinted"
                    aria-label={`Dossier de ${personName(consent)}`}
                    onClick={() => onOpen(consent)}
                  >
                    Dossier
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {consents.length > shown && (
        <p className="soft">… et {figure(consents.length - shown)} autres patients.</p>
      )}
    </div>
  );
}
