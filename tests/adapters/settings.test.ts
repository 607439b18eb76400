/**
 * The settings file in every bad state: never emptied or deleted, the last good
 * copy comes back.
 */
import Conf from 'conf'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStoredSettings } from '#main/adapters/settings/stored-settings.ts'
import { settingsText, sharedOptions } from '#main/adapters/settings/settings-options.ts'
import type { Settings } from '#main/adapters/settings/settings-options.ts'
import { saveGoodCopy, repairSettings } from '#main/adapters/settings/settings-repair.ts'
import { openSettings } from '#main/adapters/settings/node-settings.ts'

const DEFAULTS: Settings = {
  language: 'zh-CN',
  theme: 'dark',
  port: 7373,
  wall: { distanceMm: 4_000, panelWidthMm: 1_210 },
}
const CHOSEN: Settings = { ...DEFAULTS, language: 'en', port: 8_080 }

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-settings-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const path = (name: string) => join(dir, name)
const open = (folder = dir) => openSettings(folder, '0.1.0')
/** What a file says, without its own sum. */
function onDisk(name = 'settings.json'): unknown {
  const { sum, ...values } = JSON.parse(readFileSync(path(name), 'utf8')) as Record<string, unknown>
  return sum === undefined || /^"[0-9a-f]{64}"$/.test(JSON.stringify(sum)) ? values : { sum }
}
const setAside = (stem = 'settings') =>
  readdirSync(dir).filter((name) => name.startsWith(`${stem}.bad-`))

/** A folder in which somebody has chosen settings, and the program has stopped. */
function chosen(): string {
  expect(open().settings.change({ language: 'en', port: 8_080 })).toEqual({ ok: true })
  return readFileSync(path('settings.json'), 'utf8')
}

describe('settings', () => {
  test('the first start has the defaults, a file, a copy, and nothing to report', () => {
    const { settings, repaired } = open()
    expect(repaired).toBeNull()
    expect(settings.current()).toEqual(DEFAULTS)
    expect(onDisk()).toEqual(DEFAULTS)
    expect(onDisk('settings.good.json')).toEqual(DEFAULTS)
  })

  test('a change is in the file, in the copy, and there at the next start', () => {
    chosen()
    expect(onDisk()).toEqual(CHOSEN)
    expect(onDisk('settings.good.json')).toEqual(CHOSEN)
    const { settings, repaired } = open()
    expect(settings.current()).toEqual(CHOSEN)
    expect(repaired).toBeNull()
  })

  test.each<[string, Partial<Settings>]>([
    ['wall.panelWidthMm', { wall: { ...DEFAULTS.wall, panelWidthMm: 30_001 } }],
    ['port', { port: 65_536 }],
    ['port', { port: 80.5 }],
    ['language', { language: 'fr' as 'en' }],
    ['wall.distanceMm', { wall: { ...DEFAULTS.wall, distanceMm: 0 } }],
  ])('a %s out of bounds is refused and changes nothing', (key, change) => {
    const { settings } = open()
    expect(settings.change(change)).toMatchObject({
      ok: false,
      code: 'bad-settings',
      message: { zh: expect.stringContaining(key) as string },
    })
    expect(settings.current()).toEqual(DEFAULTS)
    expect(onDisk()).toEqual(DEFAULTS)
  })

  test('keys of another version are left in the file', () => {
    chosen()
    writeFileSync(path('settings.json'), settingsText({ ...CHOSEN, later: [1] }))
    const { settings, repaired } = open()
    expect(repaired).toBeNull()
    settings.change({ theme: 'light' })
    expect(onDisk()).toEqual({ ...CHOSEN, theme: 'light', later: [1] })
  })

  test('a file with settings that nothing read, and that are gone, opens as it is', () => {
    const wall = { ...CHOSEN.wall, panelWidthPx: 1_920 }
    writeFileSync(path('settings.json'), settingsText({ ...CHOSEN, volume: 0.8, wall }))
    const { settings, repaired } = open()
    expect(repaired).toBeNull()
    expect(settings.current()).toEqual(CHOSEN)
    expect(settings.change({ theme: 'light' })).toEqual({ ok: true })
    expect(open()).toMatchObject({ repaired: null })
    expect(open().settings.current()).toEqual({ ...CHOSEN, theme: 'light' })
  })

  test('a file from before a setting existed gets its default', () => {
    writeFileSync(path('settings.json'), JSON.stringify({ language: 'en', port: 8_080 }))
    expect(open()).toMatchObject({ repaired: null })
    expect(open().settings.current()).toEqual(CHOSEN)
  })
})

type State = [name: string, make: (good: string) => void]
const STATES: State[] = [
  ['0 bytes', () => writeFileSync(path('settings.json'), '')],
  ['1 byte', () => writeFileSync(path('settings.json'), '{')],
  ['all NUL', (good) => writeFileSync(path('settings.json'), Buffer.alloc(good.length))],
  ['an empty object', () => writeFileSync(path('settings.json'), '{}')],
  ['an array', () => writeFileSync(path('settings.json'), '[]')],
  ['null', () => writeFileSync(path('settings.json'), 'null')],
  [
    'a forbidden value',
    (good) => writeFileSync(path('settings.json'), good.replace('8080', '80800')),
  ],
  [
    'a value of the wrong kind',
    (good) => writeFileSync(path('settings.json'), good.replace('8080', '"8080"')),
  ],
  ['somebody else’s JSON', () => writeFileSync(path('settings.json'), '{"name":"vigil"}')],
  ['a byte-order mark', (good) => writeFileSync(path('settings.json'), `\uFEFF${good}`)],
  ['50 MB', (good) => writeFileSync(path('settings.json'), good + ' '.repeat(50_000_000))],
  [
    'a folder of that name',
    () => {
      rmSync(path('settings.json'))
      mkdirSync(path('settings.json'))
    },
  ],
  [
    'a link to nowhere',
    () => {
      rmSync(path('settings.json'))
      symlinkSync(path('nowhere'), path('settings.json'))
    },
  ],
]

describe('a damaged settings file', () => {
  test.each(STATES)('%s: set aside, the copy restored, and said so', (_name, make) => {
    make(chosen())
    const { settings, repaired } = open()
    expect(repaired).toEqual({ file: setAside()[0], restoredFrom: 'copy' })
    expect(repaired?.file).toMatch(/^settings\.bad-\d{8}T\d{6}\.\d{3}Z\.json$/)
    expect(settings.current()).toEqual(CHOSEN)
    expect(onDisk()).toEqual(CHOSEN)
    expect(open().repaired).toBeNull()
  })

  test('cut at any length: the copy restored, the rest kept as evidence', () => {
    const [good, now] = [chosen(), new Date()]
    for (let length = 0; length < good.length; length += 1) {
      writeFileSync(path('settings.json'), good.slice(0, length))
      const repaired = repairSettings(dir, now)
      expect(repaired?.restoredFrom, `${length} characters`).toBe('copy')
      expect(readFileSync(path(repaired?.file ?? ''), 'utf8')).toBe(good.slice(0, length))
      expect(onDisk()).toEqual(CHOSEN)
    }
    expect(setAside()).toHaveLength(good.length) // one each, none written over another
  })

  test.each(STATES)('%s, and no copy: set aside, the defaults', (_name, make) => {
    make(chosen())
    rmSync(path('settings.good.json'))
    const { settings, repaired } = open()
    expect(repaired).toEqual({ file: setAside()[0], restoredFrom: 'defaults' })
    expect(settings.current()).toEqual(DEFAULTS)
    expect(open().repaired).toBeNull()
  })

  test.each(STATES)('%s, and a copy cut short: both set aside, the defaults', (_name, make) => {
    make(chosen())
    writeFileSync(path('settings.good.json'), '{"language":')
    const { settings, repaired } = open()
    expect(repaired?.restoredFrom).toBe('defaults')
    expect(setAside()).toHaveLength(1)
    expect(setAside('settings.good').map((name) => readFileSync(path(name), 'utf8'))).toEqual([
      '{"language":',
    ])
    expect(settings.current()).toEqual(DEFAULTS)
  })

  test('any changed byte that leaves valid values: seen by the sum, set aside, the copy restored', () => {
    const text = chosen()
    for (const [from, to] of [
      ['"port": 8080', '"port": 8090'],
      ['"panelWidthMm": 1210', '"panelWidthMm": 1211'],
      ['"distanceMm": 4000', '"distanceMm": 4001'],
      ['"theme"', '"thgme"'],
      ['"sum": "', '"sum": "0'],
    ] as const) {
      expect(text).toContain(from)
      writeFileSync(path('settings.json'), text.replace(from, to))
      const { settings, repaired } = open()
      expect(repaired, from).toMatchObject({ restoredFrom: 'copy' })
      expect(settings.current()).toEqual(CHOSEN)
      expect(readFileSync(path(repaired?.file ?? ''), 'utf8')).toContain(to)
    }
    expect(setAside()).toHaveLength(5)
  })

  test('a file of a program before there were sums opens, and gets one', () => {
    writeFileSync(path('settings.json'), JSON.stringify(CHOSEN, undefined, '\t'))
    const { settings, repaired } = open()
    expect(repaired).toBeNull()
    expect(settings.current()).toEqual(CHOSEN)
    expect(readFileSync(path('settings.json'), 'utf8')).toMatch(/"sum": "[0-9a-f]{64}"/)
    expect(open().repaired).toBeNull()
  })

  test('a missing file beside a good copy: the copy (a kill in the middle of a repair leaves that)', () => {
    chosen()
    rmSync(path('settings.json'))
    const { settings, repaired } = open()
    expect(repaired).toEqual({ file: 'settings.json', restoredFrom: 'copy' })
    expect(settings.current()).toEqual(CHOSEN)
  })

  test('temporary files that a kill left behind change nothing', () => {
    chosen()
    for (const name of [
      'settings.json.tmp',
      'settings.good.json.tmp',
      'settings.json.tmp-1764000000a1b2c3',
    ])
      writeFileSync(path(name), '{"lang')
    const { settings, repaired } = open()
    expect(repaired).toBeNull()
    expect(settings.current()).toEqual(CHOSEN)
  })

  test('a damaged copy beside a good file is written anew from it', () => {
    chosen()
    writeFileSync(path('settings.good.json'), '')
    expect(open().repaired).toBeNull()
    expect(onDisk('settings.good.json')).toEqual(CHOSEN)
  })

  test('a damaged file is never kept as the good copy', () => {
    chosen()
    writeFileSync(path('settings.json'), '{}')
    saveGoodCopy(dir)
    expect(onDisk('settings.good.json')).toEqual(CHOSEN)
  })

  test('damage while running changes nothing that holds, and never reaches the copy', () => {
    chosen()
    const { settings } = open()
    writeFileSync(path('settings.json'), '')
    expect(settings.current()).toEqual(CHOSEN)
    expect(settings.change({ theme: 'light' })).toMatchObject({
      ok: false,
      code: 'settings-not-saved',
    })
    expect(settings.current()).toEqual(CHOSEN)
    expect(onDisk('settings.good.json')).toEqual(CHOSEN)
  })
})

describe('a disk that is nearly full', () => {
  test('a store that cuts the file and says nothing: the change is refused, and the copy wins at the next start', () => {
    chosen()
    const { settings } = openStoredSettings(dir, () => ({
      set: () => writeFileSync(path('settings.json'), '{"language":"en","the'),
    }))
    expect(settings.change({ theme: 'light' })).toMatchObject({
      ok: false,
      code: 'settings-not-saved',
    })
    expect(settings.current()).toEqual(CHOSEN)
    const next = open()
    expect(next.repaired).toMatchObject({ restoredFrom: 'copy' })
    expect(next.settings.current()).toEqual(CHOSEN)
  })

  test.runIf(existsSync('/dev/full'))(
    'no room for the copy: the start and the change go on, the copy of before stays',
    () => {
      chosen()
      symlinkSync('/dev/full', path('settings.good.json.tmp'))
      expect(open().settings.current()).toEqual(CHOSEN)
      symlinkSync('/dev/full', path('settings.good.json.tmp'))
      expect(open().settings.current()).toEqual(CHOSEN)
      expect(onDisk('settings.good.json')).toEqual(CHOSEN)
      expect(statSync(path('settings.good.json')).size).toBeGreaterThan(10)
    },
  )
})

describe('options shared by conf and electron-store', () => {
  test('defaults, bounds and the ban on clearing stand in the options themselves', () => {
    const options = { ...sharedOptions('0.1.0'), cwd: dir, configName: 'settings' }
    expect(options.clearInvalidConfig).toBe(false)
    const conf = new Conf<Settings>(options)
    expect(conf.store).toEqual(DEFAULTS)
    expect(() => conf.set('port', -1)).toThrow('schema violation')
    expect(() => conf.set('wall', { distanceMm: 1 } as Settings['wall'])).toThrow(
      'schema violation',
    )
  })
})
