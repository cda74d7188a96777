/* global $, DevExpress */
DevExpress.localization.locale('fr');
const modes = ['Dégradé', 'SESAM sans Vitale', 'Carte Vitale'];
const specialities = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];
const model = (window.__model = {
  text: 'avant',
  number: 1,
  masked: '991000019',
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
const cell = (name) => $('<div>').attr('data-cell', name).css('margin', 8).appendTo(document.body);
const keep = (name, more = {}) => ({
  value: model[name],
  inputAttr: { id: name },
  onValueChanged: ({ value }) => (model[name] = value),
  ...more,
});
cell('text').append($('<div>').dxTextBox(keep('text', { valueChangeEvent: 'input' })));
cell('number').append($('<div>').dxNumberBox(keep('number')));
cell('masked').append($('<div>').dxTextBox(keep('masked', { mask: '00 0 00000 0' })));
cell('date').append(
  $('<div>').dxDateBox(
    keep('date', {
      displayFormat: 'dd/MM/yyyy',
      value: new Date(2026, 0, 15),
      useMaskBehavior: false,
      onValueChanged: ({ value }) => (model.date = value ? new Date(value).toLocaleDateString('sv-SE') : ''),
    }),
  ),
);
cell('textarea').append($('<div>').dxTextArea(keep('textarea')));
cell('checkbox').append(
  $('<div>').dxCheckBox(keep('checkbox', { text: 'TP AMO', elementAttr: { id: 'checkbox' } })),
);
cell('radio').append($('<div>').dxRadioGroup(keep('radio', { items: modes })));
cell('switch').append($('<div>').dxSwitch(keep('switch', { elementAttr: { id: 'switch' } })));
cell('combobox').append($('<div>').dxSelectBox(keep('combobox', { items: modes })));
cell('autocomplete').append(
  $('<div>').dxAutocomplete(
    keep('autocomplete', {
      minSearchLength: 1,
      searchTimeout: 100,
      valueChangeEvent: 'change',
      dataSource: new DevExpress.data.CustomStore({
        load: ({ searchValue = '' }) =>
          new Promise((answer) =>
            setTimeout(
              () =>
                answer(
                  specialities.filter((one) =>
                    one.toLowerCase().startsWith(String(searchValue).toLowerCase()),
                  ),
                ),
              300,
            ),
          ),
      }),
    }),
  ),
);
cell('chips').append(
  $('<div>').dxTagBox({
    items: [],
    acceptCustomValue: true,
    inputAttr: { id: 'chips' },
    value: ['G'],
    openOnFieldClick: false,
    onCustomItemCreating: (event) => (event.customItem = event.text),
    onValueChanged: ({ value }) => (model.chips = value.join(', ')),
  }),
);
const rows = cell('rows');
let typed = '';
const box = $('<div>').dxTextBox({
  inputAttr: { id: 'rows' },
  valueChangeEvent: 'input',
  onValueChanged: ({ value }) => (typed = value),
});
rows.append(
  box,
  $('<div>').dxButton({
    text: 'Ajouter',
    elementAttr: { id: 'rows-add' },
    onClick: () => {
      model.rows = typed;
      box.dxTextBox('instance').option('value', '');
      draw();
    },
  }),
  '<table id="rows-table"><thead><tr><th>Code</th><th></th></tr></thead><tbody></tbody></table>',
);
function draw() {
  const body = $('#rows-table tbody').empty();
  if (!model.rows) return;
  const row = $('<tr>').append($('<td>').text(model.rows), $('<td>')).appendTo(body);
  $('<button type="button">Supprimer</button>')
    .on('click', () => {
      model.rows = '';
      draw();
    })
    .appendTo(row.children().last());
}
const popup = $('<div>')
  .appendTo(document.body)
  .dxPopup({
    title: 'Saisie prescripteur',
    animation: null,
    width: 300,
    height: 200,
    contentTemplate: (box) =>
      $('<div>')
        .dxTextBox(keep('dialog', { valueChangeEvent: 'input' }))
        .appendTo(box),
  })
  .dxPopup('instance');
cell('dialog').append(
  $('<div>').dxButton({
    text: 'Saisie prescripteur',
    elementAttr: { id: 'dialog-open' },
    onClick: () => popup.show(),
  }),
);
cell('tab').append(
  $('<div>').dxTabPanel({
    deferRendering: true,
    animationEnabled: false,
    items: [
      { title: 'Simple', template: () => $('<p>…</p>') },
      {
        title: 'Avancé',
        tabTemplate: () => $('<span id="tab-open">Avancé</span>'),
        template: () => $('<div>').append($('<div>').dxTextBox(keep('tab', { valueChangeEvent: 'input' }))),
      },
    ],
  }),
);
const lock = $('<div>').dxTextBox(keep('lock', { disabled: true, valueChangeEvent: 'input' }));
cell('lock').append(
  lock,
  $('<div>').dxButton({
    text: 'Modifier',
    elementAttr: { id: 'lock-open' },
    onClick: () => lock.dxTextBox('instance').option('disabled', false),
  }),
);
window.__ready = true;
