/** Act rows, favourites, total, payment and the buttons. */
import type { Desk } from './desk.ts';
import { el, input, matButton, matIcon, nextInputId } from './elements.ts';
import { showCents, type Sheet } from './fse-sheet.ts';
import type { Cell } from './fse-truth.ts';
import { nativeSelect } from './mat-controls.ts';

/** Cell, heading, and the name a screen reader says. */
export const cells: Array<[cell: Cell, label: string, aria: string]> = [
  ['code', 'Code', 'Code de l’acte'],
  ['quantite', 'Qté', 'Quantité'],
  ['coefficient', 'Coef.', 'Coefficient'],
  ['montant', 'Montant', 'Montant de l’acte'],
  ['depassement', 'DH', 'Dépassement'],
  ['date', 'Date', 'Date de l’acte'],
];

function answers(sheet: Sheet, cell: Cell): string {
  const accept = sheet.options.accept === 'never' && cell !== 'code' ? 'blur' : sheet.options.accept;
  return accept === 'tab' ? 'keydown' : accept;
}

function cellInput(desk: Desk, row: number, cell: Cell, aria: string): HTMLInputElement {
  const { sheet } = desk;
  const field = input(`.mat-input-element#${nextInputId()}`, {
    type: 'text',
    autocomplete: 'off',
    'aria-label': aria,
  });
  field.value = sheet.cellText(row, cell);
  field.addEventListener(answers(sheet, cell), (event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Tab') return;
    sheet.take(row, cell);
  });
  // The text itself is only kept from an `input` that bubbles as far as the row.
  return field;
}

function actRow(desk: Desk, row: number): HTMLElement {
  const fields = cells.map(([cell, , aria]) => [cell, cellInput(desk, row, cell, aria)] as const);
  const holders = fields.map(([cell, field]) =>
    el(`div.acteCell.${cell}`, cell === 'code' ? {} : { 'data-inferred': true }, field),
  );
  const line = el('div.acteRow.flexRow.ng-star-inserted', { 'vz-acte': true }, ...holders);
  line.addEventListener('input', (event) => {
    const typed = fields.find(([, field]) => field === event.target);
    if (typed) desk.sheet.type(row, typed[0], typed[1].value, desk.by(event));
  });
  if (row < desk.sheet.truth.acts.length) {
    const remove = el('button.acteSupprimer.mat-icon-button', {
      type: 'button',
      title: 'Supprimer la ligne',
      'data-inferred': true,
    });
    remove.append('×');
    remove.addEventListener('click', (event) => desk.sheet.removeAct(row, desk.by(event)));
    line.append(remove);
  }
  return line;
}

/** Header line, one row per act, and an empty one at the end. */
export function actRows(desk: Desk): HTMLElement[] {
  const count = desk.sheet.truth.acts.length + 1;
  return Array.from({ length: count }, (_, row) => actRow(desk, row));
}

export function actHeader(): HTMLElement {
  return el(
    'div.actesEntete.flexRow',
    {},
    ...cells.map(([cell, label]) =>
      el(`span.${cell}`, cell === 'code' ? {} : { 'data-inferred': true }, label),
    ),
  );
}

export function favourites(desk: Desk): HTMLElement {
  const rows = desk.sheet.favourites.map((name) => {
    const row = el('div.flexRow.favoris.ng-star-inserted', {}, matIcon('keyboard_arrow_right'), name);
    row.addEventListener('click', (event) => desk.sheet.addFavourite(name, desk.by(event)));
    return row;
  });
  return el('div.favorisListe', {}, el('h3', {}, 'Favoris'), ...rows);
}

export function total(sheet: Sheet): HTMLElement {
  return el('div.total.ng-star-inserted', {}, ` Total : ${showCents(sheet.totalCents)} `);
}

export function payment(desk: Desk): HTMLElement {
  const { sheet } = desk;
  const amount = input('.mat-input-element', { type: 'text', placeholder: 'Montant', autocomplete: 'off' });
  desk.keep(amount, () => {
    amount.value = showCents(sheet.truth.payment.amountCents);
  });
  const block = el(
    'vz-facturation.ng-star-inserted',
    {},
    el('span.libelle', {}, 'Règlement'),
    nativeSelect(
      desk,
      [
        ['CB', 'Carte bancaire'],
        ['CH', 'Chèque'],
        ['ES', 'Espèces'],
        ['VI', 'Virement'],
      ],
      () => sheet.truth.payment.mode,
      (mode, by) => sheet.setPaymentMode(mode, by),
    ),
    amount,
    el('span.devise', {}, '€'),
  );
  block.addEventListener('input', (event) => {
    if (event.target === amount) sheet.setPaymentAmount(amount.value, desk.by(event));
  });
  return block;
}

export interface FinalButtons {
  secure(event: MouseEvent): void;
  suspend(): void;
  close(): void;
}

export function buttons(on: FinalButtons): HTMLElement {
  return el(
    'div.boutons.flexRow.ng-star-inserted',
    {},
    matButton('Sécuriser', '.mat-raised-button.mat-primary', on.secure),
    matButton('Sécuriser, suspendre', '.mat-raised-button', on.suspend),
    matButton('Fermer', '.mat-raised-button', on.close),
  );
}
