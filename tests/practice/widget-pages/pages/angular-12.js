/* global ng */
(async () => {
  const { AngularPage, template } = await import('/pages/angular-page.js');
  const { material } = ng;
  const App = ng.core.Component({
    selector: 'app-root',
    template: template({
      list: 'mat-chip-list',
      token: 'mat-chip',
      opened: (inner) => `<div role="dialog" *ngIf="isOpen">${inner}</div>`,
    }),
  })(class extends AngularPage {});
  const names = [
    'autocomplete',
    'button',
    'checkbox',
    'chips',
    'datepicker',
    'input',
    'radio',
    'select',
    'tabs',
  ];
  const modules = names.map((name) => material[name][`Mat${name[0].toUpperCase()}${name.slice(1)}Module`]);
  const Module = ng.core.NgModule({
    imports: [
      ng.platformBrowser.BrowserModule,
      ng.platformBrowser.animations.NoopAnimationsModule,
      material.core.MatNativeDateModule,
      material.slideToggle.MatSlideToggleModule,
      ...modules,
    ],
    declarations: [App],
    bootstrap: [App],
  })(class {});
  document.body.append(document.createElement('app-root'));
  await ng.platformBrowserDynamic.platformBrowserDynamic().bootstrapModule(Module);
  window.__ready = true;
})();
