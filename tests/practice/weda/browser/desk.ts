/** What the parts of the plain FSE page share: the sheet, how to draw, and who acted. */
import type { By } from './fse-truth.ts';
import type { Sheet } from './fse-sheet.ts';

export class Desk {
  readonly sheet: Sheet;
  /** `vz-feuille-de-soin`. */
  readonly root: HTMLElement;
  /** Wraps every DOM change of the page itself, so that the Omnidoc guard can tell it from a stranger's. */
  around: (work: () => void) => void = (work) => work();
  /** Set while Weda-Helper acts: its clicks are scripts too, but not the extension's. */
  isHelperActing = false;
  #controls: Array<{ element: Element; sync: () => void }> = [];

  constructor(sheet: Sheet, root: HTMLElement) {
    this.sheet = sheet;
    this.root = root;
  }

  by(event: Event): By {
    if (event.isTrusted) return 'user';
    return this.isHelperActing ? 'weda-helper' : 'script';
  }

  paint(work: () => void): void {
    this.sheet.painting = true;
    try {
      this.around(work);
    } finally {
      this.sheet.painting = false;
    }
  }

  /** Registers how `element` is brought back to the model, and does it once. */
  keep<E extends Element>(element: E, sync: (element: E) => void): E {
    this.#controls.push({ element, sync: () => sync(element) });
    sync(element);
    return element;
  }

  /** Every control shows the model again; those no longer in the page are forgotten. */
  syncAll(): void {
    this.#controls = this.#controls.filter((control) => control.element.isConnected);
    for (const control of this.#controls) control.sync();
  }
}
