/** From words to fields: one control for a concept, or none. Ties are refused, decoys win what they name. */
import type { FieldId, ScreenKind } from '../model.ts';
import type { ControlKind, Part } from '../profile.ts';
import { choicesOf, concerns } from './choices.ts';
import { commonDepth, evidenceFor, headerFinder, type Evidence } from './evidence.ts';
import type { Concept, ConceptId, Section } from './lexicon.ts';
import { sectionNamed } from './match.ts';
import { scan, type Control, type Piece, type Scene } from './scan.ts';
import { screenOf } from './screen.ts';
import { shownValues } from './shown.ts';

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
}

interface Mark {
  section: Section;
  at: number;
  from: number;
  to: number;
}

/** Headings and captions that say what follows, in document order. */
function marksOf(scene: Scene): Mark[] {
  const marks: Mark[] = [];
  for (const piece of scene.pieces) {
    const section = piece.words && piece.near > 0 ? sectionNamed(piece.words) : undefined;
    if (!section) continue;
    // A caption tied to its control speaks of that control; only persons and payments speak for what follows.
    if (piece.tied && section !== 'traitant' && section !== 'prescripteur') continue;
    marks.push({ section, at: piece.at, from: piece.from, to: piece.to });
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

const isField = (id: ConceptId): id is FieldId => !id.startsWith('autre');

/** Does the concept stand under this heading? */
function fits(concept: Concept, section: Section | undefined): boolean {
  if (concept.within) return section !== undefined && concept.within.includes(section);
  return !section || !(concept.not ?? []).includes(section);
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
  const holder = first.element.closest('fieldset,[role="radiogroup"],[role="group"]');
  const legend = holder?.querySelector('legend')?.textContent ?? holder?.getAttribute('aria-label') ?? '';
  let text = legend.trim();
  const by = holder?.getAttribute('aria-labelledby');
  if (!text && by) text = first.root.getElementById(by)?.textContent?.trim() ?? '';
  if (!text) {
    // The first radio's own label may come before or after it: the question is further up.
    for (let at = first.at - 1; at >= Math.max(0, first.at - 4); at--) {
      const item = scene.items[at];
      if (item?.is === 'control') break;
      if (item?.is === 'text' && item.words && !item.tied) {
        text = item.text;
        break;
      }
    }
  }
  return { ...first, tied: text, carrier: 'choice' };
}

function candidatesOf(scene: Scene, marks: readonly Mark[]): { candidates: Candidate[]; taken: Set<Piece> } {
  const headerAbove = headerFinder(scene);
  const groups = radioGroups(scene.controls);
  const candidates: Candidate[] = [];
  /** Whose number, name and date the next fields are, after a field that named a person. */
  let person: { section: Section; until: number } | null = null;

  for (const control of scene.controls) {
    if (control.radio && !groups.has(control)) continue;
    const group = control.radio ? (groups.get(control) ?? []) : [];
    const asked = control.radio ? questionOf(scene, group) : control;
    const labels = group.map((radio) => radio.tied || radio.element.parentElement?.textContent?.trim() || '');
    const choices = control.radio ? labels : choicesOf(control.element);
    const told = concerns(choices);
    const found = evidenceFor(scene, asked, headerAbove);
    let section = sectionAt(marks, control.at);
    if (person && control.at < person.until && section !== 'prescripteur') section = person.section;
    const all = control.radio ? group.map(({ element }) => element) : [control.element];
    const base = { element: control.element, all, control: control.kind, at: control.at };

    const hits = (found?.hits ?? []).filter(
      ({ concept }) =>
        fits(concept, section) && (concept.carriers.includes(asked.carrier) || !isField(concept.id)),
    );
    const points = Math.max(0, ...hits.map((hit) => hit.points));
    const best = hits.filter((hit) => hit.points === points);
    const decoy = best.find(({ concept }) => !isField(concept.id));
    if (decoy?.concept.id === 'autre.traitant' && asked.carrier === 'text') {
      person = { section: 'traitant', until: control.at + 8 };
    }
    if (told && !(decoy && points === 3)) {
      candidates.push({ ...base, field: told, confidence: 3, evidence: 'options' });
      continue;
    }
    if (decoy || best.length === 0) continue;
    const ids = new Set(best.map(({ concept }) => concept.id as FieldId));
    // Under a heading of its own, the concept that needs that heading is meant.
    const special = best.filter(({ concept }) => concept.within).map(({ concept }) => concept.id as FieldId);
    const field = ids.size === 1 ? [...ids][0] : special.length === 1 ? special[0] : undefined;
    if (!field) continue;
    candidates.push({
      ...base,
      field,
      confidence: points as 1 | 2 | 3,
      evidence: found?.said.evidence ?? 'before',
    });
  }
  return { candidates, taken: new Set(scene.pieces.filter(({ near, tied }) => tied || near === 1)) };
}

const isVisible = (element: Element): boolean => element.checkVisibility?.() ?? true;

/** Of several controls for one concept, the one that is meant; `null` when nobody can tell. */
function choose(rivals: Candidate[], anchor: Element | null): Candidate | null {
  const top = Math.max(...rivals.map(({ confidence }) => confidence));
  let left = rivals.filter(({ confidence }) => confidence === top);
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

export function understandScene(scene: Scene): Understood | null {
  const marks = marksOf(scene);
  const { candidates, taken } = candidatesOf(scene, marks);
  const fields = new Map<FieldId, Seen>();
  const byField = new Map<FieldId, Candidate[]>();
  for (const candidate of candidates) {
    const rivals = byField.get(candidate.field);
    if (rivals) rivals.push(candidate);
    else byField.set(candidate.field, [candidate]);
  }
  const code = choose(byField.get('acte.code') ?? [], null)?.element ?? null;
  const number = choose(byField.get('prescripteur.numero') ?? [], null)?.element ?? null;
  for (const [field, rivals] of byField) {
    const anchor = field.startsWith('acte.') ? code : field.startsWith('prescripteur.') ? number : null;
    const chosen = choose(rivals, anchor);
    if (chosen) fields.set(field, chosen);
  }
  const shown = shownValues(scene, taken);
  for (const { field, element, piece } of shown) {
    if (fields.has(field)) continue;
    const section = sectionAt(marks, piece.at);
    const same = shown.filter((other) => other.field === field && other.element !== element);
    if (same.length > 0 && !same.every((other) => other.element.textContent === element.textContent))
      continue;
    if (section === 'traitant' || section === 'autre' || section === 'reglement') continue;
    fields.set(field, { element, all: [element], control: 'display', confidence: 2, evidence: 'shown' });
  }
  const screen = screenOf(scene, fields);
  return screen && { screen, fields, roots: scene.roots };
}
