/** Labels of columns about the feuille itself: number, dates, acts, money, settings, request. Source marks: column-vocabulary.ts. */
import type { ConceptLabels } from '../column-vocabulary.ts';

export const sheetColumns = {
  'feuille.numero': {
    content: 'any',
    title: 'numéro de la feuille',
    sure: [
      ['T O W', 'N° FSE', 'Numéro FSE', 'FSE', 'Dossier N°FSE', 'N° FDS', 'Facture'],
      ['I', 'Numéro de FSE', 'N° de la FSE', 'FSE n°', 'Réf. FSE', 'Id FSE', 'Identifiant FSE', 'N° feuille'],
      ['I', 'Numéro de feuille', 'N° feuille de soins', 'N° facture', 'Numéro de facture', 'N° de facture'],
      ['I', 'Réf facture', 'Référence facture', 'Facture n°', 'Id facture', 'Feuille', 'Feuille de soins'],
    ],
    generic: [
      ['W D', 'N°'],
      ['P', 'id'],
      ['I', 'Numéro', 'Identifiant', 'Référence', 'Réf', 'Ref'],
    ],
  },
  'acte.date': {
    content: 'date',
    title: 'date de l’acte',
    sure: [
      ['G T Z', 'Date acte', "Date d'exécution", 'Exécution', 'Date des soins'],
      ['P', 'actDate'],
      [
        'I',
        "Date de l'acte",
        'Date des actes',
        'Date de soins',
        'Date soins',
        'Date exécution',
        'Date de séance',
      ],
      ['I', 'Date séance', 'Date de la séance', 'Date prestation', 'Date de réalisation', 'Soins du'],
    ],
    generic: [
      ['G T', 'Date'],
      ['I', 'Jour'],
    ],
    withContent: [
      ['I', 'Date FSE', 'Date de la FSE', 'Date de FSE', 'Date facture', 'Date de facturation'],
      ['I', 'Date de facture', 'Date de consultation', 'Date consultation', 'Date feuille'],
    ],
  },
  'envoi.date': {
    content: 'date',
    title: 'date d’envoi',
    sure: [
      ['P', 'sentDate'],
      [
        'I',
        "Date d'envoi",
        'Date envoi',
        'Date de transmission',
        'Date transmission',
        'Date télétransmission',
      ],
      ['I', 'Date de télétransmission', 'Transmise le', 'Transmis le', 'Envoyée le', 'Télétransmis le'],
    ],
  },
  'acte.code': {
    content: 'code',
    title: 'code de l’acte',
    series: true,
    sure: [
      ['T D G W', 'Code acte', "Code de l'acte", 'Lettre clé', 'Code NGAP', 'Code CCAM', 'Cotation'],
      ['I', 'Code prestation', 'Cotations', 'Lettre-clé', 'Code NGAP/CCAM', 'Code CCAM/NGAP', 'Codes actes'],
      ['I', 'Code des actes', 'Code NGAP ou CCAM', 'Acte NGAP', 'Codes'],
    ],
    generic: [['T G', 'Code', 'Acte', 'Actes', 'Prestation', 'Prestations']],
    withContent: [
      ['T D G W', 'Libellé acte', 'Nb Libellé acte', 'Désignation', 'Libellé', "Libellé de l'acte"],
    ],
  },
  'acte.quantite': {
    content: 'count',
    title: 'quantité',
    series: true,
    sure: [
      ['T G', 'Quantité', 'Qté', 'Qte'],
      ['P', 'quantity'],
      ['I', 'Qt', "Nombre d'actes", 'Nb actes', "Quantité d'actes"],
    ],
    withContent: [['T G', 'Nb', 'Nombre']],
  },
  'acte.montant': {
    content: 'money',
    title: 'montant de l’acte',
    series: true,
    sure: [
      ['T G W', 'Montant', 'Montant facturé', 'Honoraires'],
      ['P', 'amount'],
      [
        'I',
        "Montant de l'acte",
        'Montant acte',
        'Montant des honoraires',
        'Montant honoraires',
        'Montant ligne',
      ],
    ],
    generic: [['I', 'Prix', 'Montant TTC', 'Facturé', 'Montant en euros', 'Montant dû']],
  },
  'feuille.montant': {
    content: 'money',
    title: 'montant de la feuille',
    sure: [
      ['W T', 'Total FSE', 'Montant total', 'Montant Total des honoraires'],
      ['I', 'Montant FSE', 'Total facture', 'Total honoraires', 'Total facturé'],
      ['I', 'Montant de la facture', 'Total feuille', 'Montant de la FSE'],
    ],
    withContent: [['W T', 'Total']],
  },
  'acte.base': {
    content: 'money',
    title: 'tarif unitaire',
    series: true,
    sure: [
      ['T G', 'Base', 'Montant de base', 'Base Remb', 'Tarif'],
      [
        'I',
        'Prix unitaire',
        'PU',
        'Base de remboursement',
        'Base remboursement',
        'BR',
        'BRSS',
        'Tarif unitaire',
      ],
      ['I', 'Tarif conventionnel', 'Tarif de base', 'Base sécu'],
    ],
  },
  'acte.depassement': {
    content: 'money',
    title: 'dépassement',
    series: true,
    sure: [
      ['T', 'Dépassement', 'DH', "Dépassement d'honoraires"],
      ['P', 'excess'],
      ['I', 'Montant dépassement', 'Dépassements', 'Montant du dépassement', 'Dép.', 'Dépass.'],
    ],
  },
  'tp.amo': {
    content: 'flag',
    title: 'tiers payant AMO',
    sure: [
      [
        'D T O G W',
        'TP AMO',
        'Tiers payant AMO',
        'Tiers-payant AMO',
        'Tiers payant Partie Obligatoire (AMO)',
      ],
      ['P', 'tiersPayant.amo', 'TPAMO'],
      [
        'I',
        'Tiers payant part obligatoire',
        'TP part obligatoire',
        'TP obligatoire',
        'TP RO',
        'Tiers payant RO',
      ],
    ],
    withContent: [['D T G', 'AMO', 'Part obligatoire', 'RO']],
  },
  'tp.amc': {
    content: 'flag',
    title: 'tiers payant AMC',
    sure: [
      ['T O W', 'TP AMC', 'Tiers payant AMC', 'Tiers-payant AMC', 'Tiers payant Partie Complémentaire (AMC)'],
      ['P', 'tiersPayant.amc', 'TPAMC'],
      [
        'I',
        'Tiers payant part complémentaire',
        'TP part complémentaire',
        'TP complémentaire',
        'TP RC',
        'TP mutuelle',
      ],
    ],
    withContent: [['D T G', 'AMC', 'Part complémentaire', 'RC', 'Mutuelle']],
  },
  tp: {
    content: 'word',
    title: 'tiers payant',
    sure: [
      ['O T', 'Tiers Payant AMO/AMC', 'Tiers payant', 'Tiers-payant', 'TP'],
      ['I', 'Type de tiers payant', 'Mode tiers payant', 'TP AMO/AMC', 'Nature tiers payant'],
    ],
  },
  'tp.integral': {
    content: 'flag',
    title: 'tiers payant intégral',
    sure: [['I', 'Tiers payant intégral', 'TP intégral', 'TPI', 'Tiers payant total']],
  },
  mode: {
    content: 'word',
    title: 'mode de sécurisation',
    sure: [
      ['T O', 'Mode de sécurisation', 'Sécurisation', 'Mode de télétransmission', 'Mode de la FSE'],
      ['P', 'securing'],
      ['I', 'Mode sécurisation', 'Mode FSE', 'Type de FSE', 'Type FSE', 'Type de sécurisation', 'Mode sécu'],
    ],
    withContent: [['I', 'Mode', 'Nature FSE', 'Type', 'Type de feuille', 'Nature']],
  },
  parcours: {
    content: 'word',
    title: 'parcours de soins',
    sure: [
      ['T G W', 'Parcours de soins', 'Parcours', 'Situation (MT)'],
      ['P', 'carePath'],
      [
        'I',
        'Parcours soins',
        'Code parcours',
        'Indicateur parcours',
        'Indicateur de parcours',
        'Situation parcours',
      ],
      ['I', 'Parcours de soins coordonnés', 'Situation dans le parcours'],
    ],
    withContent: [['T', 'Orientation', 'Situation']],
  },
  'compte-rendu.date': {
    content: 'date',
    title: 'date du compte-rendu',
    sure: [
      ['P', 'reportReceivedOn'],
      [
        'I',
        'Date du compte-rendu',
        'Date compte-rendu',
        'Compte-rendu reçu le',
        'Compte-rendu envoyé le',
        'Date CR',
      ],
      ['I', 'CR reçu le', 'CR envoyé le', 'Réponse reçue le', 'Date de la réponse', 'Date réponse'],
    ],
    withContent: [['I', 'Compte-rendu', 'CR']],
  },
  consentement: {
    content: 'any',
    title: 'consentement',
    sure: [
      ['W M', 'Consentement', 'Consentement du patient'],
      ['I', 'Consentement recueilli', 'Accord du patient'],
    ],
  },
  'consentement.date': {
    content: 'date',
    title: 'date du consentement',
    sure: [
      ['I', 'Date du consentement', 'Consentement recueilli le', 'Date consentement', 'Consentement le'],
    ],
  },
  'demande.texte': {
    content: 'any',
    title: 'texte de la demande',
    sure: [
      ['P', 'requestText'],
      [
        'T DM I',
        'Motif de la demande',
        'Question',
        'Question posée',
        'Texte de la demande',
        'Objet de la demande',
      ],
      ['I', 'Demande', "Demande d'avis"],
    ],
    generic: [['T DM', 'Motif', 'Objet']],
  },
  'kine.plan': {
    content: 'flag',
    title: 'acte dans un plan de traitement',
    sure: [
      ['P', 'planDeTraitement'],
      ['D I', 'Plan de traitement', 'Dans un plan de traitement'],
    ],
  },
  'kine.scor': {
    content: 'flag',
    title: 'envoi avec SCOR',
    sure: [
      ['W D', 'SCOR', 'Inclure la FSP en SCOR'],
      ['I', 'Envoyé avec SCOR', 'Pièce SCOR'],
    ],
  },
  statut: {
    content: 'word',
    title: 'statut de la feuille',
    sure: [['I', 'Statut', 'État', 'Statut FSE', 'État FSE', 'Statut facture', 'Statut de la FSE']],
  },
} as const satisfies Record<string, ConceptLabels>;
