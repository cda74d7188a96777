/**
 * The widget matrix: what is written in every library, by kind of control. Shared by the pages, the run and docs/sites.md.
 * A page holds, for each control it has, an element `#<control>` and its value in `window.__model[control]`.
 */
import type { FieldId } from '../../../sites/model.ts';
import type { FieldMap } from '../../../sites/profile.ts';

export const controls = [
  'text',
  'number',
  'masked',
  'date',
  'textarea',
  'contenteditable',
  'select',
  'checkbox',
  'radio',
  'switch',
  'combobox',
  'autocomplete',
  'chips',
  'rows',
  'dialog',
  'tab',
  'lock',
] as const;
export type Control = (typeof controls)[number];

type Value = string | number | boolean;

export interface Cell {
  field: FieldId;
  /** What the page starts with and what is asked for, in the words of the page's own model. */
  before: Value;
  after: Value;
  /** The same, in the words of ours. */
  want: Value;
  map: Partial<FieldMap> & Pick<FieldMap, 'control'>;
}

const modes = { Dégradé: 'degrade', 'SESAM sans Vitale': 'sans-vitale', 'Carte Vitale': 'vitale' };
const choice = { before: 'Dégradé', after: 'SESAM sans Vitale', want: 'sans-vitale' };
const text = { before: 'avant', after: 'Avis demandé', want: 'Avis demandé' };
/** Within a server's latency. */
export const LATENCY = 300;
export const suggestions = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];

export const cells: Record<Control, Cell> = {
  text: { field: 'demande.motif', ...text, map: { control: 'text', commit: ['change', 'blur'] } },
  number: {
    field: 'acte.quantite',
    before: 1,
    after: 2,
    want: 2,
    map: { control: 'text', commit: ['change', 'blur'] },
  },
  masked: {
    field: 'prescripteur.numero',
    before: '991000019',
    after: '991000027',
    want: '991000027',
    map: { control: 'text', commit: ['change', 'blur'] },
  },
  date: {
    field: 'prescripteur.date',
    before: '2026-01-15',
    after: '2026-03-12',
    want: '2026-03-12',
    map: { control: 'text', commit: ['change', 'blur'] },
  },
  textarea: { field: 'demande.motif', ...text, map: { control: 'text', commit: ['change', 'blur'] } },
  contenteditable: { field: 'demande.motif', ...text, map: { control: 'text', commit: ['blur'] } },
  select: { field: 'mode', ...choice, map: { control: 'select', values: modes } },
  checkbox: { field: 'tp.amo', before: false, after: true, want: true, map: { control: 'checkbox' } },
  radio: { field: 'mode', ...choice, map: { control: 'radio', values: modes } },
  switch: { field: 'tp.amc', before: false, after: true, want: true, map: { control: 'checkbox' } },
  combobox: { field: 'mode', ...choice, map: { control: 'combobox', values: modes } },
  autocomplete: {
    field: 'demande.motif',
    before: 'Cardiologie',
    after: 'Dermatologie',
    want: 'Dermatologie',
    map: { control: 'combobox', menu: { type: true, wait: 3000 } },
  },
  chips: {
    field: 'demande.motif',
    before: 'G',
    after: 'RQD',
    want: 'RQD',
    map: { control: 'chips', commit: ['enter'], chips: { chip: '', remove: '' } },
  },
  rows: {
    field: 'acte.code',
    before: '',
    after: 'RQD',
    want: 'RQD',
    map: {
      control: 'rows',
      add: {
        press: { find: ['#rows-add'], text: 'Ajouter' },
        remove: { find: ['button'], text: 'Supprimer' },
      },
    },
  },
  dialog: {
    field: 'prescripteur.numero',
    before: '991000019',
    after: '991000027',
    want: '991000027',
    map: {
      control: 'text',
      commit: ['change', 'blur'],
      opens: [{ press: ['#dialog-open'], text: 'Saisie prescripteur', until: '#dialog' }],
    },
  },
  tab: {
    field: 'demande.motif',
    ...text,
    map: { control: 'text', commit: ['change', 'blur'], opens: [{ press: ['#tab-open'], text: 'Avancé' }] },
  },
  lock: {
    field: 'demande.motif',
    ...text,
    map: {
      control: 'text',
      commit: ['change', 'blur'],
      opens: [{ press: ['#lock-open'], text: 'Modifier' }],
    },
  },
};

/** The profile's map of one cell of one library. */
export const mapOf = (control: Control, more: Partial<FieldMap> = {}): FieldMap => ({
  find: [`#${control}`],
  ...cells[control].map,
  ...more,
});

/** Rows of acts, the same in every page: a table of the library's own look, known by the titles of its columns. */
export const acts = {
  row: '#rows-table tr',
  columns: { header: '#rows-table th', cell: 'td', titles: { code: ['Code'] } },
  pattern: '^([A-Z]{1,5}\\d{0,4})$',
};
