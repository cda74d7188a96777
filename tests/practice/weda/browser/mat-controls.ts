/** Legacy Material controls drawn by hand, with the rules of weda.md 5.4 enforced. */
import type { Desk } from './desk.ts';
import { el, input, matFormField, nextInputId } from './elements.ts';
import type { Box, By, PrescriberField } from './fse-truth.ts';

/** Only a click that reaches the input changes the model; the DOM follows the model, not the reverse. */
function boxInput(
  desk: Desk,
  box: Box,
  field: HTMLInputElement,
  host: HTMLElement,
  checkedClass: string,
): void {
  field.addEventListener('click', (event) => desk.sheet.setBox(box, !desk.sheet.truth[box], desk.by(event)));
  desk.keep(field, () => {
    field.checked = desk.sheet.truth[box];
    field.setAttribute('aria-checked', String(field.checked));
    host.classList.toggle(checkedClass, field.checked);
  });
}

export function matCheckbox(desk: Desk, id: string, box: Box, text: string): HTMLElement {
  const field = input(`.mat-checkbox-input.cdk-visually-hidden#${id}-input`, {
    type: 'checkbox',
    tabindex: '0',
  });
  const host = el(
    `mat-checkbox.mat-checkbox.mat-accent#${id}`,
    {},
    el(
      'label.mat-checkbox-layout',
      { for: `${id}-input` },
      el(
        'span.mat-checkbox-inner-container',
        {},
        field,
        el('span.mat-checkbox-ripple.mat-ripple'),
        el('span.mat-checkbox-frame'),
        el('span.mat-checkbox-background'),
      ),
      el('span.mat-checkbox-label', {}, text),
    ),
  );
  boxInput(desk, box, field, host, 'mat-checkbox-checked');
  return host;
}

export function matSlideToggle(desk: Desk, id: string, box: Box, text: string): HTMLElement {
  const field = input(`.mat-slide-toggle-input.cdk-visually-hidden#${id}-input`, {
    type: 'checkbox',
    role: 'switch',
  });
  const host = el(
    `mat-slide-toggle.mat-slide-toggle.mat-accent#${id}`,
    {},
    el(
      'label.mat-slide-toggle-label',
      { for: `${id}-input` },
      el('span.mat-slide-toggle-bar', {}, field, el('span.mat-slide-toggle-thumb-container')),
      el('span.mat-slide-toggle-content', {}, text),
    ),
  );
  boxInput(desk, box, field, host, 'mat-checked');
  return host;
}

/** One Oui or Non. The model answers to `change` at the input, bubbling or not. */
export function matRadio(desk: Desk, id: string, question: 'accident' | 'ald', answer: boolean): HTMLElement {
  const field = input(`.mat-radio-input.cdk-visually-hidden#${id}-input`, {
    type: 'radio',
    name: `mat-radio-group-${question === 'ald' ? 0 : 6}`,
    value: String(answer),
  });
  const host = el(
    `mat-radio-button.mat-radio-button.mat-accent#${id}`,
    {},
    el(
      'label.mat-radio-label',
      { for: `${id}-input` },
      el(
        'span.mat-radio-container',
        {},
        el('span.mat-radio-outer-circle'),
        el('span.mat-radio-inner-circle'),
        field,
      ),
      el('span.mat-radio-label-content', {}, answer ? 'Oui' : 'Non'),
    ),
  );
  field.addEventListener('change', (event) => {
    if (field.checked) desk.sheet.setAnswer(question, answer, desk.by(event));
  });
  desk.keep(field, () => {
    field.checked = desk.sheet.truth[question] === answer;
    host.classList.toggle('mat-radio-checked', field.checked);
  });
  return host;
}

/** A native select: the model waits for a bubbling `change` and a bubbling `input` that tell the same value. */
export function nativeSelect(
  desk: Desk,
  options: Array<[value: string, text: string]>,
  stored: () => string | null,
  choose: (value: string, by: By) => void,
): HTMLSelectElement {
  const select = el('select.ng-untouched.ng-pristine.ng-valid');
  if (!(select instanceof HTMLSelectElement)) throw new Error('not a select');
  select.append(...options.map(([value, text]) => el('option', { value }, text)));
  let heard: { change?: string; input?: string } = {};
  const hear = (event: Event) => {
    if (event.target !== select) return;
    if (event.type === 'change') heard.change = select.value;
    else heard.input = select.value;
    if (heard.change === undefined || heard.change !== heard.input) return;
    heard = {};
    if (select.value !== stored()) choose(select.value, desk.by(event));
  };
  // Heard from above: an event that does not bubble never arrives.
  desk.root.addEventListener('change', hear);
  desk.root.addEventListener('input', hear);
  return desk.keep(select, () => {
    heard = {};
    const value = stored();
    if (value === null) select.selectedIndex = -1;
    else select.value = value;
  });
}

export const prescriberLabels = ['N° AM', 'Numéro AM / FINESS', 'Identifiant prescripteur', 'N° facturation'];

/** The four fields of the prescriber block. The model follows bubbling `input`. */
export function prescriberFields(desk: Desk): HTMLElement {
  const { sheet } = desk;
  const fields: Array<[PrescriberField, string]> = [
    ['number', prescriberLabels[sheet.options.labels - 1] ?? ''],
    ['rpps', 'RPPS'],
    ['name', 'Nom du prescripteur'],
    ['date', 'Date de prescription'],
  ];
  const block = el(
    'vz-prescripteur.ng-star-inserted',
    { 'data-inferred': true },
    el('h3', {}, 'Prescripteur'),
  );
  for (const [field, label] of fields) {
    const box = input(`.mat-input-element.mat-form-field-autofill-control#${nextInputId()}`, {
      type: 'text',
      autocomplete: 'off',
    });
    box.value = shownPrescriber(sheet.truth.prescriber[field], field);
    block.append(matFormField(label, box, `.prescripteur-${field}`));
    block.addEventListener('input', (event) => {
      if (event.target === box) sheet.setPrescriber(field, box.value, desk.by(event));
    });
  }
  return block;
}

export function shownPrescriber(value: string | null, field: PrescriberField): string {
  if (value === null) return '';
  return field === 'date' ? value.split('-').reverse().join('/') : value;
}
