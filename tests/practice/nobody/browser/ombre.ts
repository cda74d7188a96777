/** The components of Ombre: `om-feuille` holds `om-champ`, `om-case` and `om-liste`, each with a root of its own. */
import { byOf, expose, readIsland } from '../../truth/expose.ts';
import type { Cell, Mode, PrescriberField } from '../../truth/fse-truth.ts';
import { Sheet, showCell, showCents } from '../../truth/sheet.ts';
import { toFrench } from '../../weda/days.ts';
import type { NobodyData } from '../software.ts';

const data = readIsland<NobodyData>();
const sheet = new Sheet(data.patientId, { mode: 'vitale' });
expose(sheet);

const style = `<style>:host{display:inline-block;margin:0 14px 12px 0}.l{display:block;font-size:12px;color:#3b5f63;margin-bottom:3px}input,select{font:inherit;border:1px solid #9cc3c6;border-radius:6px;padding:6px 8px;background:#fff}</style>`;

function root(host: HTMLElement, content: string): ShadowRoot {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  shadow.innerHTML = style + content;
  return shadow;
}

class Champ extends HTMLElement {
  connectedCallback(): void {
    const shadow = root(
      this,
      `<label class="l" for="i">${this.getAttribute('libelle') ?? ''}</label><input id="i" part="champ">`,
    );
    const input = shadow.querySelector('input');
    input?.addEventListener('change', (event) => {
      take(this.id, input.value, event);
      show();
    });
  }
}

class Case extends HTMLElement {
  connectedCallback(): void {
    const shadow = root(this, `<label><input type="checkbox"> ${this.getAttribute('libelle') ?? ''}</label>`);
    const input = shadow.querySelector('input');
    input?.addEventListener('change', (event) => {
      take(this.id, String(input.checked), event);
      show();
    });
  }
}

class Liste extends HTMLElement {
  connectedCallback(): void {
    const options = (this.getAttribute('choix') ?? '')
      .split('|')
      .map((pair) => pair.split('='))
      .map(([value = '', text = '']) => `<option value="${value}">${text}</option>`);
    const shadow = root(
      this,
      `<span class="l" id="t">${this.getAttribute('libelle') ?? ''}</span><select aria-labelledby="t">${options.join('')}</select>`,
    );
    const select = shadow.querySelector('select');
    select?.addEventListener('change', (event) => {
      take(this.id, select.value, event);
      show();
    });
  }
}

class Patient extends HTMLElement {
  connectedCallback(): void {
    const fields: Array<[string, string]> = [
      ['Nom', 'nom'],
      ['Prénom', 'prenom'],
      ['Nom de naissance', 'nomnaissance'],
      ['Date de naissance', 'naissance'],
      ['NIR', 'nir'],
    ];
    root(
      this,
      `<style>:host{display:block;background:#fff;border-radius:10px;padding:12px 16px}dl{display:flex;gap:28px;margin:0}dt{font-size:12px;color:#3b5f63}dd{margin:0;font-weight:600}</style><dl>${fields
        .map(
          ([label, name]) =>
            `<div><dt>${label}</dt><dd class="${name}">${this.getAttribute(name) ?? ''}</dd></div>`,
        )
        .join('')}</dl>`,
    );
  }
}

class Feuille extends HTMLElement {
  connectedCallback(): void {
    const shadow = root(
      this,
      `<style>:host{display:block;background:#fff;border-radius:10px;padding:14px 16px;margin:14px 0}h3{margin:4px 0 10px;color:#006d77}button{font:inherit;border:0;border-radius:18px;background:#006d77;color:#fff;padding:8px 22px}.m{color:#b00}[hidden]{display:none!important}</style>
<h3>Feuille de soins électronique</h3><slot></slot>
<div><om-champ id="code" libelle="Code acte"></om-champ><om-champ id="quantite" libelle="Quantité"></om-champ><om-champ id="montant" libelle="Montant"></om-champ><om-champ id="depassement" libelle="Dépassement"></om-champ></div>
<div><om-case id="amo" libelle="Tiers payant AMO"></om-case><om-case id="amc" libelle="Tiers payant AMC"></om-case></div>
<div><om-liste id="mode" libelle="Mode de sécurisation" choix="vitale=SESAM Vitale|sv=SESAM sans Vitale|dg=Dégradé"></om-liste><om-liste id="parcours" libelle="Parcours de soins" choix="=—|T=Médecin traitant|O=Orienté par le MT|U=Urgence|D=Accès direct spécifique|E=Exclusion du parcours de soins|S=Hors parcours de soins"></om-liste></div>
<section hidden><h3>Prescripteur</h3><om-champ id="number" libelle="N° Assurance Maladie"></om-champ><om-champ id="name" libelle="Nom du prescripteur"></om-champ><om-champ id="rpps" libelle="RPPS"></om-champ><om-champ id="date" libelle="Date de prescription"></om-champ></section>
<p class="m"></p><p>Total : <b class="t"></b></p><button type="button">Sécuriser</button>`,
    );
    shadow.querySelector('button')?.addEventListener('click', (event) => finish(event.isTrusted));
  }
}

function finish(isTrusted: boolean): void {
  const { number, date } = sheet.truth.prescriber;
  if (sheet.truth.acts.length === 0) sheet.fail('Aucun acte saisi');
  else if (sheet.isTeleexpertise && (number === null || date === null))
    sheet.fail('Prescripteur obligatoire');
  else sheet.secure(isTrusted);
}

const cells: readonly string[] = ['code', 'quantite', 'montant', 'depassement'];
const prescriberFields: readonly string[] = ['number', 'name', 'rpps', 'date'];

function take(name: string, value: string, event: Event): void {
  const by = byOf(event);
  if (name === 'amo') sheet.setBox('tpAmo', value === 'true', by);
  else if (name === 'amc') sheet.setBox('tpAmc', value === 'true', by);
  else if (name === 'mode') sheet.setMode(value as Mode, by);
  else if (name === 'parcours') sheet.setOrientation(value, by);
  else if (cells.includes(name)) sheet.setCell(0, name as Cell, value, by);
  else if (prescriberFields.includes(name)) sheet.setPrescriber(name as PrescriberField, value, by);
}

function modelText(name: string): string {
  const { truth } = sheet;
  if (name === 'amo') return String(truth.tpAmo);
  if (name === 'amc') return String(truth.tpAmc);
  if (name === 'mode') return truth.mode ?? '';
  if (name === 'parcours') return truth.orientation ?? '';
  if (cells.includes(name)) return showCell(truth.acts[0], name as Cell);
  const value = truth.prescriber[name as PrescriberField] ?? '';
  return name === 'date' && value !== '' ? toFrench(value) : value;
}

function show(): void {
  const shadow = document.querySelector('om-feuille')?.shadowRoot;
  if (!shadow) return;
  for (const host of shadow.querySelectorAll<HTMLElement>('om-champ, om-case, om-liste')) {
    const control = host.shadowRoot?.querySelector<HTMLInputElement>('input, select');
    if (!control) continue;
    const model = modelText(host.id);
    if (control.type === 'checkbox') control.checked = model === 'true';
    else if (control.value !== model) control.value = model;
  }
  const put = (find: string, content: string): void => {
    const place = shadow.querySelector(find);
    if (place) place.textContent = content;
  };
  put('.t', `${showCents(sheet.totalCents)} €`);
  put('.m', sheet.truth.errors.join(' · '));
  const section = shadow.querySelector('section');
  if (section) section.hidden = !sheet.isTeleexpertise;
  sheet.truth.renders += 1;
}

customElements.define('om-champ', Champ);
customElements.define('om-case', Case);
customElements.define('om-liste', Liste);
customElements.define('om-patient', Patient);
customElements.define('om-feuille', Feuille);
if (data.state === 'rqd') sheet.addAct('RQD', 'page');
sheet.onChange = show;
sheet.truth.ready = true;
show();
