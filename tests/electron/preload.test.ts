/**
 * The interfaces that the built preload gives the console's page (checklist item 20).
 */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CHANNELS } from '#shared/contract/bridge.ts'
import { useBrowser } from './kit/browser.ts'
import { BRIDGE, expectNamedFunctionsOnly } from './kit/checks.ts'
import { start, type Program, type Window } from './kit/program.ts'
import { until } from '../kit/until.ts'

/** What a page gets that passes nonsense to its own bridge, or that has a planted one. */
const HARMS_ITSELF =
  /is not a function|Error invoking remote method|is not valid JSON|Cannot destructure/
const browser = useBrowser()
let program: Program
beforeAll(async () => {
  program = await start({ browser: browser(), except: HARMS_ITSELF })
})
afterAll(() => program?.end())

it('exposes the named functions of the contract and nothing else, and no page can name a channel', async () => {
  await expectNamedFunctionsOnly(program.window('console').webContents)
})

it('stays as it is, whatever the page does to it', async () => {
  const page = await program.page('console')
  expect(
    await page.evaluate((names) => {
      const globals = globalThis as unknown as { station: Record<string, unknown> }
      const before = globals.station
      const functions = names.map((name) => before[name])
      for (const name of names)
        try {
          before[name] = () => 'mine'
        } catch {
          /* as good */
        }
      try {
        delete before['request']
      } catch {
        /* as good */
      }
      try {
        globals.station = {}
      } catch {
        /* as good */
      }
      return [
        Object.isFrozen(before),
        globals.station === before,
        names.every((name, n) => before[name] === functions[n]),
      ]
    }, BRIDGE),
  ).toEqual([true, true, true])
})

it('hands over text only: a message that is none does not arrive, and no listener sees an event', async () => {
  const page = await program.page('console')
  await page.evaluate(
    `globalThis.heard = []; globalThis.unsubscribe = station.onOpenIncident((...all) => heard.push(all))`,
  )
  const { webContents } = program.window('console')
  for (const message of [1, null, { text: 'x' }, ['x'], 'an incident'])
    webContents.send(CHANNELS.openIncident, message, 'more')
  await expect.poll(() => page.evaluate('heard')).toEqual([['an incident']])
  await page.evaluate('unsubscribe()')
  webContents.send(CHANNELS.openIncident, 'another')
  // there and back: what was sent before has arrived
  await page.evaluate(`station.notifyState({ language: 'zh-CN' })`)
  expect(await page.evaluate('heard')).toHaveLength(1)
  expect(webContents.leaks).toEqual([])
})

it('passes on nothing but the named fields of a call', async () => {
  const page = await program.page('console')
  const { webContents } = program.window('console')
  await page.evaluate(
    `station.request({ id: 'x', name: 'plans/list', input: null, role: 'administrator', by: 'somebody' })`,
  )
  expect(webContents.heard.findLast(({ channel }) => channel === CHANNELS.request)).toEqual({
    channel: CHANNELS.request,
    args: [{ id: 'x', name: 'plans/list', input: null }],
  })
})

it.each([
  ['preload-with-ipc.js', /ipcRenderer/],
  ['preload-with-channel.js', /channels named by the page/],
  ['preload-with-event.js', /event/],
  ['preload-with-more.js', /versions/],
])('planted: %s is caught', async (file, complaint) => {
  const window: Window = new program.electron.BrowserWindow({
    webPreferences: { preload: join(import.meta.dirname, 'planted', file) },
  })
  await window.loadURL('app://console/')
  await until(() => expect(window.webContents.heard.length).toBeGreaterThan(0))
  window.webContents.send(CHANNELS.push, '{}')
  await expect(expectNamedFunctionsOnly(window.webContents)).rejects.toThrow(complaint)
  window.destroy()
})
