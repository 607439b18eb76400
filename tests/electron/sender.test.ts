/**
 * Each channel × sender × content (checklist item 17): refused before the station sees it, without
 * a trace in the record.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ChannelHandlers } from '#main/hosts/electron/ipc.ts'
import { CHANNELS } from '#shared/contract/bridge.ts'
import { expectSendersJudged, FOREIGN } from './kit/checks.ts'
import { start, type Electron, type Program } from './kit/program.ts'

let program: Program
beforeAll(async () => {
  program = await start({ browser: null })
})
afterAll(() => program?.end())

const OURS = { url: 'app://console/' }
const ANSWERED = [CHANNELS.hello, CHANNELS.request, CHANNELS.state, CHANNELS.save]
const report = (more: object = {}) => ({
  id: crypto.randomUUID(),
  name: 'incident/report',
  input: { narrative: '大厅冒烟', place: '大厅' },
  ...more,
})
const send = (args: readonly unknown[], channel: string = CHANNELS.request) =>
  program.window('console').webContents.forge(channel, args, OURS)

it('answers on four channels and no other; a channel that nobody named has no handler', async () => {
  expect(program.electron.ipcMain.channels().sort()).toEqual([...ANSWERED].sort())
  // and the settings' package has lost its own
  expect(program.electron.ipcMain.eventNames()).toEqual([CHANNELS.heard])
  await expect(send([], 'station:other')).rejects.toThrow('No handler registered')
})

it('refuses every sender but the main frame of the console’s own page, on every channel', async () => {
  await expectSendersJudged(program.window('console').webContents, ANSWERED, [report()])
  expect((await program.board()).incidents).toEqual([])
})

it('refuses another window on the right address', async () => {
  const other = new program.electron.BrowserWindow({})
  for (const channel of ANSWERED)
    expect(await other.webContents.forge(channel, [report()], OURS), channel).toMatchObject({
      code: 'foreign-origin',
    })
  other.destroy()
})

describe('what is sent', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])
  const cycle: Record<string, unknown> = {}
  cycle['self'] = cycle

  it.each<[string, readonly unknown[], string]>([
    ['nothing', [], 'bad-request'],
    ['more than one', [report(), report()], 'bad-request'],
    ['text', ['incident/report'], 'bad-request'],
    ['a list', [[report()]], 'bad-request'],
    ['null', [null], 'bad-request'],
    ['undefined', [undefined], 'bad-request'],
    ['a field more', [report({ role: 'administrator' })], 'unknown-field'],
    [
      'a megabyte of text',
      [report({ input: { narrative: 'x'.repeat(1_048_576), place: '大厅' } })],
      'too-large',
    ],
    [
      'a key that is a prototype',
      [JSON.parse('{"id":"1","name":"plans/list","__proto__":{"role":"administrator"}}')],
      'unknown-field',
    ],
    ['twenty levels', [report({ input: deep(20) })], 'too-deep'],
    ['five thousand levels', [report({ input: deep(5_000) })], 'too-deep'],
    ['a cycle', [report({ input: cycle })], 'broken-json'],
    ['a big integer', [report({ input: { narrative: 1n, place: '大厅' } })], 'broken-json'],
    [
      'half a character',
      [report({ input: { narrative: '\ud800', place: '大厅' } })],
      'broken-text',
    ],
    ['no such name', [report({ name: 'constructor' })], 'unknown-name'],
    [
      'a name that is no text',
      [report({ name: { toString: () => 'plans/list' } })],
      'unknown-name',
    ],
    ['no id', [report({ id: undefined })], 'bad-input'],
    ['an id that is none', [report({ id: 7 })], 'bad-input'],
    ['the wrong type inside', [report({ input: { narrative: 7, place: '大厅' } })], 'bad-input'],
    [
      'an unknown field inside',
      [report({ input: { narrative: 'x', place: '大厅', zzz: 1 } })],
      'bad-input',
    ],
  ])('%s is refused', async (_what, args, code) => {
    expect(await send(args)).toMatchObject({
      ok: false,
      code,
      message: { zh: expect.any(String), en: expect.any(String) },
    })
  })

  it.each([
    [['zz']],
    [{ language: 'de' }],
    [{ language: 'en', more: 1 }],
    [{ language: 'en', theme: 'pink' }],
    [{ theme: 'dark' }],
    [{}],
    [null],
  ])('a state of the page that is none is refused: %o', async (state) => {
    expect(await send([state], CHANNELS.state)).toMatchObject({ ok: false })
    expect(await send([1], CHANNELS.hello)).toMatchObject({ ok: false, code: 'bad-request' })
  })

  it('leaves no trace in the record, and Object as it was', async () => {
    expect((await program.board()).incidents).toEqual([])
    expect(({} as { role?: string }).role).toBeUndefined()
  })
})

it('a thousand calls in a second are cut short, and the page goes on', async () => {
  const answers = (await Promise.all(
    Array.from({ length: 1_000 }, () =>
      send([{ id: crypto.randomUUID(), name: 'plans/list', input: null }]),
    ),
  )) as { ok: boolean; code?: string }[]
  expect(answers.filter(({ code }) => code === 'too-many-requests').length).toBeGreaterThan(500)
  expect(answers.some(({ ok }) => ok)).toBe(true)
  await expect
    .poll(
      async () =>
        (
          (await send([{ id: crypto.randomUUID(), name: 'plans/list', input: null }])) as {
            ok: boolean
          }
        ).ok,
    )
    .toBe(true)
})

it('planted: a handler that trusts a frame inside the page is caught', async () => {
  const { openTrusting } = await import('./planted/trusting-ipc.ts')
  openTrusting('planted:request')
  await expect(
    expectSendersJudged(program.window('console').webContents, ['planted:request'], [report()]),
  ).rejects.toThrow('a frame inside the page')
  program.electron.ipcMain.removeHandler('planted:request')
})

it('a sign of life from anybody else is none', async () => {
  vi.resetModules() // a double of its own, with the channels alone
  const electron = (await import('electron')) as unknown as Electron
  const { openChannels } = await import('#main/hosts/electron/ipc.ts')
  electron.double.state.ready = true
  const [console, other] = [
    new electron.BrowserWindow({}).webContents,
    new electron.BrowserWindow({}).webContents,
  ]
  let answers = 0
  openChannels({
    isConsole: (contents: unknown) => contents === console,
    answered: () => void answers++,
  } as unknown as ChannelHandlers)
  for (const [, frame] of FOREIGN) console.forgeOneWay(CHANNELS.heard, [], frame)
  other.forgeOneWay(CHANNELS.heard, [], OURS)
  expect(answers).toBe(0)
  // its argument is never read
  console.forgeOneWay(CHANNELS.heard, ['x'.repeat(1_000_000), { toString: null }], OURS)
  expect(answers).toBe(1)
})
