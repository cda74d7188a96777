/** A native list. Read back from the chosen option's text. */
import { wordOf } from '../read-field.ts';
import { sameWords } from '../normalise.ts';
import type { Driver } from './driver.ts';
import type { PlanStep } from '../model.ts';
import type { FieldMap } from '../profile.ts';

/** Place of the one option that stands for `want`: a model word, else the text itself; -1 = none or several. */
function optionFor(select: HTMLSelectElement, map: FieldMap, want: PlanStep['want']): number {
  const texts = [...select.options].map((option) => option.textContent ?? '');
  const only = (fits: (text: string) => boolean): number => {
    const places = texts.flatMap((text, at) => (fits(text) && !select.options[at]?.disabled ? at : []));
    return places.length === 1 ? (places[0] ?? -1) : -1;
  };
  const byWord = only((text) => wordOf(text, map.values ?? {}) === want);
  return byWord >= 0 ? byWord : only((text) => sameWords(text, String(want)));
}

export const writeSelect: Driver = ({ hand, map, want, find }) =>
  hand.write(() => {
    const { element } = find();
    if (!element) return 'not-found';
    const select = element as HTMLSelectElement;
    if (select.disabled || select.nodeName !== 'SELECT') return 'by-hand';
    const at = optionFor(select, map, want);
    if (at < 0 && want !== '') return 'by-hand';
    select.selectedIndex = at;
    // The value alone is only visual: the software listens to both events (weda.md 5.4).
    for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
    return 'done';
  });
