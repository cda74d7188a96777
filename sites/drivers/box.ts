/** Boxes and radios: one real click, and only where the fresh element says otherwise. Read back from `checked`. */
import { labelOf } from '../labels.ts';
import { valueOf, wordOf } from '../read-field.ts';
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
    const fitting = all.filter((radio) => wordOf(labelOf(radio), map.values ?? {}) === want);
    const [radio] = fitting;
    if (!radio || fitting.length > 1) return 'by-hand';
    if ((radio as HTMLInputElement).checked) return 'done';
    return hand.press(radio) ? 'done' : 'refused';
  });
