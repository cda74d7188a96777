import type { TeCode } from './nomenclature/row.ts';

/** The téléexpertise code a text stands for, whatever its case and outer spaces; `null` for any other act. */
export function teCode(text: string): TeCode | null {
  if (text === 'RQD' || text === 'TE2' || text === 'TE1') return text;
  const plain = text.trim().toUpperCase();
  return plain === 'RQD' || plain === 'TE2' || plain === 'TE1' ? plain : null;
}

/** `RQD` is billed by the one who asks (requérant); the others by the one who answers (requis). */
export function isRequest(code: TeCode): boolean {
  return code === 'RQD';
}
