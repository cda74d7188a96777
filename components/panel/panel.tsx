import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Fix } from '../../rules/schema.ts';
import type { PanelSession } from '../../messages/contract.ts';
import { unbroken } from '../ui/format.ts';
import { Notice } from '../ui/sign.tsx';
import { BillingSteps } from './billing-steps.tsx';
import { ConsentSection } from './consent.tsx';
import { Foot } from './foot.tsx';
import { Held } from './held.tsx';
import { OtherSideSection } from './other-side.tsx';
import { PageChanged } from './page-changed.tsx';
import type { PanelProps } from './panel-props.ts';
import { Locked } from './locked.tsx';
import { Pointing } from './pointing.tsx';
import { ActionBar, Prepare } from './prepare.tsx';
import { Quota } from './quota.tsx';
import { ReportDate } from './report-date.tsx';
import { Section } from './section.tsx';
import { screenOf, shownFindings, standingOf, uncheckedOf } from './standing.ts';
import { Tab } from './tab.tsx';
import { ForSomebodyElse, TakeOver } from './take-over.tsx';
import { Where } from './where.tsx';
import { PanelControls, patientName, Who } from './who.tsx';

const COVERED = 'Le volet est recouvert par un élément de la page. Écartez cet élément, puis recommencez.';
const UPDATED = 'Le volet a été mis à jour\u00a0: rechargez la page.';

/** May anything be written on the page that was read? */
const writable = ({ reading, identity }: PanelSession): boolean =>
  reading !== null &&
  reading.screen === 'fse' &&
  reading.mode === 'full' &&
  reading.changed.length === 0 &&
  identity !== 'different';

/** Where nothing else fits beside the software's final button, the frame keeps the width of the tab. */
const tabWide = window.matchMedia('(max-width: 100px)');
const useTabWide = () =>
  useSyncExternalStore(
    (changed) => {
      tabWide.addEventListener('change', changed);
      return () => tabWide.removeEventListener('change', changed);
    },
    () => tabWide.matches,
  );

/** The whole panel: collapsed to its tab, or open. Shows nothing until the background has recognised its frame. */
export function Panel(props: PanelProps) {
  const { link, session, on, pointing } = props;
  const tab = useRef<HTMLButtonElement>(null);
  const root = useRef<HTMLElement>(null);
  const squeezed = useTabWide();
  const open = session !== null && session.place.open && !squeezed;
  const wasOpen = useRef(open);

  // The control that opened or closed the panel goes away with the change: focus must not fall back to nowhere.
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    if (!open) return tab.current?.focus();
    (root.current?.querySelector<HTMLElement>('.held h2') ?? root.current)?.focus();
  }, [open]);

  // On the document, not on the panel: the focus may be nowhere in it.
  useEffect(() => {
    if (!open || !session) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      if (session.pointing) pointing.at(null);
      else on.place({ ...session.place, open: false });
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open, session, on, pointing]);

  if (link === 'lost') return <Lost />;
  if (link === 'connecting' || !session) return null;

  if (session.pointing && !squeezed) {
    return (
      <main ref={root} className="volet" aria-label="Volet Téléexpertise" tabIndex={-1} data-screen="none">
        <Pointing
          state={session.pointing}
          place={session.place}
          trouble={props.trouble ?? session.trouble}
          onPlace={on.place}
          on={pointing}
        />
      </main>
    );
  }
  const rulesOff = session.settings?.rulesOff ?? [];
  const findings = shownFindings(props.lint, rulesOff);
  const unchecked =
    session.reading?.screen === 'fse' && session.reading.settled
      ? uncheckedOf(props.lint?.notChecked ?? [], rulesOff, session.reading, !session.lock.open)
      : [];
  const standing = standingOf(props, findings, unchecked);
  const hooks = {
    'data-screen': screenOf(session.reading),
    'data-role': session.role,
    'data-state': standing.state,
    'data-profile': session.reading?.profile.id.startsWith('taught-')
      ? 'taught'
      : session.reading?.profile.id,
  };

  return (
    <main ref={root} className="volet" aria-label="Volet Téléexpertise" tabIndex={-1} {...hooks}>
      {!open && (
        <>
          <h1 className="unseen">Volet Téléexpertise</h1>
          <Tab ref={tab} standing={standing} place={session.place} onPlace={on.place} />
        </>
      )}
      {/* Put away, not taken away: what is being typed is still there when the panel opens again. */}
      <div className={`panel ${session.place.side}`} hidden={!open}>
        <Open
          // What is typed belongs to one patient: another one starts from an empty form.
          key={session.patient?.marker ?? 'nobody'}
          {...props}
          session={session}
          findings={findings}
          unchecked={unchecked}
          standing={standing}
        />
      </div>
    </main>
  );
}

function Lost() {
  return (
    <main className="lost" aria-label="Volet Téléexpertise">
      <h1 className="unseen">Volet Téléexpertise</h1>
      <Notice tone="lost" alert>
        {UPDATED}
      </Notice>
    </main>
  );
}

function Open({
  session,
  findings,
  unchecked,
  standing,
  on,
  pointing,
  today,
  ...props
}: Omit<PanelProps, 'session'> & {
  session: PanelSession;
  findings: ReturnType<typeof shownFindings>;
  unchecked: ReturnType<typeof uncheckedOf>;
  standing: ReturnType<typeof standingOf>;
}) {
  const [previewing, setPreviewing] = useState(false);
  const [refused, setRefused] = useState(false);
  const { reading, patient, role, settings, report } = session;
  // Nothing can be asked of it, and everything may be told to it.
  const locked = !session.lock.open;

  // A page that covers the panel could steal a click meant for something else (security.md §1).
  const guarded = async (act: () => void) => {
    const seen = await props.look();
    setRefused(seen === false);
    if (seen !== false) act();
  };
  const mayWrite = writable(session);
  const onPlatform = reading?.screen === 'request' || reading?.screen === 'answer';
  // A platform has no number of its own for a patient: there his NIR must be read for his records to be found.
  const known = Boolean(patient?.marker ?? (onPlatform && (patient?.nir ?? patient?.ins)));
  const fix = mayWrite ? (fixes: Fix[]) => guarded(() => on.fix(fixes)) : undefined;
  const preparing = report?.kind === 'prepare' && report.status === 'running';
  const showPreview = mayWrite && (previewing || preparing);
  // A page still being built shows nothing yet of what it will hold.
  const legible = reading?.settled === true || report !== null;

  const alerts = [
    refused && props.visible === false ? COVERED : null,
    session.trouble,
    props.trouble === session.trouble ? null : props.trouble,
  ].filter((sentence) => sentence !== null);

  const prepare = (
    <Prepare
      open={showPreview}
      lines={legible ? props.preview : []}
      report={report}
      findings={findings}
      role={role}
      patientName={patientName(patient)}
    />
  );
  const foot = (
    <Foot
      rulesCheckedOn={props.rulesCheckedOn}
      today={today}
      profile={reading?.profile ?? null}
      onOptions={on.openOptions}
      onRegister={on.openRegister}
      onLock={session.lock.mode === 'passphrase' && session.lock.open ? on.lock : undefined}
    />
  );
  if (!settings) {
    return (
      <>
        <PanelControls place={session.place} onPlace={on.place} />
        <div className="scroll first-run">
          <h1>Bienvenue</h1>
          <p>Avant de préparer une feuille, dites qui vous êtes&nbsp;: une minute, une fois.</p>
          <button type="button" className="button main" onClick={on.openOptions}>
            Ouvrir les réglages
          </button>
        </div>
        {foot}
      </>
    );
  }
  return (
    <>
      <Who
        patient={patient}
        identity={session.identity}
        role={role}
        place={session.place}
        today={today}
        on={on}
      />
      {alerts.length > 0 && (
        <div className="alerts">
          {alerts.map((sentence) => (
            <Notice key={sentence} tone="warn" alert>
              {unbroken(sentence)}
            </Notice>
          ))}
        </div>
      )}
      <div className="scroll">
        {session.held && (
          <Held
            key={session.held.at}
            blocking={findings.filter(({ severity }) => severity === 'block')}
            onFix={fix}
            onOverride={(reason) => guarded(() => on.override(reason))}
          />
        )}
        {!session.lock.open && <Locked lock={session.lock} onUnlock={on.unlock} />}
        {session.askOutcome && <AskOutcome ask={session.askOutcome} onSettle={on.settle} />}
        {/* While it is open the preview is what the person reads: it comes first. */}
        {showPreview && prepare}
        <Where
          standing={standing}
          findings={findings}
          unchecked={unchecked}
          ruleTitles={props.ruleTitles}
          note={props.dateAssumed && legible ? 'Date de l’acte non lue\u00a0: jugé à la date du jour.' : ''}
          onFix={fix && ((one) => fix([one]))}
        />
        {reading?.screen === 'fse' && (reading.changed[0] ?? reading.profile.id === 'guessed') && (
          <PageChanged onPoint={() => pointing.start(reading.changed[0])} onReport={on.report}>
            {reading.changed[0] ? 'Montrer le champ' : 'Montrer les champs'}
          </PageChanged>
        )}
        {!showPreview && prepare}
        {session.offer && (
          <TakeOver
            offer={session.offer}
            carried={session.carried}
            patientName={patientName(patient)}
            checkNumeroAm={props.checkNumeroAm}
            onTakeOver={() => guarded(on.takeOver)}
          />
        )}
        {/* Put away, not taken away, while the preview is read: what is being typed here stays. */}
        <div hidden={showPreview || !known}>
          <Quota quota={props.quota} historySeen={session.historySeen} locked={locked} />
          <ConsentSection
            consent={locked ? (session.consent ?? null) : session.consent}
            mention={props.consentMention}
            today={today}
            onConsent={on.consent}
          />
          {session.requestText && (
            <Section title="Motif lu">
              <p className="motif">{session.requestText}</p>
            </Section>
          )}
          {!onPlatform && (
            <OtherSideSection
              key={role}
              role={role}
              otherSide={session.otherSide}
              correspondents={session.correspondents}
              own={settings.who}
              today={today}
              checkNumeroAm={props.checkNumeroAm}
              note={
                session.carried &&
                !session.carried.here &&
                !session.otherSide?.numeroAm && <ForSomebodyElse carried={session.carried} />
              }
              on={on}
            />
          )}
          <ReportDate
            role={role}
            on={locked ? (session.reportReceivedOn ?? null) : session.reportReceivedOn}
            today={today}
            onChange={on.reportReceived}
          />
          {reading?.screen === 'fse' && (
            <BillingSteps software={reading.profile.name} steps={session.billingSteps} />
          )}
        </div>
      </div>
      {(mayWrite || reading?.screen !== 'fse' || reading.mode === 'read-only') && (
        <ActionBar
          open={showPreview}
          lines={props.preview}
          legible={legible}
          report={report}
          reading={reading}
          role={role}
          onOpen={() => setPreviewing(true)}
          onClose={() => setPreviewing(false)}
          onWrite={() => guarded(on.write)}
          onUndo={() => guarded(on.undo)}
        />
      )}
      {foot}
    </>
  );
}

function AskOutcome({
  ask,
  onSettle,
}: {
  ask: NonNullable<PanelSession['askOutcome']>;
  onSettle: (actId: string, secured: boolean) => void;
}) {
  return (
    <div className="ask">
      <Notice tone="info" alert>
        <p>
          <strong>La FSE a-t-elle été sécurisée&nbsp;?</strong> <span className="soft">{ask.code}</span>
        </p>
        <p className="answers">
          <button type="button" className="button" onClick={() => onSettle(ask.actId, true)}>
            Oui
          </button>
          <button type="button" className="button" onClick={() => onSettle(ask.actId, false)}>
            Non
          </button>
        </p>
      </Notice>
    </div>
  );
}
