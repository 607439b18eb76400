/**
 * Packs with a dummy in place of Electron, and says what is wrong with what was packed. The program
 * itself is real: it is taken out of the archive and run.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { withAsar } from './asar.mjs'
import { SENTINEL, wiredFor, wireOf } from './fuses.mjs'

/** @typedef {import('./asar.mjs').Archive} Archive */
/**
 * @typedef {(root: string, args: string[], how: { quiet: boolean, config?: string }) => Promise<{
 *   code: number, output: string }>} Builder
 */
/**
 * @typedef {{ platform: 'linux' | 'win32', flag: string, folder: string, binary: string, dummy:
 *   string }} System
 */

/** @type {System[]} */
const SYSTEMS = [
  {
    platform: 'linux',
    flag: '--linux',
    folder: 'linux-unpacked',
    binary: 'vigil',
    dummy: 'electron',
  },
  {
    platform: 'win32',
    flag: '--win',
    folder: 'win-unpacked',
    binary: 'Vigil.exe',
    dummy: 'electron.exe',
  },
]
const LEAN = [
  'vue',
  'pinia',
  'element-plus',
  'echarts',
  'electron',
  'vite',
  'vitest',
  'typescript',
  'playwright-core',
] // built in, or never shipped

/**
 * A folder that electron-builder takes for Electron: nothing in it runs.
 * @param {string} dir
 * @param {string} version
 */
function dummyElectron(dir, version) {
  for (const folder of ['resources', 'locales']) mkdirSync(join(dir, folder), { recursive: true })
  // nine fuses, as they are in Electron's own binary before anybody has set them
  const wire = '011100011'
  for (const { dummy } of SYSTEMS)
    writeFileSync(
      join(dir, dummy),
      `dummy ${SENTINEL}\x01${String.fromCharCode(wire.length)}${wire} end`,
      { encoding: 'latin1', mode: 0o755 },
    )
  writeFileSync(join(dir, 'version'), version)
  for (const file of [
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/en-US.pak',
    'locales/zh-CN.pak',
  ])
    writeFileSync(join(dir, file), '')
}

/** @param {string} root @param {string} path @returns {string[]} */
const namesIn = (root, path) =>
  !existsSync(join(root, path))
    ? []
    : readdirSync(join(root, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(
          (entry) =>
            `${entry.parentPath.slice(root.length + 1).replaceAll('\\', '/')}/${entry.name}`,
        )

/**
 * What is missing in the archive or has no business there, in words; nothing if all is well.
 * @param {Archive} archive
 * @param {string} root of the project
 * @returns {string[]}
 */
export function faultsOf({ paths, outside, read }, root) {
  const there = new Set(paths)
  /** @type {{ main: string, dependencies: Record<string, string> }} */
  const { main, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const needed = [
    'package.json',
    'LICENSE',
    'THIRD-PARTY.md',
    'out/main/index.js',
    'out/main/station.js',
    'out/main/small-heap.js',
    'out/main/exporter.js',
    'out/main/backup-worker.js',
    'out/main/page-check-worker.js',
    'out/main/library.json',
    'out/main/sayings.json',
    'out/main/report-rules.json',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/wall.html',
    ...namesIn(root, 'resources/plans'),
    ...namesIn(root, 'resources/calendars'),
    ...namesIn(root, 'resources/checklists'),
    ...namesIn(root, 'resources/demo'),
    ...namesIn(root, 'resources/matching'),
    ...namesIn(root, 'resources/standards'),
    ...namesIn(root, 'resources/sounds'),
    ...namesIn(root, 'resources/icons').filter((name) => name.endsWith('.png')),
    ...namesIn(root, 'out/renderer').filter((name) => name.endsWith('.woff2')),
    ...Object.keys(dependencies).map((name) => `node_modules/${name}/package.json`),
  ]
  const strange = paths.filter(
    (path) =>
      /\.map$|^(tests|scripts|src-[a-z]+|docs|reports)\/|\.vue$|(^|\/)\.|^(?!node_modules\/).*\.ts$/.test(
        path,
      ) || LEAN.some((name) => path.startsWith(`node_modules/${name}/`)),
  )
  const packed = there.has('package.json')
    ? JSON.parse(read('package.json').toString('utf8')).main
    : undefined
  return [
    ...needed.filter((path) => !there.has(path)).map((path) => `missing: ${path}`),
    ...strange.map((path) => `not for the user: ${path}`),
    ...outside.map((path) => `outside the archive: ${path}`),
    ...(packed === main ? [] : [`package.json main is ${packed}, not ${main}`]),
  ]
}

/**
 * Takes the program out of its archive into an empty folder and runs its command line: whatever it
 * needs must have come with it.
 * @param {Archive} archive
 * @returns {string[]}
 */
function faultsWhenRun({ paths, read }) {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-packed-'))
  try {
    for (const path of paths) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), read(path))
    }
    /** @param {string[]} args */
    const station = (args) =>
      spawnSync(process.execPath, [join(dir, 'out/main/station.js'), ...args], {
        encoding: 'utf8',
        timeout: 60_000,
      })
    const commands = [
      ['plans', 'check'],
      ['demo', '--data', join(dir, 'data')],
      ['verify', '--data', join(dir, 'data')],
    ]
    return commands.flatMap((args) => {
      const { status, stderr, stdout } = station(args)
      return status === 0
        ? []
        : [`station ${args[0]} ends with ${status}: ${stderr}${stdout}`.slice(0, 400)]
    })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * electron-builder could not be fetched: no network, or a registry that says no.
 * @param {string} output
 */
const notFetched = (output) =>
  /npm error.*(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|E40\d|network)/is.test(output)

/**
 * @param {string} root
 * @param {Builder} build
 * @param {string} [config] another configuration, to see that the check finds what it should
 * @returns {Promise<{ skipped: string | null, faults: string[] }>}
 */
export async function checkPacked(root, build, config) {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-pack-'))
  try {
    const { version } = JSON.parse(
      readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
    )
    dummyElectron(join(dir, 'electron'), version)
    const set = [
      `-c.electronDist=${join(dir, 'electron')}`,
      `-c.directories.output=${join(dir, 'dist')}`,
      '-c.win.signAndEditExecutable=false',
      '-c.disableAsarIntegrity=true',
    ] // a dummy has no resources to edit
    /** @type {string[]} */
    const faults = []
    for (const { platform, flag, folder, binary } of SYSTEMS) {
      const { code, output } = await build(root, [flag, '--x64', '--dir', ...set], {
        quiet: true,
        ...(config && { config }),
      })
      if (code !== 0 && notFetched(output))
        return { skipped: 'electron-builder cannot be fetched here (no registry)', faults: [] }
      if (code !== 0)
        return {
          skipped: null,
          faults: [`${flag}: electron-builder ended with ${code}: ${output.slice(-2000)}`],
        }
      const wire = wireOf(readFileSync(join(dir, 'dist', folder, binary)))
      if (wire !== wiredFor(platform))
        faults.push(`${flag}: fuses are ${wire}, not ${wiredFor(platform)}`)
      const file = join(dir, 'dist', folder, 'resources/app.asar')
      faults.push(
        ...withAsar(file, (archive) => [...faultsOf(archive, root), ...faultsWhenRun(archive)]).map(
          (fault) => `${flag}: ${fault}`,
        ),
      )
    }
    return { skipped: null, faults }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
