/** Which screen is shown, by what stands there together: no single word makes a sheet (lexicon.md §1, §9). */
import type { FieldId, ScreenKind } from '../model.ts';
import { finalVerbs, listVerbs } from './places.ts';
import type { Scene } from './scan.ts';
import type { Seen } from './understand.ts';

const startsWithOneOf = (said: string, verbs: readonly string[]): boolean =>
  verbs.some((verb) => said === verb || said.startsWith(`${verb} `));

/** What only a billing sheet asks beside an act. */
const billing: FieldId[] = [
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'acte.montant',
  'acte.quantite',
  'acte.depassement',
];

const teleexpertise = /\b(teleexpertise|tele expertise|avis specialise|demande d avis|teledossier)\b/;

export function screenOf(scene: Scene, fields: ReadonlyMap<FieldId, Seen>): ScreenKind | null {
  const filled = (field: FieldId): boolean => {
    const seen = fields.get(field);
    return seen !== undefined && seen.control !== 'display';
  };
  const has = (field: FieldId): boolean => fields.has(field);
  const lists = scene.buttons.some((button) => startsWithOneOf(button.words, listVerbs));
  const ends = scene.buttons.some((button) => startsWithOneOf(button.words, finalVerbs));

  const beside = billing.filter(filled).length;
  const settled = (filled('mode') ? 1 : 0) + (filled('tp.amo') ? 1 : 0) + (filled('parcours') ? 1 : 0);
  if (has('acte.code') && beside >= 2 && settled >= 1 && !lists && ends) return 'fse';

  const identity = (
    [
      'patient.nom',
      'patient.nomNaissance',
      'patient.prenom',
      'patient.naissance',
      'patient.nir',
      'patient.ins',
    ] as FieldId[]
  ).filter(has).length;
  const told = [scene.title, ...scene.pieces.map((piece) => piece.words)].some((said) =>
    teleexpertise.test(said),
  );
  if (identity >= 2 && told) {
    if (filled('demande.motif')) return 'request';
    if (has('demande.motif') || has('prescripteur.numero')) return 'answer';
  }
  if (identity >= 4 && !lists) return 'patient';
  return null;
}

/** The buttons that look like the end of the sheet: those that say it best. */
export function finalsOf(scene: Scene): Element[] {
  for (const verbs of [finalVerbs.slice(0, 1), finalVerbs]) {
    const found = scene.buttons.filter((button) => startsWithOneOf(button.words, verbs));
    if (found.length > 0) return found.map(({ element }) => element);
  }
  return [];
}
