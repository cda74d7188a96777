/** What is said of a number, as it is typed. */
export interface IdVerdict {
  /** Nothing to correct and nothing to doubt. */
  ok: boolean;
  /** `error`: surely wrong or unfinished; `warn`: doubtful, or resting on a rule nobody has confirmed. */
  level: 'ok' | 'warn' | 'error';
  /** Stable word for the reason, e.g. `key-missing`. */
  code: string;
  /** One French sentence that says what is wrong. */
  message: string;
}

export function verdict(level: IdVerdict['level'], code: string, message: string): IdVerdict {
  return { ok: level === 'ok', level, code, message };
}

/** How many characters are there, and how many are missing or too many. */
export function lengthMessage(length: number, expected: number): string {
  const there = `${length} caractère${length > 1 ? 's' : ''}`;
  return length < expected
    ? `${there} sur ${expected} : il en manque ${expected - length}.`
    : `${there} pour ${expected} attendus : ${length - expected} de trop.`;
}
