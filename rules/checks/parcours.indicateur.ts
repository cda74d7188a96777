import { unread, type Check } from '../check.ts';
import { sourceOf } from '../nomenclature/index.ts';
import type { CarePath } from '../schema.ts';

const id = 'parcours.indicateur';
const source = sourceOf('FSE.PARCOURS');
const noCarePath = unread(id, 'carePath');

const names: Readonly<Record<CarePath, string>> = {
  exclusion: 'exclusion du parcours',
  'medecin-traitant': 'médecin traitant',
  oriente: 'patient orienté',
  'acces-direct': 'accès direct',
  'hors-parcours': 'hors parcours',
  urgence: 'urgence',
  autre: 'autre',
};

export const parcoursIndicateur: Check = {
  id,
  title: 'L’indicateur de parcours est « exclusion du parcours de soins ».',
  severity: 'warn',
  scope: 'sheet',
  rows: ['FSE.PARCOURS'],
  examples: {
    pass: [{ why: 'exclusion' }],
    fire: [
      { why: 'médecin traitant', sheet: { carePath: 'medecin-traitant' }, severity: 'warn' },
      { why: 'urgence, repris de la téléconsultation', sheet: { carePath: 'urgence' }, severity: 'warn' },
      { why: 'indicateur vide', sheet: { carePath: null }, severity: 'warn' },
    ],
  },
  check({ carePath }) {
    if (carePath === undefined) return noCarePath;
    if (carePath === 'exclusion') return null;
    const shown = carePath === null ? 'est vide' : `est « ${names[carePath]} »`;
    const message = `Le parcours de soins ${shown} : choisir « exclusion du parcours de soins ».`;
    const fix = { field: 'parcours', value: 'exclusion', label: 'Choisir exclusion du parcours' } as const;
    return { rule: id, severity: 'warn', message, field: 'parcours', source, fix };
  },
};
