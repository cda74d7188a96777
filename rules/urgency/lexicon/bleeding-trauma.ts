import { urgencyCheckedOn } from '../sources.ts';
import type { UrgencyCategory } from './entry.ts';

const much =
  'abondant|abondante|abondants|abondamment|beaucoup|massif|massive|massifs|massivement|important|importante|importants|actif|incoercible|énormément|profus';

export const bleeding: UrgencyCategory = {
  id: 'hemorragie',
  label: 'Hémorragie',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      terms: [
        'hémorragie|hémorragies',
        'hémorragie digestive|méningée|cérébrale|externe|extériorisée|génitale',
        'HSA',
        'hématome extradural',
        'hématémèse|hématémèses|méléna|mélénas',
      ],
    },
    {
      kind: 'sign',
      source: 'chu-toulouse-samu',
      terms: [
        `saigne|saignement|saignements|saigner|saignant|épistaxis|rectorragie|rectorragies|hémoptysie|hémoptysies ${much}`,
        'saigne|saignement en jet|nappe',
        'saigne|saignement jet',
        'arrête|cesse pas|plus saigner',
        'arrête|cesse pas|plus de saigner',
        'saignement ne s arrête pas',
        'saignement qui ne cesse pas',
        'perd|perdu|perte beaucoup sang',
        'perte importante de sang',
        'hémorragique en cours',
        'vomit|vomi|vomissement|vomissements du|de sang',
        'vomit|vomi|vomissement|vomissements sang|sanglants|sanguinolents',
      ],
    },
    {
      kind: 'sign',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: [
        'crache|crachats|crachat|tousse sang',
        'hémoptysie|hémoptysies|rectorragie|rectorragies',
        'diarrhée sanglante',
      ],
    },
  ],
};

export const trauma: UrgencyCategory = {
  id: 'trauma-brulure',
  label: 'Traumatisme grave, brûlure',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    { kind: 'event', source: 'chu-toulouse-samu', accented: true, terms: ['brûlé|brûlée|brûlés|brûlées'] },
    {
      kind: 'event',
      source: 'chu-toulouse-samu',
      terms: ['grand|grands brûlé|brûlés', '=s =est brûlé', '=été brûlé', 'brûlé =par'],
    },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      terms: [
        'brûlure|brûlures étendue|étendues|grave|graves|profonde|profondes|importante|importantes|circulaire|électrique|chimique|caustique|extensive',
        'brûlure|brûlures 3|3e|3ème|3eme|troisième degré',
        'brûlure|brûlures 3 e|ème|eme degré',
        'brûlure|brûlures du visage|face|voies aériennes',
        'brûlure|brûlures voies aériennes',
      ],
    },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: ['brûlure|brûlures|brûlé|brûlée', 'ébouillanté|ébouillantée'],
    },
    {
      kind: 'event',
      source: 'gironde-vigilante',
      terms: ['accident avec blessé|blessés', 'défenestration|défenestré|défenestrée'],
    },
    { kind: 'event', source: 'france3-samu63', terms: ['chute hauteur', 'chute de grande hauteur'] },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      terms: [
        'polytraumatisé|polytraumatisée|polytraumatisme',
        'électrocution|électrocuté|électrocutée',
      ],
    },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: [
        'accident route|moto|voiture|scooter|circulation',
        'accident voie publique',
        'AVP',
        'électrisation|électrisé|électrisée',
        'chute|tombé échelle|toit|escabeau|étage|arbre|balcon',
      ],
    },
  ],
};

export const poisoning: UrgencyCategory = {
  id: 'intoxication',
  label: 'Intoxication',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      terms: [
        'intoxication médicamenteuse|volontaire|caustique|oxycarbonée|monoxyde',
        'intoxication au|par monoxyde de carbone',
        'intoxication monoxyde|CO',
        'bu|boit|avalé caustique|Destop|javel|soude|acide|antigel|produit',
        'ingestion caustique|Destop|javel|soude|pile|acide|antigel',
      ],
      notBefore: ['chronique'],
    },
    { kind: 'event', source: 'chu-toulouse-urgences', terms: ['IMV'], capitals: true, after: ['une', 'd'] },
    {
      kind: 'event',
      source: 'rtl-cymes',
      needs: 'acute',
      terms: [
        'intoxication|intoxiqué|empoisonnement|overdose',
        'ingestion médicaments|comprimés|produit|produits',
        'avalé comprimés|médicaments|produit',
      ],
      notBefore: ['alimentaire', 'alcoolo', 'tabagique', 'ethylo', 'chronique'],
    },
  ],
};

export const regulation: UrgencyCategory = {
  id: 'regulation',
  label: 'Appel au 15, SAMU',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    {
      kind: 'call',
      source: 'france3-samu63',
      terms: ['SAMU|SMUR'],
      notAfter: [
        'medecin',
        'ambulancier',
        'ambulanciere',
        'infirmier',
        'infirmiere',
        'regulateur',
        'regulatrice',
        'travaille',
        'stage',
        'exerce',
      ],
      notBefore: ['social'],
    },
    {
      kind: 'call',
      source: 'france3-samu63',
      terms: [
        'appeler|appel|appelé|appelle|appelons|appelez|contacter|contacté|contacte|contact|joindre|joint|prévenir|prévenu|alerter|alerté|composer|faire|fait 15|112',
        'appeler|appelé|appel|contacter|contacté|prévenir|prévenu|joindre|alerté|alerter SAMU|SMUR',
        'centre 15',
        '15 appelé|contacté|prévenu|alerté',
        'départ|envoi|engagement|déclenchement SMUR|SAMU',
        'engagement immédiat',
        'régulation contactée|appelée|prévenue',
      ],
      notBefore: [
        ...[
          'janvier',
          'fevrier',
          'mars',
          'avril',
          'mai',
          'juin',
          'juillet',
          'aout',
          'septembre',
          'octobre',
          'novembre',
        ],
        ...[
          'decembre',
          'du',
          'jours',
          'h',
          'heures',
          'min',
          'minutes',
          'mg',
          'prochain',
          'au',
          'courant',
          'fois',
          'seances',
        ],
      ],
    },
    {
      kind: 'call',
      source: 'grm-priorites',
      terms: ['P 0'],
      capitals: true,
      notAfter: ['g', 'gestite', 'parite'],
    },
    {
      kind: 'call',
      source: 'chu-toulouse-samu',
      terms: ['urgence vitale|absolue', 'pronostic vital engagé|menacé|jeu', 'détresse vitale'],
    },
  ],
};
