import { frenchDate } from '../../cases/words.ts';
import type { Reading } from '../../sites/model.ts';
import { monthsBetween } from '../ui/format.ts';
import { Icon, Sign } from '../ui/sign.tsx';

/** Tariffs and quotas move several times a year: rules nobody has looked at for this long are no longer trusted. */
const STALE_AFTER_MONTHS = 6;

/** **Pied**: how fresh the rules and the profile are, and the ways to the register and the settings. */
export function Foot({
  rulesCheckedOn,
  today,
  profile,
  onOptions,
  onRegister,
  onLock,
}: {
  rulesCheckedOn: string;
  today: string;
  profile: Reading['profile'] | null;
  onOptions: () => void;
  onRegister: () => void;
  /** Absent where there is nothing to lock. */
  onLock: (() => void) | undefined;
}) {
  const stale = monthsBetween(rulesCheckedOn, today) >= STALE_AFTER_MONTHS;
  return (
    <footer className="foot numbers">
      <p>
        <span className={stale ? 'stale tone-warn' : ''}>
          {stale && <Sign tone="warn" />}
          Règles au {frenchDate(rulesCheckedOn)}
          {stale && ', à revérifier'}
        </span>
        {profile && (
          <span>
            {profile.name}, profil du {frenchDate(profile.checkedOn)}
          </span>
        )}
      </p>
      {onLock && (
        <button type="button" className="button quiet" onClick={onLock}>
          <Icon name="lock" />
          Verrouiller
        </button>
      )}
      <button type="button" className="button quiet" onClick={onRegister}>
        <Icon name="newTab" />
        Registre
      </button>
      <button type="button" className="button quiet" onClick={onOptions}>
        <Icon name="settings" />
        Réglages
      </button>
    </footer>
  );
}
