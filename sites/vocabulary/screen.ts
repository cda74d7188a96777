/** Which screen is shown, by what stands there together: no single word makes a sheet (lexicon.md §1, §9). */
import type { FieldId, ScreenKind } from '../model.ts';
import { finalVerbs, listVerbs } from './places.ts';
import type { Scene } from './scene.ts';
import type { Seen } from './understand.ts';

/** Is `verb` said whole at the beginning? A key (« F8 ») may stand before it. */
function startsWithOneOf(text: string, verbs: readonly string[]): boolean {
  const said = text.startsWith('f') ? text.replace(/^f\d{1,2} /, '') : text;
  return verbs.some(
    (verb) => said.startsWith(verb) && (said.length === verb.length || said.charAt(verb.length) === ' '),
  );
}

const LONGEST_BUTTON = 40;

/** Words that look like a button: some toolkits draw theirs with plain elements. */
function drawnButtons(scene: Scene): string[] {
  const drawn = /btn|bo?utt?on/i;
  return scene.pieces
    .filter(
      ({ holder, text }) =>
        text.length < LONGEST_BUTTON &&
        (drawn.test(holder.getAttribute('class') ?? '') ||
          drawn.test(holder.parentElement?.getAttribute('class') ?? '') ||
          holder.hasAttribute('onclick') ||
          holder.hasAttribute('tabindex')),
    )
    .map(({ words }) => words);
}

/** What only a billing sheet asks beside an act. */
const billing: FieldId[] = [
  'tp.amo',
  'tp.amc',
  'mode',
  'parcours',
  'acte.montant',
  'acte.quantite',
  'acte.depassement',
];

const patientFile =
  /^((modification|creation|edition|creer|modifier|nouveau|nouveau dossier) ((du |d un |un |le )?patient)|etat civil|identite|dossier (patient|medical|administratif)|fiche (patient|administrative)|informations administratives|volet medical|accueil patient|observation medicale|antecedents)\b/;
const teleexpertise =
  /\b(teleexpertise|tele expertise|avis specialise|demande d avis|teledossier|medecin (requis|requerant)|expert)\b/;
/** The other side has answered, or what was asked is now billed. */
const answered =
  /\b(compte rendu|avis rendu|reponse de|reponse a votre|votre avis|conclusion de l expert|gestion de la facturation)\b/;

/** Words that by themselves may tell one screen from another. */
export const saysScreen = (said: string): boolean =>
  patientFile.test(said) ||
  teleexpertise.test(said) ||
  answered.test(said) ||
  startsWithOneOf(said, finalVerbs) ||
  startsWithOneOf(said, listVerbs);

/** Papers that hold every word of a sheet, and say in their title that they are none. */
function otherPaper(scene: Scene): boolean {
  const titles = [scene.title, ...scene.pieces.filter(({ heading }) => heading).map(({ words }) => words)];
  return titles.some((said) => /\b(devis|simulateur|simulation)\b/.test(said));
}

/** A page of settings holds every word of a sheet too. A part of a sheet may be called so, its page is not. */
function isSettings(scene: Scene): boolean {
  const tops = scene.asked.filter(({ heading, holder }) => heading && /^H[12]$/.test(holder.nodeName));
  return [scene.title, ...tops.map(({ words }) => words)].some((said) =>
    /\b(parametr(es|age)|configuration|preferences|valeurs par defaut)\b/.test(said),
  );
}

export function screenOf(scene: Scene, fields: ReadonlyMap<FieldId, Seen>): ScreenKind | null {
  const filled = (field: FieldId): boolean => {
    const seen = fields.get(field);
    return seen !== undefined && seen.control !== 'display';
  };
  const has = (field: FieldId): boolean => fields.has(field);
  const lists = (): boolean => scene.buttons.some((button) => startsWithOneOf(button.words, listVerbs));
  const ends = (): boolean =>
    scene.buttons.some((button) => startsWithOneOf(button.words, finalVerbs)) ||
    drawnButtons(scene).some((said) => startsWithOneOf(said, finalVerbs));
  const sends = (): boolean =>
    scene.buttons.some((button) => startsWithOneOf(button.words, ['securiser', 'signer', 'teletransmettre']));

  const beside = billing.filter(filled).length;
  const settled =
    (filled('mode') ? 1 : 0) +
    (filled('tp.amo') && fields.get('tp.amo')?.evidence !== 'header' ? 1 : 0) +
    (filled('parcours') ? 1 : 0);
  // An act may be chosen by a search and then only shown: its quantity and amounts tell the row.
  const act =
    has('acte.code') || (filled('acte.quantite') && (filled('acte.depassement') || filled('acte.montant')));
  // So much of a sheet together needs no button that ends it: some are drawn so that nothing tells them.
  const sure = filled('acte.code') && beside >= 5;
  // Acts that are only shown may be those of a list.
  const enough = filled('acte.code') || filled('acte.quantite') ? 1 : 2;
  if (act && beside >= 2 && settled >= enough && !lists() && !otherPaper(scene) && (sure || ends())) {
    if (!isSettings(scene) || sends()) return 'fse';
  }

  const identity = (
    [
      'patient.nom',
      'patient.nomNaissance',
      'patient.prenom',
      'patient.naissance',
      'patient.nir',
      'patient.ins',
    ] as FieldId[]
  ).filter(has).length;
  const said = (): string[] => [
    scene.title,
    ...scene.pieces.map((piece) => piece.words),
    ...scene.buttons.map((button) => button.words),
  ];
  // A doctor's card has a name and numbers too: a request is about somebody who was born.
  const isPatient = (['patient.naissance', 'patient.nir', 'patient.ins'] as FieldId[]).some(has);
  if (identity >= 2 && isPatient && said().some((words) => teleexpertise.test(words))) {
    if (filled('demande.motif')) return 'request';
    const answering = scene.buttons.some((button) =>
      startsWithOneOf(button.words, ['envoyer la reponse', 'repondre']),
    );
    if (!answering && said().some((words) => answered.test(words))) return 'answer';
    if (has('demande.motif')) return 'request';
    if (has('prescripteur.numero')) return 'answer';
  }
  if (identity >= 4 && said().some((words) => patientFile.test(words)) && !lists()) return 'patient';
  return null;
}

/** The buttons that look like the end of the sheet: those that say it best. */
export function finalsOf(scene: Scene): Element[] {
  for (const verbs of [finalVerbs.slice(0, 1), finalVerbs]) {
    const found = scene.buttons.filter((button) => startsWithOneOf(button.words, verbs));
    if (found.length > 0) return found.map(({ element }) => element);
  }
  return [];
}
