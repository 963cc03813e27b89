import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { folderBoundaries } from './eslint-rules/folder-boundaries.mjs';

const rawHtml =
  'Text of servers and PDFs would become markup, and markup can ask for things: render text, or SVG through <img>.';
const untypedPath =
  'The typed contract (src/shared/contract.ts) is the only way between renderer and main: it parses every message and checks the sender.';

const html = [
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: rawHtml },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: rawHtml },
  { selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]', message: rawHtml },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: rawHtml },
];
const ipc = [
  { selector: 'ImportSpecifier[imported.name=/^ipc(Main|Renderer)$/]', message: untypedPath },
  { selector: 'MemberExpression[property.name=/^ipc(Main|Renderer)$/]', message: untypedPath },
  { selector: 'ObjectPattern > Property[key.name=/^ipc(Main|Renderer)$/]', message: untypedPath },
  {
    selector:
      'CallExpression[callee.property.name=/^(send|sendToFrame|postMessage)$/][callee.object.name=/^(webContents|sender|senderFrame|mainFrame)$/]',
    message: untypedPath,
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(send|sendToFrame|postMessage)$/][callee.object.property.name=/^(webContents|sender|senderFrame|mainFrame)$/]',
    message: untypedPath,
  },
];
// What Node 18.15 lacks of the language's library, tsconfig's "lib" leaves out; this is syntax, which it cannot.
const tooNew = [
  {
    selector: 'MemberExpression[object.type="MetaProperty"][property.name=/^(dirname|filename)$/]',
    message: 'Absent in Node 18.15 of the oldest Electron that the code must run on, and in CommonJS output.',
  },
];
const restricted = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'demo-output/', 'test-results/', 'playwright-report/'] },
  {
    // A rule that has to be bent is changed here, where everybody sees it.
    linterOptions: { noInlineConfig: true },
    plugins: { plantain: { rules: { 'folder-boundaries': folderBoundaries } } },
    rules: {
      'plantain/folder-boundaries': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{ts,mts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...restricted(html, ipc, tooNew),
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // The types are those of the newest Electron and DOM; where the code looks whether something is there, it may not be.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Our factories return plain functions: there is no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // Dictionaries and the contract's calls derive their types; an empty branch or a name used once is meant.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // An interface may promise more than one of its makers has to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // registerBufferProtocol: see there; the typings of the newest Electron still have it
    files: ['src/main/app-protocol.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['src/main/ipc.ts', 'src/preload/index.ts'],
    rules: restricted(html, tooNew),
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // It warns the React Compiler, which this build does not use, of the virtual lists.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    // Tests drive the window from outside, with stand-ins whose methods are passed around.
    files: ['test/**/*.ts'],
    rules: {
      ...restricted(html, tooNew),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
