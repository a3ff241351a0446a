import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Imports go one way (docs/architecture.md): each room names what it may not see. */
const walls = (files, ...forbidden) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['**/corpus-index', '**/corpus-index/**'], message: "Use the one door: '#corpus-index'." },
          ...forbidden.map((group) => ({ group, message: 'Imports go one way: see docs/architecture.md.' })),
        ],
      },
    ],
  },
});
const editor = ['vscode', 'vscode-languageserver', 'vscode-languageserver/**', 'vscode-languageclient/**'];

export default tseslint.config(
  { ignores: ['dist', 'out', 'coverage', 'test/vscode-host/node_modules', 'test/vscode-host/.browser'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 16],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests look into JSON that other programs printed.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.{mjs,cjs}'], languageOptions: { globals: { ...nodeGlobals() } } },
  walls(['corpus-index/**/*.ts'], editor, ['node:*'], ['**/src/**', '../language/**', '../ingest/**']),
  walls(
    ['src/language/**/*.ts'],
    editor,
    ['node:*'],
    ['**/ingest/**', '**/evidence/**', '**/server/**', '**/cli/**', '**/extension/**', '**/protocol/**'],
  ),
  walls(['src/ingest/**/*.ts'], editor, ['**/language/**', '**/server/**', '**/cli/**', '**/extension/**']),
  walls(['src/shared-corpus/**/*.ts'], editor, [
    '**/language/**',
    '**/ingest/**',
    '**/server/**',
    '**/cli/**',
    '**/extension/**',
    '**/protocol/**',
  ]),
  walls(['src/evidence/**/*.ts'], editor, ['**/server/**', '**/cli/**', '**/extension/**', '**/protocol/**']),
  walls(['src/cli/**/*.ts'], editor, ['**/server/**', '**/extension/**']),
  walls(['src/server/**/*.ts'], ['vscode'], ['**/cli/**', '**/extension/**']),
  walls(
    ['src/extension/**/*.ts'],
    ['#corpus-index'],
    ['**/server/**', '**/cli/**', '**/language/**', '**/ingest/**', '**/evidence/**', '**/webview/**'],
  ),
  {
    files: ['src/extension/**/*.ts'],
    ignores: ['src/extension/{choose,tell}.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(show(Information|Warning|Error)Message|setStatusBarMessage)$/]',
          message: "Names in a message could become links that run commands, or icons: use './tell'.",
        },
        {
          selector: 'MemberExpression[property.name="showQuickPick"]',
          message: "The list would go when a web view takes the focus back: use './choose'.",
        },
      ],
    },
  },
  walls(
    ['src/webview/**/*.ts'],
    editor,
    ['#corpus-index', 'node:*'],
    ['**/server/**', '**/cli/**', '**/language/**', '**/ingest/**', '**/extension/**'],
  ),
);

function nodeGlobals() {
  const names = [
    'process',
    'console',
    'URL',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'Buffer',
    'require',
    'module',
    'exports',
    '__dirname',
    'URLSearchParams',
    'performance',
    'window',
    'document',
    'MutationObserver',
    'NodeFilter',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
