/** The prescription window: fetched by AJAX, its doctor's fields read-only until one is chosen or added. */
import { byOf } from '../../truth/expose.ts';
import type { By } from '../../truth/fse-truth.ts';
import type { Sheet } from '../../truth/sheet.ts';
import { updateFrom, whenTypingStops } from './server-call.ts';

const FORM = 'edit-prescribing-physician';
const unlockable = [
  'last_name',
  'first_name',
  'speciality',
  'invoicing_number',
  'type',
  'national_id',
  'structure_id',
];

interface Call {
  latency: number;
  body(): Record<string, string>;
}

export class PrescriptionWindow {
  readonly #sheet: Sheet;
  readonly #call: Call;
  readonly #isDirect: boolean;
  readonly #onSaved: () => Promise<void>;

  constructor(sheet: Sheet, call: Call, isDirect: boolean, onSaved: () => Promise<void>) {
    this.#sheet = sheet;
    this.#call = call;
    this.#isDirect = isDirect;
    this.#onSaved = onSaved;
  }

  async open(): Promise<void> {
    if (document.querySelector('.modal.popup')) return;
    const overlay = document.createElement('div');
    overlay.id = 'modal-overlay';
    const popup = document.createElement('div');
    popup.className = 'modal popup';
    popup.innerHTML = '<div class="title">Saisie de la prescription</div><div class="content"></div>';
    document.body.append(overlay, popup);
    const content = popup.querySelector('.content');
    if (!content) return;
    await updateFrom(content, 'editPrescription', this.#call.latency, this.#call.body());
    popup.addEventListener('click', (event) => this.#press(event));
    popup.addEventListener('input', (event) => this.#type(event));
  }

  #field(name: string): HTMLInputElement | null {
    return document.querySelector(`form[name="${FORM}"] [name="${name}"]`);
  }

  #close(): void {
    document.getElementById('modal-overlay')?.remove();
    document.querySelector('.modal.popup')?.remove();
    if (this.#isDirect) void this.#onSaved();
  }

  #press(event: Event): void {
    const target = event.target as Element;
    const act = target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    if (act === 'close-window') this.#close();
    if (act === 'new-physician') this.#unlock();
    if (act === 'save-prescription') this.#save(byOf(event));
    const item = target.closest<HTMLElement>('li');
    if (item) this.#choose(item, byOf(event));
  }

  #unlock(): void {
    for (const name of unlockable) {
      this.#field(name)?.removeAttribute('readonly');
      this.#field(name)?.removeAttribute('disabled');
    }
  }

  #choose(item: HTMLElement, by: By): void {
    this.#unlock();
    const chosen: Record<string, string | undefined> = {
      last_name: item.dataset['last'],
      first_name: item.dataset['first'],
      invoicing_number: item.dataset['number'],
      national_id: item.dataset['rpps'],
    };
    for (const [name, value] of Object.entries(chosen)) {
      const field = this.#field(name);
      if (field) field.value = value ?? '';
    }
    document.getElementById(`${FORM}_physician_auto_complete`)?.style.setProperty('display', 'none');
    if (this.#isDirect) this.#take(by);
  }

  #type(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.name !== 'physician_autocomplete') {
      if (this.#isDirect) this.#take(byOf(event));
      return;
    }
    whenTypingStops(() => {
      const list = document.getElementById(`${FORM}_physician_auto_complete`);
      if (!list) return;
      const words = { physician: input.value };
      void updateFrom(list, 'physicianAutocomplete', this.#call.latency, words).then(() => {
        list.style.display = input.value === '' ? 'none' : 'block';
      });
    });
  }

  #take(by: By): void {
    const value = (name: string): string => this.#field(name)?.value ?? '';
    this.#sheet.setPrescriber('number', value('invoicing_number'), by);
    this.#sheet.setPrescriber('rpps', value('national_id'), by);
    this.#sheet.setPrescriber('name', `${value('last_name')} ${value('first_name')}`, by);
    this.#sheet.setPrescriber('date', value('date'), by);
    this.#sheet.setOther('origin', value('origin') || null, by);
  }

  #problem(): string | null {
    const value = (name: string): string => this.#field(name)?.value.trim() ?? '';
    if (!/^\d{2}\/\d{2}\/\d{4}$/.test(value('date'))) return 'La date de la prescription est obligatoire';
    if (value('origin') === '') return "L'origine de la prescription est obligatoire";
    if (value('invoicing_number').length !== 9) return 'Le numéro de facturation doit contenir 9 caractères';
    return null;
  }

  #save(by: By): void {
    const problem = this.#problem();
    if (problem !== null) {
      this.#sheet.fail(problem);
      const message = document.createElement('div');
      message.className = 'error';
      message.textContent = problem;
      document.querySelector('.modal.popup .content')?.prepend(message);
      return;
    }
    this.#sheet.truth.errors.length = 0;
    this.#take(by);
    document.getElementById('modal-overlay')?.remove();
    document.querySelector('.modal.popup')?.remove();
    void this.#onSaved();
  }
}
