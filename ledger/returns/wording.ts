/**
 * What a return says, in words: paid, refused and why. The codes of rejects were renamed in 2024 and differ from one
 * caisse to another (billing-rules.md §8), so a cause is known by its wording; a code alone says only that something
 * was refused. A positive ARL (« accepté », « reçu ») is no payment: it changes nothing.
 */
import { normaliseLabel } from '../import/labels.ts';

export type Outcome = 'paid' | 'refused' | 'waiting';

export interface Cause {
  id: string;
  /** French, short. */
  title: string;
  /** What to do, a sentence. */
  todo: string;
}

const plain = (text: string): string => normaliseLabel(text).replace(/[^a-z0-9' ]+/g, ' ');

/** In order: the first that fits speaks. « Non payé » is not « payé », and « rejeté puis recyclé » waits. */
const outcomes: ReadonlyArray<readonly [Outcome, RegExp]> = [
  [
    'waiting',
    /\b(?:en attente|attente|en cours|a traiter|transmis\w*|envoye\w*|recycl\w*|non retourn\w*|sans retour|impaye\w*)\b/,
  ],
  [
    'refused',
    /\b(?:rejet\w*|refus\w*|non pris\w* en charge|non admis\w*|non rembours\w*|irrecevable\w*|anomalie bloquante)\b/,
  ],
  ['waiting', /\b(?:non|pas|jamais)\s+(?:encore\s+)?(?:paye|regle|verse|solde)\w*/],
  [
    'paid',
    /\b(?:paye\w*|paie|paiement\w*|pmt|regle\w*|reglement\w*|rembours\w*|verse\w*|virement\w*|solde\w*)\b/,
  ],
  ['waiting', /\b(?:accept\w*|recu\w*|arl|accuse\w*|positif\w*|integre\w*|valide\w*)\b/],
];

/** Outcome that a cell of state says; `null` = empty, `undefined` = not understood. */
export function readOutcome(cell: string): Outcome | null | undefined {
  const words = plain(cell);
  if (words.trim() === '') return null;
  if (words === 'p') return 'paid';
  if (words === 'r') return 'refused';
  return outcomes.find(([, pattern]) => pattern.test(words))?.[0];
}

const causes: ReadonlyArray<Cause & { when: RegExp }> = [
  {
    id: 'deja-payee',
    title: 'Facture déjà payée',
    todo: 'Ne renvoyez pas : cherchez d’abord le paiement dans les retours précédents.',
    when: /deja (?:ete )?(?:paye|regle|rembours|liquid|factur|presente)\w*|double (?:paiement|facturation|envoi)|\bdoublon/,
  },
  {
    id: 'etablissement-inconnu',
    title: 'Établissement prescripteur inconnu',
    todo: 'Vérifiez le FINESS de l’établissement et la case « salarié » du correspondant, puis refacturez.',
    when: /etablissement.*(?:inconnu|absent|non (?:trouve|repertori|identifi)\w*)|finess.*(?:inconnu|absent|errone|invalide|incorrect|manqu)/,
  },
  {
    id: 'prescription-date',
    title: 'Prescription refusée à cette date',
    todo: 'Vérifiez le prescripteur et la date de la demande, puis refacturez.',
    when: /prescri\w*.*(?:interdit|non autorise|pas autorise|non permis|impossible)\w*|date (?:de )?(?:la )?prescription.*(?:absent|errone|invalide|incorrect|manqu|posterieur|anterieur|incoheren)/,
  },
  {
    id: 'prescripteur-inconnu',
    title: 'Prescripteur inconnu ou absent',
    todo: 'Vérifiez le numéro AM du correspondant (9 chiffres, pas son RPPS ni le vôtre), puis refacturez.',
    when: /(?:prescri\w*|medecin correspondant|executant prescripteur).*(?:inconnu|absent|non (?:trouve|repertori|identifi|renseign)\w*|errone|invalide|incorrect|manqu\w*)|(?:inconnu|absen\w*|manqu\w*).*prescripteur/,
  },
  {
    id: 'exoneration',
    title: 'Exonération absente du fichier de la caisse',
    todo: 'Faites mettre à jour la carte Vitale et vérifiez les droits (ADRi), puis refacturez.',
    when: /exonerat\w*|\bald\b.*(?:absent|inconnu|non|expir)|ticket moderateur/,
  },
  {
    id: 'nature-assurance',
    title: 'Nature d’assurance incompatible',
    todo: 'Vérifiez la nature d’assurance (maladie, AT, maternité) de la feuille, puis refacturez.',
    when: /nature (?:d'|de l'|d )?assurance/,
  },
  {
    id: 'droits',
    title: 'Droits fermés ou non ouverts',
    todo: 'Vérifiez les droits à la date de l’acte (ADRi) et la caisse du patient, puis refacturez.',
    when: /droits?.*(?:ferme|non ouvert|clos|epuis|absent|expir|inexist)\w*|(?:ferme|fin) (?:de |des )?droits/,
  },
  {
    id: 'patient-inconnu',
    title: 'Patient inconnu de la caisse',
    todo: 'Vérifiez le NIR, le rang et la caisse du patient, puis refacturez.',
    when: /(?:assur\w*|beneficiaire|patient|nir|matricule|ayant droit).*(?:inconnu|absent|non (?:trouve|identifi|repertori|connu)\w*|errone|invalide|incorrect|pas dans notre fichier)|(?:inconnu|absent).*(?:notre|du|au) fichier/,
  },
  {
    id: 'caisse',
    title: 'Caisse ou régime erroné',
    todo: 'Vérifiez le régime, la caisse et le centre du patient, puis refacturez.',
    when: /(?:caisse|organisme|regime|centre).*(?:errone|incorrect|inconnu|incompetent|invalide|non gestionnaire)|mauvais (?:destinataire|organisme|regime)/,
  },
  {
    id: 'cumul',
    title: 'Cumul non autorisé',
    todo: 'Une téléexpertise se facture seule sur sa feuille : refacturez-la sans l’autre acte.',
    when: /cumul|non associable|association.*(?:interdit|non autoris|impossible)|incompatib\w*.*acte|actes? incompatib/,
  },
  {
    id: 'quota',
    title: 'Nombre d’actes dépassé',
    todo: 'Comptez les actes du patient (vue Quotas) avant de contester ou d’annuler.',
    when: /(?:nombre|quota|limite|plafond|maximum|frequence).*(?:depass|attein|exced)\w*|depassement.*(?:nombre|quota|limite)/,
  },
  {
    id: 'tarif',
    title: 'Montant ou tarif refusé',
    todo: 'Vérifiez le tarif de l’acte à sa date (vue Contrôler un export), puis refacturez.',
    when: /(?:montant|tarif|prix|base|honoraire|depassement)\w*.*(?:errone|incorrect|superieur|inferieur|non conforme|invalide|incoheren|interdit|non autoris)\w*/,
  },
  {
    id: 'piece',
    title: 'Pièce ou ordonnance attendue',
    todo: 'Une téléexpertise ne demande pas d’ordonnance : contactez la caisse, ou retirez le circuit SCOR.',
    when: /ordonnance|\bscor\b|piece\w* justificative|support papier|feuille (?:de soins )?papier/,
  },
  {
    id: 'code-acte',
    title: 'Acte inconnu ou non autorisé',
    todo: 'Vérifiez le code de l’acte, sa date et votre profession, puis refacturez.',
    when: /(?:acte|code|prestation|cotation|lettre cle|specialite).*(?:inconnu|non autoris|invalide|interdit|errone|incorrect|non prevu|ferme|clos|non habilit)\w*/,
  },
  {
    id: 'delai',
    title: 'Hors délai',
    todo: 'Vérifiez la date de l’acte ; passé le délai de la caisse, la feuille n’est plus payable.',
    when: /hors delai|delai.*(?:depass|expir)\w*|forclusion|forclos|tardi\w*/,
  },
  {
    id: 'complementaire',
    title: 'Part complémentaire refusée',
    todo: 'Une téléexpertise n’a pas de part complémentaire : refacturez en tiers payant AMO seul.',
    when: /\bamc\b|mutuelle|complementaire/,
  },
  {
    id: 'parcours',
    title: 'Parcours de soins',
    todo: 'Vérifiez l’indicateur de parcours de la feuille, puis refacturez.',
    when: /parcours|medecin traitant/,
  },
];

export const unknownCause: Cause = {
  id: 'inconnue',
  title: 'Cause non reconnue',
  todo: 'Lisez le libellé dans votre logiciel ; s’il manque, demandez-le à la caisse.',
};

/** Why a return was refused. A code of reject without words says nothing that can be relied on. */
export function causeOf(wording: string): Cause {
  const words = plain(wording);
  return causes.find(({ when }) => when.test(words)) ?? unknownCause;
}
