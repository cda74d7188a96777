import { StrictMode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import { Panel } from '../../components/panel/panel.tsx';
import type { PanelEvents, PanelLinkState, PointingEvents } from '../../components/panel/panel-props.ts';
import type { PanelSession, RequestBody, RequestName } from '../../messages/contract.ts';
import { connectPanel } from '../../messages/panel-client.ts';
import { rulesCheckedOn } from '../../rules/knowledge.ts';
import type { Fix } from '../../rules/schema.ts';
import type { FieldId } from '../../sites/model.ts';
import { undoSteps } from '../../sites/undo.ts';
import { isoDay } from './day.ts';
import { lookNow, watchVisibility } from './visibility.ts';
import { blockingRules, checkTyped, mayHold, previewLines, ruleTitles, viewOf } from './view.ts';

const stepsOf = (fixes: Fix[]) => fixes.map(({ field, value }) => ({ field: field as FieldId, want: value }));

interface Joined {
  session: PanelSession | null;
  state: PanelLinkState;
}

/** The link with the background, joined once for the life of the frame, and what it last said. */
function joinPanel(token: string) {
  let now: Joined = { session: null, state: 'connecting' };
  const listeners = new Set<() => void>();
  const link = connectPanel(token, (session) => {
    // Gone for good: what was shown stays behind the sentence that says so.
    now = session ? { session, state: 'open' } : { session: now.session, state: 'lost' };
    for (const listener of listeners) listener();
  });
  return {
    link,
    now: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const panel = joinPanel(location.hash.slice(1));
const { link } = panel;

const sayOrTell = <N extends RequestName>(
  name: N,
  body: RequestBody<N>,
  onTrouble: (sentence: string | null) => void,
): void => {
  onTrouble(null);
  link.send(name, body).catch((error: unknown) => onTrouble(error instanceof Error ? error.message : null));
};

const pointingEvents = (onTrouble: (sentence: string | null) => void): PointingEvents => ({
  start: (concept) => sayOrTell('point', concept ? { concept } : {}, onTrouble),
  at: (concept) => sayOrTell('pointAt', { concept }, onTrouble),
  forget: (concept) => sayOrTell('pointForget', { concept }, onTrouble),
  through: () => sayOrTell('pointThrough', {}, onTrouble),
  meaning: (concept, option, word) => sayOrTell('pointMeaning', { concept, option, word }, onTrouble),
  test: (concept) => sayOrTell('pointTest', { concept }, onTrouble),
  save: () => sayOrTell('pointSave', {}, onTrouble),
  cancel: () => sayOrTell('pointCancel', {}, onTrouble),
});

function App() {
  const { session, state } = useSyncExternalStore(panel.subscribe, panel.now);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [visible, setVisible] = useState<boolean | undefined>(undefined);
  const today = isoDay(new Date());

  useEffect(() => watchVisibility(setVisible), []);

  const pointing = useMemo(() => pointingEvents(setTrouble), []);
  const view = useMemo(() => session && viewOf(session, today), [session, today]);
  const reading = session?.reading;
  const onSheet = reading?.screen === 'fse';
  const marker = reading?.patient.marker;
  const blocking =
    session && view?.lint && mayHold(session) ? blockingRules(session, view.lint).join(' ') : '';
  useEffect(() => {
    if (!onSheet) return;
    const rules = blocking ? blocking.split(' ') : [];
    link.send('verdict', { hold: rules.length > 0, rules }).catch(() => undefined);
  }, [onSheet, marker, blocking]);

  const on = useMemo((): PanelEvents => {
    const say = <N extends RequestName>(name: N, body: RequestBody<N>) => sayOrTell(name, body, setTrouble);
    return {
      place: (place) => say('place', place),
      role: (role) => say('role', { role }),
      write: () => {
        const steps = session ? previewLines(session).filter(({ action }) => action !== 'already') : [];
        say('plan', { kind: 'prepare', steps: steps.map(({ field, want }) => ({ field, want })) });
      },
      undo: () => {
        if (session?.report) say('plan', { kind: 'undo', steps: undoSteps(session.report) });
      },
      fix: (fixes) => say('plan', { kind: 'fix', steps: stepsOf(fixes) }),
      override: (reason) => say('override', { reason }),
      consent: (consent) => say('consent', { consent }),
      reportReceived: (day) => say('reportReceived', { on: day }),
      otherSide: (otherSide) => say('otherSide', otherSide),
      takeOver: () => say('takeOver', {}),
      saveCorrespondent: (correspondent) => say('saveCorrespondent', correspondent),
      completeIdentity: () => say('completeIdentity', {}),
      settle: (actId, secured) => say('settle', { actId, secured }),
      unlock: (passphrase) => link.send('unlock', { passphrase }),
      lock: () => say('lock', {}),
      openOptions: () => say('openPage', { page: 'options' }),
      openRegister: () => say('openPage', { page: 'register' }),
      report: () => link.send('pageReport', {}),
    };
  }, [session]);

  return (
    <Panel
      link={state}
      session={session}
      lint={view?.lint ?? null}
      dateAssumed={view?.dateAssumed ?? false}
      quota={view?.quota ?? null}
      preview={view?.preview ?? []}
      ruleTitles={ruleTitles}
      rulesCheckedOn={rulesCheckedOn}
      today={today}
      consentMention={view?.consentMention ?? ''}
      checkNumeroAm={checkTyped}
      trouble={trouble}
      visible={visible}
      look={lookNow}
      on={on}
      pointing={pointing}
    />
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
