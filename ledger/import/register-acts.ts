/** Sheets read in a file → the acts the register keeps of them, and why the others are left out. */
import { teCode } from '../../rules/codes.ts';
import type { Act, Sheet } from '../../rules/schema.ts';
import { folded } from '../../cases/words.ts';
import { patientKeysOf } from '../patient-keys.ts';
import type { ImportedAct } from '../register.ts';
import type { FileSheet } from './file-reading.ts';

export interface NotKept {
  lines: number[];
  /** French, without a final stop. */
  why: string;
}

export interface RegisterActs {
  acts: ImportedAct[];
  notKept: NotKept[];
}

/** @param software id of the profile of the software, or any word that names it: it is part of what makes an act the same. */
export function registerActs(sheets: readonly FileSheet[], software: string): RegisterActs {
  const result: RegisterActs = { acts: [], notKept: [] };
  const seen = new Map<string, number>();
  for (const file of sheets) {
    const { sheet, lines } = file;
    for (const act of sheet.acts ?? []) {
      const code = act.code ? teCode(act.code) : null;
      if (!code) continue;
      const { actDate } = sheet;
      const biller = sheet.biller?.numeroAm?.replace(/\s/g, '');
      const patientKeys = keysOf(file, software);
      const why = !actDate
        ? 'la date de l’acte n’a pas été lue'
        : !biller
          ? 'le numéro AM du facturant n’a pas été lu'
          : patientKeys.length === 0
            ? 'le patient n’a pas été lu'
            : null;
      if (why !== null || !actDate || !biller) {
        result.notKept.push({ lines, why: why ?? '' });
        continue;
      }
      // The invoice's number where there is one; the second of two equal acts is told from the first.
      const number = file.own?.number ?? '';
      const place = JSON.stringify([biller, code, actDate, patientKeys[0], number]);
      const nth = (seen.get(place) ?? 0) + 1;
      seen.set(place, nth);
      const line = nth === 1 ? number : `${number}#${nth}`;
      result.acts.push({ ...toAct(file, act), code, actDate, biller, patientKeys, line });
    }
  }
  return result;
}

const plainNumber = (value: number | null | undefined): value is number => typeof value === 'number';

function toAct({ sheet, own }: FileSheet, { quantity, amount, excess, code }: Act) {
  const { securing, prescriber, patient } = sheet;
  const other = prescriber?.number?.replace(/\s/g, '');
  const requestedOn = prescriber?.prescribedOn;
  const salaried = prescriber?.salaried;
  return {
    role: code && teCode(code) === 'RQD' ? ('requerant' as const) : ('requis' as const),
    patient: {
      ...(own?.lastName && { lastName: own.lastName }),
      ...(own?.firstName && { firstName: own.firstName }),
      ...(patient?.birthDate && { birthDate: patient.birthDate }),
    },
    ...(plainNumber(quantity) && { quantity }),
    ...(plainNumber(amount) && { amount }),
    ...(plainNumber(excess) && { excess }),
    ...(securing && { securing }),
    ...(other && {
      otherSide: {
        name: '',
        numeroAm: other,
        ...(typeof salaried === 'boolean' && { salaried }),
        ...(requestedOn && { requestedOn }),
      },
    }),
    ...(own?.number && { invoice: own.number }),
  };
}

/** Words the patient is known by; by his name and birth date where the file has no number of him. */
export function keysOf(
  { sheet, own }: Pick<FileSheet, 'own'> & { sheet: Pick<Sheet, 'patient'> },
  software: string,
) {
  const { nir, birthDate, key } = sheet.patient ?? {};
  const { lastName = '', firstName = '', file = '' } = own ?? {};
  const keys = patientKeysOf(software, {
    marker: file || null,
    lastName,
    firstName: firstName || null,
    birthDate: birthDate ?? null,
    nir: nir ?? null,
    from: 'page',
  });
  const name = folded(`${lastName} ${firstName}`)
    .replace(/[^a-z]+/g, ' ')
    .trim();
  // A name alone would make one patient of two: it counts only where nothing better is known.
  if (keys.length === 0 && name !== '') keys.push(`nom:${software}:${name}|${birthDate ?? ''}`);
  if (keys.length === 0 && key) keys.push(`fichier:${software}:${key}`);
  return keys;
}
