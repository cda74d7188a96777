import { compact } from '../../rules/identifiers/compact.ts';
import type { IdVerdict } from '../../rules/identifiers/verdict.ts';
import type { NumberCheck } from '../panel/panel-props.ts';
import type { Tone } from './sign.tsx';
import type { Said } from './text-field.tsx';

/**
 * A verdict on a whole number, as said while it is typed: what is merely unfinished is not called wrong.
 * @param length characters of a whole number
 */
export function typedNumber(typed: string, length: number, { level, code, message }: IdVerdict): NumberCheck {
  const there = compact(typed).length;
  if (there === 0) return { level: 'partial', message: '' };
  if (there < length && (level === 'error' || code === 'key-missing')) return { level: 'partial', message };
  return { level: level === 'error' ? 'wrong' : level, message };
}

const tones: Record<NumberCheck['level'], Tone> = {
  partial: 'idle',
  ok: 'clean',
  warn: 'warn',
  wrong: 'block',
};

/** A right number is said to be right: silence would look like no check at all. */
export function saidOfNumber({ level, message }: NumberCheck): Said | null {
  const words = message || (level === 'ok' ? 'Numéro complet' : '');
  return words ? { tone: tones[level], message: words } : null;
}
