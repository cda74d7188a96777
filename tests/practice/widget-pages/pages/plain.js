/* Plain HTML and the ARIA patterns as the APG draws them: every control by hand, no library. */
const model = (window.__model = {});
const keep = (name, value) => (model[name] = value);
document.body.innerHTML = `
<label>Texte <input id="text" value="avant"></label>
<label>Nombre <input id="number" type="number" value="1"></label>
<label>Masque <input id="masked" value="99 1 00001 9"></label>
<label>Date <input id="date" type="date" value="2026-01-15"></label>
<label>Zone <textarea id="textarea">avant</textarea></label>
<div id="contenteditable" contenteditable="true" aria-label="Éditeur">avant</div>
<label>Liste <select id="select"><option>Dégradé</option><option>SESAM sans Vitale</option><option>Carte Vitale</option></select></label>
<div id="checkbox" role="checkbox" aria-checked="false" tabindex="0">TP AMO</div>
<div role="radiogroup" aria-label="Mode">${['Dégradé', 'SESAM sans Vitale']
  .map((text, at) => `<div role="radio" tabindex="0" aria-checked="${at === 0}">${text}</div>`)
  .join('')}</div>
<button id="switch" role="switch" aria-checked="false" type="button">TP AMC</button>
<div id="combobox" role="combobox" tabindex="0" aria-expanded="false" aria-controls="combobox-list">Dégradé</div>
<ul id="combobox-list" role="listbox" hidden><li role="option">Dégradé</li><li role="option">SESAM sans Vitale</li></ul>
<label>Avis <input id="autocomplete" role="combobox" aria-controls="auto-list" value="Cardiologie"></label>
<ul id="auto-list" role="listbox" hidden></ul>
<div><span id="chips-list"></span><input id="chips" aria-label="Actes"></div>
<label>Code <input id="rows"></label> <button id="rows-add" type="button">Ajouter</button>
<table id="rows-table"><thead><tr><th>Code</th><th></th></tr></thead><tbody></tbody></table>
<button id="dialog-open" type="button">Saisie prescripteur</button><dialog></dialog>
<div role="tablist"><button role="tab" type="button">Simple</button><button id="tab-open" role="tab" type="button">Avancé</button></div>
<div id="panel" hidden><label>Motif <input id="tab" value="avant"></label></div>
<label>Verrou <input id="lock" value="avant" disabled></label> <button id="lock-open" type="button" title="Modifier">🔒</button>`;

const $ = (id) => document.getElementById(id);
const on = (id, type, work) => $(id).addEventListener(type, work);
for (const id of ['text', 'textarea', 'lock', 'tab']) {
  keep(id, 'avant');
  on(id, 'input', () => keep(id, $(id).value));
}
keep('number', 1);
on('number', 'input', () => keep('number', Number($('number').value)));
keep('masked', '991000019');
on('masked', 'input', () => {
  const digits = $('masked').value.replace(/\D/g, '').slice(0, 9);
  $('masked').value = digits.replace(/^(\d\d)(\d)?(\d{1,5})?(\d)?$/, (_, ...g) =>
    g.slice(0, 4).filter(Boolean).join(' '),
  );
  keep('masked', digits);
});
keep('date', '2026-01-15');
on('date', 'change', () => keep('date', $('date').value));
keep('contenteditable', 'avant');
on('contenteditable', 'input', () => keep('contenteditable', $('contenteditable').textContent));
keep('select', 'Dégradé');
on('select', 'change', () => keep('select', $('select').value));
for (const id of ['checkbox', 'switch']) {
  keep(id, false);
  on(id, 'click', () => {
    keep(id, !model[id]);
    $(id).setAttribute('aria-checked', String(model[id]));
  });
}
keep('radio', 'Dégradé');
for (const radio of document.querySelectorAll('[role=radio]')) {
  radio.addEventListener('click', () => {
    for (const one of document.querySelectorAll('[role=radio]'))
      one.setAttribute('aria-checked', String(one === radio));
    keep('radio', radio.textContent);
  });
}
keep('combobox', 'Dégradé');
on('combobox', 'mousedown', () => ($('combobox-list').hidden = false));
on('combobox-list', 'click', (event) => {
  keep('combobox', event.target.textContent);
  $('combobox').textContent = model.combobox;
  $('combobox-list').hidden = true;
});
keep('autocomplete', 'Cardiologie');
let asked = 0;
on('autocomplete', 'input', () => {
  const mine = ++asked;
  const words = $('autocomplete').value.toLowerCase();
  setTimeout(() => {
    if (mine !== asked) return;
    const all = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];
    $('auto-list').replaceChildren(
      ...all
        .filter((one) => one.toLowerCase().startsWith(words))
        .map((one) => Object.assign(document.createElement('li'), { textContent: one, role: 'option' })),
    );
    for (const item of $('auto-list').children) item.setAttribute('role', 'option');
    $('auto-list').hidden = false;
  }, 300);
});
on('autocomplete', 'blur', () => ($('autocomplete').value = model.autocomplete));
on('auto-list', 'click', (event) => {
  keep('autocomplete', event.target.textContent);
  $('autocomplete').value = model.autocomplete;
  $('auto-list').hidden = true;
});
const drawChips = (texts) => {
  keep('chips', texts.join(', '));
  $('chips-list').replaceChildren(
    ...texts.map((text) => {
      const chip = Object.assign(document.createElement('span'), { className: 'chip', textContent: text });
      const remove = Object.assign(document.createElement('button'), { type: 'button' });
      remove.setAttribute('aria-label', `Retirer ${text}`);
      remove.onclick = () => drawChips(texts.filter((one) => one !== text));
      chip.append(remove);
      return chip;
    }),
  );
};
drawChips(['G']);
on('chips', 'keydown', (event) => {
  if (event.key !== 'Enter') return;
  drawChips([...(model.chips ? model.chips.split(', ') : []), $('chips').value]);
  $('chips').value = '';
});
const drawRows = (codes) => {
  keep('rows', codes.join(', '));
  $('rows-table').tBodies[0].replaceChildren(
    ...codes.map((code) => {
      const row = document.createElement('tr');
      const remove = Object.assign(document.createElement('button'), {
        type: 'button',
        textContent: 'Supprimer',
      });
      remove.onclick = () => drawRows(codes.filter((one) => one !== code));
      row.append(
        Object.assign(document.createElement('td'), { textContent: code }),
        Object.assign(document.createElement('td'), {}),
      );
      row.lastChild.append(remove);
      return row;
    }),
  );
};
drawRows([]);
on('rows-add', 'click', () => {
  drawRows([...(model.rows ? model.rows.split(', ') : []), $('rows').value]);
  $('rows').value = '';
});
keep('dialog', '991000019');
on('dialog-open', 'click', () => {
  const dialog = document.querySelector('dialog');
  dialog.innerHTML = '<label>N° AM <input id="dialog"></label>';
  $('dialog').value = model.dialog;
  on('dialog', 'input', () => keep('dialog', $('dialog').value));
  dialog.showModal();
});
on('tab-open', 'click', () => ($('panel').hidden = false));
on('lock-open', 'click', () => ($('lock').disabled = false));
window.__ready = true;
