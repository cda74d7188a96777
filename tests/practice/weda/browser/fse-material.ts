/** FSE page drawn by real Angular 12 Material components, in the browser, without a build. */
import { materialModules, ng, type Dialog, type ModuleRef, type Zone } from './angular-globals.ts';
import { assurances, modeTexts, orientations, readingText, boxesOf } from './fse-cards.ts';
import { cells } from './fse-acts.ts';
import { FseHost } from './fse-host.ts';
import { dialogTemplate, sheetTemplate } from './fse-material-template.ts';
import { showCents } from './fse-sheet.ts';
import type { By, Cell, Mode, PrescriberField } from './fse-truth.ts';
import { renderDelay } from './fse-view.ts';
import { prescriberLabels, shownPrescriber } from './mat-controls.ts';

const host = new FseHost();
const { sheet } = host;
const { truth } = sheet;

// Material's own outputs do not carry the DOM event: who acted is remembered from it.
let lastBy: By = 'page';
for (const type of ['click', 'input', 'change', 'keydown', 'blur']) {
  window.addEventListener(type, (event) => (lastBy = event.isTrusted ? 'user' : 'script'), true);
}
const by = () => lastBy;

function shownFields(): Array<{ field: PrescriberField; label: string; text: string }> {
  const labels: Array<[PrescriberField, string]> = [
    ['number', prescriberLabels[sheet.options.labels - 1] ?? ''],
    ['rpps', 'RPPS'],
    ['name', 'Nom du prescripteur'],
    ['date', 'Date de prescription'],
  ];
  return labels.map(([field, label]) => ({
    field,
    label,
    text: shownPrescriber(truth.prescriber[field], field),
  }));
}

class PrescriberDialog {
  sheet = sheet;
  by = by;
  fields = shownFields();
}

class SheetComponent {
  sheet = sheet;
  truth = truth;
  by = by;
  doctor = host.data.doctor;
  orientations = orientations;
  assurances = assurances;
  cells = cells.map(([id, label, aria]) => ({ id, label, aria }));
  stage = 250;
  /** One entry = the reading panel is shown; a new one = it was taken away and put back. */
  readings: object[] = [];
  /** New objects at each redraw: Angular destroys and makes again what hangs on them. */
  rows: Array<{ index: number; texts: Record<string, string> }> = [];
  drawings: object[] = [{}];
  prescriberFields = shownFields();
  boxes = boxesOf(sheet);
  dialog: Dialog | null = null;
  #openDialog: { close(): void } | null = null;
  #menuOpenedAt = 0;
  #wasPrescriberWanted = false;

  get modeText(): string {
    return modeTexts[truth.mode];
  }

  get cvText(): string {
    return readingText(truth.cv);
  }

  get totalText(): string {
    return showCents(sheet.totalCents);
  }

  get paymentText(): string {
    return showCents(truth.payment.amountCents);
  }

  get shownErrors(): string[] {
    return truth.errors.slice(-2);
  }

  /** The boxes stay the same nodes through a redraw, as in the other view. */
  byId = (_: number, plan: { id: string }): string => plan.id;

  readCard(): void {
    this.readings = truth.cv === 'none' ? [] : [{}];
  }

  menuOpened(): void {
    this.#menuOpenedAt = performance.now();
  }

  chooseMode(mode: Mode): void {
    if (performance.now() - this.#menuOpenedAt >= 200) host.chooseMode(mode, by());
  }

  left(signal: string, row: number, cell: Cell): void {
    const wanted = sheet.options.accept === 'never' ? 'blur' : sheet.options.accept;
    if (signal === wanted) sheet.take(row, cell);
  }

  redraw(): void {
    this.rows = Array.from({ length: truth.acts.length + 1 }, (_, index) => ({
      index,
      texts: Object.fromEntries(cells.map(([cell]) => [cell, sheet.cellText(index, cell)])),
    }));
    this.drawings = [{}];
    this.prescriberFields = shownFields();
    this.boxes = boxesOf(sheet);
    this.readCard();
    if (sheet.wantsPrescriber && !this.#wasPrescriberWanted && sheet.options.prescriber === 'dialog') {
      sheet.later(150, () => this.openDialog());
    }
    if (!sheet.wantsPrescriber) this.#openDialog?.close();
    this.#wasPrescriberWanted = sheet.wantsPrescriber;
  }

  openDialog(): void {
    if (this.#openDialog || !this.dialog) return;
    const opened = this.dialog.open(PrescriberDialog, { id: 'mat-dialog-3', autoFocus: false });
    this.#openDialog = opened;
    opened.afterClosed().subscribe(() => (this.#openDialog = null));
  }

  secure(event: MouseEvent): void {
    host.secure(event.isTrusted);
  }

  suspend(): void {
    host.suspend();
  }

  close(): void {
    host.close();
  }
}

ng.core.Component({ selector: 'practice-prescriber', template: dialogTemplate })(PrescriberDialog);
ng.core.Component({ selector: 'vz-feuille-de-soin', template: sheetTemplate })(SheetComponent);

class SheetModule {
  ngDoBootstrap(): void {}
}

ng.core.NgModule({
  imports: [
    ng.platformBrowser.BrowserModule,
    ng.platformBrowser.animations.BrowserAnimationsModule,
    ng.forms.FormsModule,
    ...materialModules(),
  ],
  declarations: [SheetComponent, PrescriberDialog],
  entryComponents: [SheetComponent, PrescriberDialog],
  schemas: [ng.core.CUSTOM_ELEMENTS_SCHEMA],
})(SheetModule);

interface Application {
  bootstrap(component: typeof SheetComponent): { instance: SheetComponent };
  tick(): void;
}

function start(module: ModuleRef): void {
  const zone = module.injector.get(ng.core.NgZone) as Zone;
  const application = module.injector.get(ng.core.ApplicationRef) as Application;
  host.place.append(document.createElement('vz-feuille-de-soin'));
  let component: SheetComponent | null = null;
  let isRenderDue = false;

  const paint = (work: () => void) => {
    sheet.painting = true;
    try {
      zone.run(work);
      application.tick();
    } finally {
      sheet.painting = false;
    }
  };
  const render = () => {
    isRenderDue = false;
    sheet.beforeRender();
    (document.activeElement as HTMLElement | null)?.blur();
    paint(() => component?.redraw());
  };
  sheet.onRender = () => {
    if (isRenderDue) return;
    isRenderDue = true;
    sheet.later(renderDelay(truth.renders), render);
  };
  sheet.onSync = () => zone.run(() => undefined);

  zone.run(() => {
    component = application.bootstrap(SheetComponent).instance;
    const dialogType = ng.material['dialog']?.['MatDialog'];
    component.dialog = dialogType ? (module.injector.get(dialogType) as Dialog) : null;
    component.redraw();
    component.readings = [];
  });
  for (const stage of [700, 800, 900, 1100, 1200]) {
    sheet.later(stage - 250, () =>
      paint(() => {
        if (component) component.stage = stage;
        truth.ready = stage === 1200;
      }),
    );
  }
  for (const at of [350, 600, 1100]) sheet.later(at - 250, () => paint(() => component?.readCard()));
  host.attach({ render, showErrors: () => paint(() => undefined) });
}

sheet.later(250, () => {
  ng.core.enableProdMode();
  void ng.platformBrowserDynamic.platformBrowserDynamic().bootstrapModule(SheetModule).then(start);
});
