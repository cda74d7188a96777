/** How values are written in the sentences people read. */
import type { Profession } from './schema.ts';

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

/** Cents as `1 234,50 €`. */
export function euros(cents: number): string {
  const rounded = Math.round(Math.abs(cents));
  const whole = String(Math.floor(rounded / 100)).replace(/\B(?=(\d{3})+$)/g, narrowNoBreak);
  const rest = String(rounded % 100).padStart(2, '0');
  return `${cents < 0 ? '-' : ''}${whole},${rest}${noBreak}€`;
}

/** `2026-03-12` as `12/03/2026`. */
export function frenchDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** What was typed, short enough for a sentence. */
export function seen(text: string, max = 30): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

/** `1 acte`, `2 actes`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`;
}

export const professionNames: Readonly<Record<Profession, string>> = {
  medecin: 'un médecin',
  'sage-femme': 'une sage-femme',
  infirmier: 'un infirmier',
  ipa: 'un infirmier en pratique avancée',
  orthophoniste: 'un orthophoniste',
  'masseur-kinesitherapeute': 'un masseur-kinésithérapeute',
  'pedicure-podologue': 'un pédicure-podologue',
  orthoptiste: 'un orthoptiste',
  pharmacien: 'un pharmacien',
  'chirurgien-dentiste': 'un chirurgien-dentiste',
};
