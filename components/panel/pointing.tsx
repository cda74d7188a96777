import { useEffect, useRef } from 'react';
import type { PointedLine, PointingState, PanelPlace } from '../../messages/contract.ts';
import type { Concept } from '../../sites/pointing/concepts.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Notice, Sign, type Tone } from '../ui/sign.tsx';
import { conceptWords } from './field-words.ts';
import type { PanelEvents, PointingEvents } from './panel-props.ts';
import { PanelControls } from './who.tsx';

/** What to look for on the page, where the name alone does not say it. */
const hints: Partial<Record<Concept, string>> = {
  'acte.code': 'Le champ où s’écrit RQD ou TE2.',
  'prescripteur.numero':
    'Il n’apparaît souvent qu’avec un acte RQD\u00a0: saisissez-le d’abord dans la page.',
  'patient.nom': 'Le nom du patient, affiché sur cette page.',
  'patient.prenom': 'Son prénom, seul si possible.',
  final: 'Sécuriser, Valider, Transmettre… Le volet ne le presse jamais.',
};

const words: Record<string, string> = {
  'sans-vitale': 'sans carte Vitale',
  degrade: 'dégradé',
  exclusion: 'exclusion du parcours de soins',
  true: 'Oui',
  false: 'Non',
};

const tests: Record<NonNullable<PointedLine['test']>, readonly [Tone, string]> = {
  running: ['idle', 'Essai en cours…'],
  kept: ['clean', 'Écrit, relu, remis comme avant'],
  refused: ['warn', 'Le logiciel n’a pas gardé l’essai'],
  'by-hand': ['warn', 'Ne peut pas être écrit\u00a0: à faire à la main'],
  'not-found': ['warn', 'Introuvable à l’essai'],
};

/** Without these three, nobody can tell that the patient on screen is still the same: nothing is written. */
const identity: readonly Concept[] = ['patient.nom', 'patient.prenom', 'patient.naissance'];

/** *nom, prénom ni date de naissance*, after « sans ». */
const listed = (concepts: readonly Concept[]): string =>
  concepts
    .map((concept) => conceptWords(concept).toLowerCase())
    .join(', ')
    .replace(/, ([^,]+)$/, ' ni $1');

export interface PointingProps {
  state: PointingState;
  place: PanelPlace;
  /** French sentence when something asked from here failed. */
  trouble: string | null;
  onPlace: PanelEvents['place'];
  on: PointingEvents;
}

/** **Montrer les champs**: one concept at a time, shown in the page itself. */
export function Pointing({ state, place, trouble, onPlace, on }: PointingProps) {
  const { at, lines } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  const step = at ? state.order.indexOf(at) + 1 : 0;
  const missing = identity.filter((concept) => !lines.some((line) => line.concept === concept));
  return (
    <div className="pointing" data-pointing={at ?? 'summary'}>
      <header className="who-top">
        <h1 ref={heading}>{state.single ? 'Montrer le champ' : 'Montrer les champs'}</h1>
        <PanelControls place={place} onPlace={(next) => (next.open ? onPlace(next) : on.cancel())} />
      </header>
      <div className="scroll">
        {trouble && (
          <Notice tone="warn" alert>
            {trouble}
          </Notice>
        )}
        {at ? (
          <Step key={at} at={at} step={step} state={state} on={on} />
        ) : (
          <p className="pointing-end" role="status">
            {missing.length > 0 && !state.single
              ? `Sans ${listed(missing)} du patient, le volet lira et vérifiera sans écrire.`
              : 'Vérifiez la liste, puis enregistrez.'}
          </p>
        )}
        {lines.length > 0 && (
          <ul className="pointed">
            {lines.map((line) => (
              <Line key={line.concept} line={line} current={line.concept === at} on={on} />
            ))}
          </ul>
        )}
      </div>
      <footer className="pointing-foot">
        <button type="button" className="button quiet" onClick={on.cancel}>
          Annuler
        </button>
        {at && !state.single && lines.length > 0 && (
          <button type="button" className="button" onClick={() => on.at(null)}>
            Terminer
          </button>
        )}
        {!at && (
          <button type="button" className="button main" disabled={lines.length === 0} onClick={on.save}>
            Enregistrer
          </button>
        )}
      </footer>
    </div>
  );
}

function Step({
  at,
  step,
  state,
  on,
}: {
  at: Concept;
  step: number;
  state: PointingState;
  on: PointingEvents;
}) {
  const ask = state.lines.find(({ concept }) => concept === at)?.ask;
  const before = state.order[step - 2];
  const after = state.order[step] ?? null;
  return (
    <section className="step" aria-live="polite">
      {!state.single && (
        <p className="soft numbers">
          {step} / {state.order.length}
        </p>
      )}
      <h2>{conceptWords(at)}</h2>
      {ask ? (
        <SelectField<string>
          label={`Quelle option signifie « ${words[String(ask.word)] ?? String(ask.word)} » ?`}
          value=""
          invitation="Choisir…"
          options={Object.fromEntries(ask.options.map((option) => [option, option]))}
          onChoose={(option) => on.meaning(at, option, ask.word)}
        />
      ) : (
        <p>
          {state.through
            ? 'Cliquez dans la page\u00a0: ce clic-là lui est laissé.'
            : 'Cliquez dessus dans la page.'}{' '}
          <span className="soft">{hints[at]}</span>
        </p>
      )}
      {!ask && !state.through && (
        <p className="soft">
          Au clavier&nbsp;: <kbd>Tab</kbd>
          {at.startsWith('patient.') && (
            <>
              , <kbd>←</kbd> <kbd>→</kbd>
            </>
          )}
          , puis <kbd>Entrée</kbd>.
        </p>
      )}
      {state.refused && (
        <p className="tone-warn" role="alert">
          <Sign tone="warn" />
          Rien de durable ne nomme cet élément&nbsp;: il ne peut pas être retenu.
        </p>
      )}
      <div className="step-buttons">
        {!state.single && (
          <button type="button" className="button" disabled={!before} onClick={() => before && on.at(before)}>
            Revenir
          </button>
        )}
        {!state.single && (
          <button type="button" className="button" onClick={() => on.at(after)}>
            Passer
          </button>
        )}
        <button type="button" className="button quiet" disabled={state.through} onClick={on.through}>
          Ouvrir un onglet d’abord
        </button>
      </div>
    </section>
  );
}

function Line({ line, current, on }: { line: PointedLine; current: boolean; on: PointingEvents }) {
  const { concept, label, kind, path, lasting, test, ask } = line;
  const name = conceptWords(concept);
  const [tone, said] = test ? tests[test] : (['idle', ''] as const);
  const writable = concept !== 'final' && !concept.startsWith('patient.');
  return (
    <li data-pointed={concept} data-test={test} aria-current={current || undefined}>
      <p>
        <strong>{name}</strong>{' '}
        <span className="soft" title={path}>
          {label && `«\u00a0${label}\u00a0», `}
          {kind}
        </span>
      </p>
      {ask && <p className="tone-warn">Option à préciser.</p>}
      {!lasting && (
        <p className="tone-warn">
          <Sign tone="warn" />
          Fragile&nbsp;: à remontrer si le logiciel change.
        </p>
      )}
      {test && (
        <p className={`tone-${tone}`} role="status">
          <Sign tone={tone} />
          {said}
        </p>
      )}
      <p className="line-buttons">
        {writable && (
          <button
            type="button"
            className="button quiet"
            aria-label={`Tester ${name}`}
            disabled={test === 'running' || ask !== undefined}
            onClick={() => on.test(concept)}
          >
            Tester
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          aria-label={`Remontrer ${name}`}
          onClick={() => on.at(concept)}
        >
          Remontrer
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={`Retirer ${name}`}
          onClick={() => on.forget(concept)}
        >
          Retirer
        </button>
      </p>
    </li>
  );
}
