/** From words to fields: one control for a concept, or none. Ties are refused, decoys win what they name. */
import type { FieldId, ScreenKind } from '../model.ts';
import type { ControlKind, Part } from '../profile.ts';
import { answersTp, choicesOf, concerns, drawn, isDated, showsWord } from './choices.ts';
import {
  columnFinder,
  commonDepth,
  evidenceFor,
  headerFinder,
  pointsOf,
  speaks,
  type Evidence,
  type Row,
} from './evidence.ts';
import type { ConceptId, Section } from './lexicon.ts';
import { identityShown } from './identity.ts';
import { sectionNamed, type Hit } from './match.ts';
import { partsOf } from './parts.ts';
import { placedOn } from './placed.ts';
import { scan } from './scan.ts';
import type { Control, Piece, Scene } from './scene.ts';
import { screenOf } from './screen.ts';
import { sequenceIn } from './sequence.ts';
import { shownActs, shownCells, shownValues } from './shown.ts';

export interface Seen {
  element: Element;
  /** All radios of a group; the element alone otherwise. */
  all: Element[];
  control: ControlKind;
  /** One value in several inputs, which are then all of `all`. */
  parts?: Part[];
  /** 3 = a whole label or an unmistakable list, 2 = the beginning of one, 1 = inside one. */
  confidence: 1 | 2 | 3;
  evidence: Evidence | 'shown';
}

export interface Understood {
  screen: ScreenKind;
  fields: Map<FieldId, Seen>;
  /** Open shadow roots and same-origin frames, to be watched with the page. */
  roots: Array<Document | ShadowRoot>;
}

interface Candidate extends Seen {
  field: FieldId;
  at: number;
  /** Said by words of its own. */
  strong: boolean;
  /** The words themselves. */
  said: string;
}

/** Items after a field that named a person within which a bare « Nom » or « N° » is still that person's. */
const NEAR = 8;

interface Mark {
  /** `undefined` = something else. */
  section: Section | undefined;
  at: number;
  from: number;
  to: number;
}

/** A caption that opens a part of the page is followed by a field or by another caption, not by a value of its own. */
function opens(scene: Scene, piece: Piece): boolean {
  const next = scene.items[piece.at + 1];
  return (
    next?.is === 'control' ||
    (next?.is === 'text' && (next.label.hits.length > 0 || next.label.section !== undefined))
  );
}

/** Words that give a heading away whatever else it says. */
const telling: Array<[RegExp, Section]> = [
  [/\b(prescripteur|prescription|requerant|requis)\b/, 'prescripteur'],
  [/\bmedecin traitant\b/, 'traitant'],
  [/\b(reglement|paiement|encaissement)\b/, 'reglement'],
  [/\btiers payant\b/, 'tp'],
  [/\b(actes?|fse|feuille de soins|cotations?)\b/, 'acte'],
  [/\b(patiente?|identite|etat civil)\b/, 'patient'],
];

/** Headings and captions that say what follows, in document order. A heading of something else ends what was before. */
function marksOf(scene: Scene): Mark[] {
  const marks: Mark[] = [];
  for (const piece of scene.asked) {
    if (piece.label.mute) continue;
    const known = piece.label.section;
    if (!known && !piece.heading) continue;
    // A caption tied to its control speaks of that control; only persons speak for what follows.
    if (piece.tied && known !== 'traitant' && known !== 'prescripteur') continue;
    if (!piece.heading && !opens(scene, piece)) continue;
    const section = known ?? meaningOf(piece);
    const [from, to] = piece.near > 0 ? [piece.from, piece.to] : [piece.at, Infinity];
    marks.push({ section, at: piece.at, from, to });
  }
  for (const group of scene.groups) {
    const section = sectionNamed(group.words);
    if (section) marks.push({ section, at: group.at - 0.5, from: group.from, to: group.to });
  }
  return marks.sort((one, other) => one.at - other.at);
}

function sectionAt(marks: readonly Mark[], at: number): Section | undefined {
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (mark && mark.at < at && at >= mark.from && at < mark.to) return mark.section;
  }
  return undefined;
}

const meaningOf = (piece: Piece): Section | undefined =>
  sectionNamed(piece.words) ?? telling.find(([words]) => words.test(piece.words))?.[1];

const isField = (id: ConceptId): id is FieldId => !id.startsWith('autre');

/** Does the concept stand under this heading? Words of its own need none; only another doctor's block takes them away. */
function fits({ concept, strong }: Hit, section: Section | undefined): boolean {
  if (concept.within) return section !== undefined && concept.within.includes(section);
  if (!section || !(concept.not ?? []).includes(section)) return true;
  const apart = section !== 'traitant' && section !== 'accord';
  return strong && (apart || !/^(patient|prescripteur)/.test(concept.id));
}

/** Radios of one question, told by their name or by the group they stand in. */
function radioGroups(controls: readonly Control[]): Map<Control, Control[]> {
  const groups = new Map<unknown, Control[]>();
  for (const control of controls) {
    if (!control.radio) continue;
    const { element } = control;
    const key =
      element.closest('[role="radiogroup"]') ??
      `${(element as HTMLInputElement).name}` + `#${element.closest('form')?.id ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(control);
    else groups.set(key, [control]);
  }
  return new Map([...groups.values()].flatMap((group) => (group[0] ? [[group[0], group] as const] : [])));
}

/** The question a group of radios answers: what stands before the first of them, or names their group. */
function questionOf(scene: Scene, group: readonly Control[]): Control {
  const [first] = group as [Control];
  const around = first.element.closest('fieldset,[role="radiogroup"],[role="group"]');
  const alone = around?.querySelectorAll('input,select,textarea,[role="radio"]').length === group.length;
  const holder = alone ? around : null;
  const legend = holder?.querySelector('legend')?.textContent ?? holder?.getAttribute('aria-label') ?? '';
  let text = legend.trim();
  const by = holder?.getAttribute('aria-labelledby');
  if (!text && by) text = first.root.getElementById(by)?.textContent?.trim() ?? '';
  if (!text) {
    // The first radio's own label may come before or after it: the question is further up.
    for (let at = first.at - 1; at >= Math.max(0, first.at - 4); at--) {
      const item = scene.items[at];
      if (item?.is === 'control') break;
      if (item?.is === 'text' && item.words && item.text !== first.tied) {
        text = item.text;
        break;
      }
    }
  }
  return { ...first, tied: text, carrier: 'choice' };
}

function candidatesOf(
  scene: Scene,
  marks: readonly Mark[],
  headerAbove: (element: Element) => Row | null,
): Candidate[] {
  const columnAbove = columnFinder(scene);
  const placed = placedOn(scene, meaningOf);
  const groups = radioGroups(scene.controls);
  const candidates: Candidate[] = [];
  /** Whose number, name and date the next fields are, after a field that named a person. */
  let person: { section: Section; at: number } | null = null;

  for (const control of scene.controls) {
    if (control.radio && !groups.has(control)) continue;
    const group = control.radio ? (groups.get(control) ?? []) : [];
    const labels = group.map((radio) => radio.tied || radio.element.parentElement?.textContent?.trim() || '');
    const choices = control.radio ? labels : control.kind === 'select' ? choicesOf(control.element) : [];
    const self = drawn(control);
    const told = concerns(choices);
    // Most controls of a page say nothing of ours: they are passed by without a word to the page.
    if (!told && !self && !control.radio && !placed && !speaks(scene, control, columnAbove)) continue;
    const asked = control.radio ? questionOf(scene, group) : control;
    const shown = choices.length > 0 ? choices : [control.element.textContent ?? ''];
    const found = evidenceFor(scene, asked, headerAbove, columnAbove, placed?.said ?? null);
    for (const beside of [scene.items[control.at - 1], scene.items[control.at + 1]]) {
      if (beside?.is === 'text' && beside.text === found?.said.text) beside.taken = true;
    }
    let section = placed ? placed.section(control) : sectionAt(marks, control.at);
    if (
      !placed &&
      person &&
      control.at - person.at < NEAR &&
      !marks.some(({ at }) => at > (person?.at ?? 0) && at < control.at)
    ) {
      section = person.section;
    }
    const [heading, byPerson] = [placed ? section : sectionAt(marks, control.at), section];
    const all = control.radio ? group.map(({ element }) => element) : [control.element];
    const base = { element: control.element, all, control: control.kind, at: control.at };

    const hits = (found?.hits ?? []).filter(
      (hit) =>
        // A person speaks for names, numbers and dates, not for what an act is made of.
        fits(hit, /^(acte\.(?!date)|tp|mode|parcours)/.test(hit.concept.id) ? heading : byPerson) &&
        (hit.concept.carriers.includes(asked.carrier) ||
          (!isField(hit.concept.id) && (asked.carrier !== 'box' || hit.points > 1)) ||
          (isDated(control) && /date|naissance/.test(hit.concept.id)) ||
          (hit.concept.carriers.includes('choice') && showsWord(control, hit.concept.id))) &&
        (asked.carrier !== 'choice' || hit.strong || !hit.concept.id.startsWith('tp.') || answersTp(shown)),
    );
    const points = pointsOf(hits);
    const best = hits.filter((hit) => hit.points === points);
    const decoy = best.find(({ concept }) => !isField(concept.id));
    const names = best.some(({ concept, strong }) => strong && concept.id.startsWith('prescripteur.'));
    if (asked.carrier === 'text' && decoy?.concept.id === 'autre.traitant')
      person = { section: 'traitant', at: control.at };
    else if (names) person = { section: 'prescripteur', at: control.at };
    if (told && !(decoy && points === 3)) {
      candidates.push({ ...base, field: told, confidence: 3, evidence: 'options', strong: true, said: '' });
      continue;
    }
    if (best.length === 0 && self) {
      candidates.push({ ...base, field: self, confidence: 2, evidence: 'options', strong: true, said: '' });
      continue;
    }
    if (decoy || best.length === 0) continue;
    // A native list holds the doctors of the house, never those who prescribe from outside.
    if (best.every(({ concept }) => concept.id === 'prescripteur.nom') && control.kind === 'select') continue;
    const ids = new Set(best.map(({ concept }) => concept.id as FieldId));
    // Under a heading of its own, the concept that needs that heading is meant.
    const special = best.filter(({ concept }) => concept.within).map(({ concept }) => concept.id as FieldId);
    const field = ids.size === 1 ? [...ids][0] : special.length === 1 ? special[0] : undefined;
    if (!field) continue;
    candidates.push({
      ...base,
      field,
      confidence: best.every(({ concept }) => concept.second) ? 1 : (points as 1 | 2 | 3),
      evidence: found?.said.evidence ?? 'before',
      strong: best.some(({ strong }) => strong),
      said: found?.said.text ?? '',
    });
  }
  return candidates;
}

export const isVisible = (element: Element): boolean => element.checkVisibility?.() ?? true;

/** Of several controls for one concept, the one that is meant; `null` when nobody can tell. */
function choose(rivals: Candidate[], anchor: Element | null, equals?: Element[]): Candidate | null {
  const top = Math.max(...rivals.map(({ confidence }) => confidence));
  let left = rivals.filter(({ confidence }) => confidence === top);
  if (left.length === 1) return left[0] ?? null;
  equals?.push(...left.map(({ element }) => element));
  const shown = left.filter(({ element }) => isVisible(element));
  if (shown.length > 0) left = shown;
  if (left.length > 1 && anchor) {
    const depths = left.map(({ element }) => commonDepth(element, anchor));
    const deepest = Math.max(...depths);
    left = left.filter((_, index) => depths[index] === deepest);
  }
  if (left.length > 1) {
    // Rows of one table: the first row speaks.
    const [first] = left as [Candidate];
    const alike = left.every(
      ({ element, evidence }) =>
        sameColumn(element, first.element) || (evidence === 'header' && first.evidence === 'header'),
    );
    // One block an act: the codes say the same of themselves, block after block.
    const blocks =
      first.field === 'acte.code' && left.every(({ said }) => said !== '' && said === first.said);
    if (blocks) return first;
    if (alike) return first;
    return null;
  }
  return left[0] ?? null;
}

/** Do two controls stand at the same place of two sibling rows? */
function sameColumn(one: Element, other: Element): boolean {
  if (one.nodeName !== other.nodeName) return false;
  let [a, b]: [Element | null, Element | null] = [one, other];
  for (let step = 0; a && b && step < 6; step++) {
    if (a === b) return true;
    if (a.parentElement && a.parentElement === b.parentElement)
      return a.className === b.className && a.nodeName === b.nodeName && step > 0;
    const up: Element | null = a.parentElement;
    const otherUp: Element | null = b.parentElement;
    if (!up || !otherUp || [...up.children].indexOf(a) !== [...otherUp.children].indexOf(b)) return false;
    a = up;
    b = otherUp;
  }
  return false;
}

/** What the page shows, or `null` where nothing of ours is told with certainty. */
export function understand(doc: Document, own: Element | null = null): Understood | null {
  const scene = scan(doc, own);
  if (!scene) return null;
  return understandScene(scene);
}

/** What is meant by what on the page, whatever the page is; into `equals` go controls between which being shown decided. */
export function fieldsOf(scene: Scene, equals: Element[] = []): Map<FieldId, Seen> {
  const marks = marksOf(scene);
  const headerAbove = headerFinder(scene);
  const candidates = candidatesOf(scene, marks, headerAbove);
  const fields = new Map<FieldId, Seen>();
  const byField = new Map<FieldId, Candidate[]>();
  for (const candidate of candidates) {
    const rivals = byField.get(candidate.field);
    if (rivals) rivals.push(candidate);
    else byField.set(candidate.field, [candidate]);
  }
  // « Nom de famille » beside « Nom d’usage » is the one of birth (INS).
  const names = byField.get('patient.nom') ?? [];
  const used = names.filter(({ strong }) => strong);
  const bare = names.filter(({ strong }) => !strong);
  if (used.length === 1 && bare.length === 1 && bare[0] && !byField.has('patient.nomNaissance')) {
    byField.set('patient.nom', used);
    byField.set('patient.nomNaissance', [{ ...bare[0], field: 'patient.nomNaissance' }]);
  }
  const code = choose(byField.get('acte.code') ?? [], null)?.element ?? null;
  const number = choose(byField.get('prescripteur.numero') ?? [], null)?.element ?? null;
  for (const [field, rivals] of byField) {
    const anchor = field.startsWith('acte.') ? code : field.startsWith('prescripteur.') ? number : null;
    const chosen = choose(rivals, anchor, equals);
    if (!chosen) continue;
    const split = partsOf(scene, field, chosen.at);
    fields.set(field, split ? { ...chosen, ...split, control: 'parts' } : chosen);
  }
  const shown = shownValues(scene, (hit, piece) => fits(hit, sectionAt(marks, piece.at)));
  for (const { field, element, points } of [...shown].sort((one, other) => other.points - one.points)) {
    if (fields.has(field)) continue;
    const same = shown.filter(
      (other) => other.field === field && other.element !== element && other.points >= points,
    );
    if (same.length > 0 && !same.every((other) => other.element.textContent === element.textContent))
      continue;
    fields.set(field, { element, all: [element], control: 'display', confidence: 2, evidence: 'shown' });
  }
  const others = new Set<Section>(['traitant', 'autre', 'reglement', 'prescripteur']);
  const identity = identityShown(scene, (piece) => {
    const section = sectionAt(marks, piece.at);
    return section === undefined || !others.has(section);
  });
  for (const [field, element] of identity) {
    if (!fields.has(field))
      fields.set(field, { element, all: [element], control: 'display', confidence: 1, evidence: 'shown' });
  }
  if (code ?? fields.get('acte.quantite')) {
    for (const [field, element] of shownCells(
      headerAbove,
      code ?? (fields.get('acte.quantite') as Seen).element,
    )) {
      if (!fields.has(field))
        fields.set(field, { element, all: [element], control: 'display', confidence: 2, evidence: 'header' });
    }
  }
  for (const [field, { element, kind }] of sequenceIn(scene, fields, headerAbove))
    fields.set(field, { element, all: [element], control: kind, confidence: 1, evidence: 'sequence' });
  const asks = (field: FieldId): boolean => (fields.get(field)?.control ?? 'display') !== 'display';
  const isEntered = [...fields.keys()].some((field) => /^acte\.(code|quantite|montant)/.test(field));
  if (!isEntered && (asks('mode') || asks('tp.amo'))) {
    const row = shownActs(scene, (piece) => sectionAt(marks, piece.at) !== 'autre');
    for (const [field, element] of row)
      fields.set(field, { element, all: [element], control: 'display', confidence: 2, evidence: 'header' });
  }
  return fields;
}

export function understandScene(scene: Scene): Understood | null {
  const fields = fieldsOf(scene);
  const screen = screenOf(scene, fields);
  return screen && { screen, fields, roots: scene.roots };
}
