/* global $ */
const model = (window.__model = {
  text: 'avant',
  number: 1,
  date: '2026-01-15',
  textarea: 'avant',
  checkbox: false,
  radio: 'Dégradé',
  combobox: 'Dégradé',
  autocomplete: 'Cardiologie',
  rows: '',
  dialog: '991000019',
  tab: 'avant',
  lock: 'avant',
});
document.body.innerHTML = `
<label>Texte <input id="text" class="ui-widget ui-widget-content ui-corner-all" value="avant"></label>
<label>Nombre <input id="number" value="1"></label>
<label>Date <input id="date" value="15/01/2026"></label>
<label>Zone <textarea id="textarea" class="ui-widget-content">avant</textarea></label>
<label for="checkbox">TP AMO</label><input type="checkbox" id="checkbox">
<fieldset>${['Dégradé', 'SESAM sans Vitale'].map((mode, at) => `<label for="radio${at}">${mode}</label><input type="radio" name="radio" id="radio${at}"${at ? '' : ' checked'}>`).join('')}</fieldset>
<label for="combobox">Mode</label><select id="combobox"><option>Dégradé</option><option>SESAM sans Vitale</option><option>Carte Vitale</option></select>
<label>Avis <input id="autocomplete" value="Cardiologie"></label>
<label>Code <input id="rows"></label> <button id="rows-add" type="button">Ajouter</button>
<table id="rows-table"><thead><tr><th>Code</th><th></th></tr></thead><tbody></tbody></table>
<button id="dialog-open" type="button">Saisie prescripteur</button><div id="dialog-box" title="Saisie prescripteur"></div>
<div id="tabs"><ul><li><a href="#simple">Simple</a></li><li><a href="#avance" id="tab-open">Avancé</a></li></ul><div id="simple">…</div><div id="avance"><label>Motif <input id="tab" value="avant"></label></div></div>
<label>Verrou <input id="lock" value="avant" disabled></label> <button id="lock-open" type="button">Modifier</button>`;
for (const id of ['text', 'textarea', 'tab', 'lock'])
  $(`#${id}`).on('input', (event) => (model[id] = event.target.value));
$('#number').spinner({ change: () => (model.number = Number($('#number').val())) });
$('#date')
  .datepicker({ dateFormat: 'dd/mm/yy' })
  .on('change', (event) => (model.date = event.target.value.split('/').reverse().join('-')));
$('#checkbox')
  .checkboxradio()
  .on('change', (event) => (model.checkbox = event.target.checked));
$('[name=radio]')
  .checkboxradio()
  .on('change', (event) => (model.radio = $(`label[for=${event.target.id}]`).text().trim()));
$('#combobox').selectmenu({ change: (_, ui) => (model.combobox = ui.item.label) });
$('#autocomplete').autocomplete({
  minLength: 1,
  delay: 100,
  source: (request, answer) =>
    setTimeout(
      () =>
        answer(
          ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'].filter((one) =>
            one.toLowerCase().startsWith(request.term.toLowerCase()),
          ),
        ),
      300,
    ),
  select: (_, ui) => void (model.autocomplete = ui.item.value),
  change: (event) => void (event.target.value = model.autocomplete),
});
const draw = () => {
  $('#rows-table tbody').html(
    model.rows ? '<tr><td></td><td><button type="button">Supprimer</button></td></tr>' : '',
  );
  $('#rows-table td').first().text(model.rows);
  $('#rows-table button')
    .button()
    .on('click', () => {
      model.rows = '';
      draw();
    });
};
$('#rows-add')
  .button()
  .on('click', () => {
    model.rows = $('#rows').val();
    $('#rows').val('');
    draw();
  });
$('#dialog-open')
  .button()
  .on('click', () => {
    $('#dialog-box').html('<label>N° AM <input id="dialog"></label>').dialog({ modal: true });
    $('#dialog')
      .val(model.dialog)
      .on('input', (event) => (model.dialog = event.target.value));
  });
$('#tabs').tabs();
$('#lock-open')
  .button()
  .on('click', () => $('#lock').prop('disabled', false));
window.__ready = true;
