import { urgencyCheckedOn } from '../sources.ts';
import type { UrgencyCategory } from './entry.ts';

const much =
  'abondant|abondamment|beaucoup|massif|massive|massivement|important|actif|incoercible|énormément|profus';

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
        'hémorragie',
        'hémorragie digestive|méningée|cérébrale|externe|extériorisée|génitale',
        'HSA',
        'hématome extradural',
        'hématémèse|méléna',
      ],
    },
    {
      kind: 'sign',
      source: 'chu-toulouse-samu',
      terms: [
        `saigne|saignement|saigner|saignant|épistaxis|rectorragie|hémoptysie ${much}`,
        'saigne|saignement en jet|nappe|continu|permanence',
        'saigne|saignement jet',
        'arrête|cesse pas|plus saigner',
        'saignement ne s arrête pas',
        'saignement qui ne cesse pas',
        'perd|perdu|perte beaucoup sang',
        'perte importante de sang',
        'hémorragique en cours',
        'vomit|vomi|vomissement sang',
        'vomit|vomi|vomissement sang|sanglants|sanguinolents',
      ],
    },
    {
      kind: 'sign',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: ['crache|crachats|tousse sang', 'hémoptysie|rectorragie', 'diarrhée sanglante'],
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
    { kind: 'event', source: 'chu-toulouse-samu', accented: true, terms: ['brûlé'] },
    {
      kind: 'event',
      source: 'chu-toulouse-samu',
      terms: ['grand brûlé', '=s =est brûlé', '=été brûlé', 'brûlé =par'],
    },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      terms: [
        'brûlure étendue|grave|profonde|importante|circulaire|électrique|chimique|caustique|extensive',
        'brûlure 3|3e|3ème|troisième degré',
        'brûlure 3 e|ème degré',
        'brûlure visage|face',
        'brûlure voies aériennes',
      ],
    },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: ['brûlure|brûlé', 'ébouillanté'],
    },
    {
      kind: 'event',
      source: 'gironde-vigilante',
      terms: ['accident avec blessé', 'défenestration|défenestré'],
    },
    { kind: 'event', source: 'france3-samu63', terms: ['chute hauteur', 'chute de grande hauteur'] },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      terms: ['polytraumatisé|polytraumatisme', 'électrocution|électrocuté'],
    },
    {
      kind: 'event',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: [
        'accident route|moto|voiture|scooter|circulation',
        'accident voie publique',
        'AVP',
        'électrisation|électrisé',
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
        'intoxication monoxyde de carbone',
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
        'ingestion médicaments|comprimés|produit',
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
        'urgentiste',
        'secouriste',
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
        'appeler|appel|appelons|appelez|contacter|contacté|joindre|joint|prévenir|prévenu|alerter|alerté|composer|faire|fait 15|112',
        'appeler|appelé|contacter|contacté|prévenir|prévenu|joindre|alerté|alerter SAMU|SMUR',
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
