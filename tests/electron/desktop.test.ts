/**
 * Tests what the desktop does round the pages: displays, tray, settings, starting with the session,
 * sleep, log.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSettings } from '#main/adapters/settings/node-settings.ts'
import { CHANNELS } from '#shared/contract/bridge.ts'
import { useBrowser } from './kit/browser.ts'
import { AUTOSTART, newFolder, ROOT, start, type Program } from './kit/program.ts'
import { until } from '../kit/until.ts'

const browser = useBrowser()
const HALL = { id: 7, label: 'hall', bounds: { x: 1920, y: 0, width: 1280, height: 720 } }

describe('the wall and its display', () => {
  let program: Program
  beforeAll(async () => {
    program = await start({ browser: browser() })
  })
  afterAll(() => program?.end())
  const shown = async (): Promise<void> => {
    await (await program.page('wall')).getByText('无事件').first().waitFor()
  }

  it('with one display there is none', () => {
    expect(program.has('wall')).toBe(false)
  })

  it('a second display gets it, filling it, and is remembered', async () => {
    program.electron.screen.plug(HALL)
    await shown()
    expect(program.window('wall').options).toMatchObject({ kiosk: true, ...HALL.bounds })
    await until(() => expect(program.window('wall').isVisible()).toBe(true))
    expect(settingsOf(program)).toMatchObject({ wallWindow: { display: { id: 7, label: 'hall' } } })
  })

  it('takes language and colours of the console as soon as they are chosen there, in the window that stands', async () => {
    const page = await program.page('console')
    const [language, colours] = [
      page.locator('.top .turn').first(),
      page.locator('.top .turn').last(),
    ]
    const wall = program.window('wall')
    const shown = async (): Promise<unknown> =>
      (await wall.page())
        .evaluate(() => [document.documentElement.dataset['theme'], document.documentElement.lang])
        .catch(() => null) // on its way to the other address
    expect(await shown()).toEqual(['dark', 'zh-CN'])
    await colours.click()
    await expect.poll(shown).toEqual(['light', 'zh-CN'])
    await language.click()
    await expect.poll(shown).toEqual(['light', 'en'])
    expect(settingsOf(program)).toMatchObject({ language: 'en', theme: 'light' })
    await language.click()
    await colours.click()
    await expect.poll(shown).toEqual(['dark', 'zh-CN'])
    expect(program.window('wall')).toBe(wall)
    await page.evaluate(() => localStorage.clear())
  })

  it('goes with its display, and does not jump onto another one', () => {
    program.electron.screen.pull(7)
    expect(program.has('wall')).toBe(false)
    program.electron.screen.plug({ ...HALL, id: 9, label: 'somebody’s desk' })
    expect(program.has('wall')).toBe(false)
    program.electron.screen.pull(9)
  })

  it('comes back with it, live, though the system has given it another id', async () => {
    program.electron.screen.plug({ ...HALL, id: 31 })
    await shown()
    program.electron.screen.resize(31, { ...HALL.bounds, width: 1920, height: 1080 })
    expect(program.window('wall').options).toMatchObject({ width: 1920, height: 1080 })
    await shown()
  })

  it('a wake of the machine is a hint to look again, no more', async () => {
    const before = program.window('wall')
    for (const hint of ['suspend', 'resume', 'lock-screen', 'unlock-screen'])
      program.electron.powerMonitor.emit(hint)
    expect(program.window('wall')).toBe(before)
    expect(program.logged('power').map(({ hint }) => hint)).toEqual([
      'suspend',
      'resume',
      'lock-screen',
      'unlock-screen',
    ])
  })

  it('can be put away and opened as a window from the tray, and then gives way to its display', async () => {
    const [tray] = program.electron.Tray.all
    program.electron.screen.pull(31)
    tray!.menu!.choose('以窗口显示')
    await shown()
    expect(program.window('wall').options.kiosk).toBeUndefined()
    program.electron.screen.plug({ ...HALL, id: 31 })
    await shown()
    expect(program.window('wall').options.kiosk).toBe(true)
    tray!.menu!.choose('不显示')
    expect(program.has('wall')).toBe(false)
    tray!.menu!.choose(/^显示在hall/)
    await shown()
    expect(tray!.menu!.item(/^显示在hall/).checked).toBe(true)
  })
})

const settingsOf = (program: Program): unknown =>
  JSON.parse(readFileSync(join(program.dir, 'settings.json'), 'utf8'))

describe('settings', () => {
  it('are the very bytes that plain Node writes, and each reads the other’s', async () => {
    const program = await start({ browser: null })
    const node = newFolder()
    copyFileSync(join(program.dir, 'settings.json'), join(node, 'settings.json'))
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      version: string
    }
    const state = await program
      .window('console')
      .webContents.forge(CHANNELS.state, [{ language: 'en' }], { url: 'app://console/' })
    expect(state).toBeUndefined()
    const { settings } = openSettings(node, version)
    settings.change({ language: 'en' })
    const files = [program.dir, node].map((dir) => readFileSync(join(dir, 'settings.json'), 'utf8'))
    expect(files[0]).toBe(files[1])
    expect(files[0]).toContain('"language": "en"')
    const { settings: again, repaired } = openSettings(program.dir, version)
    expect([again.current(), repaired]).toEqual([settings.current(), null])
    expect(readFileSync(join(program.dir, 'settings.json'), 'utf8')).toBe(files[0])
    expect(readdirSync(program.dir).filter((name) => name.startsWith('settings'))).toEqual([
      'settings.good.json',
      'settings.json',
    ])
    expect(program.electron.Tray.all[0]!.menu!.item(/^Quit/).label).toBe(
      'Quit (stops clocks and alarms)',
    ) // the tray speaks the page's language
    await program.end()
  })

  it('that are damaged cost the start nothing, are kept, and the desk is told', async () => {
    const dir = newFolder()
    const program = await start({
      browser: null,
      dir,
      settings: { port: 'none' },
      troubles: ['settings-repaired', 'port-taken'],
    })
    expect(program.logged('settings-repaired')).toHaveLength(1)
    expect(readdirSync(dir).filter((name) => name.startsWith('settings.bad-'))).toHaveLength(1)
    expect(await program.board()).toMatchObject({
      notes: [{ zh: expect.stringContaining('设置文件损坏') }],
    }) // said on the desk
    await program.end()
  })
})

describe('the console’s window', () => {
  it('opens where it was left, unless no display is there any more', async () => {
    const program = await start({ browser: null })
    const left = { x: 100, y: 60, width: 1200, height: 800 }
    program.window('console').setBounds(left)
    await expect
      .poll(() => settingsOf(program))
      .toMatchObject({ consoleWindow: { bounds: left, maximised: false } })
    await program.end()
    for (const [bounds, expected] of [
      [left, left],
      [
        { ...left, x: 5_000 },
        { width: 1440, height: 900 },
      ],
    ] as const) {
      const next = await start({
        browser: null,
        settings: { consoleWindow: { bounds, maximised: false } },
      })
      expect(next.window('console').options).toMatchObject(expected)
      expect('x' in next.window('console').options).toBe('x' in expected)
      await next.end()
    }
  })
})

describe('starting with the session', () => {
  it('is on by default, and off and on again from the tray', async () => {
    const program = await start({ browser: null })
    const [tray] = program.electron.Tray.all
    expect(readFileSync(AUTOSTART, 'utf8')).toMatch(
      new RegExp(`^Exec=".+" "--data" "${program.dir}"$`, 'm'),
    )
    tray!.menu!.choose('登录系统时自动启动')
    expect(existsSync(AUTOSTART)).toBe(false)
    expect(settingsOf(program)).toMatchObject({ autoStart: false })
    tray!.menu!.choose('登录系统时自动启动')
    expect(existsSync(AUTOSTART)).toBe(true)
    await program.end()
  })

  it('is a login item on Windows and macOS', async () => {
    const program = await start({ browser: null })
    const { applyAutoStart } = await import('#main/hosts/electron/auto-start.ts')
    applyAutoStart(true, { program: 'vigil.exe', args: ['--data', 'D:\\duty'] }, null, {
      info: () => undefined,
      error: () => undefined,
    })
    expect(program.electron.double.calls('setLoginItemSettings')).toEqual([
      [{ openAtLogin: true, args: ['--data', 'D:\\duty'] }],
    ])
    await program.end()
  })
})

describe('the tray', () => {
  it('says what waits, shows the console at a click, and is one menu with the window’s', async () => {
    const program = await start({ browser: null })
    const [tray] = program.electron.Tray.all
    expect(tray!.tip).toBe('值守：没有未确认的告警')
    program.window('console').hide()
    tray!.emit('click')
    expect(program.window('console').isVisible()).toBe(true)
    program.window('console').hide()
    tray!.menu!.choose('显示控制台')
    expect(program.window('console').isVisible()).toBe(true)
    expect(program.electron.Menu.shown!.item('显示控制台').click).toBeTypeOf('function')
    await program.end()
    expect(tray!.destroyed).toBe(true)
  })

  it('a desktop without one costs the tray only', async () => {
    const program = await start({
      browser: null,
      troubles: ['tray-failed'],
      given: ({ Tray }) => {
        Tray.possible = false
      },
    })
    expect(program.logged('tray-failed')).toHaveLength(1)
    expect(program.electron.Menu.shown!.item(/^退出值守/).click).toBeTypeOf('function')
    await program.end()
  })
})

it('R06: the log turns over at 10 MB, keeps five files, and each line of it is one entry', async () => {
  const dir = newFolder()
  mkdirSync(join(dir, 'logs'))
  const names = ['station.log', 'station.log.1', 'station.log.2', 'station.log.3', 'station.log.4']
  for (const name of names)
    writeFileSync(
      join(dir, 'logs', name),
      `{"event":"old","in":"${name}"}\n`.padEnd(
        name === 'station.log' ? 10 * 1024 * 1024 - 10 : 10,
      ),
    )
  const program = await start({ browser: null, dir })
  expect(readdirSync(join(dir, 'logs')).sort()).toEqual(names)
  expect(statSync(join(dir, 'logs/station.log.1')).size).toBe(10 * 1024 * 1024 - 10)
  expect(readFileSync(join(dir, 'logs/station.log.4'), 'utf8')).toContain('station.log.3')
  expect(program.log()[0]).toMatchObject({ event: 'starting' })
  expect(statSync(join(dir, 'logs/station.log')).mode & 0o077).toBe(0)
  await program.end()
})
