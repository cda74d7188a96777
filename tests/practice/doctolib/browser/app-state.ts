/** What all components of the application look at: the data of the server, the route, the open invoice. */
import { useSyncExternalStore } from 'react';
import { byOf as whoseEvent, expose, readIsland } from '../../truth/expose.ts';
import type { By } from '../../truth/fse-truth.ts';
import { Sheet } from '../../truth/sheet.ts';
import { hashed } from '../look.ts';
import type { DoctolibData, DoctolibPatient } from '../page-data.ts';

export const data = readIsland<DoctolibData>();

/** Hashed class names, several at once; falsy ones are left out. */
export function look(...names: Array<string | false>): string {
  return names
    .filter((name) => name !== false)
    .map((name) => hashed(name, data.release))
    .join(' ');
}

const listeners = new Set<() => void>();
let version = 0;

function changed(): void {
  version += 1;
  for (const listener of listeners) listener();
}

export function useVersion(): number {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => version,
  );
}

export function findPatient(id: string | undefined): DoctolibPatient | undefined {
  return data.patients.find((patient) => patient.id === id);
}

/** A single-page application: the address changes, the page does not load. The test's parameters stay. */
export function go(path: string): void {
  history.pushState(null, '', path + location.search);
  changed();
}
window.addEventListener('popstate', changed);

export interface Invoice {
  sheet: Sheet;
  isAdvanced: boolean;
  isPrescriberOpen: boolean;
}

let invoice: Invoice | null = null;

/** The invoice being made for `patientId`; a new one when the screen opens. */
export function openInvoice(patientId: string): Invoice {
  if (invoice?.sheet.truth.patientId === patientId && !invoice.sheet.truth.secured) return invoice;
  const sheet = new Sheet(patientId, { mode: 'vitale', ready: true });
  if (data.state !== 'aucun') sheet.addAct('RQD', 'page');
  sheet.onChange = changed;
  expose(sheet);
  invoice = {
    sheet,
    isAdvanced: data.state === 'avance' || data.state === 'prescripteur',
    isPrescriberOpen: data.state === 'prescripteur',
  };
  return invoice;
}

export function changeInvoice(change: Partial<Pick<Invoice, 'isAdvanced' | 'isPrescriberOpen'>>): void {
  if (invoice) Object.assign(invoice, change);
  changed();
}

export function closeInvoice(): void {
  invoice = null;
}

export interface Sent {
  patientId: string;
  date: string;
  codes: string;
  amountCents: number;
  state: string;
}

export const sent: Sent[] = [];

export const byOf = (event: { nativeEvent: Event }): By => whoseEvent(event.nativeEvent);
