/** What a part of a letter is about, until the next heading. */
export type SectionKind = 'neutral' | 'past' | 'family' | 'advice' | 'negative';

/** Headings of letters and forms. Those of `bare` need no colon: « ATCD HTA, AVC ». */
export const headings: Record<SectionKind, readonly string[]> = {
  past: [
    'traitement|traitements|ttt|ttts|tt|ordonnance|médicaments|médication',
    'traitement habituel|actuel|cours|fond|personnel',
    'allergie|allergies|intolérances',
    'facteurs risque',
    'facteurs risque cardiovasculaire|cardiovasculaires|vasculaires',
    'FDR|FRCV|FDRCV|FDRV|FRV',
    'ALD|comorbidités|terrain|pathologies',
    'passé médical',
    'problèmes|pathologies actifs|chroniques|suivies',
    'rappel clinique|antécédents',
  ],
  family: ['hérédité|famille', 'histoire familiale', 'contexte familial'],
  advice: [
    'recommandation|recommandations|conseils|conseil|consigne|consignes|surveillance',
    'conseils|consignes sortie|surveillance|donnés|remis',
    'recommandations patient|remises|sortie',
    'signes alerte|alarme',
    'éducation|prévention|protocole',
    'éducation thérapeutique',
    'information patient',
    'à surveiller',
    'prescriptions anticipées',
  ],
  negative: ['signes|symptômes négatifs', 'négatif'],
  neutral: [
    'motif|motifs|objet|HDM|HM|anamnèse|contexte|examen|clinique|question|questions|demande|conclusion|symptômes|évolution|commentaire|situation|résumé|bilan',
    'motif consultation|demande|avis|appel|téléexpertise',
    'histoire maladie',
    'histoire|interrogatoire|biologie|ECG|imagerie|avis|CAT|plaie|diagnostic|hypothèse|hypothèses|note|remarque|NB|PS|date|dossier|réponse|suivi|constantes|depuis',
    'examen clinique|physique|jour',
    'conduite tenir',
    'ce jour',
    'aujourd hui',
    'état actuel',
    'mode vie',
    'renseignements cliniques',
    'signes fonctionnels|positifs|cliniques|physiques',
    'compte rendu',
    'conclusion examen|examens',
  ],
};

/** Headings that are one even without a colon, at the start of a line or a sentence. */
export const bareHeadings: Record<'past' | 'family', readonly string[]> = {
  past: [
    'ATCD|ATCDS|antécédent|antécédents|antcd',
    'ATCD|ATCDS|antécédent|antécédents personnel|personnels|perso|médical|médicaux|chirurgical|chirurgicaux|notables|principaux|connus|cardiovasculaires',
    'ATCD|antécédents médico-chirurgicaux',
    'ATCD|antécédents médicaux chirurgicaux',
  ],
  family: [
    'ATCD|ATCDS|antécédent|antécédents familial|familiaux|fam|famille|héréditaires',
    'ATCD|antécédents famille',
  ],
};

export const headingArticles: readonly string[] = [
  'de',
  'd',
  'du',
  'la',
  'le',
  'l',
  'les',
  'en',
  'et',
  'a',
  'au',
  'mon',
  'des',
];

/** What fills a section that holds nothing: « ATCD : aucun ». */
export const emptySection: readonly string[] = [
  ...['aucun', 'aucune', 'neant', 'ras', 'rien', '0', 'sans', 'nul', 'inconnu', 'non'],
];

/** Abbreviations whose full stop ends no sentence. */
export const abbreviations: readonly string[] = [
  'dr',
  'm',
  'mr',
  'mme',
  'mlle',
  'pr',
  'cf',
  'ex',
  'env',
  'vs',
  'av',
  'st',
  'n',
  'tel',
  'bd',
];

/** Words after which a line cannot end: the next line goes on. */
export const openEndings: readonly string[] = [
  ...[
    'de',
    'd',
    'du',
    'des',
    'la',
    'le',
    'l',
    'les',
    'un',
    'une',
    'et',
    'ou',
    'ni',
    'pas',
    'sans',
    'avec',
    'a',
    'au',
    'aux',
  ],
  ...['en', 'pour', 'par', 'que', 'qui', 'sa', 'son', 'ses', 'ce', 'cette', 'tres', 'depuis', 'chez'],
];

/** Words that go on with the sentence of the line before. */
export const continuations: readonly string[] = [
  'de',
  'd',
  'du',
  'des',
  'et',
  'ou',
  'ni',
  'qui',
  'que',
  'depuis',
  'avec',
  'dans',
  'a',
  'au',
  'mais',
  'chez',
];
