/** The page's own script: an invoice whose view is drawn by the server after each call, in Prototype.js's manner. */
import { byOf, expose, readIsland } from '../../truth/expose.ts';
import type { By, Mode } from '../../truth/fse-truth.ts';
import { Sheet, showCents } from '../../truth/sheet.ts';
import type { TammData } from '../options.ts';
import { PrescriptionWindow } from './prescription.ts';
import { updateFrom, whenTypingStops } from './server-call.ts';

const data = readIsland<TammData>();
const { latency, state, modal } = data.options;
const sheet = new Sheet(data.patientId, { ready: true });
expose(sheet);

/** `securing` of the templates → the truth's word. */
const modes: Record<string, Mode> = { 1: 'sv', 3: 'vitale', 5: 'dg' };

const call = { latency, body: () => ({ invoice: JSON.stringify(sheet.truth) }) };
const prescription = new PrescriptionWindow(sheet, call, modal === 'direct', () => refresh());

async function refresh(): Promise<void> {
  const container = document.getElementById('jfse-container');
  if (!container) return;
  await updateFrom(container, 'viewInvoice', call.latency, call.body());
  sheet.truth.renders += 1;
}

function setSecuring(value: string, by: By): void {
  sheet.setOther('securing', value, by);
  sheet.setMode(modes[value] ?? 'autre', by);
}

async function start(securing: string, by: By): Promise<void> {
  setSecuring(securing, by);
  await refresh();
}

function field(form: string, name: string): HTMLInputElement | null {
  return document.querySelector(`form[name="${form}"] [name="${name}"]`);
}

async function addAct(by: By): Promise<void> {
  const code = field('editActNGAP', 'code')?.value ?? '';
  const quantity = field('editActNGAP', 'quantite')?.value ?? '1';
  const base = field('editActNGAP', 'montant_base')?.value ?? '';
  const excess = field('editActNGAP', 'montant_depassement')?.value ?? '';
  sheet.truth.errors.length = 0;
  if (sheet.addAct(code, by)) {
    const row = sheet.truth.acts.length - 1;
    if (quantity !== '1') sheet.setCell(row, 'quantite', quantity, by);
    const shown = showCents(sheet.truth.acts[row]?.amountCents ?? 0);
    if (base !== '' && base.replace('.', ',') !== shown) sheet.setCell(row, 'montant', base, by);
    if (excess !== '') sheet.setCell(row, 'depassement', excess, by);
  }
  await refresh();
}

function validate(isTrusted: boolean): void {
  if (sheet.isTeleexpertise && sheet.truth.prescriber.number === null) {
    sheet.fail('La prescription doit être saisie');
    void refresh();
    return;
  }
  sheet.secure(isTrusted);
  const message = document.getElementById('systemMsg');
  if (message) message.textContent = 'Facture validée';
}

async function press(act: string, button: HTMLElement, event: Event): Promise<void> {
  const by = byOf(event);
  if (act === 'start-sv') await start('1', by);
  if (act === 'start-dg') await start('5', by);
  if (act === 'start-vitale' || act === 'start-apcv') await start('3', by);
  if (act === 'unlock') field('invoiceInformations', 'securing')?.removeAttribute('disabled');
  if (act === 'prescription') await prescription.open();
  if (act === 'add') await addAct(by);
  if (act === 'validate') validate(event.isTrusted);
  if (act === 'remove') {
    sheet.removeAct(Number(button.dataset['row']), by);
    await refresh();
  }
}

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const button = target.closest<HTMLElement>('[data-act]');
  if (button) void press(button.dataset['act'] ?? '', button, event);
  const radio = target.closest<HTMLInputElement>('input[type=radio]');
  if (radio?.name === 'third_party_amo') {
    sheet.setBox('tpAmo', radio.value === '1', byOf(event));
    void refresh();
  }
  if (radio?.name === 'common_law_accident') sheet.setOther(radio.name, radio.value, byOf(event));
  const code = target.closest<HTMLElement>('#editActNGAP_code_auto_complete li');
  if (code) takeCode(code);
});

function takeCode(item: HTMLElement): void {
  const code = field('editActNGAP', 'code');
  const base = field('editActNGAP', 'montant_base');
  if (code) code.value = item.dataset['code'] ?? '';
  if (base) base.value = showCents(Number(item.dataset['price']));
  document.getElementById('editActNGAP_code_auto_complete')?.style.setProperty('display', 'none');
}

document.addEventListener('change', (event) => {
  const select = event.target as HTMLSelectElement;
  const by = byOf(event);
  if (select.name === 'securing') setSecuring(select.value, by);
  else if (select.name === 'indicator') sheet.setOrientation(select.value, by);
  else if (select.name === 'third_party_amc') {
    sheet.setOther('third_party_amc', select.value, by);
    sheet.setBox('tpAmc', select.value === '1', by);
  } else return;
  void refresh();
});

document.addEventListener('submit', (event) => event.preventDefault());

document.addEventListener('input', (event) => {
  const input = event.target as HTMLInputElement;
  if (input.name !== 'code' || input.form?.name !== 'editActNGAP') return;
  whenTypingStops(() => {
    const list = document.getElementById('editActNGAP_code_auto_complete');
    if (!list) return;
    void updateFrom(list, 'ngapCodeAutocomplete', latency, { code: input.value }).then(() => {
      list.style.display = input.value === '' ? 'none' : 'block';
    });
  });
});

if (state !== 'ferme') {
  if (state !== 'ouverte') sheet.addAct('RQD', 'page');
  setSecuring('3', 'page');
  await refresh();
  if (state === 'prescription') await prescription.open();
}
