/** Words of headings, of choices and of buttons (lexicon.md §1 to §6). */
import type { Section } from './lexicon.ts';

/** Which lists of words name what. `a | b` in the lists below. */
export const listed = (list: string | undefined): string[] =>
  list ? list.split('|').map((word) => word.trim()) : [];

/** Headings and captions that say what the controls after them are about. */
export const headings: Record<Section, string> = {
  acte: `acte | actes | gestion des actes | prestation | prestations | cotation |
    feuille de soins electronique | feuille de soins | nouvelle fse | fse | saisie des actes |
    facturation | facture | nouvelle facture | actes factures | lignes d actes |
    recapitulatif des actes | soins | seances | seance | actes realises | acte effectue | actes effectues |
    detail des prestations`,
  tp: 'tiers payant | parametres du tiers payant | remboursement | prise en charge | couverture',
  mode: 'securisation | mode de securisation',
  parcours: 'parcours de soins | parcours',
  prescripteur: `prescripteur | medecin prescripteur | prescription | saisie de la prescription |
    saisie prescripteur | informations sur le prescripteur | saisir la prescription |
    ps prescripteur | zone prescripteur | praticien prescripteur |
    identification du prescripteur | medecin requerant | requerant | medecin requis | expert |
    medecin expert | expert sollicite | medecin demandeur | demandeur | ordonnance |
    medecin requerant prescripteur | medecin ayant prescrit ou oriente | medecin ayant prescrit |
    medecin ayant oriente | prescripteur medecin ayant oriente | adresse par`,
  traitant: 'medecin traitant | medecin traitant declare | declaration medecin traitant | traitant',
  patient: `patient | patiente | identite | etat civil | identite du patient | dossier patient |
    fiche patient | dossier administratif | informations patient | beneficiaire | le patient`,
  demande: `demande | demande d avis | demande de teleexpertise | teleexpertise | votre demande |
    la demande | question`,
  reglement: 'reglement | paiement | encaissement | reglements | mode de reglement',
  accord: 'entente prealable | accord prealable | demande d accord prealable',
  autre: `accident du travail | accident de droit commun | assure | historique | dernieres factures |
    dernieres factures transmises | factures passees | facturations passees | executant | cps |
    praticien | remplacant | scor | adresse | coordonnees | contact | pharmacie | medecin |
    representant legal | personne de confiance | cabinet | etablissement | structure`,
};

/** What a choice of the securing mode says, and the word of the model; '' = a mode we do not judge (lexicon.md §4). */
export const modes: Array<[RegExp, '' | 'vitale' | 'sans-vitale' | 'degrade']> = [
  [/\b((sans|ss) (la )?(carte )?vitale|ssv)\b/, 'sans-vitale'],
  [/\b(degradee?|deg)\b/, 'degrade'],
  [/\b(non securisee?|desynchronisee?|papier|visite|sans carte)\b/, ''],
  [/\b(sesam vitale|carte vitale|avec (la )?(carte )?vitale|apcv|securisee?|vitale)\b/, 'vitale'],
];

/** Care-path choices, most telling first. */
export const carePaths: Array<[RegExp, string]> = [
  [/\b(exclusion|exclu)\b/, 'exclusion'],
  [/\bhors acces\b/, 'hors-parcours'],
  [/\bacces (direct )?specifique\b|\bacces direct\b/, 'acces-direct'],
  [/\bnon respect\b|\bhors parcours\b/, 'hors-parcours'],
  [/\burgences?\b/, 'urgence'],
  [/\b(oriente|adresse|envoye)e? par\b|\bmedecin correspondant\b/, 'oriente'],
  [
    /\bsubstitution\b|\bhors residence\b|\brecemment installe\b|\bsous (medicalisee|dense)\b|\bremplacant\b/,
    'autre',
  ],
  [/\b(medecin traitant|nouveau mt|je suis le mt)\b/, 'medecin-traitant'],
];

/** First word of a button that ends a sheet; never pressed, only known (lexicon.md §1). */
export const finalVerbs = [
  'securiser',
  'valider',
  'finaliser',
  'facturer',
  'signer',
  'teletransmettre',
  'transmettre',
  'enregistrer',
  'terminer',
  'faire la fse',
  'creer la fse',
  'generer la fse',
  'faire la feuille',
  'creer la feuille',
  'generer la feuille',
  'emettre',
  'envoyer',
];

/** Buttons of lists and searches. */
export const listVerbs = [
  'filtrer',
  'rechercher',
  'exporter',
  'appliquer le filtre',
  'afficher',
  'pointer',
  'rapprocher',
];
