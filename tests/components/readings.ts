/** What is read of the sheets of people who do not exist. */
import type { FieldId, FieldReading, Reading } from '../../sites/model.ts';

export const mapped = (value: FieldReading['value'], shown?: string): FieldReading => ({
  value,
  provenance: 'mapped',
  ...(shown && { shown }),
});

export const preparedFields: Partial<Record<FieldId, FieldReading>> = {
  'acte.code': mapped('RQD'),
  'acte.quantite': mapped(1),
  'tp.amo': mapped(true),
  'tp.amc': mapped(false),
  mode: mapped('sans-vitale'),
  parcours: mapped('exclusion', 'Exclusion du parcours'),
  'prescripteur.numero': mapped('699876543'),
  'prescripteur.date': mapped('2026-11-20'),
};

const emptyFields: Partial<Record<FieldId, FieldReading>> = {
  'acte.code': mapped(null),
  'acte.quantite': mapped(null),
  'tp.amo': mapped(false),
  'tp.amc': mapped(false),
  mode: mapped('vitale', 'Carte Vitale'),
  parcours: mapped('medecin-traitant', '03 Je suis le médecin traitant'),
  'prescripteur.numero': { value: undefined, provenance: 'mapped', missing: 'not-found' },
};

export const patient = {
  marker: 'p-1',
  lastName: 'DURIEU',
  birthName: 'CASTELLAN',
  firstName: 'Mathilde',
  birthDate: '1955-06-15',
  sex: 'F',
  nir: '255069999999934',
  from: 'page',
} as const;

export const fse = (over: Partial<Reading> = {}): Reading => ({
  screen: 'fse',
  profile: { id: 'weda', name: 'Weda', checkedOn: '2026-11-22', grade: 'third-party' },
  mode: 'full',
  patient: { ...patient },
  fields: preparedFields,
  acts: [{ code: 'RQD', quantity: 1, amount: 1000, excess: 0 }],
  changed: [],
  settled: true,
  at: 0,
  ...over,
});

export const emptyFse = (over: Partial<Reading> = {}): Reading =>
  fse({ fields: emptyFields, acts: null, ...over });
