import Dexie from 'dexie';

/**
 * What may go wrong in the ledger and is no bug: a code and a French sentence each. The sentences are constants and
 * the cause is dropped on purpose: the text of a storage error can hold a key of the row it speaks of.
 */
export abstract class LedgerError extends Error {
  abstract readonly code: string;
}

/** The disk or the browser's share of it is full. What was being kept is not kept; what was kept before still is. */
export class StorageFull extends LedgerError {
  readonly code = 'ledger-full';
  constructor() {
    super('L’espace de cet ordinateur est plein : rien de plus ne peut être gardé dans le registre.');
  }
}

/** The database is closed, refused or failing. `reason` is the browser's own error name, never its text. */
export class StorageUnavailable extends LedgerError {
  readonly code = 'ledger-unavailable';
  readonly reason: string;
  constructor(reason: string) {
    super('Le registre de ce poste ne répond pas. Rechargez la page.');
    this.reason = reason;
  }
}

/** A newer version of the extension wants to change the tables while a page of the older one holds them open. */
export class UpgradeBlocked extends LedgerError {
  readonly code = 'ledger-blocked';
  constructor() {
    super('Le registre est ouvert dans un autre onglet, d’une version plus ancienne. Fermez cet onglet.');
  }
}

/** The tables were written by a newer version of the extension than this one. */
export class NewerDatabase extends LedgerError {
  readonly code = 'ledger-newer';
  constructor() {
    super('Le registre vient d’une version plus récente du volet. Mettez le volet à jour.');
  }
}

/** Nothing is readable nor writable until the passphrase is typed. */
export class LedgerLocked extends LedgerError {
  readonly code = 'ledger-locked';
  constructor() {
    super('Le registre est verrouillé. Tapez la phrase de passe pour l’ouvrir.');
  }
}

/** The keys themselves cannot be read: nothing sealed with them can be opened on this computer any more. */
export class KeysDamaged extends LedgerError {
  readonly code = 'ledger-keys-damaged';
  constructor() {
    super('La clé du registre est abîmée. Restaurez une sauvegarde.');
  }
}

/** No act of that id is kept here: it was erased, or the id is wrong. */
export class NoSuchAct extends LedgerError {
  readonly code = 'ledger-no-such-act';
  constructor() {
    super('Cet acte n’est plus dans le registre.');
  }
}

/** Other pages kept writing first. Nothing was kept; asking again is safe. */
export class LedgerBusy extends LedgerError {
  readonly code = 'ledger-busy';
  constructor() {
    super('Le registre est occupé. Réessayez.');
  }
}

/** `retryAt`: no further attempt is looked at before that moment, in ms since the epoch. */
export class WrongPassphrase extends LedgerError {
  readonly code = 'ledger-wrong-passphrase';
  readonly retryAt: number;
  constructor(retryAt: number) {
    super('Ce n’est pas la phrase de passe de ce registre.');
    this.retryAt = retryAt;
  }
}

/** The attempt was not looked at. */
export class TooSoon extends LedgerError {
  readonly code = 'ledger-too-soon';
  readonly retryAt: number;
  constructor(retryAt: number) {
    super('Trop d’essais. Attendez avant de recommencer.');
    this.retryAt = retryAt;
  }
}

/** Its message is what `passphraseFault` says. */
export class WeakPassphrase extends LedgerError {
  readonly code = 'ledger-weak-passphrase';
}

/** The recovery file is not one, is damaged, or is that of another register. */
export class RecoveryRejected extends LedgerError {
  readonly code = 'ledger-recovery-rejected';
  constructor() {
    super('Ce fichier de récupération n’est pas celui de ce registre.');
  }
}

const backupFaults = {
  'not-a-backup': 'Ce fichier n’est pas une sauvegarde du registre.',
  passphrase: 'Ce n’est pas la phrase de passe de cette sauvegarde.',
  damaged: 'Cette sauvegarde est abîmée ou incomplète : rien n’en a été repris.',
  newer: 'Cette sauvegarde vient d’une version plus récente du volet. Mettez le volet à jour.',
} as const;

export class BackupRejected extends LedgerError {
  readonly code = 'ledger-backup-rejected';
  readonly fault: keyof typeof backupFaults;
  constructor(fault: keyof typeof backupFaults) {
    super(backupFaults[fault]);
    this.fault = fault;
  }
}

/** Every name an IndexedDB failure may carry once Dexie has wrapped it: its own, and those of what it wraps. */
function namesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner, failures } = error as { name?: unknown; inner?: unknown; failures?: unknown };
  return [
    ...(typeof name === 'string' ? [name] : []),
    ...namesOf(inner),
    ...(Array.isArray(failures) ? failures.flatMap(namesOf) : []),
  ];
}

/** The expected error that stands for a failure of the database, or the failure itself when it is none. */
function expected(error: unknown): unknown {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return new StorageFull();
  const isStorage = error instanceof Dexie.DexieError || error instanceof DOMException;
  return isStorage ? new StorageUnavailable(names.at(-1) ?? 'unknown') : error;
}

/** Runs storage work; throws `LedgerError` where the database failed, and bugs as they are. */
export async function guarded<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw expected(error);
  }
}
