/**
 * Every window's options, kind by kind, and their effect in its page (checklist items 2 to 13).
 */
import { expect, it } from 'vitest'
import { useBrowser } from './kit/browser.ts'
import { expectLocked } from './kit/checks.ts'
import { load, start, type Electron } from './kit/program.ts'
import { until } from '../kit/until.ts'

const browser = useBrowser()
const SECOND = { id: 7, label: 'hall', bounds: { x: 1920, y: 0, width: 1920, height: 1080 } }
const nodeIn = `[typeof require, typeof process, typeof module, typeof Buffer].join()`

it('console: locked, with the built preload; hidden until drawn; its page has the bridge and nothing of Node', async () => {
  const program = await start({ browser: browser() })
  const window = program.window('console')
  expectLocked(window, 'console')
  expect(window.options).toMatchObject({
    show: false,
    title: '值守',
    width: 1440,
    height: 900,
    autoHideMenuBar: true,
  })
  expect(window.options.kiosk).toBeUndefined()
  await until(() => expect(window.isVisible()).toBe(true))
  expect(window.menu).toBe(true)
  expect(await (await window.page()).evaluate(`${nodeIn} + ' ' + typeof station`)).toBe(
    'undefined,undefined,undefined,undefined object',
  )
  await program.end()
})

it('wall: locked, in a profile of its own, without preload, without a channel; its page is the station’s over HTTP', async () => {
  const program = await start({ browser: browser(), given: ({ screen }) => screen.plug(SECOND) })
  const wall = program.window('wall')
  expectLocked(wall, 'wall')
  expect(wall.options).toMatchObject({
    show: false,
    kiosk: true,
    frame: false,
    x: 1920,
    y: 0,
    width: 1920,
    height: 1080,
    title: '值守大屏',
  })
  const page = await wall.page()
  await page.getByText('无事件').first().waitFor()
  // and its key is gone from the address
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/wall(\?|$)/)
  expect(await page.evaluate(`${nodeIn} + ' ' + typeof station`)).toBe(
    'undefined,undefined,undefined,undefined undefined',
  )
  expect(wall.webContents.exposed.size).toBe(0)
  expect(wall.webContents.heard).toEqual([])
  for (const channel of program.electron.ipcMain.channels())
    for (const url of ['app://console/', page.url()])
      expect(
        await wall.webContents.forge(channel, [{ language: 'en' }], { url }),
        `${channel} from ${url}`,
      ).toMatchObject({ code: 'foreign-origin' })
  await program.end()
})

it('notice: locked, without preload; its page runs no script', async () => {
  const program = await load({
    browser: browser(),
    troubles: ['not-started'],
    given: ({ double }) => {
      double.state.lockFree = false
    },
  })
  program.electron.app.becomeReady()
  await until(() => expect(program.has('notice')).toBe(true))
  const window = program.window('notice')
  expectLocked(window, 'notice')
  const page = await window.page()
  await page.getByText('值守未能启动').first().waitFor()
  expect(await page.locator('script').count()).toBe(0)
  window.close()
  await program.end()
})

it('planted: a window with Node in its pages is caught', async () => {
  const { openWithNode } = await import('./planted/window-with-node.ts')
  const electron = (await import('electron')) as unknown as Electron
  electron.double.state.ready = true
  openWithNode('console')
  expect(() => expectLocked(electron.double.windows.at(-1)!, 'console')).toThrow(/nodeIntegration/)
})
