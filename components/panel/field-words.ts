import type { Concept } from '../../sites/pointing/concepts.ts';
import type { FieldId } from '../../sites/model.ts';

/** How each field of a page is called in a sentence. */
const words: Record<FieldId, string> = {
  'acte.code': 'Acte',
  'acte.quantite': 'Quantité',
  'acte.montant': 'Montant',
  'acte.depassement': 'Dépassement',
  'acte.date': 'Date de l’acte',
  'acte.total': 'Total',
  'tp.amo': 'TP AMO',
  'tp.amc': 'TP AMC',
  mode: 'Mode de sécurisation',
  parcours: 'Parcours de soins',
  'prescripteur.numero': 'N° AM du prescripteur',
  'prescripteur.nom': 'Nom du prescripteur',
  'prescripteur.rpps': 'RPPS du prescripteur',
  'prescripteur.date': 'Date de prescription',
  'patient.nom': 'Nom',
  'patient.nomNaissance': 'Nom de naissance',
  'patient.prenom': 'Prénom',
  'patient.naissance': 'Date de naissance',
  'patient.sexe': 'Sexe',
  'patient.nir': 'NIR',
  'patient.ins': 'INS',
  'patient.ecart': 'Écart avec le dossier',
  'demande.motif': 'Motif',
  'demande.date': 'Date de la demande',
  'reponse.date': 'Date de la réponse',
  'requerant.nom': 'Nom du requérant',
  'requerant.numero': 'N° AM du requérant',
  'requerant.rpps': 'RPPS du requérant',
  'requis.nom': 'Nom de l’expert requis',
  'requis.numero': 'N° AM de l’expert requis',
  'requis.rpps': 'RPPS de l’expert requis',
  'utilisateur.nom': 'Utilisateur',
};

export const fieldWords = (field: FieldId): string => words[field];

/** The same, and the software's own last button. */
export const conceptWords = (concept: Concept): string =>
  concept === 'final' ? 'Bouton final' : fieldWords(concept);

/** *le champ « TP AMO » n’est plus à sa place*, or the plural of it. */
export function movedFields(fields: readonly FieldId[]): string {
  const names = fields.map((field) => `«\u00a0${words[field]}\u00a0»`);
  if (names.length === 1) return `le champ ${names[0]} n’est plus à sa place`;
  return `les champs ${names.slice(0, -1).join(', ')} et ${names.at(-1)} ne sont plus à leur place`;
}
