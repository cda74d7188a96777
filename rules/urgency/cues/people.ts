import type { CueLists } from './kinds.ts';

/** Cues that give a term to somebody else than the patient. */
export const peopleCues: Pick<
  CueLists,
  'relative' | 'child' | 'heredity' | 'kin' | 'died' | 'suffered' | 'patient'
> = {
  relative: [
    'père|papa|mère|maman|frère|sœur|fratrie|oncle|tante|cousin|neveu|nièce|parents',
    'grand-père|grand-mère|grands-parents',
    'beau-père|belle-mère|beau-frère|belle-sœur',
    'mari|époux|épouse|conjoint|compagnon|compagne|concubin',
    'sa femme',
  ],
  child: [
    'son|sa|ses|leur fils|fille|enfant|bébé',
    'fils|fille du|de|d patient',
    'fils|fille|frère|sœur|mère|père de la patiente',
    'ses|leurs petits-enfants|petit-fils|petite-fille',
  ],
  heredity: [
    'hérédité',
    'dans la|sa famille',
    'famille au premier degré',
    'atcd|antécédent familial|familiaux|fam|héréditaire|maternel|paternel',
    'terrain familial',
  ],
  kin: ['familial', 'familiaux', 'héréditaire', 'maternel', 'paternel'],
  died: ['décédé', 'décès', 'mort de|d|des|du|par', 'est mort'],
  suffered: [
    'atteint',
    'porteur',
    'porteuse',
    'ayant',
    'a eu|fait|présenté|subi',
    'ont eu|fait|présenté',
    'avait',
    'avait eu|fait|présenté',
    'a|ont',
    'victime',
    'suivi pour',
    'connu pour',
    'hospitalisé pour',
    'opéré',
    'traité',
    'stenté',
  ],
  patient: [
    'patient',
    'le|la|notre|mon|ma|ce|cette patient',
    'lui-même',
    'elle-même',
    'l intéressé',
    'lui',
    'monsieur|madame|mr|mme|mlle',
  ],
};
