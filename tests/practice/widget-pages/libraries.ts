/** Who draws the controls, how each page comes about, and what a library's own markup asks of a profile. */
import type { FieldMap } from '../../../sites/profile.ts';
import type { Control } from './cells.ts';

export interface Library {
  id: string;
  name: string;
  /** Folder of `tests/practice` whose lockfile installs it; none for pages of our own. */
  folder?: 'widgets' | 'widgets-modern' | 'widgets-heavy';
  /** A module that Vite makes into one script, or a page whose files are served as they are. */
  page: { bundle: string } | { scripts: string[]; styles?: string[] };
  /** What the library's markup adds to the map of a control. */
  maps?: Partial<Record<Control, Partial<FieldMap>>>;
  /** Controls the library does not draw. */
  absent: Partial<Record<Control, string>>;
}

const noMask = 'no masked field';
const noEditor = 'no rich text editor';
const noNative = 'no dress for the native list';
const noChips = 'no tokens';
const noSwitch = 'no switch';

/** Angular 12's scripts in the order of their dependencies: it came without a build. */
const angular12 = [
  'zone.js/bundles/zone.umd.js',
  'rxjs/bundles/rxjs.umd.js',
  '@angular/core/bundles/core.umd.js',
  '@angular/common/bundles/common.umd.js',
  '@angular/common/bundles/common-http.umd.js',
  '@angular/compiler/bundles/compiler.umd.js',
  '@angular/platform-browser/bundles/platform-browser.umd.js',
  '@angular/platform-browser-dynamic/bundles/platform-browser-dynamic.umd.js',
  '@angular/animations/bundles/animations.umd.js',
  '@angular/animations/bundles/animations-browser.umd.js',
  '@angular/platform-browser/bundles/platform-browser-animations.umd.js',
  '@angular/forms/bundles/forms.umd.js',
  '@angular/cdk/bundles/cdk.umd.js',
  ...'coercion platform keycodes observers collections bidi a11y scrolling portal layout text-field overlay'
    .split(' ')
    .map((name) => `@angular/cdk/bundles/cdk-${name}.umd.js`),
  ...'core form-field input checkbox radio select autocomplete button datepicker chips slide-toggle tabs'
    .split(' ')
    .map((name) => `@angular/material/bundles/material-${name}.umd.js`),
].map((path) => `widgets/node_modules/${path}`);

const noNativeStyle = { masked: noMask, contenteditable: noEditor, select: noNative };
const byBox = { find: ['mat-checkbox input'] };
/** Material reads 12/03/2026 as 3 December with the date adapter of the browser. */
const american = { dates: 'mdy' as const };

export const libraries: Library[] = [
  {
    id: 'plain',
    name: 'HTML et ARIA',
    page: { scripts: ['pages/plain.js'] },
    maps: {
      radio: { find: ['[role="radio"]'] },
      chips: { chips: { chip: '#chips-list .chip', remove: 'button' } },
    },
    absent: {},
  },
  {
    id: 'aspnet',
    name: 'WebForms (postback)',
    page: { scripts: ['pages/aspnet.js'] },
    maps: {
      select: { postback: true },
      checkbox: { postback: true },
      radio: { find: ['[name="radio"]'], postback: true },
      rows: { postback: true },
    },
    absent: {
      contenteditable: noEditor,
      masked: noMask,
      switch: noSwitch,
      combobox: 'the native list alone',
      autocomplete: 'no search field',
      chips: noChips,
    },
  },
  {
    id: 'jquery-ui',
    name: 'jQuery UI 1.14',
    folder: 'widgets-modern',
    page: {
      scripts: [
        'widgets-modern/node_modules/jquery/dist/jquery.min.js',
        'widgets-modern/node_modules/jquery-ui/dist/jquery-ui.min.js',
        'pages/jquery-ui.js',
      ],
      styles: ['widgets-modern/node_modules/jquery-ui/dist/themes/base/jquery-ui.min.css'],
    },
    maps: {
      number: { commit: ['blur'] },
      radio: { find: ['[name="radio"]'] },
      combobox: {
        find: ['#combobox-button'],
        menu: { entries: '.ui-selectmenu-open .ui-menu-item-wrapper' },
      },
      autocomplete: { menu: { type: true, wait: 3000, entries: '.ui-autocomplete .ui-menu-item-wrapper' } },
    },
    absent: { masked: noMask, contenteditable: noEditor, select: noNative, switch: noSwitch, chips: noChips },
  },
  {
    id: 'mui',
    name: 'MUI 9',
    folder: 'widgets-modern',
    page: { bundle: 'widgets-modern/mui.jsx' },
    maps: {
      radio: { find: ['[name="radio"]'] },
      chips: { chips: { chip: '[data-cell="chips"] .MuiChip-root', remove: '.MuiChip-deleteIcon' } },
    },
    absent: { masked: noMask, contenteditable: noEditor },
  },
  {
    id: 'antd',
    name: 'Ant Design 6',
    folder: 'widgets-modern',
    page: { bundle: 'widgets-modern/antd.jsx' },
    maps: {
      radio: { find: ['[name="radio"]'] },
      date: { commit: ['enter', 'blur'] },
      combobox: {
        find: [
          '[data-cell="combobox"] .ant-select-content',
          '[data-cell="combobox"] .ant-select-selection-item',
        ],
        menu: { open: ['[data-cell="combobox"] .ant-select'], entries: '.ant-select-item-option' },
      },
      autocomplete: { menu: { type: true, wait: 3000, entries: '.ant-select-item-option' } },
      chips: {
        chips: {
          chip: '[data-cell="chips"] .ant-select-selection-item',
          remove: '.ant-select-selection-item-remove',
        },
      },
    },
    absent: { masked: noMask, contenteditable: noEditor, select: noNative },
  },
  {
    id: 'mantine',
    name: 'Mantine 9',
    folder: 'widgets-modern',
    page: { bundle: 'widgets-modern/mantine.jsx' },
    maps: {
      radio: { find: ['[name="radio"]'] },
      chips: { chips: { chip: '[data-cell="chips"] .mantine-Pill-root', remove: 'button' } },
    },
    absent: { masked: noMask, contenteditable: noEditor },
  },
  {
    id: 'vuetify',
    name: 'Vuetify 4',
    folder: 'widgets-modern',
    page: { bundle: 'widgets-modern/vuetify.js' },
    maps: {
      radio: { find: ['[name="radio"]'] },
      combobox: {
        find: ['[data-cell="combobox"] .v-select__selection-text'],
        menu: { open: ['[data-cell="combobox"] .v-field'], entries: '.v-overlay--active .v-list-item' },
      },
      autocomplete: { menu: { type: true, wait: 3000, entries: '.v-overlay--active .v-list-item' } },
      chips: { chips: { chip: '[data-cell="chips"] .v-chip', remove: '.v-chip__close' } },
    },
    absent: { masked: noMask, contenteditable: noEditor, select: noNative },
  },
  {
    id: 'angular-12',
    name: 'Angular Material 12',
    folder: 'widgets',
    page: {
      scripts: [...angular12, 'pages/angular-12.js'],
      styles: ['widgets/node_modules/@angular/material/prebuilt-themes/indigo-pink.css'],
    },
    maps: {
      date: american,
      checkbox: byBox,
      radio: { find: ['mat-radio-button input'] },
      switch: { find: ['mat-slide-toggle input'] },
      combobox: {
        find: ['#combobox .mat-select-value'],
        menu: { open: ['#combobox .mat-select-trigger'], entries: '.mat-select-panel .mat-option' },
      },
      autocomplete: { menu: { type: true, wait: 3000, entries: '.mat-autocomplete-panel .mat-option' } },
      chips: { chips: { chip: '[data-cell="chips"] .mat-chip:not([hidden])', remove: 'button' } },
    },
    absent: noNativeStyle,
  },
  {
    id: 'angular',
    name: 'Angular Material 22',
    folder: 'widgets-heavy',
    page: { bundle: 'widgets-heavy/angular.js' },
    maps: {
      date: american,
      checkbox: byBox,
      radio: { find: ['mat-radio-button input'] },
      switch: { find: ['mat-slide-toggle button'] },
      combobox: {
        find: ['#combobox .mat-mdc-select-value'],
        menu: { open: ['#combobox .mat-mdc-select-trigger'], entries: '.mat-mdc-select-panel mat-option' },
      },
      autocomplete: { menu: { type: true, wait: 3000, entries: '.mat-mdc-autocomplete-panel mat-option' } },
      chips: {
        chips: { chip: '[data-cell="chips"] mat-chip-row:not([hidden])', remove: 'button[matchipremove]' },
      },
    },
    absent: noNativeStyle,
  },
  {
    id: 'devextreme',
    name: 'DevExtreme 26.1',
    folder: 'widgets-heavy',
    page: {
      scripts: [
        'widgets-heavy/node_modules/jquery/dist/jquery.min.js',
        'widgets-heavy/node_modules/devextreme-dist/js/dx.all.js',
        'pages/devextreme.js',
      ],
      styles: ['widgets-heavy/node_modules/devextreme-dist/css/dx.light.css'],
    },
    maps: {
      radio: { find: ['[data-cell="radio"] [role="radio"]'] },
      combobox: { menu: { entries: '.dx-selectbox-popup-wrapper .dx-list-item' } },
      autocomplete: {
        menu: { type: true, wait: 3000, entries: '.dx-autocomplete-popup-wrapper .dx-list-item' },
      },
      chips: { chips: { chip: '[data-cell="chips"] .dx-tag', remove: '.dx-tag-remove-button' } },
    },
    absent: { contenteditable: 'not tried: its editor asks for further files', select: noNative },
  },
  {
    id: 'extjs',
    name: 'ExtJS 6.2',
    folder: 'widgets-heavy',
    page: {
      scripts: [
        'widgets-heavy/node_modules/extjs-gpl/build/ext-all.js',
        'widgets-heavy/node_modules/extjs-gpl/build/classic/theme-neptune/theme-neptune.js',
        'widgets-heavy/node_modules/extjs-gpl/build/classic/locale/locale-fr.js',
        'pages/extjs.js',
      ],
      styles: [
        'widgets-heavy/node_modules/extjs-gpl/build/classic/theme-neptune/resources/theme-neptune-all.css',
      ],
    },
    maps: {
      radio: { find: ['.x-form-radio-group input[type="button"]', '[name="radio"]'] },
      combobox: { menu: { entries: '.x-boundlist-item' } },
      autocomplete: { menu: { type: true, wait: 3000, entries: '.x-boundlist-item' } },
      chips: {
        find: ['#chips-box-inputEl'],
        chips: { chip: '.x-tagfield-item', remove: '.x-tagfield-item-close' },
      },
    },
    absent: {
      masked: noMask,
      contenteditable: 'not tried: its editor is a frame in design mode, where no field of ours is',
      select: noNative,
      switch: noSwitch,
    },
  },
];
