/* What both Angular Material pages show, old and new: the same template, the same model. */
export const modes = ['Dégradé', 'SESAM sans Vitale', 'Carte Vitale'];
const specialities = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];

export class AngularPage {
  constructor() {
    this.modes = modes;
    this.model = window.__model = {
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
    };
    this.day = new Date(2026, 0, 15);
    this.found = [];
    this.isOpen = false;
    this.isLocked = true;
    this.typed = '';
    this.changed = () => undefined;
  }
  keep(name, value) {
    this.model[name] = value;
    this.changed();
  }
  get chips() {
    return this.model.chips ? this.model.chips.split(', ') : [];
  }
  add(event) {
    this.keep('chips', [...this.chips, event.value].join(', '));
    event.input.value = '';
  }
  remove(chip) {
    this.keep('chips', this.chips.filter((one) => one !== chip).join(', '));
  }
  takeDay(day) {
    this.day = day;
    this.keep('date', day ? day.toLocaleDateString('sv-SE') : '');
  }
  ask(words) {
    setTimeout(() => {
      this.found = specialities.filter((one) => one.toLowerCase().startsWith(words.toLowerCase()));
      this.changed();
    }, 300);
  }
  set(name, value) {
    this[name] = value;
    this.changed();
  }
}

const text = (name, more = '') =>
  `<mat-form-field><mat-label>${name}</mat-label><input matInput id="${name}" [value]="model.${name}" (input)="keep('${name}', $any($event.target).value)" ${more}></mat-form-field>`;
/** `list` and `token` are the chips' elements, which were renamed; `opened` draws its inside when the window is open. */
export const template = ({ list, token, opened }) => `
${text('text')}
<mat-form-field><input matInput id="number" type="number" [value]="model.number" (input)="keep('number', +$any($event.target).value)"></mat-form-field>
<mat-form-field><input matInput id="date" [matDatepicker]="picker" [value]="day" (dateChange)="takeDay($event.value)"><mat-datepicker #picker></mat-datepicker></mat-form-field>
<mat-form-field><textarea matInput id="textarea" [value]="model.textarea" (input)="keep('textarea', $any($event.target).value)"></textarea></mat-form-field>
<mat-checkbox id="box" [checked]="model.checkbox" (change)="keep('checkbox', $event.checked)">TP AMO</mat-checkbox>
<mat-radio-group [value]="model.radio" (change)="keep('radio', $event.value)"><mat-radio-button [value]="modes[0]">Dégradé</mat-radio-button><mat-radio-button [value]="modes[1]">SESAM sans Vitale</mat-radio-button></mat-radio-group>
<mat-slide-toggle id="toggle" [checked]="model.switch" (change)="keep('switch', $event.checked)">TP AMC</mat-slide-toggle>
<mat-form-field><mat-select id="combobox" [value]="model.combobox" (selectionChange)="keep('combobox', $event.value)"><mat-option [value]="modes[0]">Dégradé</mat-option><mat-option [value]="modes[1]">SESAM sans Vitale</mat-option></mat-select></mat-form-field>
<mat-form-field><input matInput id="autocomplete" [matAutocomplete]="auto" [value]="model.autocomplete" (input)="ask($any($event.target).value)"><mat-autocomplete #auto="matAutocomplete" (optionSelected)="keep('autocomplete', $event.option.value)"><mat-option [value]="found[0]" [disabled]="!found[0]">{{ found[0] }}</mat-option><mat-option [value]="found[1]" [disabled]="!found[1]">{{ found[1] }}</mat-option></mat-autocomplete></mat-form-field>
<div data-cell="chips"><mat-form-field><${list} #tokens><${token} [hidden]="!chips[0]" (removed)="remove(chips[0])">{{ chips[0] }}<button matChipRemove></button></${token}><input id="chips" [matChipInputFor]="tokens" (matChipInputTokenEnd)="add($event)"></${list}></mat-form-field></div>
<label>Code <input id="rows" [value]="typed" (input)="typed = $any($event.target).value"></label>
<button mat-button id="rows-add" (click)="keep('rows', typed); typed = ''">Ajouter</button>
<table id="rows-table"><tr><th>Code</th><th></th></tr><tr [hidden]="!model.rows"><td>{{ model.rows }}</td><td><button mat-button (click)="keep('rows', '')">Supprimer</button></td></tr></table>
<button mat-button id="dialog-open" (click)="set('isOpen', true)">Saisie prescripteur</button>
${opened(text('dialog'))}
<mat-tab-group><mat-tab label="Simple">…</mat-tab><mat-tab><ng-template mat-tab-label><span id="tab-open">Avancé</span></ng-template>${text('tab')}</mat-tab></mat-tab-group>
${text('lock', '[disabled]="isLocked"')}
<button mat-button id="lock-open" (click)="set('isLocked', false)">Modifier</button>`;
