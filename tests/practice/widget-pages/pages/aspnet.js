/* A WebForms page: what it holds is posted whole and the page is drawn again from the answer. Here the answer is kept by
   the page itself, since nothing is behind it: what counts is that the document goes and another comes. */
const first = {
  text: 'avant',
  number: 1,
  date: '15/01/2026',
  textarea: 'avant',
  select: 'Dégradé',
  checkbox: false,
  radio: 'Dégradé',
  rows: '',
  dialog: '991000019',
  isDialog: false,
  tab: 'avant',
  isTab: false,
  lock: 'avant',
  isLock: true,
};
const model = JSON.parse(sessionStorage.getItem('viewState') ?? 'null') ?? first;
const iso = (text) => text.split('/').reverse().join('-');
window.__model = { ...model, date: iso(model.date) };
const modes = ['Dégradé', 'SESAM sans Vitale', 'Carte Vitale'];
document.body.innerHTML = `<form method="get" action="">
<table><tr><td>Texte</td><td><input id="text" value="${model.text}"></td></tr>
<tr><td>Nombre</td><td><input id="number" value="${model.number}"></td></tr>
<tr><td>Date</td><td><input id="date" value="${model.date}"></td></tr>
<tr><td>Zone</td><td><textarea id="textarea">${model.textarea}</textarea></td></tr>
<tr><td>Mode</td><td><select id="select">${modes.map((mode) => `<option${mode === model.select ? ' selected' : ''}>${mode}</option>`).join('')}</select></td></tr>
<tr><td>TP AMO</td><td><input type="checkbox" id="checkbox"${model.checkbox ? ' checked' : ''}></td></tr>
<tr><td>Sécurisation</td><td>${modes.map((mode, at) => `<input type="radio" name="radio" id="r${at}"${mode === model.radio ? ' checked' : ''}><label for="r${at}">${mode}</label>`).join('')}</td></tr>
<tr><td>Code</td><td><input id="rows"> <input type="button" id="rows-add" value="Ajouter"></td></tr></table>
<table id="rows-table"><tr><th>Code</th><th></th></tr>${model.rows ? `<tr><td>${model.rows}</td><td><button type="button" id="rows-remove">Supprimer</button></td></tr>` : ''}</table>
<input type="button" id="dialog-open" value="Saisie prescripteur">${model.isDialog ? `<table><tr><td>N° AM</td><td><input id="dialog" value="${model.dialog}"></td></tr></table>` : ''}
<a href="#1" id="tab-open">Avancé</a>${model.isTab ? `<div><table><tr><td>Motif</td><td><input id="tab" value="${model.tab}"></td></tr></table></div>` : ''}
<table><tr><td>Verrou</td><td><input id="lock" value="${model.lock}"${model.isLock ? ' disabled' : ''}></td></tr></table><input type="image" alt="" title="Modifier" id="lock-open"></form>`;
const $ = (id) => document.getElementById(id);
const take = (change) => {
  Object.assign(model, change);
  sessionStorage.setItem('viewState', JSON.stringify(model));
  window.__model = { ...model, date: iso(model.date) };
};
const post = (change) => {
  take(change);
  setTimeout(() => location.reload(), 50);
};
// Fields without AutoPostBack are posted with the next one: the form holds them until then.
for (const id of ['text', 'textarea', 'date', 'dialog', 'tab', 'lock'])
  $(id)?.addEventListener('change', () => take({ [id]: $(id).value }));
$('number').addEventListener('change', () => post({ number: Number($('number').value) }));
$('select').addEventListener('change', () => post({ select: $('select').value }));
$('checkbox').addEventListener('click', () => post({ checkbox: $('checkbox').checked }));
modes.forEach((mode, at) => $(`r${at}`).addEventListener('click', () => post({ radio: mode })));
$('rows-add').addEventListener('click', () => post({ rows: $('rows').value }));
$('rows-remove')?.addEventListener('click', () => post({ rows: '' }));
$('dialog-open').addEventListener('click', () => post({ isDialog: true }));
$('tab-open').addEventListener('click', (event) => {
  event.preventDefault();
  post({ isTab: true });
});
$('lock-open').addEventListener('click', (event) => {
  event.preventDefault();
  post({ isLock: false });
});
window.__ready = true;
