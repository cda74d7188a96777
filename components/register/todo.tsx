import { useState } from 'react';
import type { ActRow } from '../../ledger/overview/model.ts';
import type { Task } from '../../ledger/overview/todo.ts';
import { Actions, type Said } from './acts/action-form.tsx';
import { Opening, type ActsProps } from './acts/acts.tsx';
import { firstColumns } from './acts/columns.tsx';
import { ActsGrid } from './acts/grid.tsx';
import { amNumber, figure } from './acts/words.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Notice } from '../ui/sign.tsx';

const words: Record<Task, { title: string; about: string }> = {
  refused: { title: 'Refusés', about: 'Refusés ou rejetés par la caisse : corriger, puis refacturer.' },
  bill: { title: 'À facturer', about: 'Non envoyés, ou à refacturer après un refus.' },
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

export interface TodoProps extends Pick<ActsProps, 'opening' | 'damaged' | 'today' | 'onSay' | 'onOpen'> {
  todo: Readonly<Record<Task, readonly ActRow[]>>;
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
  const { todo, task, onTask, billers, biller, onBiller, onOpen, onSay, today } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = todo[task];
  const chosen = rows.filter(({ id }) => selected.has(id));
  const say = (said: Said) => {
    onSay(chosen, said);
    setSelected(new Set());
  };
  const nothing = !props.opening && Object.values(todo).every((acts) => acts.length === 0);
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
              {(Object.keys(words) as Task[]).map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === task}
                  onClick={() => {
                    setSelected(new Set());
                    onTask(each);
                  }}
                >
                  {words[each].title} <span className="numbers">{figure(todo[each].length)}</span>
                </button>
              ))}
            </div>
            {billers.length > 1 && (
              <SelectField
                label="Praticien"
                value={biller || 'tous'}
                options={{
                  tous: 'Tous',
                  ...Object.fromEntries(billers.map((each) => [each, amNumber(each)])),
                }}
                onChoose={(each) => onBiller(each === 'tous' ? '' : each)}
              />
            )}
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
          {rows.length > 0 ? (
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
          ) : (
            <Notice tone="clean">Rien ici.</Notice>
          )}
        </>
      )}
    </>
  );
}
