/** From a passphrase to a key, and how fast one may guess. */

/**
 * OWASP's floor for PBKDF2 with SHA-256 (security.md §4); 158 ms on the two-core machine of performance.md §3.
 * Argon2id would need WebAssembly in the extension's CSP.
 */
export const minRounds = 600_000;

/** A copy of the file may be guessed at for years without our slowing down: length is what protects. */
const minLength = 12;
const minDistinct = 5;

/** Composed and compatible form: `é` is one or two characters according to the keyboard and the system. */
const normal = (passphrase: string): string => passphrase.normalize('NFKC');

/** What is wrong with a passphrase that is being chosen, in French; `null` when nothing is. */
export function passphraseFault(passphrase: string): string | null {
  const letters = [...normal(passphrase)];
  if (letters.length < minLength) return `Au moins ${minLength} caractères : une phrase que vous retiendrez.`;
  if (new Set(letters).size < minDistinct) return 'Trop de caractères répétés : choisissez une vraie phrase.';
  return null;
}

/** AES-256-GCM key that wraps another; not extractable. */
export async function keyFromPassphrase(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(normal(passphrase));
  const root = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Two slips of the finger cost nothing. */
const freeFailures = 2;
const firstDelay = 5_000;
/** Longer would let a passer-by shut the doctor out of his own register for the morning. */
const longestDelay = 15 * 60_000;

/** Milliseconds to wait after so many wrong passphrases in a row: 0, 0, 5 s, 10 s, 20 s … 15 min. */
export function delayAfter(failures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(longestDelay, firstDelay * 2 ** (failures - freeFailures - 1));
}

/** When the next attempt may be made; a clock that was set back cannot make it longer than the longest delay. */
export const retryMoment = (retryAt: number, now: number): number => Math.min(retryAt, now + longestDelay);
