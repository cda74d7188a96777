import { useState, type ReactNode } from 'react';
import type { LockState, Settings } from '../../messages/contract.ts';
import { faultsOf, NewPassphrase, nothingChosen, type Chosen } from '../ui/new-passphrase.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Notice } from '../ui/sign.tsx';
import { TextField } from '../ui/text-field.tsx';
import { sayWait, useWait } from '../ui/unlock.tsx';
import type { Draft } from './draft.ts';
import { Group } from './group.tsx';

/** What the settings may ask of the lock. Every promise rejects with an `Error` whose message is French. */
export interface LockEvents {
  setPassphrase(next: string, current?: string): Promise<unknown>;
  useDeviceKey(current: string): Promise<unknown>;
  /** Makes the recovery file and hands it to the browser's downloads. */
  saveRecoveryFile(): Promise<unknown>;
  lock(): Promise<unknown>;
}

export interface LockProps {
  /** `null` = the register does not answer. */
  lock: LockState | null;
  passphraseFault: (typed: string) => string | null;
  onLock: LockEvents;
}

const ways = [
  {
    way: 'passphrase',
    title: 'Une phrase de passe',
    about:
      'À taper à l’ouverture du navigateur et après une absence. Protège aussi le registre d’un ordinateur volé ou d’un profil de navigateur copié. Oubliée, sans fichier de récupération, le registre est perdu.',
  },
  {
    way: 'device',
    title: 'Cet appareil',
    about:
      'Rien à taper. Protège des données copiées sans leur clé. Ne protège ni d’une personne ou d’un programme qui utilise votre session ouverte, ni d’une copie complète de votre profil de navigateur.',
  },
] as const;

/** The question of the first run: what opens the register, and what each way protects. */
export function FirstLock({
  number,
  draft,
  onChange,
  chosen,
  faults,
  onType,
}: {
  number: (position: number) => string;
  draft: Draft;
  onChange: (draft: Draft) => void;
  chosen: Chosen;
  faults: { first?: string; again?: string };
  onType: (chosen: Chosen) => void;
}) {
  return (
    <Group title={`${number(3)}Verrou`} about="Ce qui ouvre le registre, chiffré sur ce poste.">
      <fieldset className="ways">
        <legend className="unseen">Ce qui ouvre le registre</legend>
        {ways.map(({ way, title, about }) => (
          <label key={way} className="tick">
            <input
              type="radio"
              name="lock"
              checked={draft.lock === way}
              onChange={() => onChange({ ...draft, lock: way })}
            />
            <span>
              <strong>{title}</strong>
              <span className="soft">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.lock === 'passphrase' && <NewPassphrase chosen={chosen} faults={faults} onType={onType} />}
    </Group>
  );
}

type Doing = 'set' | 'change' | 'remove';

/** The lock of a register that stands: how it is locked now, and what may be changed. */
export function LockSettings({
  lock,
  passphraseFault,
  onLock,
  draft,
  onChange,
}: LockProps & { draft: Draft; onChange: (draft: Draft) => void }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [said, setSaid] = useState<{ ok: boolean; message: string } | null>(null);
  const say = (work: Promise<unknown>, done: string) =>
    work.then(
      () => setSaid({ ok: true, message: done }),
      (error: unknown) =>
        setSaid({
          ok: false,
          message: error instanceof Error ? error.message : 'Le registre n’a pas répondu.',
        }),
    );
  if (!lock) {
    return (
      <Group title="Verrou">
        <Notice tone="block">Le registre de ce poste ne répond pas. Rechargez la page.</Notice>
      </Group>
    );
  }
  const start = (what: Doing) => {
    setDoing(what);
    setSaid(null);
  };
  const form = doing && (
    <LockForm
      key={doing}
      doing={doing}
      retryAt={lock.retryAt}
      passphraseFault={passphraseFault}
      onLock={onLock}
      onEnd={(message) => {
        setDoing(null);
        setSaid(message ? { ok: true, message } : null);
      }}
    />
  );
  const status = (
    <div role="status">{said && <Notice tone={said.ok ? 'clean' : 'block'}>{said.message}</Notice>}</div>
  );
  if (lock.mode === 'device') {
    return (
      <Group title="Verrou" about="Par cet appareil.">
        <p>{ways[1].about}</p>
        {form ?? (
          <button type="button" className="button" onClick={() => start('set')}>
            Choisir une phrase de passe…
          </button>
        )}
        {status}
      </Group>
    );
  }
  return (
    <Group
      title="Verrou"
      about={lock.open ? 'Par phrase de passe. Ouvert.' : 'Par phrase de passe. Verrouillé.'}
    >
      {!lock.hasRecoveryFile && (
        <Notice tone="warn">
          Sans fichier de récupération, une phrase de passe oubliée perd le registre. Enregistrez-le, puis
          rangez-le ailleurs que sur cet ordinateur.
        </Notice>
      )}
      {form ?? (
        <div className="line">
          <button
            type="button"
            className={lock.hasRecoveryFile ? 'button' : 'button main'}
            disabled={!lock.open}
            onClick={() => void say(onLock.saveRecoveryFile(), 'Fichier de récupération enregistré.')}
          >
            {lock.hasRecoveryFile
              ? 'Nouveau fichier de récupération'
              : 'Enregistrer le fichier de récupération'}
          </button>
          <button type="button" className="button" onClick={() => start('change')}>
            Changer la phrase de passe…
          </button>
          <button type="button" className="button" onClick={() => start('remove')}>
            Retirer…
          </button>
          {lock.open && (
            <button
              type="button"
              className="button"
              onClick={() => void say(onLock.lock(), 'Registre verrouillé.')}
            >
              Verrouiller
            </button>
          )}
        </div>
      )}
      {status}
      <LockAfter
        after={draft.lockAfter ?? { idleMinutes: 30, openHours: 12, withScreen: true }}
        onChange={(lockAfter) => onChange({ ...draft, lockAfter })}
      />
    </Group>
  );
}

const texts: Record<Doing, { done: string; button: string; about: ReactNode }> = {
  set: {
    done: 'Phrase de passe en place.',
    button: 'Mettre en place',
    about: 'Une copie du profil faite avant aujourd’hui reste lisible sans elle.',
  },
  change: {
    done: 'Phrase de passe changée.',
    button: 'Changer',
    about: 'Le fichier de récupération reste valable.',
  },
  remove: {
    done: 'Le registre s’ouvre de nouveau par cet appareil.',
    button: 'Retirer la phrase de passe',
    about: 'Le registre s’ouvrira sans rien demander.',
  },
};

/** Sets, changes or removes the passphrase. Part of the form of the settings: the Enter key is kept for itself. */
function LockForm({
  doing,
  retryAt,
  passphraseFault,
  onLock,
  onEnd,
}: Pick<LockProps, 'passphraseFault' | 'onLock'> & {
  doing: Doing;
  retryAt: number;
  /** Done, with what to say of it; given up, without. */
  onEnd: (message?: string) => void;
}) {
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(nothingChosen);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const wait = useWait(retryAt);
  const faults = doing === 'remove' ? {} : faultsOf(chosen, passphraseFault);
  const asksCurrent = doing !== 'set';
  const isReady = !busy && wait === 0 && (!asksCurrent || current !== '');
  const go = async () => {
    setTried(true);
    if (!isReady || Object.keys(faults).length > 0) return;
    setBusy(true);
    setRefusal('');
    try {
      if (doing === 'remove') await onLock.useDeviceKey(current);
      else await onLock.setPassphrase(chosen.first, asksCurrent ? current : undefined);
      onEnd(texts[doing].done);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'Le registre n’a pas répondu.');
      setBusy(false);
    }
  };
  const message = [refusal, wait > 0 && `Nouvel essai possible dans ${sayWait(wait)}.`]
    .filter(Boolean)
    .join(' ');
  return (
    <div
      className="lock-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        void go();
      }}
    >
      {asksCurrent && (
        <TextField
          label="Phrase de passe actuelle"
          type="password"
          autoFocus
          autoComplete="current-password"
          value={current}
          onType={setCurrent}
          said={message ? { tone: 'block', message } : null}
        />
      )}
      {doing !== 'remove' && (
        <NewPassphrase
          label={doing === 'set' ? 'Phrase de passe' : 'Nouvelle phrase de passe'}
          chosen={chosen}
          faults={tried ? faults : {}}
          onType={setChosen}
        />
      )}
      {!asksCurrent && message && <Notice tone="block">{message}</Notice>}
      <p className="soft">{texts[doing].about}</p>
      <div className="line">
        <button type="button" className="button main" disabled={!isReady} onClick={() => void go()}>
          {texts[doing].button}
        </button>
        <button type="button" className="button" onClick={() => onEnd()}>
          Annuler
        </button>
      </div>
    </div>
  );
}

type After = NonNullable<Settings['lockAfter']>;

const idles: Record<string, string> = {
  5: '5\u00a0minutes',
  15: '15\u00a0minutes',
  30: '30\u00a0minutes',
  60: '1\u00a0heure',
  120: '2\u00a0heures',
};
const hours: Record<string, string> = {
  4: '4\u00a0heures',
  8: '8\u00a0heures',
  12: '12\u00a0heures',
  24: '24\u00a0heures',
};

/** When an open register locks by itself; kept with the other settings. */
function LockAfter({ after, onChange }: { after: After; onChange: (after: After) => void }) {
  return (
    <>
      <div className="columns">
        <SelectField
          label="Se verrouille sans activité depuis"
          value={String(after.idleMinutes)}
          options={idles}
          onChoose={(minutes) => onChange({ ...after, idleMinutes: Number(minutes) })}
        />
        <SelectField
          label="Et, dans tous les cas, au bout de"
          value={String(after.openHours)}
          options={hours}
          onChoose={(open) => onChange({ ...after, openHours: Number(open) })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={after.withScreen}
          onChange={(event) => onChange({ ...after, withScreen: event.target.checked })}
        />
        <span>Se verrouille avec la session de l’ordinateur</span>
      </label>
    </>
  );
}
