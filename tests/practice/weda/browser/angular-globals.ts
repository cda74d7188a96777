/** The few names of the Angular 12 UMD bundles that the Material page uses, and how to decorate a class without a build. */

export type Type = new (...needs: never[]) => object;
type Decorate = (type: Type) => Type;

interface ChangeDetector {
  detectChanges(): void;
}

export interface Zone {
  run(work: () => void): void;
}

export interface Dialog {
  open(
    component: Type,
    settings: object,
  ): { close(): void; afterClosed(): { subscribe(work: () => void): void } };
}

export interface ComponentRef {
  instance: unknown;
  changeDetectorRef: ChangeDetector;
}

interface AngularGlobals {
  core: {
    Component(settings: object): Decorate;
    NgModule(settings: object): Decorate;
    CUSTOM_ELEMENTS_SCHEMA: object;
    NgZone: Type;
    ApplicationRef: Type;
    enableProdMode(): void;
  };
  common: { CommonModule: Type };
  forms: { FormsModule: Type };
  platformBrowser: { BrowserModule: Type; animations: { BrowserAnimationsModule: Type } };
  platformBrowserDynamic: { platformBrowserDynamic(): { bootstrapModule(module: Type): Promise<ModuleRef> } };
  material: Record<string, Record<string, Type>>;
}

export interface ModuleRef {
  injector: { get(token: Type): unknown };
}

export const ng = (globalThis as unknown as { ng: AngularGlobals }).ng;

/** Modules of Material the sheet is made of. */
export const materialModules = (): Type[] =>
  [
    ['button', 'MatButtonModule'],
    ['card', 'MatCardModule'],
    ['checkbox', 'MatCheckboxModule'],
    ['dialog', 'MatDialogModule'],
    ['formField', 'MatFormFieldModule'],
    ['icon', 'MatIconModule'],
    ['input', 'MatInputModule'],
    ['menu', 'MatMenuModule'],
    ['radio', 'MatRadioModule'],
    ['slideToggle', 'MatSlideToggleModule'],
  ].map(([part = '', name = '']) => {
    const found = ng.material[part]?.[name];
    if (!found) throw new Error(`Angular Material has no ${part}.${name}`);
    return found;
  });
