/** What is pointed at, in its order: the seven fields that matter, the patient, then the rest. Types and words only. */
import type { FieldId } from '../model.ts';
import type { Pressable, ScreenMap, FieldMap } from '../profile.ts';

/** A field, or the software's own last button. */
export type Concept = FieldId | 'final';

/** What kinds of control each concept may be. */
export type Wanted = 'text' | 'box' | 'choice' | 'shown' | 'button';

export const concepts: ReadonlyArray<{ id: Concept; wanted: Wanted; group: 'main' | 'patient' | 'more' }> = [
  { id: 'acte.code', wanted: 'text', group: 'main' },
  { id: 'tp.amo', wanted: 'box', group: 'main' },
  { id: 'tp.amc', wanted: 'box', group: 'main' },
  { id: 'mode', wanted: 'choice', group: 'main' },
  { id: 'parcours', wanted: 'choice', group: 'main' },
  { id: 'prescripteur.numero', wanted: 'text', group: 'main' },
  { id: 'prescripteur.date', wanted: 'text', group: 'main' },
  { id: 'patient.nom', wanted: 'shown', group: 'patient' },
  { id: 'patient.prenom', wanted: 'shown', group: 'patient' },
  { id: 'patient.naissance', wanted: 'shown', group: 'patient' },
  { id: 'final', wanted: 'button', group: 'more' },
  { id: 'acte.quantite', wanted: 'text', group: 'more' },
  { id: 'acte.montant', wanted: 'text', group: 'more' },
];

export const wantedOf = (id: Concept): Wanted => concepts.find((one) => one.id === id)?.wanted ?? 'text';

/** One concept as it would be remembered. Holds nothing the patient could be known by. */
export interface Pointed {
  concept: Concept;
  /** Words beside it, or ''. */
  label: string;
  /** What it is, in French. */
  kind: string;
  /** Its best selector, for whoever wants to read it. */
  path: string;
  /** Would most likely survive the software's next version. */
  lasting: boolean;
  map?: FieldMap;
  acts?: NonNullable<ScreenMap['acts']>;
  final?: Pressable;
  /** Texts of a choice, to say which means what. */
  options?: string[];
}

/** Why what is under the cursor cannot be remembered, in French. */
export type Refusal = { refusal: string };
