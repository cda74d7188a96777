/** Small DOM builders for the replica's own pages. */

type Child = Node | string | null;

/** `el('div.a.b#id', { title: '…' }, ...children)`; an attribute given as `false` is left out. */
export function el(
  shape: string,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElement {
  const [, tag = 'div', rest = ''] = /^([\w-]+)(.*)$/.exec(shape) ?? [];
  const element = document.createElement(tag);
  for (const part of rest.match(/[.#][^.#]+/g) ?? []) {
    if (part.startsWith('#')) element.id = part.slice(1);
    else element.classList.add(part.slice(1));
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function input(shape: string, attributes: Record<string, string | boolean>): HTMLInputElement {
  const element = el(`input${shape}`, attributes);
  if (!(element instanceof HTMLInputElement)) throw new Error('not an input');
  return element;
}

/** Legacy Material icon: the ligature is text, the drawing is a mask chosen by `data-icon`. */
export function matIcon(name: string, shape = ''): HTMLElement {
  const icon = `mat-icon${shape}.mat-icon.notranslate.material-icons.mat-icon-no-color`;
  return el(icon, { role: 'img', 'aria-hidden': 'true', 'data-icon': name }, name);
}

export function matButton(text: string, shape: string, onClick: (event: MouseEvent) => void): HTMLElement {
  const button = el(
    `button.mat-focus-indicator.mat-button-base${shape}`,
    { type: 'button' },
    el('span.mat-button-wrapper', {}, text),
    el('span.mat-ripple.mat-button-ripple'),
  );
  button.addEventListener('click', onClick);
  return button;
}

export function matCard(shape: string, ...children: Child[]): HTMLElement {
  return el(`mat-card.mat-card.mat-focus-indicator${shape}`, {}, ...children);
}

let nextInput = 24;

/** Ids of Material inputs are counters that nobody can foresee. */
export function nextInputId(): string {
  nextInput += 1 + (nextInput % 3);
  return `mat-input-${nextInput}`;
}

/** Legacy `mat-form-field` around an input, its label in the place Material puts it. */
export function matFormField(label: string, field: HTMLInputElement, shape = ''): HTMLElement {
  return el(
    `mat-form-field${shape}.mat-form-field.mat-form-field-type-mat-input.mat-form-field-appearance-legacy.mat-form-field-can-float.mat-form-field-should-float.ng-star-inserted`,
    {},
    el(
      'div.mat-form-field-wrapper',
      {},
      el(
        'div.mat-form-field-flex',
        {},
        el(
          'div.mat-form-field-infix',
          {},
          field,
          el(
            'span.mat-form-field-label-wrapper',
            {},
            el('label.mat-form-field-label', { for: field.id }, el('mat-label', {}, label)),
          ),
        ),
      ),
      el('div.mat-form-field-underline'),
    ),
  );
}
