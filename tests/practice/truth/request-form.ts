/**
 * `window.__demande`: what a platform has taken of a request for téléexpertise, whatever its page shows. Browser side.
 */
import { byOf, readIsland, watchClicks } from './expose.ts';
import type { By } from './fse-truth.ts';

export interface RequestTruth {
  /** By field id (`patient.nom`, `demande.motif`…) or by the platform's own name; null when empty. */
  fields: Record<string, string | boolean | null>;
  attachments: string[];
  sent: boolean;
  sentTrusted: boolean | null;
  writes: Array<{ at: number; control: string; from: unknown; to: unknown; by: By }>;
  clicks: Array<{ at: number; on: string; trusted: boolean }>;
  errors: string[];
}

export interface RequestData {
  /** `name` of a control → the field it feeds. */
  controls: Record<string, string>;
  /** Fields without which nothing is sent. */
  required: string[];
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function valueOf(control: Control): string | boolean | null {
  if (control.type === 'checkbox') return (control as HTMLInputElement).checked;
  return control.value.trim() === '' ? null : control.value.trim();
}

/** Starts the form of a page: what is already in it is the platform's own. */
export function startRequest(sendButton: string, showProblem: (text: string) => void): RequestTruth {
  const { controls, required } = readIsland<RequestData>();
  const truth: RequestTruth = {
    fields: {},
    attachments: [],
    sent: false,
    sentTrusted: null,
    writes: [],
    clicks: [],
    errors: [],
  };
  (window as Window & { __demande?: RequestTruth }).__demande = truth;
  for (const [name, field] of Object.entries(controls)) {
    for (const control of document.getElementsByName(name) as NodeListOf<Control>) {
      if (control.type === 'radio' && !(control as HTMLInputElement).checked) continue;
      truth.fields[field] = valueOf(control);
    }
    truth.fields[field] ??= null;
  }
  const take = (event: Event): void => {
    const control = event.target as Control;
    const field = controls[control.name];
    if (field === undefined) return;
    const from = truth.fields[field];
    const to = valueOf(control);
    if (from === to) return;
    truth.fields[field] = to;
    truth.writes.push({ at: Math.round(performance.now()), control: field, from, to, by: byOf(event) });
  };
  document.addEventListener('input', take);
  document.addEventListener('change', take);
  watchClicks(window, (event) => {
    const target = event.target as Element;
    const on = target.id || target.textContent.trim().slice(0, 40) || target.localName;
    truth.clicks.push({ at: Math.round(performance.now()), on, trusted: event.isTrusted });
    if (!target.closest(sendButton)) return;
    event.preventDefault();
    const missing = required.filter((field) => !truth.fields[field]);
    if (missing.length > 0) {
      truth.errors.push(`missing: ${missing.join(', ')}`);
      showProblem('Certains champs obligatoires ne sont pas remplis.');
      return;
    }
    truth.sent = true;
    truth.sentTrusted = event.isTrusted;
  });
  return truth;
}
