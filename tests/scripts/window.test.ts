/**
 * Tests that `npm start` opens the desktop program where it can, keeps it running, and says in one
 * line why not where it cannot. Real processes, on a stand-in for Electron's binary.
 */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'

vi.setConfig({ testTimeout: 60_000 }) // several processes a test, on a machine that may be busy
const patience = { timeout: 30_000, interval: 100 }
const ROOT = resolve(import.meta.dirname, '../..')
// nothing is ever drawn on it
const DESKTOP = { DISPLAY: ':99', WAYLAND_DISPLAY: '', START_UID: '1000' }

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-window-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }))
  return dir
}

let dir: string // of the data
let standIn: string // of the stand-in
beforeEach(() => {
  dir = newFolder()
  standIn = newFolder()
  writeFileSync(join(dir, 'settings.json'), '{"port":0}')
  writeFileSync(
    join(standIn, 'electron'),
    `#!/bin/sh\nexec '${process.execPath}' '${join(import.meta.dirname, 'electron.child.ts')}' "$@"\n`,
  )
  chmodSync(join(standIn, 'electron'), 0o755)
})

type Started = { out(): string; signal(name: NodeJS.Signals): void; ended: Promise<number | null> }

function start(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'start.child.ts'), '--data', dir, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        CI: '1',
        XDG_CONFIG_HOME: standIn,
        VIGIL_ELECTRON: join(standIn, 'electron'),
        FAKE_RECORD: join(standIn, 'record'),
        ELECTRON_RUN_AS_NODE: '1',
        ...DESKTOP,
        ...env,
      },
    },
  )
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => (out += piece.toString()))
  const ended = new Promise<number | null>((end) => child.once('close', end))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { out: () => out, signal: (name) => void child.kill(name), ended }
}

type Line = { pid: number; started?: string; args?: string[]; asNode?: boolean; shown?: boolean }
const record = (): Line[] =>
  existsSync(join(standIn, 'record'))
    ? readFileSync(join(standIn, 'record'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line)
    : []
const noted = (): { url: string; pid: number; desktop?: boolean } =>
  JSON.parse(readFileSync(join(dir, 'station.json'), 'utf8'))
const logged = (): string[] =>
  readFileSync(join(dir, 'logs/station.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: string }).event)
const ready = (started: Started): Promise<void> =>
  expect.poll(started.out, patience).toContain('Ctrl+C')

describe('with a display, an ordinary user and the binary', () => {
  it('opens the app of this root on the same folder; Ctrl+C ends it cleanly', async () => {
    const started = start(['--site', 'mall'])
    await ready(started)
    expect(record()).toEqual([
      {
        pid: noted().pid,
        started: './out/main/index.js',
        args: ['--data', dir, '--site', 'mall'],
        asNode: false,
      },
    ])
    expect(noted()).toMatchObject({ desktop: true })
    expect(started.out()).toMatch(
      /值守已启动，控制台是桌面窗口 {2}· {2}Vigil is running with its console in a window/,
    )
    expect(started.out()).toContain(`${noted().url}/wall#key=`)
    expect(started.out()).not.toContain('/#key=') // its console needs no link
    expect(started.out()).not.toMatch(/^\{/m) // nor does anybody need its log here

    started.signal('SIGINT')
    expect(await started.ended).toBe(0)
    expect(existsSync(join(dir, 'station.json'))).toBe(false)
    expect(logged().at(-1)).toBe('phase-undone')
    expect(record()).toHaveLength(1)
  })

  it('takes a port of the user’s own', async () => {
    const probe = start(['--browser', '--port', '0'])
    await ready(probe)
    const { port } = new URL(noted().url) // free in a moment
    probe.signal('SIGTERM')
    await probe.ended
    const started = start(['--port', port])
    await ready(started)
    expect(new URL(noted().url).port).toBe(port)
    expect(record()[0]?.args).toEqual(['--data', dir, '--port', port])
  })

  it('a program that is killed is back by itself, at the address that open walls know (rule 9)', async () => {
    const started = start()
    await ready(started)
    const { url, pid } = noted()
    process.kill(pid, 'SIGKILL')
    // Electron finds out by itself that nobody is behind it
    rmSync(join(dir, 'browser/SingletonLock'), { force: true })
    await expect.poll(started.out, patience).toContain('running again')
    expect(started.out()).toMatch(/值守意外停止（SIGKILL），1秒后自动重启/)
    expect(noted()).toMatchObject({
      url,
      pid: expect.not.toSatisfy((now) => now === pid),
      desktop: true,
    })
    expect(logged()).toEqual(expect.arrayContaining(['station-ended', 'station-started-again']))
  })

  it('a program that asks to be started anew is, also before it was ever ready', async () => {
    const started = start([], { FAKE_ENDS: 'again' })
    await ready(started)
    expect(record()).toHaveLength(2)
    expect(noted()).toMatchObject({ desktop: true })
  })

  it('a second start brings its window to the front, and ends', async () => {
    await ready(start())
    const second = start()
    expect(await second.ended).toBe(0)
    expect(second.out()).toContain(`值守已在运行（${noted().url}），窗口已显示`)
    await expect.poll(record).toContainEqual({ pid: noted().pid, shown: true })
  })

  it('hands on the code of a program that was used wrongly', async () => {
    const started = start([], { FAKE_ENDS: 'usage' })
    expect(await started.ended).toBe(64)
    expect(started.out()).toContain('值守未能启动（退出码64）')
  })

  it('with --demo shows the example, and leaves nothing behind', async () => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'start.child.ts'), '--demo', '--port', '0'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          ...process.env,
          CI: '1',
          XDG_CONFIG_HOME: standIn,
          VIGIL_ELECTRON: join(standIn, 'electron'),
          FAKE_RECORD: join(standIn, 'record'),
          ...DESKTOP,
        },
      },
    )
    let out = ''
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()))
    const ended = new Promise<number | null>((end) => child.once('close', end))
    await expect.poll(() => out, patience).toContain('Ctrl+C')
    expect(out).toContain('这是演示')
    const folder = record()[0]!.args![1]!
    expect(existsSync(join(folder, 'journal.db'))).toBe(true)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(folder)).toBe(false)
  })
})

describe('where the window cannot be had', () => {
  const WHY: readonly [string, NodeJS.ProcessEnv, string][] = [
    [
      'without a display',
      { DISPLAY: '' },
      '不开桌面窗口，改用浏览器：没有图形界面  ·  No desktop window, using the browser instead: there is no display',
    ],
    [
      'as root',
      { START_UID: '0' },
      '不开桌面窗口，改用浏览器：以root身份运行  ·  No desktop window, using the browser instead: it runs as root',
    ],
    [
      'without the binary',
      { VIGIL_ELECTRON: '/nowhere/electron' },
      '不开桌面窗口，改用浏览器：没有找到Electron  ·  No desktop window, using the browser instead: Electron is not installed',
    ],
    [
      'with one that lacks a library',
      { FAKE_ENDS: 'library' },
      '不开桌面窗口，改用浏览器：Electron无法运行（退出码127）  ·  No desktop window, using the browser instead: Electron does not run here (exit code 127)',
    ],
    [
      'with one that may have no sandbox',
      { FAKE_ENDS: 'sandbox' },
      '不开桌面窗口，改用浏览器：Electron无法运行（SIGABRT）  ·  No desktop window, using the browser instead: Electron does not run here (SIGABRT)',
    ],
  ]

  it.each(WHY)(
    '%s: one line says why, and the same station runs for the browser on the same folder',
    async (_where, env, line) => {
      const started = start(['--port', '0'], env)
      await ready(started)
      expect(
        started
          .out()
          .split('\n')
          .filter((line) => line.includes('不开桌面窗口')),
      ).toEqual([line])
      expect(noted().desktop).toBeUndefined()
      expect(started.out()).toMatch(/http:\S+\/#key=[\w-]{43}/)
      started.signal('SIGTERM')
      expect(await started.ended).toBe(0)
    },
  )
})

describe('where no window is wanted', () => {
  it.each(['--browser', '--no-open'])(
    '%s: Electron is neither looked for nor started, and nothing is said of it',
    async (option) => {
      const started = start([option, '--port', '0'])
      await ready(started)
      expect(record()).toEqual([])
      expect(started.out()).not.toContain('桌面窗口')
    },
  )

  it('a second start with --browser beside a running window gives a link for the browser', async () => {
    await ready(start())
    const second = start(['--browser'])
    expect(await second.ended).toBe(0)
    expect(second.out()).toMatch(/http:\S+\/#key=[\w-]{43}/)
    expect(record()).toHaveLength(1)
  })
})

it('the program that is started is the one that the build makes', () => {
  expect(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { main: string }).main,
  ).toBe('./out/main/index.js')
})
