/* global Ext */
Ext.onReady(() => {
  const modes = ['Dégradé', 'SESAM sans Vitale', 'Carte Vitale'];
  const specialities = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];
  const model = (window.__model = {
    text: 'avant',
    number: 1,
    date: '2026-01-15',
    textarea: 'avant',
    checkbox: false,
    radio: 'Dégradé',
    combobox: 'Dégradé',
    autocomplete: 'Cardiologie',
    chips: 'G',
    rows: '',
    dialog: '991000019',
    tab: 'avant',
    lock: 'avant',
  });
  const field = (xtype, name, more = {}) => ({
    xtype,
    inputId: name,
    fieldLabel: name,
    value: model[name],
    listeners: { change: (_, value) => (model[name] = value) },
    ...more,
  });
  const draw = () => {
    const body = document.querySelector('#rows-table tbody');
    body.replaceChildren();
    if (!model.rows) return;
    const row = body.insertRow();
    row.insertCell().textContent = model.rows;
    const remove = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: 'Supprimer',
    });
    remove.onclick = () => {
      model.rows = '';
      draw();
    };
    row.insertCell().append(remove);
  };
  const panel = Ext.create('Ext.form.Panel', {
    renderTo: Ext.getBody(),
    width: 700,
    bodyPadding: 10,
    items: [
      field('textfield', 'text'),
      field('numberfield', 'number'),
      field('datefield', 'date', {
        format: 'd/m/Y',
        value: new Date(2026, 0, 15),
        listeners: {
          change: (_, value) => (model.date = value instanceof Date ? Ext.Date.format(value, 'Y-m-d') : ''),
        },
      }),
      field('textarea', 'textarea'),
      field('checkbox', 'checkbox', { boxLabel: 'TP AMO' }),
      {
        xtype: 'radiogroup',
        fieldLabel: 'Mode',
        items: modes.map((mode, at) => ({
          boxLabel: mode,
          name: 'radio',
          inputId: `radio${at}`,
          inputValue: mode,
          checked: at === 0,
        })),
        listeners: { change: (_, value) => (model.radio = value.radio) },
      },
      field('combobox', 'combobox', { store: modes, editable: false }),
      field('combobox', 'autocomplete', {
        queryMode: 'remote',
        minChars: 1,
        queryDelay: 100,
        displayField: 'name',
        valueField: 'name',
        forceSelection: true,
        hideTrigger: true,
        listConfig: { loadMask: false },
        listeners: {
          select: (box) => (model.autocomplete = box.getValue()),
          change: (_, value) => specialities.includes(value) && (model.autocomplete = value),
        },
        store: {
          fields: ['name'],
          data: [{ name: 'Cardiologie' }],
          proxy: { type: 'memory', data: specialities.map((name) => ({ name })) },
        },
      }),
      {
        xtype: 'tagfield',
        inputId: 'chips',
        fieldLabel: 'Actes',
        id: 'chips-box',
        store: ['G'],
        value: ['G'],
        createNewOnEnter: true,
        forceSelection: false,
        queryMode: 'local',
        hideTrigger: true,
        listeners: { change: (_, value) => (model.chips = [].concat(value).join(', ')) },
      },
      { xtype: 'textfield', inputId: 'rows', id: 'rows-box', fieldLabel: 'Code' },
      {
        xtype: 'button',
        text: 'Ajouter',
        id: 'rows-add',
        handler: () => {
          model.rows = Ext.getCmp('rows-box').getValue();
          draw();
        },
      },
      {
        xtype: 'component',
        html: '<table id="rows-table"><thead><tr><th>Code</th><th></th></tr></thead><tbody></tbody></table>',
      },
      {
        xtype: 'button',
        text: 'Saisie prescripteur',
        id: 'dialog-open',
        handler: () =>
          Ext.create('Ext.window.Window', {
            title: 'Saisie prescripteur',
            modal: true,
            items: [field('textfield', 'dialog')],
          }).show(),
      },
      {
        xtype: 'tabpanel',
        items: [
          { title: 'Simple', html: '…' },
          { title: 'Avancé', tabConfig: { id: 'tab-open' }, items: [field('textfield', 'tab')] },
        ],
      },
      field('textfield', 'lock', { disabled: true, id: 'lock-box' }),
      {
        xtype: 'button',
        text: 'Modifier',
        id: 'lock-open',
        handler: () => Ext.getCmp('lock-box').setDisabled(false),
      },
    ],
  });
  panel.updateLayout();
  // The server takes its time.
  const proxy = panel.down('[inputId=autocomplete]').getStore().getProxy();
  const read = proxy.read;
  proxy.read = function (operation) {
    const words = (operation.getParams()?.query ?? '').toLowerCase();
    this.setData(specialities.filter((one) => one.toLowerCase().startsWith(words)).map((name) => ({ name })));
    setTimeout(() => read.call(this, operation), 300);
  };
  window.__ready = true;
});
