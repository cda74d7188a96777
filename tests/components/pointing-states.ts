/** Where *Montrer les champs* and the report can stand, for the states of the panel. */
import type { PointedLine, PointingState } from '../../messages/contract.ts';
import type { Concept } from '../../sites/pointing/concepts.ts';

export const pointed: PointedLine[] = [
  { concept: 'acte.code', label: 'Code', kind: 'champ de texte', path: 'input[name="cod"]', lasting: true },
  { concept: 'tp.amo', label: 'TP AMO', kind: 'case', path: '#amo', lasting: true, test: 'kept' },
  { concept: 'tp.amc', label: 'TP AMC', kind: 'case', path: '#amc', lasting: true, test: 'refused' },
  {
    concept: 'mode',
    label: 'Mode de sécurisation',
    kind: 'liste',
    path: '#mode',
    lasting: true,
    test: 'running',
  },
  { concept: 'parcours', label: '', kind: 'boutons à choisir', path: '.pds input', lasting: false },
  { concept: 'patient.nom', label: '', kind: 'texte affiché', path: '.entete .nom', lasting: false },
  {
    concept: 'final',
    label: 'Sécuriser',
    kind: 'bouton final\u00a0: jamais pressé',
    path: '#ok',
    lasting: true,
  },
];
const order: Concept[] = [
  'acte.code',
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'prescripteur.numero',
  'prescripteur.date',
  'patient.nom',
  'patient.prenom',
  'patient.naissance',
  'final',
];
/** *Montrer les champs* at that concept, with the first `count` shown. */
export const pointing = (at: Concept | null, count: number): PointingState => ({
  host: 'soins.example.fr',
  at,
  order,
  lines: pointed.slice(0, count),
  single: false,
  through: false,
  refused: at === 'prescripteur.numero',
});
export const asking: PointingState = {
  ...pointing('mode', 3),
  lines: [
    ...pointed.slice(0, 3),
    {
      concept: 'mode',
      label: 'Mode',
      kind: 'liste',
      path: '#mode',
      lasting: true,
      ask: { word: 'sans-vitale', options: ['Carte', 'SSV', 'Papier'] },
    },
  ],
};

export const structureText = [
  'Volet Téléexpertise : structure de la page',
  'Ni texte, ni valeur, ni adresse.',
  '',
  'Profil : weda, du 22/11/2026',
  'Champs introuvables : tp.amo',
  '',
  ...Array.from(
    { length: 60 },
    (_, at) => `${'  '.repeat(at % 12)}div.mat-checkbox-layout.w${at} [aria-hidden]`,
  ),
].join('\n');
