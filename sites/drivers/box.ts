/** Boxes and radios: one real click, and only where the fresh element says otherwise. Read back from `checked`. */
import { radioWords, valueOf, wordOf } from '../read-field.ts';
import { sameWords } from '../normalise.ts';
import type { Driver } from './driver.ts';

export const writeCheckbox: Driver = ({ hand, field, map, want, find }) =>
  hand.write(() => {
    const found = find();
    if (!found.element) return 'not-found';
    const { value } = valueOf(field, map, found.element, found.all);
    if (typeof value !== 'boolean' || typeof want !== 'boolean') return 'by-hand';
    if (value === want) return 'done';
    return hand.press(found.element) ? 'done' : 'refused';
  });

export const writeRadio: Driver = ({ hand, map, want, find }) =>
  hand.write(() => {
    const { all } = find();
    if (all.length === 0) return 'not-found';
    const fitting = all.filter((radio) => {
      const words = radioWords(radio);
      return wordOf(words, map.values ?? {}) === want || (typeof want === 'string' && sameWords(words, want));
    });
    const [radio] = fitting;
    if (!radio || fitting.length > 1) return 'by-hand';
    if ((radio as HTMLInputElement).checked || radio.getAttribute('aria-checked') === 'true') return 'done';
    return hand.press(radio) ? 'done' : 'refused';
  });
