import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../components/ui/theme.css';
import '../../components/panel/panel.css';
import { Panel } from '../../components/panel/panel.tsx';
import type { PanelEvents, PanelLinkState } from '../../components/panel/panel-props.ts';
import type { PanelSession, RequestBody, RequestName } from '../../messages/contract.ts';
import { connectPanel, type PanelLink } from '../../messages/panel-client.ts';
import { rulesCheckedOn } from '../../rules/knowledge.ts';
import type { Fix } from '../../rules/schema.ts';
import type { FieldId } from '../../sites/model.ts';
import { undoSteps } from '../../sites/undo.ts';
import { isoDay } from './day.ts';
import { watchVisibility } from './visibility.ts';
import { checkTyped, previewLines, ruleTitles, viewOf } from './view.ts';

const stepsOf = (fixes: Fix[]) => fixes.map(({ field, value }) => ({ field: field as FieldId, want: value }));

function App({ token }: { token: string }) {
  const [session, setSession] = useState<PanelSession | null>(null);
  const [state, setState] = useState<PanelLinkState>('connecting');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [link, setLink] = useState<PanelLink | null>(null);
  const [visible, setVisible] = useState<boolean | undefined>(undefined);
  const today = isoDay(new Date());

  useEffect(() => {
    const joined = connectPanel(token, (next) => {
      setState(next ? 'open' : 'lost');
      if (next) setSession(next);
    });
    setLink(joined);
    return () => joined.close();
  }, [token]);
  useEffect(() => watchVisibility(document.documentElement, setVisible), []);

  const view = useMemo(() => session && viewOf(session, today), [session, today]);
  const blocking = (view?.lint?.findings ?? [])
    .filter(({ severity }) => severity === 'block')
    .map(({ rule }) => rule)
    .join(' ');
  const judged = session?.reading?.screen === 'fse' && session.identity !== 'different';
  useEffect(() => {
    if (!link || !judged) return;
    const rules = blocking ? blocking.split(' ') : [];
    link.send('verdict', { hold: rules.length > 0, rules }).catch(() => undefined);
  }, [link, judged, blocking, session?.reading?.patient.marker]);

  const on = useMemo((): PanelEvents => {
    const say = <N extends RequestName>(name: N, body: RequestBody<N>) => {
      setTrouble(null);
      link
        ?.send(name, body)
        .catch((error: unknown) => setTrouble(error instanceof Error ? error.message : null));
    };
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
      saveCorrespondent: (correspondent) => say('saveCorrespondent', correspondent),
      completeIdentity: () => say('completeIdentity', {}),
      settle: (actId, secured) => say('settle', { actId, secured }),
      openOptions: () => say('openPage', { page: 'options' }),
    };
  }, [link, session]);

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
      on={on}
    />
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App token={location.hash.slice(1)} />
    </StrictMode>,
  );
}
