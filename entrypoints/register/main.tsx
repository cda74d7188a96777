import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { LockScreen } from '../../components/register/lock-screen.tsx';
import { Shell } from '../../components/register/shell.tsx';
import { Notice } from '../../components/ui/sign.tsx';
import { passphraseFault } from '../../ledger/passphrase.ts';
import { LedgerDatabase, openDatabase } from '../../ledger/database.ts';
import { openOverview } from '../../ledger/overview/overview.ts';
import type { VaultState } from '../../ledger/vault.ts';
import { ask } from '../../messages/page-client.ts';
import { viewOfAddress } from './address.ts';
import { openDesk, type Desk } from './desk.ts';
import type { RegisterView } from './view.ts';
import { views } from './views/index.ts';

/** Using the page keeps the register open; telling the vault so more often than this would be noise. Ms. */
const TOUCH_EVERY = 60_000;

const viewInAddress = () => views.find(({ id }) => id === viewOfAddress()) ?? views[0];
const followAddress = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

function useLock(desk: Desk, first: VaultState): { state: VaultState; look: () => Promise<void> } {
  const [state, setState] = useState(first);
  const look = useCallback(() => desk.vault.state().then(setState), [desk]);
  useEffect(() => {
    // It may have changed since it was first looked at.
    void look();
    return desk.followLock(() => void look());
  }, [desk, look]);
  useEffect(() => {
    if (!state.locksAt) return;
    const timer = setTimeout(() => void desk.vault.lockIfDue().then(look), state.locksAt - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [desk, state, look]);
  useEffect(() => {
    let touchedAt = 0;
    const touch = () => {
      if (Date.now() - touchedAt < TOUCH_EVERY) return;
      touchedAt = Date.now();
      void desk.vault.touch();
    };
    window.addEventListener('pointerdown', touch);
    window.addEventListener('keydown', touch);
    return () => {
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
    };
  }, [desk]);
  return { state, look };
}

function App({ desk, first }: { desk: Desk; first: VaultState }) {
  const { state, look } = useLock(desk, first);
  const view = useSyncExternalStore(followAddress, viewInAddress);
  if (!view) return null;
  if (!state.open) {
    return (
      <LockScreen
        lock={state}
        passphraseFault={passphraseFault}
        // Right or wrong: a wrong one makes the next one wait.
        onUnlock={(passphrase) => desk.vault.unlock(passphrase).finally(look)}
        onRecover={(file, next) => desk.vault.recover(file, next).finally(look)}
      />
    );
  }
  const onLock = state.mode === 'passphrase' ? () => void desk.vault.lock().then(look) : undefined;
  return <Opened desk={desk} view={view} onLock={onLock} />;
}

/** After the last sign of a person, records are left alone this long: opening them would cost frames. Ms. */
const CALM = 1500;

let movedAt = 0;
for (const sign of ['scroll', 'wheel', 'keydown', 'pointerdown']) {
  window.addEventListener(sign, () => (movedAt = performance.now()), { capture: true, passive: true });
}

/** Resolves when nobody is busy, with true as long as the page wants to go on. */
const whenIdle = (isOver: () => boolean) => async (): Promise<boolean> => {
  do {
    await new Promise((resolve) => requestIdleCallback(resolve));
    const calmIn = movedAt + CALM - performance.now();
    if (movedAt > 0 && calmIn > 0) await new Promise((resolve) => setTimeout(resolve, calmIn));
  } while (movedAt > 0 && performance.now() - movedAt < CALM && !isOver());
  return !isOver();
};

/** Writings that follow each other closer than this are one; what is shown waits for their end, or this long. Ms. */
const BURST = 400;
const LONGEST_WAIT = 5000;

/** An import writes several times a second: the first writing is shown at once, the others when there is a pause. */
function paced(work: () => Promise<void>): () => void {
  let isBusy = false;
  let isBehind = false;
  let calledAt = -Infinity;
  const run = async (): Promise<void> => {
    isBehind = false;
    await work();
    if (isBehind) await settle();
    else isBusy = false;
  };
  const settle = async (): Promise<void> => {
    const from = performance.now();
    do await new Promise((resolve) => setTimeout(resolve, BURST / 4));
    while (performance.now() - calledAt < BURST && performance.now() - from < LONGEST_WAIT);
    await run();
  };
  return () => {
    const isBurst = performance.now() - calledAt < BURST;
    calledAt = performance.now();
    if (isBusy) {
      isBehind = true;
      return;
    }
    isBusy = true;
    void (isBurst ? settle() : run());
  };
}

/** The register while it is unlocked: what was read of it goes with this component. */
function Opened({
  desk,
  view,
  onLock,
}: {
  desk: Desk;
  view: RegisterView;
  onLock: (() => void) | undefined;
}) {
  const [overview] = useState(() => openOverview(desk.store));
  const [trouble, setTrouble] = useState<string | null>(null);
  const state = useSyncExternalStore(overview.subscribe, overview.state);
  useEffect(() => {
    let over = false;
    const refresh = () =>
      overview.refresh().then(
        () => setTrouble(null),
        (error: unknown) => setTrouble(sentenceOf(error)),
      );
    const follow = paced(refresh);
    const unfollow = desk.follow(() => {
      // Whoever writes needs the disk and the cipher: records wait as they do for a person.
      movedAt = performance.now();
      follow();
    });
    const verify = () => overview.verify(whenIdle(() => over));
    void refresh()
      .then(verify)
      .catch(() => undefined);
    return () => {
      over = true;
      unfollow();
    };
  }, [desk, overview]);
  return (
    <Shell views={views} current={view} settingsPage="/options.html" onLock={onLock}>
      {trouble && (
        <Notice tone="block" alert>
          {trouble}
        </Notice>
      )}
      <view.View key={view.id} desk={desk} overview={state} />
    </Shell>
  );
}

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'Le registre n’a pas pu être ouvert.';

function Failed({ error }: { error: unknown }) {
  return (
    <main className="view">
      <h1>Registre</h1>
      <Notice tone="block" alert>
        {sentenceOf(error)}
      </Notice>
    </main>
  );
}

const root = document.getElementById('root');

async function start(): Promise<void> {
  if (!root) return;
  try {
    // Side by side: the background may have to wake up before it answers.
    const database = new LedgerDatabase();
    const [settings] = await Promise.all([ask('getSettings', {}), openDatabase(database)]);
    const desk = openDesk(database, settings);
    createRoot(root).render(<App desk={desk} first={await desk.vault.state()} />);
  } catch (error) {
    createRoot(root).render(<Failed error={error} />);
  }
}
void start();
