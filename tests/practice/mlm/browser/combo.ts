/** An ExtJS combo, as far as it matters: a list at the end of the body, a typed text taken when the field is left. */
import { byOf } from '../../truth/expose.ts';
import type { By } from '../../truth/fse-truth.ts';

export interface Combo {
  id: string;
  /** Shown text → the value the software keeps. */
  options: Record<string, string>;
  onChosen(value: string, by: By): void;
  /** Text of the model's value, to go back to. */
  shown(): string;
}

function field(combo: Combo): HTMLInputElement | null {
  return document.getElementById(combo.id) as HTMLInputElement | null;
}

function closeLists(): void {
  for (const list of document.querySelectorAll('.x-combo-list')) list.remove();
}

function openList(combo: Combo): void {
  closeLists();
  const input = field(combo);
  if (!input) return;
  const list = document.createElement('div');
  list.className = 'x-layer x-combo-list';
  const box = input.getBoundingClientRect();
  list.style.cssText = `left:${box.left}px;top:${box.bottom + scrollY}px;width:${box.width + 18}px`;
  for (const text of Object.keys(combo.options)) {
    const item = document.createElement('div');
    item.className = 'x-combo-list-item';
    item.textContent = text;
    item.addEventListener('click', (event) => {
      closeLists();
      take(combo, text, byOf(event));
    });
    list.append(item);
  }
  document.body.append(list);
}

function take(combo: Combo, text: string, by: By): void {
  const value = combo.options[text.trim()];
  if (value !== undefined) combo.onChosen(value, by);
  showCombo(combo);
}

export function showCombo(combo: Combo): void {
  const input = field(combo);
  if (input) input.value = combo.shown();
}

export function startCombos(combos: Combo[]): void {
  document.addEventListener('click', (event) => {
    const trigger = (event.target as Element).closest<HTMLElement>('[data-combo]');
    const combo = combos.find((one) => one.id === trigger?.dataset['combo']);
    if (combo) openList(combo);
    else if (!(event.target as Element).closest('.x-combo-list')) closeLists();
  });
  for (const combo of combos) {
    let typedBy: By | null = null;
    field(combo)?.addEventListener('input', (event) => (typedBy = byOf(event)));
    field(combo)?.addEventListener('blur', () => {
      if (typedBy) take(combo, field(combo)?.value ?? '', typedBy);
      typedBy = null;
    });
    showCombo(combo);
  }
}
