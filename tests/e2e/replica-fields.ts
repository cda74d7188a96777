/** Reaches the controls of any replica by a corpus selector, and works them as a content script would. */
import type { Page } from '@playwright/test';
import { findAll } from '../practice/corpus/entry.ts';

const finder = `const findAll = ${findAll.toString()};`;

/** How many elements the selector matches. */
export function place(page: Page, selector: string): Promise<number> {
  return page.evaluate(`(() => { ${finder} return findAll(${JSON.stringify(selector)}).length; })()`);
}

/** The value of a field, after it was set in silence when `put` is given. */
export function fieldText(page: Page, selector: string, put?: string): Promise<string> {
  return page.evaluate(`(() => { ${finder}
    const field = findAll(${JSON.stringify(selector)})[0];
    if (!field) return '';
    if (${JSON.stringify(put ?? null)} !== null) field.value = ${JSON.stringify(put ?? '')};
    return field.value; })()`);
}

/** What is sent into the page: one control or one group, told by its container. */
function work(element: HTMLElement, value: string | boolean): string {
  const inputs = [...element.querySelectorAll<HTMLInputElement>('input')];
  const isField = ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName);
  const tell = (field: HTMLElement, names: string[]) => {
    for (const name of names) field.dispatchEvent(new Event(name, { bubbles: name !== 'blur' }));
  };
  const pick = (select: HTMLSelectElement, text: string) => {
    const option = [...select.options].find((one) => one.text.toLowerCase().includes(text.toLowerCase()));
    if (!option) return 'no such option';
    select.value = option.value;
    tell(select, ['input', 'change']);
    return 'done';
  };
  const type = (field: HTMLInputElement, text: string) => {
    field.value = field.type === 'date' ? text.split('/').reverse().join('-') : text;
    tell(field, ['input', 'change', 'blur']);
    return 'done';
  };
  if (typeof value === 'boolean') {
    const yes = inputs.find((input) => input.type === 'radio' && input.value === '1');
    (yes ?? element).click();
    return 'done';
  }
  if (element.tagName === 'SELECT') return pick(element as HTMLSelectElement, value);
  if (isField) return type(element as HTMLInputElement, value);
  const radio = inputs.find(
    (input) =>
      input.type === 'radio' &&
      (input.labels?.[0] ?? input.parentElement)?.textContent.toLowerCase().includes(value.toLowerCase()),
  );
  if (radio) {
    radio.click();
    return 'done';
  }
  if (inputs.length > 1) {
    const parts = value.includes('/') ? value.split('/') : [value.slice(0, 8), value.slice(8)];
    for (const [index, input] of inputs.entries()) type(input, parts[index] ?? '');
    return 'done';
  }
  const combobox = inputs[0];
  if (!combobox) return 'nothing to work';
  element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  combobox.value = value;
  tell(combobox, ['input']);
  return 'choose';
}

/** Sets one control, with the events of its kind and no trusted one. */
export async function setAsScript(page: Page, selector: string, value: string | boolean): Promise<void> {
  const outcome = await page.evaluate<string>(`(() => { ${finder} const work = ${work.toString()};
    const element = findAll(${JSON.stringify(selector)})[0];
    return element ? work(element, ${JSON.stringify(value)}) : 'no element'; })()`);
  if (outcome === 'done') return;
  if (outcome !== 'choose') throw new Error(`${selector}: ${outcome}`);
  const option = page.getByRole('option').filter({ hasText: String(value) });
  await option.first().evaluate((item: HTMLElement) => item.click());
}
