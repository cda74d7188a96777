/**
 * Errors that are expected: a code and a French sentence each. Everything else is a bug. No text of a page, no name
 * and no number ever enters one: the sentences are constants.
 */
export const sentences = {
  'not-for-you': 'Demande refusée : elle ne vient pas du volet.',
  malformed: 'Demande refusée : elle est incomplète ou mal formée.',
  'no-page': 'La page du logiciel ne répond plus. Rechargez-la.',
  'no-patient': 'Aucun patient n’est reconnu sur cette page.',
  'wrong-patient': 'Le patient affiché n’est plus le même : rien n’a été écrit.',
  'read-only': 'Sur cette page, le volet lit seulement : rien n’est écrit.',
  'page-changed': 'Le logiciel a changé : un champ n’est plus à sa place. Rien n’a été écrit.',
  'nothing-to-carry': 'Cette page ne montre rien qui puisse être repris pour la FSE.',
  busy: 'Une écriture est déjà en cours.',
  'not-set-up': 'Dites d’abord qui vous êtes dans les réglages.',
  'storage-full': 'L’espace de cet ordinateur est plein : l’acte n’a pas pu être gardé dans le registre.',
  storage: 'Le registre de ce poste ne répond pas : l’acte n’a pas pu y être gardé.',
  'no-structure': 'La structure de cette page n’a pas pu être lue.',
  'taught-too-large': 'Ce fichier est trop gros pour être un profil (200 ko au plus).',
  'taught-not-json': 'Ce fichier ne se lit pas : ce n’est pas un profil, ou il a été coupé.',
  'not-taught': 'Ce fichier n’est pas un profil montré par un utilisateur.',
  'taught-shipped': 'Ce profil porte le nom d’un profil fourni avec le volet : il n’est pas accepté.',
  'taught-shipped-site':
    'Ce site a déjà un profil fourni avec le volet : montrez-y plutôt le champ qui a changé.',
  'taught-other-version':
    'Ce profil vient d’une autre version du volet : mettez le volet à jour, ou montrez les champs.',
  'taught-no-name': 'Ce profil ne dit pas le nom de son logiciel.',
  'taught-no-site': 'Ce profil ne dit pas pour quel site il est fait.',
  'taught-wide-site': 'Ce profil vise plus d’un site : un seul nom de site, entier, est accepté.',
  'taught-unknown-field': 'Ce profil nomme un champ que le volet ne connaît pas.',
  'taught-no-field': 'Ce profil ne montre aucun champ.',
  'taught-bad-selector': 'Ce profil désigne un élément d’une façon qui ne se lit pas.',
  'taught-beyond': 'Ce profil contient ce que l’on ne peut pas montrer du doigt : il n’est pas accepté.',
  'taught-damaged': 'Ce profil est incomplet ou abîmé : exportez-le de nouveau.',
  'taught-there': 'Un profil existe déjà pour ce site : oubliez-le d’abord si vous voulez celui-ci.',
  'taught-same': 'Ce profil est déjà là.',
  'taught-full': 'Cinquante logiciels sont déjà montrés : oubliez-en un d’abord.',
  'no-open-page': 'Ouvrez d’abord une feuille de ce logiciel dans un onglet, puis recommencez.',
  'weak-selectors': 'Ce profil désigne des éléments par leur seule place : il n’est pas accepté.',
  disconnected: 'Le volet a été mis à jour. Rechargez la page pour continuer.',
  unexpected: 'Un incident est survenu dans le volet. La page du logiciel n’a pas été touchée.',
} as const;

export type ErrorCode = keyof typeof sentences;

export class ExpectedError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(sentences[code]);
    this.name = 'ExpectedError';
    this.code = code;
  }
}
