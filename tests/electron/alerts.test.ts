/**
 * An alert outside the pages (A05): notification, taskbar and tray are second to the alarm on the
 * screens, which never waits for them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useBrowser } from './kit/browser.ts'
import { start, tones, type Program } from './kit/program.ts'
import { alerts, late, PLACE, raise } from './kit/story.ts'
import { until } from '../kit/until.ts'

const browser = useBrowser()
const notifications = (program: Program) => program.electron.Notification.all
const badge = (program: Program): number => program.electron.app.getBadgeCount()

describe('a limit that passes', () => {
  let program: Program
  let incidentId: string
  let alertId: string
  beforeAll(async () => {
    program = await start({ browser: browser() })
    incidentId = await raise(program)
    await until(() => expect(program.window('console').isVisible()).toBe(true))
    program.window('console').blur() // somebody works in another program
    alertId = await late(program, incidentId)
  })
  afterAll(() => program?.end())

  it('sounds on the console first of all', async () => {
    const page = await program.page('console')
    await page.getByText('主管3分钟内报职能线负责人：已超时').first().waitFor()
    await expect.poll(() => tones(page)).toBeGreaterThan(0)
  })

  it('is notified once, urgently, until somebody has seen it, without a sound of its own', async () => {
    await expect.poll(() => notifications(program).length).toBe(1)
    expect(notifications(program)[0]!.options).toEqual({
      title: expect.stringContaining(PLACE),
      body: expect.stringMatching(/\S/),
      silent: true,
      urgency: 'critical',
      timeoutType: 'never',
    })
    expect(notifications(program)[0]!.options.title).not.toContain('演练')
  })

  it('flashes in the taskbar and bears its number there and in the tray', async () => {
    await expect.poll(() => badge(program)).toBe(1)
    expect(program.window('console').flashed).toEqual([true])
    expect(program.electron.Tray.all[0]!.tip).toBe('值守：1条告警未确认')
  })

  it('brings back a console that was hidden, without taking the keyboard', async () => {
    const window = program.window('console')
    window.hide()
    const drill = await raise(program, true)
    await late(program, drill)
    await until(() => expect([window.isVisible(), window.isFocused()]).toEqual([true, false]))
  })

  it('of a drill is marked so first of all, and never counted with real ones', async () => {
    await expect
      .poll(
        () =>
          notifications(program).filter(({ options }) => options.title?.startsWith('【演练】'))
            .length,
      )
      .toBe(1)
    expect(badge(program)).toBe(1)
    expect(program.electron.Tray.all[0]!.tip).toBe('值守：1条告警未确认，另有演练1条')
  })

  it('shows its incident at a click on the notification, whichever page the console is on', async () => {
    const window = program.window('console')
    window.hide()
    const page = await program.page('console')
    const head = page.locator('h2', { hasText: PLACE })
    const pages = page.locator('.top nav a')
    for (const notification of [...notifications(program)].reverse()) {
      await pages.last().click()
      await expect.poll(() => pages.first().getAttribute('aria-current')).toBeNull()
      notification.click()
      const drill = notification.options.title!.startsWith('【演练】')
      await until(() => expect([window.isVisible(), window.isFocused()]).toEqual([true, true]))
      await head
        .filter(drill ? { hasText: '演练' } : { hasNotText: '演练' })
        .first()
        .waitFor()
      expect(await pages.first().getAttribute('aria-current')).toBe('page')
    }
  })

  it('once acknowledged is off everywhere: flash, number, notification', async () => {
    for (const { id, alerts: open } of (await program.board()).incidents)
      for (const alert of open)
        if (id === incidentId || alert.acknowledgedAt === null)
          await program.ask('alert/acknowledge', { alertId: alert.id })
    await expect.poll(() => badge(program)).toBe(0)
    expect(program.window('console').flashed.at(-1)).toBe(false)
    expect(program.electron.Tray.all[0]!.tip).toBe('值守：没有未确认的告警')
    expect(notifications(program).filter(({ closed }) => !closed)).toEqual([])
    expect(
      (await alerts(program, incidentId)).find(({ id }) => id === alertId)?.acknowledgedAt,
    ).toEqual(expect.any(Number))
  })
})

describe('a desktop that shows no notification', () => {
  it.each<[string, (program: Program) => void]>([
    [
      'because it refuses',
      ({ electron }) => {
        electron.Notification.manner = 'refuses'
      },
    ],
    [
      'because it has none',
      ({ electron }) => {
        electron.Notification.supported = false
      },
    ],
  ])('%s: the failure is recorded, and nothing else depends on it', async (_how, hinder) => {
    const program = await start({
      browser: null,
      troubles: ['notification-failed', 'page-trouble'],
    }) // no page here says hello
    hinder(program)
    program.window('console').blur()
    const incidentId = await raise(program)
    const alertId = await late(program, incidentId)
    await expect.poll(() => badge(program)).toBe(1)
    expect(program.window('console').flashed).toEqual([true])
    await expect
      .poll(() => program.logged('notification-failed'))
      .toEqual([expect.objectContaining({ alertId })])
    await program.ask('alert/acknowledge', { alertId })
    await expect.poll(() => badge(program)).toBe(0)
    await program.end()
  })
})
