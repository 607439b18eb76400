/**
 * Holds what the compiler cannot: the layers' imports, the ban on clocks and chance in the rules,
 * and a few habits of the house.
 */
import { defineConfig, globalIgnores } from 'eslint/config'
import js from '@eslint/js'
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import prettier from 'eslint-config-prettier'
import globals from 'globals'
import { glossaryPlugin } from './scripts/lint/glossary-rule.mjs'
import { layerFolders, layerPlugin } from './scripts/lint/layer-rule.mjs'

// `npm test` has ten minutes, and the compiler reads every file there: the rules that need types,
// which make it read them all once more, are those of `npm run lint`.
const WITHOUT_TYPES =
  process.env['VIGIL_LINT'] === 'quick'
    ? [
        {
          files: ['**/*.{ts,vue}'],
          extends: [tseslint.configs.disableTypeChecked],
          languageOptions: { parserOptions: { project: null } },
          linterOptions: { reportUnusedDisableDirectives: 'off' },
        },
      ]
    : []

const refuse = (selector, message) => ({ selector, message })

// `no-restricted-syntax` of a later block replaces that of an earlier one: each folder below gets
// its whole list, put together from these.
const PURE = [
  refuse(
    'MemberExpression[object.name="Date"][property.name="now"]',
    'Time is an argument here (`at`): a rule that reads a clock cannot be replayed.',
  ),
  refuse(
    'NewExpression[callee.name="Date"][arguments.length=0]',
    "Time is an argument here: `new Date()` reads the machine's clock.",
  ),
  refuse(
    'CallExpression[callee.name="Date"]',
    "Time is an argument here: `Date()` reads the machine's clock.",
  ),
  refuse(
    'NewExpression[callee.name="Date"][arguments.length>1]',
    "This means the machine's own time zone; the site's zone is an argument.",
  ),
  refuse(
    'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes)$|^getTimezoneOffset$/]',
    "This means the machine's own time zone: use the UTC form, or the site's zone as an argument.",
  ),
  refuse(
    'MemberExpression[object.name="Math"][property.name="random"]',
    'No chance in the rules: ids and salts arrive as arguments.',
  ),
]
const PURE_GLOBALS = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'performance',
  'console',
  'crypto',
  'process',
  'globalThis',
  'window',
  'document',
  'navigator',
  'fetch',
  'localStorage',
  'sessionStorage',
].map((name) => ({
  name,
  message:
    'The rules and the core touch nothing: what they need arrives as an argument or through a port.',
}))

const NO_TOP_LEVEL_AWAIT = [
  refuse(
    'AwaitExpression:not(:function AwaitExpression), ForOfStatement[await=true]:not(:function ForOfStatement)',
    'No top-level await in src-main: Electron emits `ready` only after the entry module has been evaluated, so it would wait for ever.',
  ),
]
const NO_WINDOW = [
  refuse(
    'NewExpression[callee.name="BrowserWindow"], NewExpression[callee.property.name="BrowserWindow"]',
    'Windows are opened in src-main/hosts/electron/window-factory.ts only, so that no window misses its locks.',
  ),
]
const lock = (name, value) =>
  refuse(
    `Property[key.name="${name}"][value.value=${value}], Property[key.value="${name}"][value.value=${value}], AssignmentExpression[left.property.name="${name}"][right.value=${value}]`,
    `\`${name}: ${value}\` opens a lock that every window has (src-main/hosts/electron/window-options.ts).`,
  )
const LOCKS = [
  lock('nodeIntegration', true),
  lock('nodeIntegrationInWorker', true),
  lock('nodeIntegrationInSubFrames', true),
  lock('contextIsolation', false),
  lock('sandbox', false),
  lock('webSecurity', false),
  lock('allowRunningInsecureContent', true),
  lock('experimentalFeatures', true),
  lock('webviewTag', true),
  lock('bypassCSP', true),
  lock('navigateOnDragDrop', true),
  lock('enableRemoteModule', true),
  refuse(
    'Property[key.name="enableBlinkFeatures"]',
    'Features that the browser has switched off stay off.',
  ),
  refuse(
    'CallExpression[callee.property.name="openExternal"]',
    'Nothing is opened outside the program.',
  ),
  refuse(
    'CallExpression[callee.property.name=/^(setCertificateVerifyProc|executeJavaScript|insertCSS)$/]',
    'The program runs no code in a page, and trusts no certificate by itself.',
  ),
  refuse(
    'CallExpression[callee.property.name=/^(on|once|addListener)$/][arguments.0.value=/^(certificate-error|select-client-certificate)$/]',
    'No certificate is waved through.',
  ),
  refuse(
    'Literal[value=/^(--)?(no-sandbox|disable-web-security|ignore-certificate-errors|remote-debugging-port|disable-site-isolation-trials)$/]',
    'This switch opens a lock.',
  ),
  refuse(
    'CallExpression[callee.object.name="ipcRenderer"][callee.property.name="sendSync"]',
    'A page never waits for the main process with its thread.',
  ),
  refuse(
    'CallExpression[callee.property.name="exposeInMainWorld"] Identifier[name="ipcRenderer"][parent.type="Property"]',
    'A page gets named functions, never ipcRenderer itself.',
  ),
]
const NO_MARKUP = [
  refuse(
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    'Text of people must never become markup.',
  ),
]
const NO_LEFT_OUT_TESTS = [
  refuse(
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo)$/]',
    'A test runs or is not there; use `skipIf` with the reason in its name.',
  ),
]

export default defineConfig(
  globalIgnores(['out/**', 'dist/**', 'reports/**', 'node_modules/**', 'resources/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  vue.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser, // for <script lang="ts"> in .vue
        extraFileExtensions: ['.vue'],
        // the one project that knows every file: one program instead of six
        project: './tsconfig.tests.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-undef': 'off', // the compiler does it, layer by layer
      'max-lines': ['error', { max: 400 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // a port's method is asynchronous even where one implementation need not be
      '@typescript-eslint/require-await': 'off',
      // our objects are closures, not classes: their functions never ask for `this`
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ], // `unreachable(x)` does it in the default
      // components are imported by name, none is registered globally
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/no-v-html': 'error',
    },
  },
  {
    files: ['src-*/**/*.{ts,vue}', 'tests/**/*.ts'],
    plugins: { glossary: glossaryPlugin },
    rules: { 'glossary/words': 'error' },
  },
  { files: layerFolders, plugins: { layers: layerPlugin }, rules: { 'layers/imports': 'error' } },
  {
    files: ['src-shared/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...PURE],
      'no-restricted-globals': ['error', ...PURE_GLOBALS],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_TOP_LEVEL_AWAIT, ...NO_WINDOW, ...LOCKS] },
  },
  {
    files: ['src-main/hosts/electron/window-factory.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_TOP_LEVEL_AWAIT, ...LOCKS] },
  },
  {
    files: ['src-main/core/**/*.ts', 'src-main/hq/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_TOP_LEVEL_AWAIT, ...NO_WINDOW, ...PURE],
      'no-restricted-globals': ['error', ...PURE_GLOBALS],
    },
  },
  {
    files: ['src-renderer/**/*.{ts,vue}'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-syntax': ['error', ...NO_MARKUP] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_LEFT_OUT_TESTS],
      // what comes back over HTTP or out of a page is `any`; the assertion that follows is the
      // check
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  ...WITHOUT_TYPES,
  {
    files: ['src-renderer/i18n/**', 'tests/domain/match/{sentences,held-out}*.ts'],
    rules: { 'max-lines': 'off' }, // lists of words
  },
  prettier, // what Prettier lays out is not judged a second time
  {
    // a sentence of the screens stays on one line
    ignores: ['src-renderer/i18n/**', 'tests/electron/planted/**'],
    rules: {
      'max-len': [
        'error',
        {
          code: 100,
          ignoreUrls: true,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
        },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node, parserOptions: { project: null } },
  },
)
