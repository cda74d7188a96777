/** The arrows of docs/house.md: a room imports only from floors below it. */
const rooms = ['rules', 'cases', 'sites', 'ledger', 'documents', 'messages', 'components', 'entrypoints'];
const mayImport = {
  rules: [],
  cases: ['rules'],
  sites: ['rules'],
  ledger: ['rules', 'cases'],
  documents: ['rules', 'cases'],
  messages: ['rules', 'cases', 'sites'],
  components: ['rules', 'cases'],
};

/** Types may cross where values may not: what a page said is described in one file, read by many. */
const typesFrom = {
  cases: ['^sites/model\\.ts$'],
  ledger: ['^sites/model\\.ts$'],
  components: ['^(sites|messages|ledger)/'],
};

const arrows = Object.entries(mayImport).flatMap(([room, below]) => {
  const forbidden = rooms.filter((other) => other !== room && !below.includes(other)).join('|');
  const from = { path: `^${room}/` };
  const typed = typesFrom[room] ?? [];
  return [
    {
      name: `${room}-looks-only-down`,
      severity: 'error',
      from,
      to: { path: `^(${forbidden})/`, ...(typed.length && { pathNot: typed }) },
    },
    ...(typed.length
      ? [
          {
            name: `${room}-takes-types-only`,
            severity: 'error',
            from,
            to: {
              path: typed,
              pathNot: `^(${[room, ...below].join('|')})/`,
              dependencyTypesNot: ['type-only'],
            },
          },
        ]
      : []),
  ];
});

// Reachability follows type imports too, and types cost nothing: that one rule runs in a pass that drops them.
const valuesOnly = process.env.ARROWS === 'values';
const heavy = 'node_modules/(react|react-dom|zod|dexie|webextension-polyfill)/';

module.exports = {
  forbidden: [
    ...(valuesOnly ? [] : arrows),
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...(valuesOnly
      ? [
          {
            name: 'sentinel-stays-tiny',
            severity: 'error',
            from: { path: '^entrypoints/(sentinel|hand)' },
            to: { path: heavy, reachable: true },
          },
        ]
      : []),
    {
      name: 'components-touch-no-browser',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: 'node_modules/(webextension-polyfill|wxt|dexie)/' },
    },
    {
      name: 'rules-stand-alone',
      severity: 'error',
      from: { path: '^rules/' },
      to: { path: 'node_modules/(react|dexie|webextension-polyfill|wxt)/' },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: `^(${rooms.join('|')})/` },
      to: { path: '^(tests|bench|scripts)/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: `^(${rooms.join('|')})/` },
      to: { couldNotResolve: true, pathNot: '\\.(css|jsonc)$' },
    },
  ],
  options: {
    tsPreCompilationDeps: valuesOnly ? false : 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt|tests/practice/widgets)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.jsonc'],
    },
  },
};
