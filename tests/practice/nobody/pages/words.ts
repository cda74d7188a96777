/** What all of nobody's software has to say of a patient, each in its own way, and the table of past bills. */
import { addDays, ageText, toFrench, today } from '../../weda/days.ts';
import { spacedNir, type Patient } from '../../weda/people.ts';

export interface Shown {
  last: string;
  birthName: string;
  first: string;
  birth: string;
  age: string;
  nir: string;
  sex: string;
}

export function shown(patient: Patient): Shown {
  return {
    last: patient.lastName,
    birthName: patient.birthName ?? '',
    first: patient.firstName.charAt(0) + patient.firstName.slice(1).toLowerCase(),
    birth: toFrench(patient.birthDate),
    age: ageText(patient.birthDate, today()),
    nir: spacedNir(patient),
    sex: patient.sex === 'F' ? 'Féminin' : 'Masculin',
  };
}

/** Past bills, oldest last: date, act, amount, AMO, AMC, state. */
export const pastBills: string[][] = [
  [toFrench(addDays(today(), -40)), 'G', '30,00', '21,00', '9,00', 'Payée'],
  [toFrench(addDays(today(), -132)), 'G + MOP', '35,00', '24,50', '10,50', 'Payée'],
  [toFrench(addDays(today(), -201)), 'VG + MD', '40,00', '28,00', '12,00', 'Rejetée'],
];

export const billRows = (cell: 'td' | 'div' = 'td'): string =>
  pastBills
    .map((bill) => {
      const cells = bill.map((one) => `<${cell}>${one}</${cell}>`).join('');
      return cell === 'td' ? `<tr>${cells}</tr>` : `<div class="ligne">${cells}</div>`;
    })
    .join('\n');

export const options = (list: Array<[string, string]>): string =>
  list.map(([value, label]) => `<option value="${value}">${label}</option>`).join('');

export const mention = 'Réplique de test : logiciel et personnes fictifs';
