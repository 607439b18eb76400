/**
 * The rules of what is packed, on small archives made here. What electron-builder really packs is
 * seen by tests/faults/packaging.fault.ts.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import config from '../../electron-builder.config.mjs'
import { withAsar, type Archive } from '../../scripts/lib/asar.mjs'
import { SENTINEL, fusesFor, setFuses, wireOf, wiredFor } from '../../scripts/lib/fuses.mjs'
import { faultsOf } from '../../scripts/lib/packed.mjs'

const root = resolve(import.meta.dirname, '../..')
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-asar-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** An archive with these files, written as Electron reads it. */
function asar(files: Readonly<Record<string, string>>): string {
  type Tree = { files: Record<string, Tree | { size: number; offset: string }> }
  const tree: Tree = { files: {} }
  let body = Buffer.alloc(0)
  for (const [path, content] of Object.entries(files)) {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    let folder = tree
    for (const part of parts) folder = (folder.files[part] ??= { files: {} }) as Tree
    const bytes = Buffer.from(content)
    folder.files[name] = { size: bytes.length, offset: String(body.length) }
    body = Buffer.concat([body, bytes])
  }
  const json = Buffer.from(JSON.stringify(tree))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  const file = join(dir, 'app.asar')
  writeFileSync(file, Buffer.concat([head, body]))
  return file
}

test('an archive gives its paths and the bytes of each file', () => {
  const file = asar({
    'package.json': '{}',
    'resources/plans/a/火灾.yaml': '标题: 火灾',
    'out/main/index.js': 'x',
  })
  withAsar(file, ({ paths, outside, read }) => {
    expect(paths).toEqual(['package.json', 'resources/plans/a/火灾.yaml', 'out/main/index.js'])
    expect(outside).toEqual([])
    expect(read('resources/plans/a/火灾.yaml').toString()).toBe('标题: 火灾')
    expect(() => read('resources/plans/b.yaml')).toThrow('not in the archive')
  })
})

const archive = (paths: readonly string[], main = './out/main/index.js'): Archive => ({
  paths: [...paths],
  outside: [],
  read: () => Buffer.from(JSON.stringify({ main })),
})

test('an empty archive lacks the entry, the door, the faces, plans, calendar, tones and every package of the program', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: object
  }
  const faults = faultsOf(archive([]), root)
  for (const path of [
    'out/main/index.js',
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
    'resources/calendars/cn.json',
    'resources/matching/sayings.yaml',
    'resources/matching/synonyms.yaml',
    'resources/standards/accident-kinds.yaml',
    'resources/standards/report-clocks.yaml',
    'resources/sounds/alarm-1.wav',
    'resources/icons/tray.png',
    'resources/plans/government-hall/government-hall-fire.yaml',
    ...Object.keys(dependencies).map((name) => `node_modules/${name}/package.json`),
  ])
    expect(faults).toContain(`missing: ${path}`)
})

test.for([
  'tests/e2e/story.test.ts',
  'src-main/core/station/station.ts',
  'out/main/index.js.map',
  'scripts/test.mjs',
  'node_modules/vue/package.json',
  'out/.sources',
  'src-renderer/wall/WallPage.vue',
])('what is not for the user is found: %s', (path) => {
  expect(faultsOf(archive([path]), root)).toContain(`not for the user: ${path}`)
})

test('another main than ours is found', () => {
  expect(faultsOf(archive(['package.json'], 'index.js'), root)).toContain(
    'package.json main is index.js, not ./out/main/index.js',
  )
})

test('the nine fuses: nothing from outside runs, and the archive is checked where Electron can', () => {
  expect(wiredFor('win32')).toBe('010011001')
  expect(wiredFor('darwin')).toBe('010011001')
  expect(wiredFor('linux')).toBe('010001001')
  expect(Object.keys(fusesFor('linux'))).toHaveLength(9)
})

test('a wire is read from a binary; without one there is none', () => {
  expect(wireOf(Buffer.from(`ELF ${SENTINEL}\x01\x09010011001 more`, 'latin1'))).toBe('010011001')
  expect(wireOf(Buffer.from('ELF'))).toBeNull()
})

test('E06: fuses are set strictly, and a module that does not know one of ours is refused', async () => {
  const flips: [string, object][] = []
  const fuses = {
    FuseVersion: { V1: '1' },
    FuseV1Options: Object.fromEntries(Object.keys(fusesFor('linux')).map((name, at) => [name, at])),
    flipFuses: async (path: string, set: object) => void flips.push([path, set]),
  }
  await setFuses(fuses, '/opt/vigil', 'linux')
  expect(flips).toEqual([
    [
      '/opt/vigil',
      {
        version: '1',
        strictlyRequireAllFuses: true,
        0: false,
        1: true,
        2: false,
        3: false,
        4: false,
        5: true,
        6: false,
        7: false,
        8: true,
      },
    ],
  ])
  const known = Object.fromEntries(
    Object.entries(fuses.FuseV1Options).filter(([name]) => name !== 'WasmTrapHandlers'),
  )
  await expect(setFuses({ ...fuses, FuseV1Options: known }, '/opt/vigil', 'linux')).rejects.toThrow(
    'WasmTrapHandlers',
  )
})

test('each system gets its installers, under the name by which Windows knows the notifications; nothing is published', () => {
  expect([config.win.target, config.mac.target, config.linux.target]).toEqual([
    ['nsis'],
    ['dmg'],
    ['AppImage', 'deb'],
  ])
  expect(readFileSync(join(root, 'src-main/hosts/electron/before-ready.ts'), 'utf8')).toContain(
    `setAppUserModelId('${config.appId}')`,
  )
  expect([config.asar, config.publish]).toEqual([true, null])
})
