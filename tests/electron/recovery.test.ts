/**
 * R01 and R02: pages that crash, hang or do not load come back by themselves, with everything on
 * them; in the meantime the alarm goes on. Nobody clicks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './kit/browser.ts'
import { leap } from './kit/clocks.ts'
import { greeted, hellos, load, newFolder, start, tones, type Program } from './kit/program.ts'
import { late, PLACE, raise } from './kit/story.ts'
import { until } from '../kit/until.ts'

const browser = useBrowser()
const HALL = { id: 7, label: 'hall', bounds: { x: 1920, y: 0, width: 1280, height: 720 } }

/** Ends the process of the console's page and waits until the next one has said hello. */
async function crashed(program: Program): Promise<Page> {
  const before = hellos(program)
  program.window('console').webContents.crash()
  await until(() => expect(hellos(program)).toBeGreaterThan(before))
  return program.page('console')
}

const gone = (program: Program, window = 'console') =>
  program.logged('page-trouble').filter((line) => line['window'] === window)
const see = (page: Page, words: string) => page.getByText(words).first().waitFor()

it('R01: after each of 20 crashes the console is back with the state of the station', async () => {
  const program = await start({ browser: browser(), troubles: ['page-trouble'] })
  await raise(program)
  for (let n = 1; n <= 20; n += 1) {
    leap('61 s') // far enough apart to be no series
    await see(await crashed(program), PLACE)
    expect(gone(program)).toHaveLength(n)
  }
  expect(
    gone(program).filter(
      (line) => line['reason'] !== 'crashed' || line['show'] !== 'page' || line['afterMs'] !== 0,
    ),
  ).toEqual([])
  expect((await program.board()).incidents).toHaveLength(1)
  await program.end()
}, 180_000)

it('R01: a page that is on its way elsewhere when it crashes is back as well', async () => {
  const program = await start({ browser: browser(), troubles: ['page-trouble'] })
  const { handlers } = program.electron.session.defaultSession.protocol
  const answer = handlers.get('app')!
  // an answer that never comes
  const requested = new Promise<void>((done) =>
    handlers.set('app', () => new Promise(() => done())),
  )
  program
    .window('console')
    .loadURL('app://console/')
    .catch(() => undefined)
  await requested
  handlers.set('app', answer)
  await see(await crashed(program), '没有进行中的事件')
  expect(gone(program)).toEqual([expect.objectContaining({ reason: 'crashed' })])
  await program.end()
})

it('R01: a page that hangs is ended and loaded again, though nobody touches it', async () => {
  const program = await start({ browser: browser(), troubles: ['page-trouble'] })
  await raise(program)
  const page = await program.page('console')
  await see(page, PLACE)
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;) {
        /* for ever */
      }
    }, 0)
  })
  await expect
    .poll(
      () => {
        // its ten seconds pass in steps, as if somebody watched: a long one would count as sleep of
        // the machine
        leap('3 s')
        return gone(program).length
      },
      { interval: 1_100 },
    )
    .toBeGreaterThan(0)
  await greeted(program, 1)
  await see(await program.page('console'), PLACE)
  expect(gone(program)).toEqual([
    expect.objectContaining({
      reason: 'killed',
      error: expect.objectContaining({ message: 'hung' }),
    }),
  ])
  expect(program.electron.double.calls('forcefullyCrashRenderer')).toHaveLength(1)
  await program.end()
})

it('R01: a page that cannot be loaded is asked for again', async () => {
  const program = await load({
    browser: browser(),
    troubles: ['page-trouble'],
    except: /Failed to load resource/,
  })
  const { app, session } = program.electron
  app.becomeReady()
  await until(() => expect(session.defaultSession.protocol.handlers.has('app')).toBe(true))
  const { handlers } = session.defaultSession.protocol
  const answer = handlers.get('app')!
  let failures = 0
  handlers.set('app', (request) =>
    failures++ < 2 ? Promise.reject(new Error('planted')) : answer(request),
  )
  await until(() => expect(program.has('console')).toBe(true))
  await greeted(program)
  expect(gone(program)).toEqual([
    expect.objectContaining({ code: -2, afterMs: 500 }),
    expect.objectContaining({ code: -2, afterMs: 1_000 }),
  ])
  await program.end()
})

it('R01: the wall comes back, too, after three crashes in a minute as its safe page, and the console does not notice', async () => {
  const program = await start({
    browser: browser(),
    troubles: ['page-trouble'],
    given: ({ screen }) => screen.plug(HALL),
  })
  await see(await program.page('wall'), '无事件')
  program.window('wall').webContents.crash()
  await until(() => expect(gone(program, 'wall')).toHaveLength(1))
  await until(async () => see(await program.page('wall'), '无事件'))
  // a crash of a page that is being loaded is none
  await until(() => {
    if (gone(program, 'wall').length < 3) program.window('wall').webContents.crash()
    expect(gone(program, 'wall').length).toBeGreaterThanOrEqual(3)
  })
  await until(async () => see(await program.page('wall'), '简易页面'))
  expect(hellos(program)).toBe(1)
  await program.end()
})

describe('while an alarm sounds', () => {
  it('a crash does not stop it: the wall goes on, and the console’s next page sounds at once', async () => {
    const program = await start({
      browser: browser(),
      troubles: ['page-trouble'],
      given: ({ screen }) => screen.plug(HALL),
    })
    const wall = await program.page('wall')
    await see(wall, '无事件')
    await late(program, await raise(program))
    await expect.poll(async () => tones(await program.page('console'))).toBeGreaterThan(0)
    await expect.poll(() => tones(wall)).toBeGreaterThan(0)
    const page = await crashed(program)
    await expect.poll(() => tones(page)).toBeGreaterThan(0)
    expect(wall.isClosed()).toBe(false)
    await program.end()
  })

  it('a console that keeps crashing is replaced by a plain page that lists and sounds it, and the machine beeps', async () => {
    const program = await start({ browser: browser(), troubles: ['page-trouble'] })
    const incidentId = await raise(program)
    const alertId = await late(program, incidentId)
    for (let n = 0; n < 3; n += 1) await crashed(program)
    program.window('console').webContents.crash()
    const plain = async (): Promise<Page> => {
      const page = await program.page('console')
      await see(page, '值守：简易画面')
      return page
    }
    await until(plain)
    const page = await plain()
    expect(program.window('console').webContents.gone).toHaveLength(4)
    await see(page, PLACE)
    await see(page, '主管3分钟内报职能线负责人')
    expect(await page.locator('script').count()).toBe(0)
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [tone] = document.querySelectorAll('audio')
          return tone && !tone.paused && tone.loop && tone.currentTime > 0
        }),
      )
      .toBe(true)
    await expect.poll(() => program.electron.double.beeps.count).toBeGreaterThan(0)
    expect(program.electron.double.beeps.count).toBeLessThan(3)

    await program.ask('alert/acknowledge', { alertId })
    await expect.poll(async () => (await plain()).locator('audio').count()).toBe(0)
    await see(await plain(), '已确认')
    await program.end()
  })
})

describe('R02: the graphics processor', () => {
  const strike = ({ electron }: Program, type = 'GPU'): boolean =>
    electron.app.emit('child-process-gone', {}, { type, reason: 'crashed', exitCode: 1 })

  it('is given up after three crashes in 30 s: a marker, one new start, and then drawn without it', async () => {
    const dir = newFolder()
    const program = await start({ browser: null, dir, troubles: ['gpu-gone'] })
    const { state } = program.electron.double
    strike(program, 'Utility')
    strike(program)
    strike(program)
    leap('31 s')
    strike(program)
    expect(state.ended).toBeNull()
    strike(program)
    strike(program)
    expect(state.ended).toEqual({
      code: 0,
      relaunched: [{ args: expect.arrayContaining(['--data', dir]) }],
    })
    for (let n = 0; n < 4; n += 1) strike(program)
    expect(program.electron.double.calls('relaunch')).toHaveLength(1)
    const marker = readFileSync(join(dir, 'gpu-off.json'), 'utf8')
    await program.end()

    const later = newFolder()
    writeFileSync(join(later, 'gpu-off.json'), marker)
    const next = await start({ browser: null, dir: later, troubles: ['gpu-gone'] })
    expect(next.electron.double.early('disableHardwareAcceleration')).toBe(true)
    for (let n = 0; n < 4; n += 1) strike(next)
    // nothing more can be done about it: no second new start
    expect(next.electron.double.state.ended).toBeNull()
    await next.end()
  })
})
