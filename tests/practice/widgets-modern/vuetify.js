import 'vuetify/styles';
import { createApp, h, reactive, ref } from 'vue';
import { createVuetify } from 'vuetify';
import * as components from 'vuetify/components';

const {
  VApp,
  VAutocomplete,
  VBtn,
  VCheckbox,
  VCombobox,
  VDialog,
  VNumberInput,
  VRadio,
  VRadioGroup,
  VSelect,
  VSwitch,
  VTab,
  VTabs,
  VTabsWindow,
  VTabsWindowItem,
  VTextarea,
  VTextField,
} = components;
const modes = ['Dégradé', 'SESAM sans Vitale', 'Carte Vitale'];
const specialities = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];
const model = reactive({
  text: 'avant',
  number: 1,
  date: '2026-01-15',
  textarea: 'avant',
  checkbox: false,
  radio: 'Dégradé',
  switch: false,
  combobox: 'Dégradé',
  autocomplete: 'Cardiologie',
  chips: 'G',
  rows: '',
  dialog: '991000019',
  tab: 'avant',
  lock: 'avant',
});
window.__model = model;
const isOpen = ref(false);
const isLocked = ref(true);
const at = ref('a');
const typed = ref('');
const found = ref(['Cardiologie']);
const bound = (name, more = {}) => ({
  id: name,
  label: name,
  modelValue: model[name],
  'onUpdate:modelValue': (next) => (model[name] = next),
  ...more,
});
const cell = (name, ...inside) => h('div', { 'data-cell': name }, inside);

const Page = {
  render: () =>
    h(VApp, () => [
      cell('text', h(VTextField, bound('text'))),
      cell('number', h(VNumberInput, bound('number'))),
      cell('date', h(VTextField, bound('date', { type: 'date' }))),
      cell('textarea', h(VTextarea, bound('textarea'))),
      cell('checkbox', h(VCheckbox, bound('checkbox', { label: 'TP AMO' }))),
      cell(
        'radio',
        h(VRadioGroup, bound('radio', { id: undefined, name: 'radio', label: undefined }), () =>
          modes.map((mode) => h(VRadio, { value: mode, label: mode })),
        ),
      ),
      cell('switch', h(VSwitch, bound('switch', { label: 'TP AMC' }))),
      cell('combobox', h(VSelect, bound('combobox', { items: modes }))),
      cell(
        'autocomplete',
        h(
          VAutocomplete,
          bound('autocomplete', {
            items: found.value,
            noFilter: true,
            'onUpdate:search': (words) =>
              setTimeout(
                () =>
                  (found.value = specialities.filter((one) =>
                    one.toLowerCase().startsWith((words ?? '').toLowerCase()),
                  )),
                300,
              ),
          }),
        ),
      ),
      cell(
        'chips',
        h(
          VCombobox,
          bound('chips', {
            multiple: true,
            chips: true,
            closableChips: true,
            items: [],
            modelValue: model.chips ? model.chips.split(', ') : [],
            'onUpdate:modelValue': (next) => (model.chips = next.join(', ')),
          }),
        ),
      ),
      cell(
        'rows',
        h(VTextField, {
          id: 'rows',
          label: 'Code',
          modelValue: typed.value,
          'onUpdate:modelValue': (next) => (typed.value = next),
        }),
        h(
          VBtn,
          {
            id: 'rows-add',
            onClick: () => {
              model.rows = typed.value;
              typed.value = '';
            },
          },
          () => 'Ajouter',
        ),
        h('table', { id: 'rows-table' }, [
          h('tr', [h('th', 'Code'), h('th')]),
          model.rows
            ? h('tr', [
                h('td', model.rows),
                h('td', [h(VBtn, { onClick: () => (model.rows = '') }, () => 'Supprimer')]),
              ])
            : null,
        ]),
      ),
      cell(
        'dialog',
        h(VBtn, { id: 'dialog-open', onClick: () => (isOpen.value = true) }, () => 'Saisie prescripteur'),
        h(VDialog, { modelValue: isOpen.value, transition: false }, () => h(VTextField, bound('dialog'))),
      ),
      cell(
        'tab',
        h(VTabs, { modelValue: at.value, 'onUpdate:modelValue': (next) => (at.value = next) }, () => [
          h(VTab, { value: 'a' }, () => 'Simple'),
          h(VTab, { value: 'b', id: 'tab-open' }, () => 'Avancé'),
        ]),
        h(VTabsWindow, { modelValue: at.value }, () => [
          h(VTabsWindowItem, { value: 'a' }, () => '…'),
          h(VTabsWindowItem, { value: 'b' }, () => h(VTextField, bound('tab'))),
        ]),
      ),
      cell(
        'lock',
        h(VTextField, bound('lock', { disabled: isLocked.value })),
        h(VBtn, { id: 'lock-open', onClick: () => (isLocked.value = false) }, () => 'Modifier'),
      ),
    ]),
};
createApp(Page)
  .use(createVuetify({ components }))
  .mount(document.body.appendChild(document.createElement('div')));
window.__ready = true;
