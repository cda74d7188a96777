/** Draws the sheet with hand-made controls: late, in pieces, and destroying what it draws again (weda.md 5.3, 9.2). */
import { Desk } from './desk.ts';
import { el, matButton, matCard } from './elements.ts';
import { actHeader, actRows, buttons, favourites, payment, total, type FinalButtons } from './fse-acts.ts';
import {
  carePathCard,
  cvCard,
  questionsCard,
  questionsShape,
  showCardReading,
  thirdPartyCard,
  thirdPartyShape,
} from './fse-cards.ts';
import { closePrescriberDialog, openPrescriberDialog } from './fse-overlay.ts';
import type { Sheet } from './fse-sheet.ts';
import type { By, Mode } from './fse-truth.ts';
import { prescriberFields } from './mat-controls.ts';

export interface ViewActions extends FinalButtons {
  chooseMode(mode: Mode, by: By): void;
}

/** Between 80 and 250 ms, not always the same. */
export function renderDelay(renders: number): number {
  return 80 + ((renders * 67) % 171);
}

export class FseView {
  readonly desk: Desk;
  readonly #actions: ViewActions;
  readonly #doctor: string;
  readonly #body = el('div');
  /** A card that is made again when its shape changes, and only then. */
  readonly #shaped: Array<{ card: HTMLElement; shape: string; read: () => string; make: () => HTMLElement }> =
    [];
  #acts: HTMLElement | null = null;
  #foot: HTMLElement | null = null;
  #isRenderDue = false;
  #wasPrescriberWanted = false;

  constructor(sheet: Sheet, place: Element, doctor: string, actions: ViewActions) {
    const root = el('vz-feuille-de-soin', {}, el('div.fseContainer', {}, this.#body));
    this.desk = new Desk(sheet, root);
    this.#actions = actions;
    this.#doctor = doctor;
    sheet.later(250, () =>
      this.desk.paint(() => {
        this.#body.append(
          el('div.toolbarContainer.thinCards.flexRow', {}, cvCard(this.desk, actions.chooseMode)),
        );
        place.append(root);
      }),
    );
    this.#schedule(sheet);
    sheet.onRender = () => this.renderSoon();
    sheet.onSync = () => this.desk.paint(() => this.desk.syncAll());
  }

  #schedule(sheet: Sheet): void {
    const { desk } = this;
    for (const at of [350, 600, 1100]) sheet.later(at, () => showCardReading(desk));
    const row = el('div.flexRow.cartes');
    sheet.later(700, () =>
      desk.paint(() => {
        this.#body.append(row);
        this.#addShaped(
          row,
          () => questionsShape(desk),
          () => questionsCard(desk),
        );
      }),
    );
    sheet.later(800, () =>
      desk.paint(() =>
        this.#addShaped(
          row,
          () => thirdPartyShape(desk),
          () => thirdPartyCard(desk),
        ),
      ),
    );
    sheet.later(900, () =>
      desk.paint(() => this.#body.firstElementChild?.append(carePathCard(desk, this.#doctor))),
    );
    sheet.later(1100, () =>
      desk.paint(() => {
        this.#acts = matCard('.actes.ng-star-inserted', favourites(desk), el('div.actesListe'));
        this.#body.append(this.#acts);
        this.#drawActs();
      }),
    );
    sheet.later(1200, () => {
      desk.paint(() => {
        this.#foot = el('div.pied');
        this.#body.append(this.#foot, el('div.erreurs'));
        this.#drawFoot();
      });
      this.#followPrescriber();
      sheet.truth.ready = true;
    });
  }

  #addShaped(row: HTMLElement, read: () => string, make: () => HTMLElement): void {
    const card = make();
    row.append(card);
    this.#shaped.push({ card, shape: read(), read, make });
  }

  #drawActs(): void {
    this.#acts?.querySelector('.actesListe')?.replaceChildren(actHeader(), ...actRows(this.desk));
  }

  #drawFoot(): void {
    const { desk } = this;
    const { sheet } = desk;
    const inDialog = sheet.options.prescriber === 'dialog';
    const prescriber = !sheet.wantsPrescriber
      ? null
      : inDialog
        ? matButton('Prescripteur…', '.mat-button.ouvrirPrescripteur', () => openPrescriberDialog(desk))
        : matCard('.prescripteur', prescriberFields(desk));
    this.#foot?.replaceChildren(
      ...(prescriber ? [prescriber] : []),
      matCard('.reglement', total(sheet), payment(desk), buttons(this.#actions)),
    );
  }

  /** The dialog opens by itself the first time the sheet needs a prescriber. */
  #followPrescriber(): void {
    const { sheet } = this.desk;
    const isWanted = sheet.wantsPrescriber;
    if (sheet.options.prescriber === 'dialog' && isWanted && !this.#wasPrescriberWanted) {
      sheet.later(150, () => openPrescriberDialog(this.desk));
    }
    if (!isWanted) closePrescriberDialog();
    this.#wasPrescriberWanted = isWanted;
  }

  /** Requests in the meantime are served by the same redraw. */
  renderSoon(): void {
    if (this.#isRenderDue) return;
    this.#isRenderDue = true;
    const { sheet } = this.desk;
    sheet.later(renderDelay(sheet.truth.renders), () => this.render());
  }

  render(): void {
    const { desk } = this;
    this.#isRenderDue = false;
    desk.sheet.beforeRender();
    desk.paint(() => {
      const active = document.activeElement;
      if (active instanceof HTMLElement && desk.root.contains(active)) active.blur();
      this.#reshape();
      if (this.#acts) this.#drawActs();
      if (this.#foot) this.#drawFoot();
      this.showErrors();
      desk.syncAll();
    });
    if (desk.sheet.truth.cv === 'none') showCardReading(desk);
    if (this.#foot) this.#followPrescriber();
  }

  #reshape(): void {
    for (const one of this.#shaped) {
      const shape = one.read();
      if (shape === one.shape) continue;
      const card = one.make();
      one.card.replaceWith(card);
      one.card = card;
      one.shape = shape;
    }
  }

  showErrors(): void {
    const place = this.#body.querySelector('.erreurs');
    const { errors, secureOutcome } = this.desk.sheet.truth;
    if (secureOutcome === 'done') {
      place?.replaceChildren(el('div.fait', { role: 'status' }, 'FSE sécurisée'));
      return;
    }
    place?.replaceChildren(
      ...errors.slice(-2).map((text) => el('div.mat-error.ng-star-inserted', { role: 'alert' }, text)),
    );
  }
}
