/**
 * The words of cells → the words of the model. Sources: lexicon.md sections 3 to 6; letters of the care path as
 * Weda and TAMM show them. A word that is not here is *not read*; `ambiguous` words are known to mean two things.
 */
import type {
  CarePath,
  Eligibility,
  Profession,
  Securing,
  Structure,
  Territory,
} from '../../rules/schema.ts';
import { normaliseLabel } from './labels.ts';

type Words<T> = ReadonlyMap<string, T>;

function words<T>(groups: ReadonlyArray<readonly [T, ...string[]]>): Words<T> {
  return new Map(
    groups.flatMap(([value, ...list]) => list.map((word) => [normaliseLabel(word), value] as const)),
  );
}

/** Cells by which software says « nothing here ». */
const emptyMarks = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '.',
  'n/a',
  'na',
  'null',
  'nul',
  '(vide)',
  'neant',
  'nc',
  'n.c.',
]);
export const isEmptyCell = (cell: string): boolean =>
  cell.length <= 7 && (cell === '' || emptyMarks.has(cell.trim().toLowerCase().replace('é', 'e')));

export const flagWords = words<boolean>([
  [
    true,
    'Oui',
    'O',
    'X',
    '1',
    'vrai',
    'true',
    'yes',
    'y',
    'coché',
    'cochée',
    '✓',
    '✔',
    '☑',
    '☒',
    'ok',
    'actif',
  ],
  [
    false,
    'Non',
    'N',
    '0',
    'faux',
    'false',
    'no',
    'décoché',
    'non coché',
    'non cochée',
    '☐',
    '✗',
    'aucun',
    'sans',
  ],
]);

export interface ThirdParty {
  amo?: boolean;
  amc?: boolean;
}
export const thirdPartyWords = words<ThirdParty>([
  [
    { amo: true, amc: false },
    'AMO',
    'AMO seul',
    'AMO seule',
    'TP AMO',
    'part obligatoire',
    'RO',
    'AMO uniquement',
  ],
  [
    { amo: true, amc: false },
    'tiers payant AMO',
    'tiers payant part obligatoire',
    'TP RO',
    'TP AMO seul',
    'obligatoire',
  ],
  [
    { amo: true, amc: true },
    'AMO + AMC',
    'AMO/AMC',
    'AMO et AMC',
    'AMO+AMC',
    'intégral',
    'TP intégral',
    'TPI',
    'total',
  ],
  [
    { amo: true, amc: true },
    'tiers payant intégral',
    'tiers payant total',
    'TP total',
    'RO + RC',
    'RO/RC',
    'complet',
  ],
  [{ amo: false, amc: true }, 'AMC', 'AMC seul', 'TP AMC', 'part complémentaire'],
  [
    { amo: false, amc: false },
    'non',
    'N',
    '0',
    'aucun',
    'sans',
    'sans TP',
    'sans tiers payant',
    'pas de tiers payant',
  ],
  [{ amo: false, amc: false }, 'hors tiers payant', 'faux', 'false', 'hors TP', 'pas de TP', 'no'],
  // « Oui » says that the caisse is billed; it does not say whether the complementary insurance is too.
  [{ amo: true }, 'oui', 'O', 'X', '1', 'vrai', 'true', 'yes', 'TP', 'tiers payant'],
]);

export const securingWords = words<Securing>([
  ['sans-vitale', 'sans-vitale', 'SESAM sans Vitale', 'SESAM-sans-Vitale', 'SESAM sans carte Vitale', 'SSV'],
  [
    'sans-vitale',
    'sans Vitale',
    'sans carte Vitale',
    'mode SESAM sans Vitale',
    'FSE en mode SESAM sans Vitale',
  ],
  [
    'sans-vitale',
    'FSE sans Vitale',
    'Saisie dans mon terminal Sesam sans vitale',
    'Téléconsultation',
    'sans carte',
  ],
  [
    'degrade',
    'degrade',
    'Dégradé',
    'Dégradée',
    'FSE dégradée',
    'mode dégradé',
    'DG',
    'DEG',
    'Facturer en dégradé',
  ],
  ['degrade', 'FSE en mode dégradé', 'Dégradé (sans)', 'SESAM dégradé', 'dégradé sans Vitale'],
  [
    'vitale',
    'vitale',
    'SESAM Vitale',
    'SESAM-Vitale',
    'Sécurisé',
    'Sécurisée',
    'Carte Vitale',
    'ApCV',
    'avec Vitale',
  ],
  [
    'vitale',
    'SESAM Vitale (avec la carte Vitale)',
    'FSE sécurisée',
    'avec carte Vitale',
    'avec la carte Vitale',
  ],
]);
/** « Sans Vitale » in Weda, « avec Vitale » in another enumeration (lexicon.md, section 9). */
export const ambiguousSecuring: ReadonlySet<string> = new Set(['sv']);

export const carePathWords = words<CarePath>([
  [
    'exclusion',
    'exclusion',
    'Exclusion du parcours de soin',
    'Exclusion du parcours de soins',
    'Exclusion du parcours',
  ],
  ['exclusion', 'exclu', 'exclus', 'exclus du parcours', 'exclu du parcours', 'exclu du parcours de soins'],
  ['medecin-traitant', 'medecin-traitant', 'Médecin traitant', 'Je suis le médecin traitant', 'T', 'MT'],
  ['medecin-traitant', 'Médecin traitant (T)', 'Vu par le médecin traitant'],
  ['oriente', 'oriente', 'orienté', 'Orienté par le MT', 'Patient orienté par le médecin traitant', 'O', 'M'],
  ['oriente', 'Patient orienté par le médecin traitant (O)', 'Patient orienté par un autre médecin (M)'],
  [
    'oriente',
    'Orienté par un Médecin autre que le MT',
    'Patient orienté par un autre médecin',
    'Orienté par un médecin',
  ],
  ['oriente', 'Orienté par le médecin traitant'],
  [
    'acces-direct',
    'acces-direct',
    'Accès direct spécifique',
    'Accès direct spécifique (D)',
    'Accès direct',
    'D',
  ],
  [
    'hors-parcours',
    'hors-parcours',
    'Hors parcours de soins',
    'Hors parcours',
    'Non respect du parcours de soin',
    'S2',
  ],
  [
    'hors-parcours',
    'Non-respect du parcours',
    'Non-respect du parcours / autre médecin (S2)',
    'S1',
    'Hors PDS',
  ],
  [
    'hors-parcours',
    'Hors accès direct spécifique',
    'Hors accès spécifique',
    'Non respect du parcours de soins',
  ],
  ['urgence', 'urgence', 'Urgence (U)', 'U'],
  ['autre', 'autre', 'Hors résidence', 'Hors résidence habituelle', 'Hors résidence habituelle (H)', 'H'],
  ['autre', 'Nouveau Médecin Traitant', 'Nouveau Médecin Traitant (N)', 'N', 'R', 'J', 'B'],
  [
    'autre',
    'Médecin Traitant de substitution',
    'Médecin Traitant de substitution (R)',
    'Généraliste récemment installé',
  ],
  ['autre', 'Médecin installé en zone sous médicalisée', 'Autre situation du parcours de soins'],
]);

export const professionWords = words<Profession>([
  [
    'medecin',
    'medecin',
    'Médecin',
    'Médecin généraliste',
    'Généraliste',
    'Médecine générale',
    'Omnipraticien',
    'MG',
  ],
  ['medecin', 'Médecin spécialiste', 'Spécialiste', 'Docteur', 'Dermatologue', 'Dermatologie', 'Cardiologue'],
  [
    'medecin',
    'Cardiologie',
    'Ophtalmologue',
    'Ophtalmologie',
    'Pneumologue',
    'Pneumologie',
    'Gynécologue',
    'Pédiatre',
  ],
  [
    'medecin',
    'Gynécologie',
    'Pédiatrie',
    'Psychiatre',
    'Psychiatrie',
    'Rhumatologue',
    'Rhumatologie',
    'Neurologue',
  ],
  [
    'medecin',
    'Neurologie',
    'Endocrinologue',
    'Endocrinologie',
    'Gériatre',
    'Gériatrie',
    'Néphrologue',
    'Néphrologie',
  ],
  ['sage-femme', 'sage-femme', 'Sage femme', 'SF', 'Maïeuticien', 'Sages-femmes'],
  [
    'infirmier',
    'infirmier',
    'infirmière',
    'Infirmier(ère)',
    'Infirmier(e)',
    'IDEL',
    'IDE',
    'Infirmier libéral',
  ],
  ['infirmier', 'Infirmière libérale', 'Infirmier diplômé d’État'],
  ['ipa', 'ipa', 'Infirmier en pratique avancée', 'Infirmière en pratique avancée', 'Infirmier IPA'],
  ['orthophoniste', 'orthophoniste', 'Orthophonie'],
  [
    'masseur-kinesitherapeute',
    'masseur-kinesitherapeute',
    'Masseur kinésithérapeute',
    'Kinésithérapeute',
    'Kiné',
  ],
  ['masseur-kinesitherapeute', 'MK', 'MKDE', 'Masso-kinésithérapeute', 'Kinésithérapie'],
  ['pedicure-podologue', 'pedicure-podologue', 'Pédicure podologue', 'Podologue', 'Pédicure', 'Podologie'],
  ['orthoptiste', 'orthoptiste', 'Orthoptie'],
  ['pharmacien', 'pharmacien', 'pharmacienne', 'Pharmacie'],
  ['chirurgien-dentiste', 'chirurgien-dentiste', 'Chirurgien dentiste', 'Dentiste', 'Chirurgie dentaire'],
]);

export const territoryWords = words<Territory>([
  ['metropole', 'metropole', 'Métropole', 'France métropolitaine', 'Hexagone'],
  [
    'drom',
    'drom',
    'DOM',
    'DROM-COM',
    'Guadeloupe',
    'Martinique',
    'Guyane',
    'La Réunion',
    'Réunion',
    'Outre-mer',
  ],
  ['mayotte', 'mayotte'],
]);

export const structureWords = words<Structure>([
  ['liberal', 'liberal', 'Libéral', 'Libérale', 'Cabinet', 'Exercice libéral'],
  [
    'etablissement',
    'etablissement',
    'Établissement',
    'Hôpital',
    'Salarié',
    'Clinique',
    'Salariée',
    'CH',
    'CHU',
  ],
]);

/** « Bénévole » is neither: it stays unread. */
export const salariedWords = words<boolean>([
  [true, 'Salarié', 'Salariée', 'Employé', 'Employée', 'Hospitalier', 'Établissement'],
  [false, 'Libéral', 'Libérale'],
  ...[...flagWords].map(([word, value]) => [value, word] as const),
]);

export const eligibilityWords = words<Eligibility>([
  ['ald', 'ald', 'Affection de longue durée'],
  ['maladie-rare', 'maladie-rare', 'Maladie rare'],
  ['zone-sous-dense', 'zone-sous-dense', 'Zone sous-dense', 'Zone sous dense', 'Désert médical'],
  ['ehpad', 'ehpad', 'EHPAD ou médico-social', 'Médico-social'],
  ['detenu', 'detenu', 'Détenu', 'Détenue', 'Personne détenue'],
]);

/** States of a feuille that was withdrawn before or after sending: nothing of it is billed. */
const withdrawn = /^\s*(?:annul|supprim|abandonn|brouillon)/i;
export const isWithdrawn = (cell: string): boolean => cell !== '' && withdrawn.test(cell);
