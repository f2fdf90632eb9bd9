import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const rooms = [
  'board',
  'assets',
  'company',
  'customers',
  'orders',
  'parts',
  'people',
  'phone',
  'portal',
  'reports',
  'settlement',
];

/** A room imports lib and api, never another room and never the application around it. */
const roomRules = rooms.map((room) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: ['**/app/**', ...rooms.filter((other) => other !== room).map((other) => `$${other}/*`)] },
    ],
  },
}));

export default ts.config(
  { ignores: ['node_modules', 'test-results', 'playwright-report', 'src/api/schema.ts'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // The fast path of the board replaces whole objects; these maps are never mutated in place.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/lib/**', 'src/api/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: ['**/app/**', ...rooms.map((room) => `$${room}/*`)] }],
    },
  },
  ...roomRules,
);
