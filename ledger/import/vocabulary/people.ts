/** Labels of columns about the patient, the prescriber and who bills. Source marks: column-vocabulary.ts. */
import type { ConceptLabels } from '../column-vocabulary.ts';

export const peopleColumns = {
  'prescripteur.numero': {
    content: 'am',
    title: 'numéro AM du prescripteur',
    sure: [
      ['D T C', 'Numéro AM/code FINESS', 'N° Identification (PS prescripteur)', 'Numéro prescripteur'],
      ['P', 'prescriber.number'],
      ['I', 'N° prescripteur', 'Numéro AM prescripteur', 'N° AM prescripteur', 'N° AM du prescripteur'],
      [
        'I',
        'AM prescripteur',
        'Identifiant prescripteur',
        'Id prescripteur',
        'N° PS prescripteur',
        'PS prescripteur',
      ],
      ['I', 'N° facturation prescripteur', 'N° assurance maladie prescripteur', 'Code prescripteur'],
      ['I', 'N° médecin prescripteur', 'Prescripteur (N° AM)', 'N° ADELI prescripteur', 'ADELI prescripteur'],
      ['S', 'N° AM requis', 'N° requis', 'AM requis', 'N° AM expert', 'N° expert', 'AM expert'],
      ['S', 'N° AM requérant', 'N° requérant', 'AM requérant', 'N° AM correspondant', 'N° correspondant'],
    ],
    withContent: [
      ['T G S', 'Prescripteur', 'Médecin prescripteur', 'Correspondant', 'Requis', 'Requérant', 'Expert'],
    ],
  },
  'prescripteur.cle': {
    content: 'digits',
    title: 'clé du numéro du prescripteur',
    sure: [['T C', 'Clé N° facturation', 'Clé prescripteur', 'Clé N° prescripteur']],
  },
  'prescripteur.date': {
    content: 'date',
    title: 'date de prescription',
    sure: [
      ['D T G C', 'Date prescription', 'Date de prescription', 'Date de la prescription', 'Dt prescription'],
      ['P', 'prescriber.prescribedOn'],
      ['I', 'Prescrit le', 'Date ordonnance', 'Date de la demande', 'Demandé le', 'Date demande'],
    ],
  },
  'prescripteur.salarie': {
    content: 'word',
    title: 'prescripteur salarié',
    sure: [
      ['C G T', "Condition d'exercice"],
      ['P', 'prescriber.salaried'],
      ['I', 'Prescripteur salarié', "Condition d'exercice du prescripteur", 'Salarié'],
    ],
  },
  'prescripteur.meme-site': {
    content: 'flag',
    title: 'même site que le prescripteur',
    sure: [
      ['P', 'prescriber.sameSite'],
      ['I', 'Même site', 'Même MSP'],
    ],
  },
  'patient.cle': {
    content: 'any',
    title: 'numéro du patient',
    sure: [
      ['P', 'patient.key'],
      [
        'I',
        'N° patient',
        'Numéro patient',
        'Id patient',
        'Identifiant patient',
        'N° dossier',
        'Numéro de dossier',
      ],
      ['I', 'Dossier', 'Code patient', 'IPP', 'Réf patient', 'N° dossier patient', 'Référence patient'],
    ],
  },
  'patient.identite': {
    content: 'name',
    title: 'nom et prénom du patient',
    sure: [
      ['D G T', 'Patient', 'Bénéficiaire'],
      [
        'I',
        'Nom du patient',
        'Nom patient',
        'Nom complet',
        'Nom et prénom',
        'Nom Prénom',
        'Identité',
        'Nom & prénom',
      ],
      ['I', 'Nom et prénom du patient', 'Patient(e)', 'Identité patient', 'Nom bénéficiaire', 'Nom, prénom'],
    ],
  },
  'patient.nom': {
    content: 'name',
    title: 'nom du patient',
    sure: [['T W', 'Nom de naissance', 'Nom utilisé', 'Nom Naiss.', 'Nom de famille']],
    generic: [['T W', 'Nom', "Nom d'usage", 'Nom marital', 'Nom de jeune fille']],
  },
  'patient.prenom': {
    content: 'name',
    title: 'prénom du patient',
    sure: [
      [
        'T W N',
        'Prénom',
        'Premier prénom de naissance',
        'Prénom de naissance',
        'Prénom du patient',
        'Prénoms',
      ],
      ['I', 'Prénom patient'],
    ],
    generic: [['T W', 'Prénom utilisé', 'Prénom usuel']],
  },
  'patient.nir': {
    content: 'nir',
    title: 'numéro de sécurité sociale',
    sure: [
      ['T W N', 'NIR', 'INS', 'Matricule', 'Matricule INS', 'Numéro de sécurité sociale', 'INS-NIR'],
      ['P', 'patient.nir'],
      [
        'I',
        'N° sécu',
        'N° SS',
        'N° Sécurité Sociale',
        'N° de sécurité sociale',
        'NIR patient',
        'NIR du patient',
      ],
      [
        'I',
        'N° INSEE',
        'N° immatriculation',
        'Immatriculation',
        'Numéro de sécu',
        'N° NIR',
        'NIR bénéficiaire',
      ],
    ],
    generic: [['T I', 'NIR assuré', 'N° assuré', 'Matricule ass.', 'NIR ouvrant droit']],
  },
  'patient.nir-cle': {
    content: 'digits',
    title: 'clé du NIR',
    sure: [['I', 'Clé NIR', 'Clé sécu', 'Clé INS', 'Clé SS', 'Clé du NIR']],
  },
  'patient.naissance': {
    content: 'date',
    title: 'date de naissance',
    sure: [
      [
        'T G M',
        'Date de naissance',
        'Naissance',
        'Nais.',
        'DDN',
        'Né le',
        'Né(e) le',
        'Date de naissance AMO',
      ],
      ['P', 'patient.birthDate'],
      ['I', 'Date naissance', 'Date de naissance du patient', 'Date naiss.'],
    ],
  },
  'patient.hospitalise': {
    content: 'flag',
    title: 'patient hospitalisé',
    sure: [
      ['P', 'patient.hospitalised'],
      ['I', 'Hospitalisé', 'Patient hospitalisé', 'Hospitalisation'],
    ],
  },
  'patient.eligibilite': {
    content: 'word',
    title: 'condition d’éligibilité (avant avril 2022)',
    sure: [
      ['P', 'patient.eligibility'],
      ['I', 'Éligibilité', "Motif d'éligibilité", "Condition d'éligibilité", 'Éligibilité téléexpertise'],
    ],
  },
  'facturant.numero': {
    content: 'am',
    title: 'numéro AM du facturant',
    sure: [
      ['P', 'biller.numeroAm'],
      ['I', 'N° AM praticien', 'N° praticien', 'N° AM exécutant', 'N° exécutant', 'N° PS', 'N° AM facturant'],
      [
        'I',
        'N° PS facturant',
        'Numéro AM du praticien',
        'N° AM du professionnel',
        'N° AM médecin',
        'Mon N° AM',
      ],
      [
        'I',
        'N° facturation praticien',
        'N° ADELI praticien',
        'ADELI praticien',
        'N° facturant',
        'N° PS exécutant',
      ],
    ],
    withContent: [['T G', 'Praticien', 'Exécutant', 'Facturier', 'Facturant', 'Médecin', 'Professionnel']],
  },
  'numero-am': {
    content: 'am',
    title: 'numéro AM, du facturant ou du prescripteur',
    sure: [
      ['D T', 'Numéro AM', 'N° AM', 'N° facturation', 'Numéro de facturation', 'N° ADELI', 'ADELI', 'FINESS'],
      ['I', 'N° Assurance Maladie', 'Identifiant Assurance Maladie', 'Code FINESS', 'N° FINESS', 'AM'],
    ],
  },
  cle: {
    content: 'digits',
    title: 'clé du numéro placé juste avant',
    sure: [['T C', 'Clé', '+ clé']],
  },
  'facturant.profession': {
    content: 'word',
    title: 'profession du facturant',
    sure: [
      ['P', 'biller.profession'],
      ['I', 'Profession', 'Profession du praticien', 'Métier', 'Catégorie de PS', 'Type de praticien'],
    ],
    withContent: [['T C', 'Spécialité']],
  },
  'facturant.territoire': {
    content: 'word',
    title: 'territoire',
    sure: [
      ['P', 'biller.territory'],
      ['I', 'Territoire'],
    ],
  },
  'facturant.structure': {
    content: 'word',
    title: 'libéral ou établissement',
    sure: [
      ['P', 'biller.structure'],
      ['I', "Mode d'exercice", 'Type de structure'],
    ],
    withContent: [['D C', 'Structure']],
  },
} as const satisfies Record<string, ConceptLabels>;
