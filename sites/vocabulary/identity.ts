/**
 * Who the page is about, where nothing names it: a name in capitals and a first name side by side, next to a birth date
 * or a social security number, which have a shape of their own (lexicon.md §7, "Pattern fallback").
 */
import type { FieldId } from '../model.ts';
import { labelOf } from './label.ts';
import type { Piece, Scene } from './scene.ts';

const wholeNir = /^\(?[1-478] ?\d\d ?\d\d ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d\)?$/i;
const wholeDate = /^\(?\d{1,2}\/\d{1,2}\/\d{4}\)?$/;
const bornOn = /\bn[ée]{1,2}(?:\(e\))?\s+le\s*:?\s*\d{1,2}\/\d{1,2}\/\d{4}/i;
const age = /(?:^|\D)\d{1,3}\s*ans\b/;
const bornAndAged =
  /(?:^|\D)\d{1,3}\s*ans\s*\(\d{1,2}\/\d{1,2}\/\d{4}\)|\d{1,2}\/\d{1,2}\/\d{4}\s*\(\d{1,3}\s*ans\)/;
const capitals = /^\p{Lu}[\p{Lu}' -]{1,40}$/u;
const firstName = /^\p{Lu}\p{L}*(?:[ -]\p{Lu}\p{L}*){0,3}$/u;
const sexes = /^(?:femme|homme|f[ée]minin|masculin)$/i;

/** A text that proves by its shape alone that a person is shown. */
export const looksLikePerson = (text: string): boolean =>
  /\d/.test(text) && text.length < 200 && [wholeNir, bornOn, age].some((shape) => shape.test(text));

/** Pieces between a name and what proves it. */
const NEAR = 8;

/** The only piece of `pieces` that fits, or several that say the same. */
function only(pieces: readonly Piece[]): Piece | null {
  const [first] = pieces;
  return first && pieces.every(({ text }) => text === first.text) ? first : null;
}

/** A number or a date that may belong to a person. */
const proves = (text: string): boolean =>
  [wholeNir, bornOn, bornAndAged, wholeDate].some((shape) => shape.test(text));

export function identityShown(scene: Scene, allowed: (piece: Piece) => boolean): Map<FieldId, Element> {
  const found = new Map<FieldId, Element>();
  if (!scene.numbered.some(({ text }) => proves(text))) return found;
  const pieces = scene.pieces.filter(allowed);
  const nir = only(pieces.filter(({ text }) => wholeNir.test(text)));
  if (nir) found.set('patient.nir', nir.holder);
  const near = (one: number, test: RegExp): boolean =>
    [-2, -1, 1, 2].some((step) => test.test(pieces[one + step]?.text ?? ''));
  const births = pieces.filter(
    ({ text }, at) =>
      bornOn.test(text) ||
      bornAndAged.test(text) ||
      (wholeDate.test(text) && (near(at, age) || near(at, wholeNir))),
  );
  const birth = only(births);
  if (birth) found.set('patient.naissance', birth.holder);
  const proof = birth ?? nir;
  if (!proof) return found;
  const at = pieces.indexOf(proof);
  for (let one = Math.max(0, at - NEAR); one < at; one++) {
    const [last, first] = [pieces[one], pieces[one + 1]];
    if (!last || !first || first === proof) continue;
    if (!capitals.test(last.text) || !firstName.test(first.text) || last.holder === first.holder) continue;
    if (last.holder.parentElement !== first.holder.parentElement) continue;
    if (labelOf(last.text).hits.length > 0 || labelOf(first.text).hits.length > 0) continue;
    found.set('patient.nom', last.holder);
    found.set('patient.prenom', first.holder);
    break;
  }
  const sex = only(pieces.slice(Math.max(0, at - NEAR), at + NEAR).filter(({ text }) => sexes.test(text)));
  if (sex) found.set('patient.sexe', sex.holder);
  return found;
}
