/**
 * Within one act row the parts come in a fixed order: code, quantity, amount. A box of the row that nothing names is what
 * its place and its value together say, and nothing where two boxes could be meant.
 */
import type { FieldId } from '../model.ts';
import { headerText, type Row } from './evidence.ts';
import type { Control, Scene } from './scene.ts';

/** More controls than this are no row of one act, and a row is not built deeper than this. */
const MOST_IN_ROW = 8;
const MOST_UP = 5;

const quantity = /^[1-9]$/;
const money = /^\d{1,4}[.,]\d{2}$/;

type Known = ReadonlyMap<FieldId, { element: Element }>;

/** The controls of the code's row: of the nearest element around it that holds another known part of the act. */
function rowOf(scene: Scene, fields: Known, code: Element): Control[] {
  const parts = [...fields].filter(([field, { element }]) => field.startsWith('acte.') && element !== code);
  let row: Element | null = code.parentElement;
  for (let step = 0; row && step < MOST_UP; step++, row = row.parentElement) {
    const around = row;
    if (!parts.some(([, { element }]) => around.contains(element))) continue;
    const inside = scene.controls.filter(({ element }) => around.contains(element));
    return inside.length <= MOST_IN_ROW ? inside : [];
  }
  return [];
}

export function sequenceIn(
  scene: Scene,
  fields: Known,
  headerAbove: (element: Element) => Row | null,
): Array<[FieldId, Control]> {
  const code = fields.get('acte.code')?.element;
  const missing = (['acte.quantite', 'acte.montant'] as const).filter((field) => !fields.has(field));
  if (!code || missing.length === 0) return [];
  const row = rowOf(scene, fields, code);
  const known = new Set([...fields.values()].map(({ element }) => element));
  const place = row.findIndex(({ element }) => element === code);
  if (place < 0) return [];
  const isUnnamed = (control: Control): boolean =>
    control.carrier === 'text' &&
    !known.has(control.element) &&
    !control.marked &&
    control.tied === '' &&
    scene.items[control.at - 1]?.is === 'control' &&
    headerText(headerAbove(control.element)) === '';
  const found: Array<[FieldId, Control]> = [];
  for (const field of missing) {
    const looks = field === 'acte.quantite' ? quantity : money;
    // The quantity comes before any amount, the amount after the quantity.
    const amount = row.findIndex(({ element }) => element === fields.get('acte.montant')?.element);
    const last = field === 'acte.quantite' && amount > place ? amount : row.length;
    const fitting = row
      .slice(place + 1, last)
      .filter(
        (control) => isUnnamed(control) && looks.test((control.element as HTMLInputElement).value ?? ''),
      );
    const [only] = fitting;
    if (only && fitting.length === 1) found.push([field, only]);
  }
  return found;
}
