/**
 * Tests what takes a minute or ten seconds of waiting: parts of the desktop over the double without
 * pages, with moved timers. Nothing of it needs a click.
 */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Log } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { ROOT, type Electron } from './kit/program.ts'

let electron: Electron
let logged: string[]
const log: Log = { info: () => undefined, error: (event) => void logged.push(event) }

beforeEach(async () => {
  vi.resetModules()
  electron = (await import('electron')) as unknown as Electron
  electron.double.state.ready = true
  logged = []
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  expect(electron.double.state.faults).toEqual([])
})

const HINTS = ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-battery', 'shutdown']

describe('the displays are kept awake', () => {
  it('checked every minute: what ended the hold does not end it for good', async () => {
    const { keepAwake } = await import('#main/hosts/electron/power.ts')
    const { powerSaveBlocker } = electron
    const stop = keepAwake(log, () => undefined)
    expect(powerSaveBlocker.started).toEqual(['prevent-display-sleep'])
    vi.advanceTimersByTime(180_000)
    expect(powerSaveBlocker.started).toHaveLength(1)
    powerSaveBlocker.expire()
    vi.advanceTimersByTime(60_000)
    expect([powerSaveBlocker.running(), logged]).toEqual([1, ['display-may-sleep']])
    stop()
    expect(powerSaveBlocker.running()).toBe(0)
  })

  it('at once when the machine wakes; its events are hints, and end when the hold does', async () => {
    const { keepAwake } = await import('#main/hosts/electron/power.ts')
    const hints: string[] = []
    const stop = keepAwake(log, (hint) => void hints.push(hint))
    electron.powerSaveBlocker.expire()
    for (const hint of HINTS) electron.powerMonitor.emit(hint)
    expect(electron.powerSaveBlocker.running()).toBe(1)
    expect(hints).toEqual(HINTS)
    stop()
    electron.powerMonitor.emit('resume')
    expect([hints.length, electron.powerMonitor.eventNames()]).toEqual([HINTS.length, []])
  })
})

describe('the notice of a program that cannot start', () => {
  const windows = {
    programPages: new Map<string, () => string>(),
    program: { packaged: true, preload: '' },
    icons: '',
    pages: new Map(),
    station: { origin: null, files: null },
  }

  it.each([
    [true, 3],
    [false, 69],
  ])('leaves by itself after 20 s (starting anew: %s)', async (again, exit) => {
    const { createProgramExit } = await import('#main/hosts/electron/program-exit.ts')
    const { showStartFailure } = await import('#main/hosts/electron/start-failure.ts')
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    showStartFailure(
      { exit, code: 'example', text: localized('例', 'example'), again },
      windows,
      createProgramExit(['--data', '/d'], false),
      log,
    )
    write.mockRestore()
    expect(windows.programPages.get('/stopped')!()).toContain('20')
    vi.advanceTimersByTime(19_000)
    expect(electron.double.state.ended).toBeNull()
    vi.advanceTimersByTime(1_000)
    expect(electron.double.state.ended).toEqual({
      code: exit,
      relaunched: again ? [{ args: ['--data', '/d'] }] : [],
    })
  })
})

describe('a window of the double, kept alive', () => {
  async function keep(
    plain: string | null,
  ): Promise<{ window: InstanceType<Electron['BrowserWindow']>; loads: string[] }> {
    const { keepPageAlive } = await import('#main/hosts/electron/recovery.ts')
    const { makeWindow } = await import('#main/hosts/electron/window-factory.ts')
    const created = makeWindow('console', { title: '' }, { packaged: true, preload: '' })
    const window = created as unknown as InstanceType<Electron['BrowserWindow']>
    const loads: string[] = []
    const keeper = keepPageAlive({
      window: created,
      name: 'console',
      address: () => 'app://console/',
      plain,
      showing: (page) => void loads.push(page),
      log,
      mono: () => performance.now(),
    })
    keeper.load()
    return { window, loads }
  }

  it('R01: "unresponsive" has ten seconds of grace, then its process is ended and it is loaded again', async () => {
    const { window, loads } = await keep('app://console/plain')
    window.emit('unresponsive')
    await vi.advanceTimersByTimeAsync(9_000)
    window.emit('responsive')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(window.webContents.gone).toEqual([])
    window.emit('unresponsive')
    await vi.advanceTimersByTimeAsync(10_500)
    expect(window.webContents.gone).toEqual(['killed'])
    expect(loads).toEqual(['page', 'page'])
  })

  it.each([
    'crashed',
    'oom',
    'killed',
    'launch-failed',
    'integrity-failure',
    'memory-eviction',
    'abnormal-exit',
  ])('R01: whatever ended its process, it is loaded again: %s', async (reason) => {
    const { window, loads } = await keep('app://console/plain')
    window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(loads).toEqual(['page', 'page'])
  })

  it('R01: from the plain page it comes back by itself after a minute', async () => {
    const { window, loads } = await keep('app://console/plain')
    for (let n = 0; n < 4; n += 1) {
      window.webContents.crash()
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(loads.at(-1)).toBe('plain')
    expect(window.webContents.getURL()).toBe('app://console/plain')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(loads.at(-1)).toBe('page')
  })
})

describe('Windows', () => {
  it('gets the number as a picture over the button, and none when nothing waits', async () => {
    const { createTaskbar } = await import('#main/hosts/electron/taskbar.ts')
    const window = new electron.BrowserWindow()
    const taskbar = createTaskbar(
      window as unknown as Electron.BrowserWindow,
      join(ROOT, 'resources/icons'),
      'win32',
    )
    const show = (real: number, drills: number): void =>
      taskbar.show(
        {
          open: new Set(Array.from({ length: real + drills }, (_, n) => String(n))),
          real,
          drills,
          sounding: null,
        },
        'zh-CN',
      )
    for (const [real, drills] of [
      [0, 0],
      [1, 0],
      [1, 2],
      [12, 0],
      [0, 1],
      [0, 0],
    ] as const)
      show(real, drills)
    expect(
      window.overlays.map(({ icon, description }) => [
        (icon as { path: string } | null)?.path.split('/').at(-1) ?? null,
        description,
      ]),
    ).toEqual([
      ['overlay-1.png', '1条告警未确认'],
      ['overlay-more.png', '12条告警未确认'],
      ['overlay-drill.png', '演练告警1条未确认'],
      [null, ''],
    ])
    expect(
      window.overlays.every(
        ({ icon }) => icon === null || !(icon as { isEmpty(): boolean }).isEmpty(),
      ),
    ).toBe(true)
    expect(electron.double.calls('setBadgeCount')).toEqual([])
    expect(window.flashed).toEqual([true, true, true, false])
  })
})

describe('a notification', () => {
  const notice = {
    title: localized('热线', 'Hotline'),
    body: localized('请处理', 'Act'),
    drill: false,
    priority: 3 as const,
    incidentId: 'i',
    alertId: 'a',
  }

  it('that the desktop never says it shows is given up after five seconds', async () => {
    const { createNotifications } = await import('#main/hosts/electron/notifier.ts')
    electron.Notification.manner = 'says nothing'
    const notified = createNotifications(
      () => 'zh-CN',
      () => undefined,
      log,
    ).notify(notice)
    const failed = expect(notified).rejects.toThrow('not said')
    await vi.advanceTimersByTimeAsync(5_000)
    await failed
  })

  it('of low priority may go by itself; the same alert again takes the place of the first', async () => {
    const { createNotifications } = await import('#main/hosts/electron/notifier.ts')
    const notifications = createNotifications(
      () => 'en',
      () => undefined,
      log,
    )
    void notifications.notify(notice)
    void notifications.notify({ ...notice, drill: true })
    await vi.advanceTimersByTimeAsync(100)
    const [first, second] = electron.Notification.all
    expect([first!.closed, second!.closed]).toEqual([true, false])
    expect(first!.options).toMatchObject({
      title: 'Hotline',
      urgency: 'normal',
      timeoutType: 'default',
    })
    expect(second!.options.title).toBe('EXERCISE: Hotline')
    notifications.stop()
    expect(second!.closed).toBe(true)
  })
})
