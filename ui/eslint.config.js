// What the linter holds to, beyond the usual: the order of the folders.
//
//   views -> features -> state -> platform, generated
//                     -> components -> i18n
//
// Imports point only downwards, host code stands only in platform/, and the
// shapes of the wire come only from generated/.
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The folders of src/, each with those that it may import from. */
const tiers = {
  i18n: ['generated'],
  platform: ['i18n', 'generated'],
  components: ['i18n', 'generated'],
  state: ['platform', 'i18n', 'generated'],
  features: ['components', 'state', 'platform', 'i18n', 'generated'],
  views: ['features', 'components', 'state', 'platform', 'i18n', 'generated'],
};

const everyTier = [...Object.keys(tiers), 'generated'];

/** One block a folder: what it must not import. */
function tierRules([tier, allowed]) {
  const forbidden = everyTier.filter((other) => other !== tier && !allowed.includes(other));
  const patterns = [];
  if (forbidden.length > 0) {
    patterns.push({
      group: forbidden.flatMap((other) => [`@/${other}/**`, `../**/${other}/**`]),
      message: `${tier}/ may import only from: ${allowed.join(', ')}.`,
    });
  }
  if (tier !== 'platform') {
    patterns.push({
      group: ['@tauri-apps/*', '@tauri-apps/**'],
      message: 'Host code stands only in platform/.',
    });
  }
  return {
    files: [`src/${tier}/**/*.{ts,svelte}`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default ts.config(
  { ignores: ['dist/', 'src/generated/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      // TypeScript itself knows every name.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'svelte/no-at-html-tags': 'error',
      // The router is ours, hash based.
      'svelte/no-navigation-without-resolve': 'off',
      // Sets that nothing on the screen follows stay plain on purpose; svelte-check tells the rest.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig,
      },
    },
  },
  {
    files: ['**/*.test.ts', 'test/**'],
    rules: {
      'max-lines-per-function': 'off',
      // In a test a missing value fails the test, which is what is wanted.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['*.js', '*.ts'],
    languageOptions: { globals: { ...globals.node } },
  },
  ...Object.entries(tiers).map(tierRules),
);
