/**
 * Comboboxes and switches without a native control. A list opens on a press of the field, at the end of the body; the
 * code's list comes from a search with a delay. What is typed and not chosen is dropped when the field is left.
 */
import { byOf, readIsland } from '../../truth/expose.ts';
import type { By, Mode } from '../../truth/fse-truth.ts';
import { actNames } from '../../truth/sheet.ts';
import type { NobodyData } from '../software.ts';
import { start } from './start.ts';

const SEARCH_MS = 260;

const { behaviour } = readIsland<NobodyData>();
const { sheet, onShow } = start();
/** The release's own ids: `rc_qte` is bound, its siblings are named alike. */
const isRenamed = !behaviour.bindings.some((binding) => binding.find === '#rc_qte');
const idOf = (name: string): string => (isRenamed ? `v2-${name.split('').reverse().join('')}` : name);
const byId = (name: string): HTMLElement | null => document.getElementById(idOf(name));

interface Choice {
  options: Array<[value: string, text: string]>;
  choose(value: string, by: By): void;
  shown(): string;
}

const modes: Array<[Mode, string]> = [
  ['vitale', 'SESAM Vitale'],
  ['sv', 'SESAM sans Vitale'],
  ['dg', 'Dégradé'],
];
const carePaths: Array<[string, string]> = [
  ['T', 'Médecin traitant'],
  ['O', 'Orienté par le médecin traitant'],
  ['U', 'Urgence'],
  ['D', 'Accès direct spécifique'],
  ['E', 'Exclusion du parcours de soins'],
  ['H', 'Hors parcours de soins'],
];
const textOf = (options: Array<[string, string]>, value: string | null): string =>
  options.find(([one]) => one === value)?.[1] ?? '';

const choices: Record<string, Choice> = {
  code: {
    options: Object.entries(actNames).map(([code, name]) => [code, `${code} — ${name}`]),
    choose: (value, by) => {
      if (sheet.truth.acts.length > 0) sheet.setCell(0, 'code', value, by);
      else sheet.addAct(value, by);
    },
    shown: () => sheet.truth.acts[0]?.code ?? '',
  },
  mode: {
    options: modes,
    choose: (value, by) => sheet.setMode(value as Mode, by),
    shown: () => textOf(modes, sheet.truth.mode),
  },
  pds: {
    options: carePaths,
    choose: (value, by) => sheet.setOrientation(value, by),
    shown: () => textOf(carePaths, sheet.truth.orientation) || 'Choisir',
  },
};

function close(): void {
  for (const list of document.querySelectorAll('.ant-select-dropdown')) list.remove();
  for (const input of document.querySelectorAll<HTMLInputElement>('.ant-select-input')) {
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-controls');
  }
}

let asked = 0;

function open(name: string, input: HTMLInputElement): void {
  const choice = choices[name];
  if (!choice) return;
  asked += 1;
  const mine = asked;
  const words = input.value.toLowerCase();
  const delay = name === 'code' ? SEARCH_MS : 0;
  if (name === 'code' && words === '') {
    close();
    return;
  }
  setTimeout(() => {
    if (mine !== asked) return;
    close();
    const found = choice.options.filter(([, text]) => text.toLowerCase().includes(words));
    const list = document.createElement('div');
    list.className = 'ant-select-dropdown';
    list.setAttribute('role', 'listbox');
    list.id = `${input.id}_list`;
    const box = input.getBoundingClientRect();
    list.style.cssText = `left:${box.left + scrollX}px;top:${box.bottom + scrollY + 4}px;min-width:${box.width}px`;
    for (const [value, text] of found) {
      const item = document.createElement('div');
      item.className = 'ant-select-item';
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.textContent = text;
      item.addEventListener('click', (event) => {
        close();
        input.value = '';
        choice.choose(value, byOf(event));
      });
      list.append(item);
    }
    document.body.append(list);
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', list.id);
  }, delay);
}

for (const select of document.querySelectorAll<HTMLElement>('.ant-select')) {
  const name = select.dataset['select'] ?? '';
  const input = select.querySelector<HTMLInputElement>('.ant-select-input');
  if (!input) continue;
  const openThis = (): void => open(name, input);
  select.addEventListener('mousedown', openThis);
  input.addEventListener('input', openThis);
  input.addEventListener('blur', () => (input.value = ''));
}
document.addEventListener('mousedown', (event) => {
  if (!(event.target as Element).closest('.ant-select, .ant-select-dropdown')) close();
});
document.addEventListener('mousedown', (event) => {
  if ((event.target as Element).closest('.ant-select-item')) event.preventDefault();
});

const switches = [
  ['rc_amo', 'tpAmo'],
  ['rc_amc', 'tpAmc'],
] as const;
for (const [name, box] of switches) {
  byId(name)?.addEventListener('click', (event) => sheet.setBox(box, !sheet.truth[box], byOf(event)));
}

onShow(() => {
  for (const [name, choice] of Object.entries(choices)) {
    const shown = document.querySelector(`[data-select="${name}"] .ant-select-item-text`);
    if (shown) shown.textContent = choice.shown();
  }
  for (const [name, box] of switches) byId(name)?.setAttribute('aria-checked', String(sheet.truth[box]));
});
sheet.onChange();
