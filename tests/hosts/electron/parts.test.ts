/** The small parts of the desktop program that need no desktop. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { settingsShape } from '#main/adapters/settings/settings-options.ts'
import type { Log } from '#main/core/ports.ts'
import { createBeeper } from '#main/hosts/electron/beeper.ts'
import { bytesOf } from '#shared/contract/contract.ts'
import { readPageArguments } from '#main/hosts/electron/ipc-arguments.ts'
import { autostartFile, desktopEntry } from '#main/hosts/electron/desktop-entry.ts'
import { asStop, startVerdict } from '#main/hosts/electron/locks.ts'
import { createPhases } from '#main/hosts/phases.ts'
import { wallAddress } from '#main/hosts/electron/wall-address.ts'
import { EXIT, Stop } from '#main/hosts/node/exit-codes.ts'
import { TONES as SCREEN_TONES } from '#renderer/ui/alarm.ts'
import { localized } from '#shared/domain/text.ts'
import { TONES } from '../../../scripts/assets.mjs'

function recordingLog(): { log: Log; lines: string[] } {
  const lines: string[] = []
  return {
    lines,
    log: {
      info: (event, detail) => void lines.push(`${event} ${JSON.stringify(detail?.['name'])}`),
      error: (event, error, detail) =>
        void lines.push(
          `${event} ${JSON.stringify(detail?.['name'])}: ${(error as Error).message}`,
        ),
    },
  }
}

describe('phases', () => {
  it('run in order, are logged, and are undone in reverse, each though another fails', async () => {
    const { log, lines } = recordingLog()
    const undone: string[] = []
    const phases = createPhases(log, () => 0)
    expect(
      await phases.run(
        'one',
        () => 1,
        () => void undone.push('one'),
      ),
    ).toBe(1)
    await phases.run(
      'two',
      async () => 2,
      () => {
        throw new Error('stuck')
      },
    )
    await phases.run(
      'three',
      () => 3,
      async (part) => void undone.push(`three ${part}`),
    )
    await phases.undo()
    await phases.undo()
    expect(undone).toEqual(['three 3', 'one'])
    expect(lines).toEqual([
      'phase "one"',
      'phase "two"',
      'phase "three"',
      'phase-undone "three"',
      'phase-not-undone "two": stuck',
      'phase-undone "one"',
    ])
  })

  it('one that fails says which it was, and leaves the others to be undone', async () => {
    const { log, lines } = recordingLog()
    const undone: string[] = []
    const phases = createPhases(log, () => 0)
    await phases.run(
      'one',
      () => 1,
      () => void undone.push('one'),
    )
    await expect(
      phases.run(
        'two',
        () => {
          throw new Error('no disk')
        },
        () => void undone.push('two'),
      ),
    ).rejects.toThrow('no disk')
    await phases.undo()
    expect(undone).toEqual(['one'])
    expect(lines).toContain('phase-failed "two": no disk')
  })
})

describe('who may run (D06, E08)', () => {
  const taken = new Stop(EXIT.folderTaken, 'folder-taken', localized('被占用', 'taken'))
  it('whoever has the data folder', () => {
    expect(startVerdict(null, true)).toEqual({ go: 'start' })
  })

  it('a second start tells the first to show itself', () => {
    expect(startVerdict(taken, false)).toEqual({ go: 'elsewhere' })
  })

  it('a folder that a station without a desktop holds is named', () => {
    expect(startVerdict(taken, true)).toEqual({
      go: 'stop',
      exit: 73,
      code: 'folder-taken',
      text: taken.text,
      again: false,
    })
  })

  it('a stale lock of the desktop is no silent end: code 3, words, and another start', () => {
    const verdict = startVerdict(null, false)
    expect(verdict).toMatchObject({
      go: 'stop',
      exit: 3,
      code: 'stale-instance-lock',
      again: true,
      text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]/) },
    })
  })

  it('a folder that cannot be used is told in the words of the system', () => {
    const stop = asStop(new Error('EROFS: read-only file system'))
    expect(startVerdict(stop, true)).toMatchObject({
      go: 'stop',
      exit: 70,
      code: 'internal',
      again: true,
      text: { zh: expect.stringContaining('EROFS') as string },
    })
    // not "elsewhere": no running program is known
    expect(startVerdict(stop, false)).toMatchObject({ go: 'stop', exit: 70 })
    expect(asStop(taken)).toBe(taken)
  })
})

describe('what a page hands over', () => {
  const FIELDS = ['id', 'name', 'input'] as const
  const deep = (levels: number): unknown =>
    Array.from({ length: levels }).reduce((inner) => [inner], 0)

  it('is one object with known fields', () => {
    expect(
      readPageArguments([{ id: 'x', name: 'board/read', input: { a: undefined, b: 1 } }], FIELDS),
    ).toEqual({ id: 'x', name: 'board/read', input: { b: 1 } })
  })

  it.each<[string, readonly unknown[]]>([
    ['bad-request', []],
    ['bad-request', [{}, {}]],
    ['bad-request', [undefined]],
    ['bad-request', [null]],
    ['bad-request', [[1]]],
    ['bad-request', ['text']],
    ['bad-request', [7]],
    ['bad-request', [() => 0]],
    ['too-large', [{ input: 'x'.repeat(1024 * 1024) }]],
    ['too-deep', [{ input: deep(12) }]],
    ['too-deep', [{ input: deep(50_000) }]],
    ['broken-json', [{ input: 1n }]],
    ['broken-text', [{ input: '\ud800' }]],
    ['unknown-field', [{ name: 'x', more: 1 }]],
    ['unknown-field', [JSON.parse('{"__proto__":{"role":"administrator"},"name":"x"}')]],
  ])('else it is refused: %s', (code, args) => {
    expect(readPageArguments(args, FIELDS)).toBe(code)
  })

  it('may be as long as its name says: a whole table a mebibyte, most requests 64 KiB', () => {
    const sized = (name: string, size: number): unknown[] => [
      { name, input: 'x'.repeat(size - JSON.stringify({ name, input: '' }).length) },
    ]
    const read = (name: string, size: number): string => {
      const fields = readPageArguments(sized(name, size), FIELDS, (call) => bytesOf(call.name))
      return typeof fields === 'string' ? fields : 'read'
    }
    expect([
      read('duty/import', 1_048_576),
      read('duty/import', 1_048_577),
      read('duty/set', 65_536),
      read('duty/set', 65_537),
      read('constructor', 65_537),
    ]).toEqual(['read', 'too-large', 'read', 'too-large', 'too-large'])
  })

  it('a cycle is refused', () => {
    const cycle: Record<string, unknown> = {}
    cycle['input'] = cycle
    expect(readPageArguments([cycle], FIELDS)).toBe('broken-json')
  })
})

describe('the machine beeps for a console that cannot be heard', () => {
  it('at once, then every ten seconds, and at once again the next time', () => {
    const beep = createBeeper()
    expect([0, 1_000, 9_999, 10_000].map((now) => beep(true, now))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect([beep(false, 11_000), beep(true, 12_000)]).toEqual([false, true])
  })
})

describe('starting with the session on Linux', () => {
  it('quotes every argument as desktops read it', () => {
    const entry = desktopEntry({
      program: '/opt/Vigil 值守/vigil',
      args: ['--data', '/srv/a "b" $c `d` 100% \\e'],
    })
    expect(entry).toContain(
      'Exec="/opt/Vigil 值守/vigil" "--data" "/srv/a \\\\"b\\\\" \\\\$c \\\\`d\\\\` 100%% \\\\\\\\e"\n',
    )
    expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\n/)
  })

  it('lies where the desktop looks', () => {
    expect(autostartFile({}, '/home/zhou')).toBe('/home/zhou/.config/autostart/vigil.desktop')
    expect(autostartFile({ XDG_CONFIG_HOME: '/c' }, '/home/zhou')).toBe(
      '/c/autostart/vigil.desktop',
    )
  })
})

describe('the address of the wall', () => {
  const settings = settingsShape.parse({})
  const url = 'http://127.0.0.1:7373/wall#key=secret'
  it('carries the measure of the panel only where it fills that', () => {
    expect(wallAddress(url, settings, true)).toBe(
      'http://127.0.0.1:7373/wall?d=4&w=1210#key=secret',
    )
    expect(wallAddress(url, settings, false)).toBe(url)
  })

  it('speaks the language and bears the theme of the settings', () => {
    expect(wallAddress(url, { ...settings, language: 'en', theme: 'light' }, false)).toBe(
      'http://127.0.0.1:7373/wall?lang=en&theme=light#key=secret',
    )
  })
})

it('the bundled tones are those of the screens', () => {
  expect(Object.values(TONES)).toEqual([SCREEN_TONES[1], SCREEN_TONES[2], SCREEN_TONES[3]])
})

it('the pages’ icon is the program’s drawing', () => {
  const drawing = (path: string): string =>
    readFileSync(resolve(import.meta.dirname, '../../../resources', path), 'utf8')
  expect(drawing('public/icon.svg')).toBe(drawing('icons/icon.svg'))
})
