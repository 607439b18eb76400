/**
 * Tests which program may run (E08, D06): the data folder's lock is the authority, no click is
 * needed, and every end has a message.
 */
import { existsSync, readdirSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { useBrowser } from './kit/browser.ts'
import { load, newFolder, start } from './kit/program.ts'
import { until } from '../kit/until.ts'

const browser = useBrowser()
afterEach(() => vi.restoreAllMocks())

/** Another station has the folder, until it leaves. */
function takenFolder(): { dir: string; leave(): void } {
  const dir = newFolder()
  const lock = lockDataFolder(dir)
  if (!('release' in lock)) throw new Error('a new folder is taken')
  onTestFinished(() => lock.release())
  return { dir, leave: () => lock.release() }
}

const hushed = () => vi.spyOn(process.stderr, 'write').mockReturnValue(true)

describe('a second start', () => {
  it('shows the running console, wherever it is', async () => {
    const program = await start({ browser: null })
    const window = program.window('console')
    window.hide()
    program.electron.app.emit('second-instance', {}, [], '/', {})
    expect([window.isVisible(), window.isFocused()]).toEqual([true, true])
    window.minimize()
    window.blur()
    program.electron.app.emit('second-instance', {}, [], '/', {})
    expect([window.isMinimized(), window.isFocused()]).toEqual([false, true])
    expect(program.electron.double.windows).toHaveLength(1)
    await program.end()
  })

  it('of a program that runs ends at once, without a window', async () => {
    const { dir, leave } = takenFolder()
    const program = await load({
      browser: null,
      dir,
      given: ({ double }) => {
        double.state.lockFree = false
      },
    })
    expect(program.electron.double.state.ended).toEqual({ code: 0, relaunched: [] })
    expect(program.electron.double.windows).toEqual([])
    expect(program.logged('starting')).toEqual([expect.objectContaining({ verdict: 'elsewhere' })])
    leave()
    await program.end()
  })
})

describe('a lock that nobody is behind', () => {
  it('is no silent end: a window says so in both languages, then it starts anew by itself with code 3', async () => {
    const stderr = hushed()
    const dir = newFolder()
    mkdirSync(join(dir, 'browser'))
    for (const name of ['SingletonLock', 'SingletonSocket'])
      writeFileSync(join(dir, 'browser', name), '')
    const program = await load({
      browser: browser(),
      dir,
      troubles: ['not-started'],
      given: ({ double }) => {
        double.state.lockFree = false
      },
    })
    program.electron.app.becomeReady()
    await until(() => expect(program.has('notice')).toBe(true))
    const page = await program.page('notice')
    await page.getByText('留下的锁').first().waitFor()
    await page.getByText('single-instance lock').first().waitFor()
    await until(() => expect(program.window('notice').isVisible()).toBe(true))
    expect(program.logged('not-started')).toEqual([
      expect.objectContaining({ code: 'stale-instance-lock', exit: 3, again: true }),
    ])
    expect(stderr.mock.calls.join()).toContain('stale-instance-lock')
    // so that the next start comes through
    expect(existsSync(join(dir, 'browser/SingletonLock'))).toBe(false)
    program.window('notice').close() // the same as its twenty seconds (timing.test.ts)
    expect(program.electron.double.state.ended).toMatchObject({
      code: 3,
      relaunched: [{ args: expect.arrayContaining(['--data', dir]) }],
    })
    await program.end()
  })
})

describe('a folder that another station has', () => {
  it('is named with its holder, and the program ends for good', async () => {
    hushed()
    const { dir, leave } = takenFolder()
    const program = await load({ browser: browser(), dir, troubles: ['not-started'] })
    program.electron.app.becomeReady()
    await until(() => expect(program.has('notice')).toBe(true))
    await (await program.page('notice')).getByText(dir).first().waitFor()
    program.window('notice').close()
    expect(program.electron.double.state.ended).toMatchObject({
      code: expect.any(Number),
      relaunched: [],
    })
    expect(program.electron.double.state.ended?.code).not.toBe(0)
    expect(program.has('console')).toBe(false)
    leave()
    await program.end()
  })
})

describe('the record', () => {
  it('that the folder had and that is gone is never taken for a calm board', async () => {
    hushed()
    const dir = newFolder()
    writeFileSync(join(dir, 'session-secret'), 'x'.repeat(43)) // made only beside a record
    const program = await load({ browser: null, dir, troubles: ['emergency-record'] })
    program.electron.app.becomeReady()
    await until(() => expect(program.has('console')).toBe(true))
    expect(program.logged('emergency-record')).toEqual([
      expect.objectContaining({ code: 'record-damaged' }),
    ])
    expect(existsSync(join(dir, 'journal.db'))).toBe(false)
    expect(readdirSync(dir)).toContainEqual(expect.stringMatching(/^emergency-/))
    await program.end()
  })

  it('is checked from end to end while the program works', async () => {
    const program = await start({ browser: null })
    await until(() => expect(program.logged('record-whole')).toHaveLength(1))
    await program.end()
  })

  it('of another kind of site than was asked for is refused, and not asked for again', async () => {
    hushed()
    const dir = newFolder()
    await (await start({ browser: null, dir })).end('folder')
    const program = await load({
      browser: null,
      dir,
      args: ['--site', 'mall'],
      troubles: ['not-started', 'phase-failed'],
    })
    program.electron.app.becomeReady()
    await until(() =>
      expect(program.logged('not-started')).toEqual([
        expect.objectContaining({ code: 'site-exists', exit: 64, again: false }),
      ]),
    )
    program.window('notice').close()
    await program.end()
  })
})

describe('under npm start', () => {
  /** Answers what it says on its standard output. */
  function underLauncher() {
    vi.stubEnv('VIGIL_KEPT', '1')
    return vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  }

  it('says in one line that it is ready, as the station without a desktop does', async () => {
    const stdout = underLauncher()
    const program = await start({ browser: null })
    const lines = stdout.mock.calls
      .map(([line]) => String(line))
      .filter((line) => line.includes('wallUrl'))
    const { url } = JSON.parse(readFileSync(join(program.dir, 'station.json'), 'utf8')) as {
      url: string
    }
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { url, wallUrl: expect.stringContaining(`${url}/wall#key=`) },
    ])
    await program.end()
  })

  it('leaves starting anew to whoever keeps it: no second program of its own', async () => {
    underLauncher()
    const program = await start({ browser: null, troubles: ['gpu-gone'] })
    for (let n = 0; n < 3; n += 1)
      program.electron.app.emit(
        'child-process-gone',
        {},
        { type: 'GPU', reason: 'crashed', exitCode: 1 },
      )
    expect(program.electron.double.state.ended).toEqual({ code: 75, relaunched: [] })
    await program.end()
  })

  it('ends as broken if nobody caught what happened', async () => {
    underLauncher()
    const program = await start({ browser: null, troubles: ['uncaught'] })
    process.listeners('uncaughtException').at(-1)!(new Error('planted'), 'uncaughtException')
    expect(program.electron.double.state.ended).toEqual({ code: 70, relaunched: [] })
    await program.end()
  })
})

describe('ending', () => {
  it('closing the console hides it; the menu’s last item ends everything, last phase first', async () => {
    const program = await start({
      browser: null,
      given: ({ screen }) =>
        screen.plug({ id: 2, label: 'hall', bounds: { x: 1920, y: 0, width: 1280, height: 720 } }),
    })
    const { app, Tray, double } = program.electron
    program.window('console').close()
    program.window('wall').close()
    expect(program.window('console').isVisible()).toBe(false)
    expect(program.has('wall')).toBe(true)
    app.emit('window-all-closed')
    expect((await program.board()).incidents).toEqual([])

    Tray.all[0]!.menu!.choose(/^退出值守/)
    await until(() => expect(double.state.ended).toEqual({ code: 0, relaunched: [] }))
    const began = program.logged('phase').map(({ name }) => name)
    const undone = program.logged('phase-undone').map(({ name }) => name)
    expect(began).toEqual([
      'folder',
      'spare',
      'station',
      'http',
      'desk',
      'power',
      'auto-start',
      'check',
      'notifications',
    ])
    expect(undone).toEqual(began.filter((name) => undone.includes(name)).reverse())
    expect([
      existsSync(join(program.dir, 'station.json')),
      existsSync(join(program.dir, 'local-token')),
    ]).toEqual([false, false])
    expect(program.logged('phase-not-undone')).toEqual([])
    expect(double.liveWindows()).toEqual([])
    await program.end()
  })

  it('what nobody caught ends the program and starts it anew, once', async () => {
    const program = await start({ browser: null, troubles: ['uncaught'] })
    const listeners = process.listeners('uncaughtException')
    listeners.at(-1)!(new Error('planted'), 'uncaughtException')
    listeners.at(-1)!(new Error('planted again'), 'uncaughtException')
    expect(program.electron.double.state.ended).toEqual({
      code: 70,
      relaunched: [{ args: expect.arrayContaining(['--data', program.dir]) }],
    })
    expect(program.logged('uncaught')).toHaveLength(2)
    await program.end()
  })
})
