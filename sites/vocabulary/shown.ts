/** Values that are only shown: the element after a caption, once its text is what such a value looks like. */
import type { FieldId } from '../model.ts';
import { headerText, type Row } from './evidence.ts';
import { labelOf } from './label.ts';
import type { Hit } from './match.ts';
import { holdersOf, holdsNext, type Piece, type Scene } from './scene.ts';

const date = /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{4}-\d\d-\d\d\b/;
const nir = /\b[1-478] ?\d\d ?\d\d ?(?:\d\d|2[AB]) ?\d{3} ?\d{3}(?: ?\d\d)?\b/i;
const name = /^[\p{L}][\p{L}' .-]{0,50}$/u;

/** What a shown value must look like. */
export const looks: Partial<Record<FieldId, RegExp>> = {
  'acte.total': /^(?:\d[\d\s.]*(?:[.,]\d{1,2})?\s*€?|)$/,
  'acte.montant': /^\d[\d\s.]*(?:[.,]\d{1,2})?\s*€?$/,
  'acte.depassement': /^\d[\d\s.]*(?:[.,]\d{1,2})?\s*€?$/,
  'acte.date': date,
  'prescripteur.date': date,
  'prescripteur.numero': /^\d[\dAB ]{8,14}$/i,
  'prescripteur.rpps': /^\d[\d ]{10,15}$/,
  'prescripteur.nom': /^(?:Dr\.? |Docteur |Pr\.? )?[\p{L}][\p{L}' .-]{1,60}$/u,
  'patient.nom': name,
  'patient.nomNaissance': name,
  'patient.prenom': /^[\p{L}][\p{L}' ,.-]{0,60}$/u,
  'patient.naissance': date,
  'patient.sexe': /^(?:f|m|h|femme|homme|f[ée]minin|masculin|madame|monsieur|mme|m\.)$/i,
  'patient.nir': nir,
  'patient.ins': nir,
  'demande.motif': /\p{L}{3}/u,
};

/** A code of the NGAP, or of the CCAM, alone or with its coefficient. */
const actCode = /^[A-Z]{1,4}\d{0,3}(?:[ +].{0,12})?$/;
const quantity = /^\d{1,2}$/;

const LONGEST_MOTIF = 4_000;
const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Down to the element that holds the text itself. */
function innermost(element: Element): Element {
  let at = element;
  for (let only = at.firstElementChild; only && at.childElementCount === 1; only = at.firstElementChild) {
    if (textOf(only) !== textOf(at)) break;
    at = only;
  }
  return at;
}

const captions = new Set(['TH', 'DT', 'LABEL']);

/** The cell under the title of a column, in a table of one row. */
function cellBelow(title: Element): Element | null {
  const rows = title.closest('table')?.rows;
  const [head, row] = [rows?.[0], rows?.[1]];
  if (!head || !row || rows?.length !== 2 || head.cells.length !== row.cells.length) return null;
  return row.cells[[...head.children].indexOf(title)] ?? null;
}

/** The element a caption speaks of, or `null`. */
function valueElement(piece: Piece, scene: Scene): Element | null {
  let at: Element = piece.holder;
  // « Nom : <b>DURAND</b> »: the value comes next inside the same element.
  if (at.childElementCount > 0) {
    const inside = [...at.childNodes];
    const from = inside.findIndex(
      (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() === piece.text,
    );
    const next = inside
      .slice(from + 1)
      .find((node) => node.nodeType === 1 || (node.nodeValue ?? '').trim() !== '');
    return next?.nodeType === 1 ? (next as Element) : null;
  }
  const texts = [...at.childNodes].filter(
    (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
  );
  if (texts.length > 1) return null;
  for (let step = 0; step < 3; step++) {
    const next: Element | null = at.nextElementSibling;
    if (!next && at.nodeName === 'TH') return cellBelow(at);
    if (next) {
      if (captions.has(next.nodeName) && next.nodeName === at.nodeName) return cellBelow(at);
      return holdsNext(scene, piece.at, next) ? null : next;
    }
    // The caption in a text before its value, without an element of its own: `<b>Nom</b> DURAND`.
    if (at.nextSibling && (at.nextSibling.nodeValue ?? '').trim() !== '') return null;
    const above: Element | null = at.parentElement;
    if (!above || above.childElementCount !== 1) return null;
    at = above;
  }
  return null;
}

export interface Shown {
  field: FieldId;
  element: Element;
  piece: Piece;
  points: number;
}

/** What a text names for certain among what may be only shown. */
const shownHits = (text: string): Hit[] =>
  labelOf(text).hits.filter(({ concept, points }) => points === 3 && concept.carriers.includes('shown'));

/** Every caption of the page that a fitting value follows. */
export function shownValues(scene: Scene, fits: (hit: Hit, piece: Piece) => boolean): Shown[] {
  const found: Shown[] = [];
  for (const piece of scene.asked) {
    if (piece.tied || piece.taken || piece.label.plain || piece.label.mute) continue;
    const hits = shownHits(piece.text);
    const inline = hits.length === 0 ? /^([^:]{2,40}?)\s*:\s*(.+)$/s.exec(piece.text) : null;
    const said = inline ? shownHits(inline[1] ?? '') : hits;
    if (said.length === 0) continue;
    let element: Element | null;
    let text: string;
    if (inline) {
      element = piece.holder;
      text = inline[2] ?? '';
    } else {
      const next = valueElement(piece, scene);
      if (!next) continue;
      element = innermost(next);
      text = textOf(element);
    }
    for (const hit of said) {
      if (!fits(hit, piece)) continue;
      const field = hit.concept.id as FieldId;
      const look = looks[field];
      if (!look || (field.startsWith('acte.') && field !== 'acte.total')) continue;
      if (inline && field === 'demande.motif') continue;
      if (text.length > (field === 'demande.motif' ? LONGEST_MOTIF : 70) || !look.test(text)) continue;
      // A value that is itself a caption is another column of a header row.
      if (labelOf(text).hits.some(({ points }) => points === 3) && field !== 'demande.motif') continue;
      found.push({ field, element, piece, points: hit.strong ? 3 : 2 });
    }
  }
  return found;
}

/** What the first row under a header of acts shows, where acts are entered elsewhere and only listed on the sheet. */
export function shownActs(scene: Scene, allowed: (piece: Piece) => boolean): Array<[FieldId, Element]> {
  const held = holdersOf(scene);
  const actOf = (text: string): FieldId | undefined => {
    const hit = labelOf(text).hits.find(
      ({ concept, points }) => points === 3 && concept.id.startsWith('acte.'),
    );
    return hit?.concept.id as FieldId | undefined;
  };
  for (const piece of scene.asked) {
    if (piece.tied || actOf(piece.text) !== 'acte.code' || !allowed(piece)) continue;
    let cell: Element = piece.holder;
    for (let step = 0; step < 4; step++) {
      const header: Element | null = cell.parentElement;
      if (!header) break;
      const said = [...header.children].map((child) => actOf(textOf(child)));
      if (new Set(said.filter(Boolean)).size < 3) {
        cell = header;
        continue;
      }
      const beside = header.nextElementSibling;
      const rows = [
        beside,
        beside?.firstElementChild,
        header.closest('table')?.tBodies[0]?.rows[0],
        header.parentElement?.nextElementSibling?.firstElementChild,
      ];
      const row = rows.find(
        (one) => one && one !== header && one.childElementCount === said.length && !held.has(one),
      );
      if (!row) break;
      const found = said.flatMap((field, at): Array<[FieldId, Element]> => {
        const value = row.children[at];
        const look =
          field === 'acte.code' ? actCode : field === 'acte.quantite' ? quantity : looks[field ?? 'mode'];
        return field && value && look?.test(textOf(value)) ? [[field, innermost(value)]] : [];
      });
      return found.some(([field]) => field === 'acte.code') ? found : [];
    }
  }
  return [];
}

/** Cells of the act's own row that hold no control: an act that was chosen, its price, its day. */
export function shownCells(
  headerAbove: (element: Element) => Row | null,
  act: Element,
): Array<[FieldId, Element]> {
  const found = headerAbove(act);
  if (!found) return [];
  return [...found.row.children].flatMap((cell, at): Array<[FieldId, Element]> => {
    if (cell.querySelector('input,select,textarea')) return [];
    const text = textOf(cell);
    const hit = shownHits(headerText({ ...found, at })).find(({ concept }) => concept.id.startsWith('acte.'));
    const field = hit?.concept.id as FieldId | undefined;
    return field && looks[field]?.test(text) ? [[field, innermost(cell)]] : [];
  });
}
