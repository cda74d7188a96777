/** Boxes that are divs: they answer to a click and to the space bar, and say their state in `aria-checked`. */
import { byOf } from '../../truth/expose.ts';
import type { By } from '../../truth/fse-truth.ts';
import { start } from './start.ts';

const { sheet, onShow } = start();

const boxes: Array<[find: string, isOn: () => boolean, toggle: (by: By) => void]> = [
  ['.x15', () => sheet.truth.tpAmo, (by) => sheet.setBox('tpAmo', !sheet.truth.tpAmo, by)],
  ['.x16', () => sheet.truth.tpAmc, (by) => sheet.setBox('tpAmc', !sheet.truth.tpAmc, by)],
  [
    '.x17',
    () => sheet.truth.other['accident'] === true,
    (by) => sheet.setOther('accident', sheet.truth.other['accident'] !== true, by),
  ],
];

function press(event: Event): void {
  const target = event.target as Element;
  for (const [find, , toggle] of boxes) if (target.closest(find)) toggle(byOf(event));
}

document.addEventListener('click', press);
document.addEventListener('keydown', (event) => {
  if (event.key === ' ') press(event);
});
onShow(() => {
  for (const [find, isOn] of boxes)
    document.querySelector(find)?.setAttribute('aria-checked', String(isOn()));
});
sheet.onChange();
