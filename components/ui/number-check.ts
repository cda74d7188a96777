import { compact } from '../../rules/identifiers/compact.ts';
import type { IdVerdict } from '../../rules/identifiers/verdict.ts';
import type { NumberCheck } from '../panel/panel-props.ts';

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
