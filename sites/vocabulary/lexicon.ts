/**
 * The words French practice software uses, by concept. Sources, as letters: W Weda, D Doctolib help, T TAMM/Mediboard,
 * M monlogicielmedical, O WinOrtho help, G Galaxie/Centre2Soins, C the FSE specification, S union and platform texts,
 * Z Medaviz, Topaze, Maieuticapp, I inferred. A concept that no field has is a decoy: a control it names is nobody's.
 */
import type { FieldId } from '../model.ts';

/** What a part of a page is about. */
export type Section =
  | 'acte'
  | 'tp'
  | 'mode'
  | 'parcours'
  | 'prescripteur'
  | 'traitant'
  | 'patient'
  | 'demande'
  | 'reglement'
  | 'accord'
  | 'autre';

/** Concepts near ours and not ours (lexicon.md §9). */
export type Decoy =
  | 'autre.traitant'
  | 'autre.origine'
  | 'autre.accord'
  | 'autre.reglement'
  | 'autre.teletransmission'
  | 'autre.executant'
  | 'autre.identite'
  | 'autre.numero'
  | 'autre.cle'
  | 'autre';

export type ConceptId = FieldId | Decoy;

/** What may carry the concept: something typed, a choice, a box, or a text that is only shown. */
export type Carrier = 'text' | 'choice' | 'box' | 'shown';

export interface Concept {
  id: ConceptId;
  /** Said whole, or as the beginning or the inside of a longer label. */
  words: string;
  /** Said whole only: too common to be believed inside a longer label. */
  alone?: string;
  /** Believed only under a heading of one of these parts. */
  within?: Section[];
  /** Never under these. */
  not?: Section[];
  carriers: Carrier[];
  /** Meant only where nothing else is. */
  second?: true;
}

const others: Section[] = ['traitant', 'reglement', 'accord', 'autre'];

export const concepts: Concept[] = [
  // §2. Acts and amounts.
  {
    id: 'acte.code', // T D G W, last two I
    words: `code acte | code de l acte | lettre cle | code ngap | code ccam | code prestation | cotation |
      acte ngap`,
    alone: `acte | code | prestation | actes | libelle acte | nb libelle acte | cot | acte realise |
      acte facture`,
    not: [...others, 'prescripteur', 'patient', 'parcours', 'mode'],
    carriers: ['text', 'choice'],
  },
  {
    id: 'acte.quantite', // T G
    words: 'quantite | qte',
    alone: 'nb | nombre | nbre | quant | qt | nombre de seances | nombre d actes | nb actes',
    not: [...others, 'prescripteur', 'patient'],
    carriers: ['text', 'choice'],
  },
  {
    id: 'acte.montant', // T G W, « tarif » I
    words: `montant de l acte | montant acte | montant facture | montant honoraires | honoraires |
      montant des honoraires`,
    alone: 'montant | mt | hono | mt acte | mt honoraires | mt total | prix acte',
    not: [...others, 'prescripteur', 'patient'],
    carriers: ['text', 'shown'],
  },
  {
    // T G: the price before what is added to it; the line's amount where the line has no other.
    id: 'acte.montant',
    words: 'montant de base | base remb | prix unitaire',
    alone: 'tarif | prix | base | montant total | p u | pu | mt unit | tarif de la seance',
    not: [...others, 'prescripteur', 'patient'],
    carriers: ['text'],
    second: true,
  },
  {
    id: 'acte.depassement', // T
    words: 'depassement | depassement d honoraires | montant depassement | montant du depassement',
    alone: 'dh | dp | dont dp | dep | depass | depas | depasst | mt dep | mt depass | mt depassement',
    not: [...others, 'prescripteur', 'patient'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'acte.date', // G T Z
    words: `date acte | date de l acte | date d execution | date execution | date des soins |
      date de soins | date du soin | date de realisation | effectue le | execute le | realise le | date de la seance |
      date seance | date de la visite`,
    alone:
      'date | execution | le | date soins | date soin | dt exec | date exec | dt acte | dt | date du soin | date fse | date de la feuille',
    not: [...others, 'prescripteur', 'patient', 'demande'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'acte.total', // W T
    words: `total fse | total facture | montant total des honoraires | total honoraires |
      total de la feuille | total de la facture | montant total de la fse`,
    alone: 'total | total general | total actes | total a facturer | tot',
    not: others,
    carriers: ['shown', 'text'],
  },
  { id: 'acte.total', words: '', alone: 'montant total', not: others, carriers: ['shown'] },
  // §3. Third-party payment.
  {
    id: 'tp.amo', // T D O G W
    words: `tp amo | tiers payant amo | tiers payant partie obligatoire | tiers payant part obligatoire |
      tp part obligatoire | tiers payant regime obligatoire | tiers payant assurance maladie |
      tiers payant assurance maladie obligatoire | tp ro | tp regime obligatoire |
      tiers payant ro | tp part amo | part amo en tiers payant | tp obligatoire | tiers payant obligatoire |
      part obligatoire en tiers payant | tp secu | tiers payant secu | part secu | tp caisse | tiers payant caisse |
      pas paye la part obligatoire`,
    alone: `amo | part obligatoire | regime obligatoire | ro | assurance maladie obligatoire |
      partie obligatoire | part amo`,
    not: others,
    carriers: ['box', 'choice'],
  },
  {
    id: 'tp.amc', // T O W
    words: `tp amc | tiers payant amc | tiers payant partie complementaire |
      tiers payant part complementaire | tp part complementaire | tiers payant complementaire |
      tiers payant mutuelle | tp mutuelle | tp rc | tp complementaire |
      tiers payant assurance maladie complementaire | tiers payant rc | tp part amc |
      part amc en tiers payant | part complementaire en tiers payant | part mutuelle |
      pas paye la part complementaire`,
    alone: `amc | part complementaire | part complem | regime complementaire | complementaire | assurance maladie complementaire | mutuelle |
      partie complementaire | part amc | rc`,
    not: others,
    carriers: ['box', 'choice'],
  },
  {
    id: 'autre.teletransmission', // O
    words: 'teletransmission amc | teletransmission amo | teletransmettre',
    carriers: ['box', 'choice'],
  },
  // §4. Securing mode.
  {
    id: 'mode', // T O, last I
    words: `mode de securisation | mode de teletransmission | mode de la fse | mode fse |
      mode securisation | mode de facturation | mode de transmission | type de securisation |
      type de transmission | mode d envoi | type d envoi | niveau de securisation`,
    alone: 'securisation | secu | mode | teletransmission | transmission | type de fse | nature de la fse',
    not: others,
    carriers: ['choice'],
  },
  // A list drawn by hand is, for a browser, a text field.
  { id: 'mode', words: 'mode de securisation', not: others, carriers: ['text'] },
  { id: 'parcours', words: 'parcours de soins', alone: 'parcours', not: others, carriers: ['text'] },
  // §5. Care path.
  {
    id: 'parcours', // T G W
    words: `parcours de soins | parcours de soin | indicateur de parcours | situation parcours |
      situation mt | code parcours | orientation du patient | orientation patient |
      coordination des soins | type de parcours | situation dans le parcours`,
    alone: `parcours | orientation | indicateur | pds | coordination |
      situation du patient`,
    not: ['reglement', 'accord', 'autre'],
    carriers: ['choice'],
  },
  {
    id: 'autre.traitant', // W T G M
    words: `medecin traitant | nom du medecin traitant | declaration medecin traitant | nom mt |
      numero mt`,
    alone: 'traitant | nom du mt',
    carriers: ['text', 'choice', 'box', 'shown'],
  },
  // §6. Prescriber.
  {
    id: 'prescripteur.numero', // D T C, last four I
    words: `numero am prescripteur | numero am du prescripteur | numero am code finess |
      numero am finess | numero am ou finess | numero prescripteur | numero du prescripteur |
      identifiant prescripteur | identifiant du prescripteur |
      numero d identification du prescripteur | numero de facturation du prescripteur |
      numero facturation prescripteur | numero ps prescripteur |
      numero identification ps prescripteur | prescripteur numero | prescripteur numero am |
      finess prescripteur | numero finess prescripteur | am prescripteur |
      identification prescripteur | identifiant facturation du prescripteur |
      identifiant de facturation du prescripteur | identifiant facturation prescripteur |
      numero ident prescripteur | identifiant am prescripteur | identifiant am du prescripteur |
      numero assurance maladie du prescripteur | numero assurance maladie prescripteur |
      numero am requerant | numero am du requerant | presc numero am | numero am presc | numero presc | presc numero`,
    alone: `numero am | am | numero assurance maladie | identifiant assurance maladie |
      id assurance maladie | numero d assurance maladie | numero amo | numero am cle`,
    not: [...others, 'patient', 'acte'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'prescripteur.numero', // T, C: too wide a word outside the prescriber's own block
    words: '',
    alone: `numero facturation | numero de facturation | numero identification |
      numero d identification | numero d identification cle | numero facturation cle | identifiant | numero | finess | code finess | numero finess |
      numero am ou finess | numero adeli | identification | identifiant am | code | numero ps |
      numero praticien | numero identifiant | structure | numero finess de la structure |
      numero structure | numero am finess | numero ident | identifiant facturation | identification am | numero identifiant am |
      identifiant de facturation | numero facturation am | numero id | id am`,
    within: ['prescripteur'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'prescripteur.rpps', // T C, last I
    words: `rpps du prescripteur | rpps prescripteur | numero rpps prescripteur |
      numero rpps du prescripteur | prescripteur rpps`,
    alone: 'rpps | numero rpps | numero rpps cle | identifiant national | identifiant rpps | code rpps',
    not: [...others, 'patient'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'prescripteur.nom', // D T S
    words: `nom du prescripteur | nom prescripteur | medecin prescripteur | nom du medecin prescripteur |
      rechercher un medecin prescripteur | praticien prescripteur | prescripteur nom | nom presc`,
    alone: 'prescripteur | ps prescripteur | dr prescripteur | nom et prenom du prescripteur',
    not: others,
    carriers: ['text', 'choice', 'shown'],
  },
  {
    id: 'prescripteur.nom',
    words: '',
    alone: `nom | nom prenom | nom et prenom | praticien | medecin | docteur | professionnel | dr |
      nom de famille`,
    within: ['prescripteur'],
    carriers: ['text', 'choice', 'shown'],
  },
  {
    id: 'prescripteur.date', // D T G C
    words: `date de prescription | date prescription | date de la prescription | dt prescription |
      dt presc | date presc | presc le | date ordonnance | date de l ordonnance | prescription du | date de la demande | date presc |
      prescrit le | date de demande`,
    alone: 'prescription le | demande du',
    not: ['traitant', 'reglement', 'accord', 'autre', 'acte'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'prescripteur.date',
    words: '',
    alone: 'date | du | le | en date du',
    within: ['prescripteur'],
    carriers: ['text', 'shown'],
  },
  {
    id: 'autre.origine',
    words: 'origine de la prescription | code origine | origine',
    carriers: ['choice', 'text'],
  }, // T C
  { id: 'autre.cle', words: '', alone: 'cle | cle du numero', carriers: ['text'] },
  {
    id: 'autre.executant', // T G
    words: `executant | nom praticien | operateur | facturier | remplacant | effecteur | numero adeli |
      specialite | condition d exercice`,
    carriers: ['text', 'choice', 'shown'],
  },
  {
    id: 'autre.accord', // T G
    words: `demande d accord prealable | accord prealable | code ep | date ep | entente prealable |
      date dep`,
    carriers: ['text', 'choice', 'box'],
  },
  {
    id: 'autre.reglement', // D W, others I
    words: `mode de reglement | mode de paiement | moyen de paiement | reste a charge | part patient |
      du patient | ticket moderateur | montant regle | montant percu | a regler |
      date de reglement | date reglement | date de paiement`,
    alone: 'reglement | paiement',
    carriers: ['text', 'choice', 'shown'],
  },
  {
    id: 'autre.numero', // §9
    words: `numero fse | numero de dossier | numero dossier | numero de facture | numero facture |
      numero de lot | numero adherent | numero de telephone | code postal | code caisse |
      code regime | code centre | code gestion | code situation | numero amc | numero de mutuelle`,
    carriers: ['text', 'choice', 'shown'],
  },
  // §7. Patient.
  {
    id: 'patient.nomNaissance', // T W M, last I
    words:
      'nom de naissance | nom de famille de naissance | nom patronymique | nom de j fille | nom naiss | nom nais | nom naissance | nom de jeune fille | nom jf',
    alone: 'ne e | nee',
    not: others.concat('prescripteur'),
    carriers: ['text', 'shown'],
  },
  {
    id: 'patient.nom', // T W
    words: `nom utilise | nom d usage | nom usuel | nom marital | nom du patient | nom patient |
      patient nom`,
    alone: 'nom | nom de famille',
    not: others.concat('prescripteur'),
    carriers: ['text', 'shown'],
  },
  {
    id: 'patient.prenom', // T W N
    words: `premier prenom de naissance | premier prenom | 1er prenom | prenom de naissance | prenom utilise |
      prenom usuel | prenom du patient | prenom patient`,
    alone: 'prenom | prenoms | prenom s | prenoms de naissance',
    not: others.concat('prescripteur'),
    carriers: ['text', 'shown'],
  },
  {
    id: 'patient.naissance', // T G M
    words: 'date de naissance | date naissance | date naiss | date nais | date de nais',
    alone: 'naissance | nais | ddn | ne le | nee le | ne e le | d n',
    not: others.concat('prescripteur'),
    carriers: ['text', 'shown'],
  },
  {
    id: 'patient.sexe', // T W M
    words: 'sexe | sexe du patient',
    alone: 'civilite | genre',
    not: others.concat('prescripteur'),
    carriers: ['text', 'choice', 'shown'],
  },
  {
    id: 'patient.nir', // T W N, abbreviations I
    words: `numero de securite sociale | numero securite sociale | numero secu | numero ss |
      numero de secu | nir | nir certifie | numero d immatriculation | securite sociale`,
    alone: `nss | secu | ss | immatriculation | matricule | numero nir | numero immatriculation | numero sec soc |
      numero immat | immatriculation s s | immatriculation ss | numero s s`,
    not: others.concat('prescripteur'),
    carriers: ['text', 'shown'],
  },
  {
    id: 'patient.ins', // W T N
    words: 'matricule ins | ins nir | identifiant national de sante | ins',
    not: others.concat('prescripteur'),
    carriers: ['text', 'shown'],
  },
  {
    id: 'autre.identite',
    words: `lieu de naissance | lieu nais | code postal de naissance | cp naiss | code insee |
      rang de naissance | rang nais | rang | qualite | beneficiaire | matricule ass | assure |
      nom de l assure | date de naissance amo | ins c | statut ins | statut de l identite |
      pays de naissance | commune de naissance | nom de l enfant`,
    carriers: ['text', 'choice', 'shown'],
  },
  // §8. Clinical request.
  {
    id: 'demande.motif', // T DM, last I
    words: `motif de la demande | motif de la teleexpertise | motif de la consultation | question posee |
      motif de demande | question a l expert | motif et question | objet de la demande |
      description de la demande | votre question`,
    alone: 'motif | motifs | question | objet',
    not: ['reglement', 'accord', 'autre', 'acte'],
    carriers: ['text', 'shown'],
  },
];
