import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import hooks from 'eslint-plugin-react-hooks';

/** Words of network access: the extension makes no request of its own (docs/house.md). */
const network = ['XMLHttpRequest', 'WebSocket', 'EventSource'];
const html = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML'];

export default tseslint.config(
  {
    ignores: [
      '.output/',
      '.wxt/',
      'node_modules/',
      'tests/practice/widgets/',
      'tests/practice/widgets-*/',
      'docs/',
      'tests/practice/**/*.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-control-regex': 'off',
      'no-undef': 'off',
    },
  },
  {
    // A check is called once the engine has made sure of what it needs; a test states what it knows; all columns of a
    // block are of one length.
    files: ['rules/**', 'bench/**', 'tests/**', 'ledger/overview/summaries.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['components/**', 'entrypoints/**'],
    plugins: { 'react-hooks': hooks },
    rules: { ...hooks.configs.recommended.rules },
  },
  {
    files: [
      'rules/**',
      'cases/**',
      'sites/**',
      'ledger/**',
      'messages/**',
      'components/**',
      'entrypoints/**',
    ],
    rules: {
      'no-restricted-globals': ['error', ...network],
      'no-restricted-properties': [
        'error',
        ...html.map((property) => ({ property })),
        { property: 'sendBeacon' },
      ],
    },
  },
  {
    files: ['rules/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'document',
        'window',
        'browser',
        'localStorage',
        'fetch',
        ...network,
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
);
