import type { Profession, Securing, SheetField } from '../rules/schema.ts';

export type Role = 'requerant' | 'requis';

export interface Wanted {
  field: SheetField;
  want: string | number | boolean;
  /** What the preview line is called. */
  label: string;
}

/** The act each role bills (billing-rules.md §1). */
export const codeOf = (role: Role): 'RQD' | 'TE2' => (role === 'requerant' ? 'RQD' : 'TE2');

/** Only médecins, sages-femmes and chirurgiens-dentistes may answer (CSP R.6316-1). */
export const mayAnswer = (profession: Profession): boolean =>
  profession === 'medecin' || profession === 'sage-femme' || profession === 'chirurgien-dentiste';

/**
 * The sheet a téléexpertise needs, in the order it is shown (billing-rules.md §5): one act alone, quantity 1, AMO
 * third-party payment, no AMC, without card, out of the care path, the **other** side as prescriber.
 * The other side's number and the date of the request are left out while they are not known: nothing is invented.
 */
export function wantedSheet(input: {
  role: Role;
  otherSide: { numeroAm: string; requestedOn: string } | null;
  securing: Exclude<Securing, 'vitale'>;
}): Wanted[] {
  const { role, otherSide, securing } = input;
  const wanted: Wanted[] = [
    { field: 'acte.code', want: codeOf(role), label: 'Acte' },
    { field: 'acte.quantite', want: 1, label: 'Quantité' },
    { field: 'tp.amo', want: true, label: 'TP AMO' },
    { field: 'tp.amc', want: false, label: 'TP AMC' },
    { field: 'mode', want: securing, label: 'Mode de sécurisation' },
    { field: 'parcours', want: 'exclusion', label: 'Parcours de soins' },
  ];
  const number = otherSide?.numeroAm.replace(/\s/g, '') ?? '';
  if (number) wanted.push({ field: 'prescripteur.numero', want: number, label: 'N° AM du prescripteur' });
  if (otherSide?.requestedOn)
    wanted.push({ field: 'prescripteur.date', want: otherSide.requestedOn, label: 'Date de prescription' });
  return wanted;
}
