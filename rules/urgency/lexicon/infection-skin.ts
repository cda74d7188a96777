import { urgencyCheckedOn } from '../sources.ts';
import type { UrgencyCategory } from './entry.ts';

export const infection: UrgencyCategory = {
  id: 'infectieux',
  label: 'Infection grave, purpura, choc',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    {
      kind: 'sign',
      source: 'uness-purpura',
      terms: [
        'purpura|purpurique fébrile|fulminans|fulminant|extensif|nécrotique|ecchymotique|infectieux|hémorragique',
        'purpura rapidement extensif',
        'purpura en extension',
        'efface|effacent|effaçant|effaçait|effacer|effacable|disparaissant|disparaissent pas vitropression',
        'efface|effacent|effaçant pas à la vitropression|pression',
        'effaçant|efface|effacent vitropression',
        'non effaçable vitropression|pression',
        'non effaçable',
        'fulminans',
      ],
    },
    {
      kind: 'sign',
      source: 'uness-purpura',
      needs: 'fever',
      terms: ['purpura|purpurique|pétéchies|pétéchial'],
    },
    {
      kind: 'sign',
      source: 'uness-purpura',
      unless: 'cold',
      terms: ['marbrures|marbré'],
    },
    {
      kind: 'event',
      source: 'uness-purpura',
      terms: [
        'choc septique|toxique|hémorragique|cardiogénique|hypovolémique|infectieux|toxinique',
        'état|signes|tableau choc',
        'état de choc',
        'signes de choc',
        '=en choc',
        'sepsis',
        'sepsis sévère',
        'collapsus',
      ],
      notBefore: ['psychologique', 'emotionnel', 'post', 'traumatique'],
    },
    {
      kind: 'event',
      source: 'realites-dermato-2018',
      needs: 'infection',
      terms: ['choc'],
      notBefore: [
        'psychologique',
        'emotionnel',
        'direct',
        'electrique',
        'thermique',
        'sur',
        'au',
        'contre',
        'avec',
        'frontal',
        'a',
      ],
      notAfter: ['onde', 'ondes', 'un', 'le', 'de'],
    },
    {
      kind: 'event',
      source: 'savoir-meningite',
      terms: ['méningite|méningococcémie', 'syndrome méningé', 'raideur nuque|méningée', 'nuque raide'],
      notBefore: ['b', 'c', 'acwy'],
      notAfter: ['vaccin', 'vaccination', 'antimeningite', 'vaccins'],
    },
  ],
};

export const skin: UrgencyCategory = {
  id: 'dermato-fievre',
  label: 'Éruption fébrile, toxidermie grave',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    {
      kind: 'sign',
      source: 'moniteur-2024',
      terms: [
        'éruption|exanthème|rash|urticaire fébrile',
        'fièvre avec éruption|exanthème|rash',
        'fièvre et éruption|exanthème|rash',
        'fièvre éruption|éruptive',
        'éruption|exanthème|rash avec fièvre',
        'éruption|exanthème|rash et fièvre',
        'éruption généralisée|étendue aiguë',
        'éruption aiguë généralisée',
        'éruption fébrile généralisée',
      ],
    },
    {
      kind: 'sign',
      source: 'moniteur-2024',
      needs: 'fever',
      terms: ['éruption|exanthème|rash diffus|diffuse|généralisé|étendu', 'toxidermie'],
    },
    {
      kind: 'event',
      source: 'collet-toxidermies',
      terms: [
        'Lyell',
        'syndrome de Lyell',
        'Stevens-Johnson',
        'syndrome de Stevens-Johnson',
        'nécrolyse épidermique',
        'décollement cutané|épidermique|muqueux',
        'décollement frottement|épiderme',
        'Nikolsky|Nikolski',
        'toxidermie bulleuse|grave|sévère',
      ],
    },
    {
      kind: 'event',
      source: 'collet-toxidermies',
      terms: ['DRESS'],
      capitals: true,
      after: ['un', 'd', 'syndrome'],
    },
    {
      kind: 'event',
      source: 'qdm-urgences-dermato',
      terms: [
        'fasciite|cellulite|dermohypodermite|dermo-hypodermite|fascite nécrosante',
        'gangrène gazeuse',
        'érythrodermie',
      ],
    },
  ],
};

export const allergy: UrgencyCategory = {
  id: 'allergie',
  label: 'Allergie grave',
  on: true,
  confidence: 'CONFIRMED',
  checkedOn: urgencyCheckedOn,
  groups: [
    {
      kind: 'event',
      source: 'grm-allergie',
      terms: [
        'anaphylaxie',
        'choc|réaction|état anaphylactique|anaphylactoïde',
        'œdème de Quincke',
        'Quincke',
        'œdème de la face|glotte|larynx|langue|luette',
        'œdème laryngé|glotte|larynx|langue|luette',
      ],
    },
    {
      kind: 'sign',
      source: 'grm-allergie',
      terms: [
        'angiœdème|angio-œdème face|langue|larynx|laryngé|lèvres|visage',
        'gonflement langue|gorge|luette',
        'langue|gorge|luette gonfle',
      ],
    },
    {
      kind: 'sign',
      source: 'chu-toulouse-urgences',
      needs: 'acute',
      terms: [
        'angiœdème|angio-œdème',
        'œdème face|visage|lèvres',
        'gonflement visage|langue|lèvres|gorge|face',
        'langue|lèvres|visage|gorge|face gonflé|gonflent',
      ],
    },
  ],
};
