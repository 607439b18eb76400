/**
 * Lists the layers: the folder of each, what it may import, and the reason. It is only a table: the
 * rule that reads it is layer-rule.mjs.
 */

const PAGES = [
  'vue',
  'vue-router',
  'vue-i18n',
  'pinia',
  'element-plus',
  '@element-plus/icons-vue',
  'echarts',
  'vue-echarts',
  'uqr',
  'pinyin-pro',
  '@fontsource-variable/noto-sans-sc',
]
const ELECTRON = ['electron', 'electron-store']
const SHARED = ['domain', 'contract']
const DRAWN = [...SHARED, 'charts'] // for those who draw

/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} folder path from the project's root; the first layer whose folder holds a file
 *   is its layer
 * @property {string[]} may other layers it may import; `core/ports` means only the files named in
 *   `ports`
 * @property {string[]} [packages] the only packages it may import (none, if left out)
 * @property {string[]} [not]      instead of `packages`: everything installed but these
 * @property {boolean} [node]      whether `node:*` is allowed
 * @property {string} why
 */

/** @type {Layer[]} */
export const layers = [
  {
    name: 'domain',
    folder: 'src-shared/domain',
    may: [],
    why: 'The rules must give the same answer on every machine and in every test, so they know nothing but the language and each other.',
  },
  {
    name: 'contract',
    folder: 'src-shared/contract',
    may: ['domain'],
    packages: ['zod'],
    why: 'Both processes load the contract, so whatever it imports would run in both.',
  },
  {
    name: 'charts',
    folder: 'src-shared/charts',
    may: ['domain'],
    why: 'A chart is drawn from plain data in the page and in a file that the main process writes, so what it looks like belongs to neither.',
  },
  {
    name: 'core',
    folder: 'src-main/core',
    may: SHARED,
    why: 'The station runs under two hosts and under moved time in tests: it reaches the world through its own ports.ts only.',
  },
  {
    name: 'hq',
    folder: 'src-main/hq',
    may: SHARED,
    why: 'HQ takes in what sites hand up, on any machine and under moved time in tests: it reaches database and network through its own hq-ports.ts only, and knows no station.',
  },
  {
    name: 'adapters',
    folder: 'src-main/adapters',
    may: [...DRAWN, 'core/ports'],
    // charts in a file are drawn without a page
    not: [...ELECTRON, ...PAGES.filter((name) => name !== 'pinyin-pro' && name !== 'echarts')],
    node: true,
    why: 'An adapter fulfils a port. It must not know the core behind it, nor which host started it.',
  },
  {
    name: 'preload',
    folder: 'src-main/preload',
    may: SHARED,
    packages: ['electron'],
    why: 'A sandboxed preload is one file that can require electron and nothing else.',
  },
  {
    name: 'hosts/electron',
    folder: 'src-main/hosts/electron',
    may: [...SHARED, 'core', 'core/ports', 'adapters', 'hosts'],
    not: PAGES,
    node: true,
    why: 'A host puts the parts together; pages are reached over the contract.',
  },
  {
    name: 'hosts',
    folder: 'src-main/hosts',
    may: [...SHARED, 'core', 'core/ports', 'adapters', 'hq'],
    not: [...ELECTRON, ...PAGES],
    node: true,
    why: 'The same station must run without Electron: importing it in plain Node starts a download.',
  },
  {
    name: 'console',
    folder: 'src-renderer/console',
    may: [...DRAWN, 'renderer'],
    packages: [...PAGES, 'hucre'],
    why: 'A page runs in a sandboxed browser, and the console must not drag the wall into its bundle.',
  },
  {
    name: 'wall',
    folder: 'src-renderer/wall',
    may: [...DRAWN, 'renderer'],
    packages: PAGES,
    why: 'A page runs in a sandboxed browser, and the wall has no way to send a command: whatever it imported from the console might.',
  },
  {
    name: 'hq pages',
    folder: 'src-renderer/hq',
    may: [...DRAWN, 'renderer'],
    packages: PAGES,
    why: 'The pages of HQ run in a sandboxed browser far from any station: whatever they imported from the console would ask one.',
  },
  {
    name: 'renderer',
    folder: 'src-renderer',
    may: DRAWN,
    packages: PAGES,
    why: 'Parts that several faces use know no face, no Node and no Electron.',
  },
  {
    name: 'plain count',
    folder: 'tests/kit/plain-count',
    may: [],
    node: true,
    why: 'It counts the figures a second time, so that the first count can be wrong: whatever both used would hide a fault.',
  },
]

/** Files of the core and of HQ that an adapter may see. */
export const ports = [
  'src-main/core/ports.ts',
  'src-main/core/api.ts',
  'src-main/hq/hq-ports.ts',
  'src-main/hq/hq-api.ts',
  'src-main/hq/people-ports.ts',
  'src-main/hq/report-ports.ts',
]

/** @param {string} path from the project's root, with forward slashes */
export const layerOf = (path) => layers.find((layer) => path.startsWith(`${layer.folder}/`)) ?? null
