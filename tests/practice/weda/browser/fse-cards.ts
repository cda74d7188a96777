/** The cards above the acts: card reading and mode, care path, questions, third-party payment. */
import type { Desk } from './desk.ts';
import { el, matCard, matIcon } from './elements.ts';
import { openModeMenu } from './fse-overlay.ts';
import type { Sheet } from './fse-sheet.ts';
import type { Box, By, FseTruth, Mode } from './fse-truth.ts';
import { matCheckbox, matRadio, matSlideToggle, nativeSelect } from './mat-controls.ts';

const DIFFERENT =
  'Le nom, le prénom et/ou la date de naissance sont différents entre les données du bénéficiaire et celles ' +
  'contenues dans le dossier patient Weda.';

export const modeTexts: Record<Mode, string> = { vitale: '', sv: 'SV', dg: 'DG' };

export const orientations: Array<[string, string]> = [
  ['03', 'Je suis le médecin traitant'],
  ['11', 'Orienté par le MT'],
  ['12', 'Orienté par un médecin autre que le MT'],
  ['04', 'Nouveau MT'],
  ['05', 'MT de substitution'],
  ['06', 'Généraliste récemment installé'],
  ['07', 'Médecin installé en zone sous médicalisée'],
  ['08', 'Hors résidence'],
  ['09', 'Accès direct spécifique'],
  ['10', 'Hors accès direct spécifique'],
  ['13', 'Non respect du parcours de soin'],
  ['01', 'Exclusion du parcours de soin'],
  ['02', 'Urgence'],
];

export const assurances: Array<[string, string]> = [
  ['10', 'Maladie'],
  ['30', 'Maternité'],
  ['41', 'Accident du travail / Maladie professionnelle'],
];

export function readingText(cv: FseTruth['cv']): string {
  return cv === 'mismatch' ? DIFFERENT : 'Carte Vitale non lue';
}

/** The fingerprint opens the mode menu; ADRi answers once the mode has settled. */
export function cvCard(desk: Desk, chooseMode: (mode: Mode, by: By) => void): HTMLElement {
  const { sheet } = desk;
  const fingerprint = matIcon('fingerprint', '.mat-menu-trigger.fseMode.mr5.pointer');
  fingerprint.title = 'Mode de sécurisation';
  fingerprint.addEventListener('click', () => openModeMenu(desk, fingerprint, chooseMode));
  const mode = desk.keep(el('div', { title: 'Mode de télétransmission' }), (element) => {
    element.textContent = modeTexts[sheet.truth.mode];
  });
  const adri = desk.keep(
    el('img.adri', { src: '/Images/adri.png', alt: 'ADRi', title: 'Interroger ADRi' }),
    (image) => {
      image.classList.toggle('actif', sheet.truth.adri === 'ready');
    },
  );
  adri.addEventListener('click', (event) => sheet.askRights(desk.by(event)));
  const rights = desk.keep(el('span.droits', { 'data-inferred': true }), (element) => {
    element.textContent = sheet.truth.adri === 'done' ? 'Droits ouverts · 01 691 0000 · Exo. 0' : '';
  });
  return matCard(
    '.cvContainer',
    el(
      'vz-lecture-cv-widget',
      {},
      el(
        'div.cvWidget',
        {},
        fingerprint,
        el('vz-mode-teletrans', {}, mode),
        adri,
        rights,
        el('div.lectureCv'),
      ),
    ),
  );
}

/** The reading panel is put back several times while the card reader answers (weda.md 5.3). */
export function showCardReading(desk: Desk): void {
  desk.paint(() => {
    const place = desk.root.querySelector('.lectureCv');
    if (!place) return;
    const { cv } = desk.sheet.truth;
    if (cv === 'none') {
      place.replaceChildren();
      return;
    }
    const relaunch = el('a', { title: 'Relance une lecture de la carte vitale' }, 'Lire la carte Vitale');
    relaunch.addEventListener('click', () => {
      desk.paint(() => place.replaceChildren(el('span', {}, 'Lecture en cours…')));
      desk.sheet.later(800, () => showCardReading(desk));
    });
    const close = el('a', { title: 'Fermer cette fenêtre' }, 'Fermer');
    close.addEventListener('click', () => desk.paint(() => place.replaceChildren()));
    place.replaceChildren(el('span.cvErreur', {}, readingText(cv)), relaunch, close);
  });
}

export function carePathCard(desk: Desk, doctor: string): HTMLElement {
  const { sheet } = desk;
  return matCard(
    '.parcours.ng-star-inserted',
    el(
      'vz-orientation',
      {},
      el('span.libelle', {}, 'Parcours de soins'),
      nativeSelect(
        desk,
        orientations,
        () => sheet.truth.orientation,
        (code, by) => sheet.setOrientation(code, by),
      ),
    ),
    el(
      'vz-medecin-traitant-weda',
      {},
      el('span.libelle', {}, 'Médecin traitant'),
      el('div.mt10.ng-star-inserted', {}, `Dr ${doctor}`),
    ),
  );
}

export function questionsShape(desk: Desk): string {
  return desk.sheet.truth.assurance;
}

export function questionsCard(desk: Desk): HTMLElement {
  const { sheet } = desk;
  const question = (text: string, ids: [string, string], about: 'accident' | 'ald') =>
    el(
      'div.question.flexRow',
      {},
      el('span.libelle', {}, text),
      el(
        'mat-radio-group.mat-radio-group',
        { role: 'radiogroup' },
        matRadio(desk, ids[0], about, true),
        matRadio(desk, ids[1], about, false),
      ),
    );
  const assurance = el(
    'vz-assurance.question.flexRow',
    { 'data-inferred': true },
    el('span.libelle', {}, 'Assurance'),
    nativeSelect(
      desk,
      assurances,
      () => sheet.truth.assurance,
      (code, by) => sheet.setAssurance(code, by),
    ),
  );
  const card = matCard('.questions.ng-star-inserted', assurance);
  if (sheet.truth.assurance !== '30') {
    card.append(question('Accident de droit commun', ['mat-radio-8', 'mat-radio-9'], 'accident'));
  }
  card.append(question('En rapport avec une ALD', ['mat-radio-2', 'mat-radio-3'], 'ald'));
  if (sheet.truth.assurance === '41') {
    const paper = el('span.feuilletAt.pointer', {}, "Présentation d'un feuillet AT");
    paper.addEventListener('click', (event) =>
      sheet.setBox('feuilletAt', !sheet.truth.feuilletAt, desk.by(event)),
    );
    card.append(desk.keep(paper, (element) => element.classList.toggle('choisi', sheet.truth.feuilletAt)));
  }
  return card;
}

export function thirdPartyShape(desk: Desk): string {
  return String(desk.sheet.has('changed'));
}

export interface BoxPlan {
  id: string;
  box: Box;
  text: string;
  isToggle: boolean;
}

/** The vendor's counters number these boxes: one more component shifts them all. */
export function boxesOf(sheet: Sheet): BoxPlan[] {
  const gestion = 'Réaliser une FSE en gestion unique';
  const box = (id: number, name: Box, text: string): BoxPlan => ({
    id: `mat-checkbox-${id}`,
    box: name,
    text,
    isToggle: false,
  });
  const boxes: BoxPlan[] = [];
  if (sheet.has('changed')) {
    boxes.push(
      { id: 'mat-slide-toggle-7', box: 'tpAmo', text: 'Tiers payant AMO', isToggle: true },
      { id: 'mat-slide-toggle-8', box: 'tpAmc', text: 'Tiers payant AMC', isToggle: true },
    );
  } else if (sheet.has('shift')) {
    boxes.push(box(1, 'gestionUnique', gestion), box(4, 'tpAmo', 'AMO'), box(5, 'tpAmc', 'AMC'));
  } else {
    boxes.push(box(1, 'tpAmo', 'AMO'), box(2, 'tpAmc', 'AMC'));
  }
  if (sheet.has('c2s')) boxes.push(box(11, 'gestionUnique', gestion));
  if (sheet.truth.mode === 'dg')
    boxes.push(box(sheet.has('c2s') ? 12 : 11, 'scor', 'Inclure la FSP en SCOR'));
  return boxes;
}

export function thirdPartyCard(desk: Desk): HTMLElement {
  const { sheet } = desk;
  const draw = (plan: BoxPlan) =>
    (plan.isToggle ? matSlideToggle : matCheckbox)(desk, plan.id, plan.box, plan.text);
  return matCard(
    '.tiersPayant.ng-star-inserted',
    el('span.libelle', {}, 'Tiers payant'),
    ...boxesOf(sheet)
      .filter((plan) => plan.box !== 'scor')
      .map(draw),
    whenever(
      desk,
      () => sheet.truth.mode === 'dg',
      () =>
        boxesOf(sheet)
          .filter((plan) => plan.box === 'scor')
          .map(draw),
    ),
    whenever(
      desk,
      () => sheet.truth.tpAmc,
      () => [
        el('div', {}, el('div.mat-card-subtitle', {}, 'Formule')),
        el('select', { 'data-inferred': true }, el('option', { value: '021' }, '021 - Ticket modérateur')),
      ],
    ),
  );
}

/** Content that is there only while `isWanted`, without disturbing what is around it. */
function whenever(desk: Desk, isWanted: () => boolean, make: () => HTMLElement[]): HTMLElement {
  return desk.keep(el('div.selon'), (place) => {
    if (isWanted() === place.hasChildNodes()) return;
    place.replaceChildren(...(isWanted() ? make() : []));
  });
}
