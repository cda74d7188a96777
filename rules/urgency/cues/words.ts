/** Words that may stand inside a cue without changing it. */
export const cueModifiers: readonly string[] = [
  'formellement',
  'totalement',
  'complètement',
  'strictement',
  'absolument',
  'actuellement',
  'cliniquement',
  'aussi',
  'donc',
  'encore',
  'réellement',
];

/** Words between a negation and what it denies that leave it standing: « pas de notion d'épisode récent de… ». */
export const neutralHeads: readonly string[] = [
  'notion|signe|argument|élément|symptôme|épisode|plainte|suspicion|type|allure|aspect|impression|manifestation|cas|faveur',
  'histoire|survenue|apparition|récidive|reprise|sensation|image|crise|phénomène|tableau|diagnostic|hypothèse|existence|présence',
  'évidence|critère|nouveau|nouvel|nouvelle|autre|véritable|vrai|vraie|réel|réelle|franc|franche|typique|évocateur|évoquant|patent',
  'particulier|notable|significatif|associé|concomitant|toute|tout|tous|toutes|moindre|seul|seule|simple',
  'eu|fait|été|être|avoir|avait|a|ai|ont|soit|est|sont|c|s|se|il|elle|on|je|nous|y|en|ce|cela|ça|que|qu|qui|celui|celle|lui|semble',
  'présenté|présenter|présentait|présente|décrit|décrire|retrouvé|retrouve|noté|rapporté|signalé|constaté|ressenti|ressent|connu|connue',
  'parler|pense|penser|crois|croire|agit|agisse|faire|évoquer|craindre|plaint|plainte|souffert|vécu|mentionné|objectivé|observé',
  'pour|à|au|aux|dans|un|une|le|la|l|les|sa|son|ses|cet|cette|tel|telle|deux|trois|très|bien|clairement|apparemment|objectivement',
  'clinique|paraclinique|électrique|biologique|radiologique|objectif|indirect|direct|cardiovasculaire|neurologique',
  'gravité|alerte|alarme|danger|sévérité|inquiétant|fonctionnel|général',
  'personnel|personnelle|récent|récente|ancien|antécédent|atcd',
  'évident|évidente|en|typiquement|patient|patiente|jour|moment',
];

/** Words that link a term to what is said of it just after: « un SCA me paraît donc peu probable ». */
export const links: readonly string[] = [
  'est|sont|était|étaient|a|ont|été|être|semble|semblent|paraît|parait|me|nous|tout|à|fait|donc|jugé|considéré|comme|très|plutôt|assez',
  'cliniquement|formellement|totalement|complètement|a priori|priori|ce|jour|au|aux|à|par|l|la|le|les|de|d|du|des|un|une|chez|son|sa|ses|leur|propre|propres',
  'droit|droite|gauche|aigu|phase|ans|an|récent|spontané|transitoire|bref|brève|typique|thoracique|respiratoire|initial|initiale|côté|branche',
  'compliqué|marqué|n|ne|en|et|bilan|antérieur|inférieur|sylvien|ischémique|hémorragique|massif|massive|pulmonaire|myocarde|cérébral',
];

/** A relative who does this is a witness, not the person who is ill: « sa femme l'a trouvé inconscient ». */
export const witnessVerbs: readonly string[] = [
  'dit|signale|rapporte|décrit|constate|trouve|retrouve|remarque|appelle|téléphone|consulte|inquiet|inquiète|affolé|panique|paniqué',
  'amène|emmène|précise|raconte|explique|note|observe|vu|voit|alerte|demande|pense|évoque|affirme|présent|accompagne|assiste',
  'découvre|découvert|réveille|entend|entendu|refuse|souhaite|insiste|sollicite|contacte|veut|sait|doit|téléphone|confirme|parle|craint|filme',
];

/** Words between a relative and the verb. */
export const witnessLinks: readonly string[] = [
  'l|la|le|les|m|me|nous|s|se|qui|que|est|a|ont|sont|était|avait|très|bien|au|leur|lui|patient|patiente|enfant|petit|petite|du|de|d|aussi|ne|pas|avoir',
];

/** Before a relative, these make a witness: « amené par son fils », « vit chez sa fille ». */
export const witnessPrepositions: readonly string[] = [
  'par|avec|selon|après|devant|accompagné|part|pour|vit|habite|hébergé|réside|domicile|aide|présence|demande|dires|téléphone|avis|inquiétude|accord|appel',
];

/** Between such a preposition and the relative. */
export const determiners: readonly string[] = [
  'sa|son|ses|la|le|les|l|ma|mon|mes|une|un|leur|de|d|du|des|chez|cette|ce',
];
