/** Tests that no key records what its presser did not see, with moved time. */
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { alert, fact, incident, NOW, step } from '../board-parts.ts'
import { painted, press, read } from './desk.ts'
import { call, consoleShowing, fire } from './fire-at-desk.ts'

const late = step({ id: 'standby', title: localized('切换备用设备', 'Use the spare') })
const done = { ...call, state: 'done' as const, doneAt: NOW }
const CHANGED = /画面刚变，请再按/

async function pressed(key: string, more = {}): Promise<void> {
  press(key, more)
  await flushPromises()
}
const digit = (n: number) => pressed('!', { code: `Digit${n}`, altKey: true, shiftKey: true })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('Shift F1 rings nobody who has just taken the place of another; later it does', async () => {
  const police = { number: '110', who: localized('公安', 'Police') }
  const other = { ...call, id: 'other', calls: [police] }
  const { page, station, show } = await consoleShowing({ incidents: [fire()] })
  await show({ position: 101, incidents: [fire({ steps: [other], next: 'other' })] })
  await pressed('F1', { shiftKey: true })
  expect(station.of('incident/call')).toEqual([])
  expect(read(page.get('.calls [role=alert]'))).toMatch(CHANGED)
  await vi.advanceTimersByTimeAsync(800)
  await pressed('F1', { shiftKey: true })
  expect(station.of('incident/call')).toMatchObject([{ to: { number: '110' } }])
})

describe('F4 as the screen changes', () => {
  it('records what stood there, when something more urgent has just taken its place', async () => {
    const { station, show } = await consoleShowing({ incidents: [fire()] })
    await show({ position: 101, incidents: [fire({ steps: [late, call], next: 'standby' })] })
    await pressed('F4')
    expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['call'])
  })

  it('records nothing when another seat has just done it, and says so; later it works', async () => {
    const { page, station, show } = await consoleShowing({ incidents: [fire()] })
    const after = { position: 101, incidents: [fire({ steps: [done, late], next: 'standby' })] }
    await show(after)
    await pressed('F4')
    expect(station.of('incident/step')).toEqual([])
    expect(read(page.get('.next [role=alert]'))).toMatch(CHANGED)
    await vi.advanceTimersByTimeAsync(800)
    await pressed('F4')
    expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['standby'])
  })

  it('records nothing of an incident that has just taken the place of the one that was shown', async () => {
    const other = incident({ id: 'other', steps: [late] })
    const { page, station, show } = await consoleShowing({ incidents: [fire(), other] })
    await show({ position: 101, incidents: [other] })
    await pressed('F4')
    expect(station.of('incident/step')).toEqual([])
    expect(read(page.get('.next [role=alert]'))).toMatch(CHANGED)
  })

  it('records nothing of the first incident that comes to a calm desk', async () => {
    const { station, show } = await consoleShowing({ incidents: [] })
    await vi.advanceTimersByTimeAsync(5_000)
    await show({ position: 101, incidents: [fire()] })
    await pressed('F4')
    expect(station.of('incident/step')).toEqual([])
  })

  it('records the next step at once when this desk itself has recorded the one before', async () => {
    let position = 100
    const { station, show } = await consoleShowing(
      { incidents: [fire()] },
      { 'incident/step': () => ({ ok: true, position: ++position, reply: {} }) },
    )
    await pressed('F4')
    await show({ position, incidents: [fire({ steps: [done, late], next: 'standby' })] })
    await vi.advanceTimersByTimeAsync(300)
    await pressed('F4')
    expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['call', 'standby'])
  })

  it('records the step of an incident that its presser has just chosen', async () => {
    const other = incident({ id: 'other', steps: [late] })
    const { station } = await consoleShowing({ incidents: [fire(), other] })
    await pressed('1', { code: 'Digit2', altKey: true })
    await painted()
    await pressed('F4')
    expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['standby'])
  })

  it('is heard once while it is held down', async () => {
    const { station } = await consoleShowing({ incidents: [fire()] })
    await pressed('F4')
    for (let times = 0; times < 30; times++) await pressed('F4', { repeat: true })
    expect(station.of('incident/step')).toHaveLength(1)
  })
})

describe('Shift+F4 as the screen changes', () => {
  it('opens the form of the step that stood there, and the form stays with it', async () => {
    const { station, show } = await consoleShowing({ incidents: [fire()] })
    await show({ position: 101, incidents: [fire({ steps: [late, call], next: 'standby' })] })
    await pressed('F4', { shiftKey: true })
    await vi.advanceTimersByTimeAsync(2_000)
    const form = document.querySelector('.el-dialog form')!
    expect(document.querySelector('.el-dialog')?.textContent).toContain('拨打119')
    form.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(station.of('incident/step').map(({ stepId }) => stepId)).toEqual(['call'])
  })
})

describe('a digit as the screen changes', () => {
  const asks = (key: string) => fact({ key, question: localized(key, key) })
  it('answers nothing when its question has just gone and another has taken its place', async () => {
    const { page, station, show } = await consoleShowing({
      incidents: [fire({ facts: [asks('hot')] })],
    })
    await show({ position: 101, incidents: [fire({ facts: [asks('open')] })] })
    await digit(1)
    expect(station.of('incident/answer')).toEqual([])
    expect(read(page.get('.steps [role=alert]'))).toMatch(CHANGED)
    await vi.advanceTimersByTimeAsync(800)
    await digit(1)
    expect(station.of('incident/answer')).toMatchObject([{ fact: 'open', value: 'yes' }])
  })
})

describe('F8 as the screen changes', () => {
  const first = alert({ id: 'first', priority: 2, stepId: 'call' })
  const worse = alert({ id: 'worse', priority: 1, stepId: 'power' })
  it('acknowledges the alert that stood on top, not the one that has just come', async () => {
    const { station, show } = await consoleShowing({ incidents: [fire({ alerts: [first] })] })
    await show({ position: 101, incidents: [fire({ alerts: [first, worse] })] })
    await pressed('F8')
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'first' }])
  })

  it('acknowledges together what no life hangs on and stood in sight, of one incident', async () => {
    const second = alert({ id: 'second', priority: 3, stepId: 'power' })
    const elsewhere = incident({ id: 'e2', alerts: [alert({ id: 'other', priority: 3 })] })
    const { page, station, show } = await consoleShowing({
      incidents: [fire({ alerts: [first, second] }), elsewhere],
    })
    expect(page.findAll('.alert kbd').filter((key) => read(key) === 'F8')).toHaveLength(2)
    await show({ position: 101, incidents: [fire({ alerts: [first, second, worse] }), elsewhere] })
    await pressed('F8')
    expect(station.of('alert/acknowledge')).toEqual([{ alertIds: ['first', 'second'] }])
  })

  it('acknowledges by itself what life hangs on', async () => {
    const { station } = await consoleShowing({ incidents: [fire({ alerts: [worse, first] })] })
    await pressed('F8')
    expect(station.of('alert/acknowledge')).toEqual([{ alertId: 'worse' }])
  })

  it('acknowledges nothing of an alert that has gathered more since', async () => {
    const member = { planId: 'plan-1', dueAt: NOW, title: localized('疏散', 'Evacuate') }
    const nudge = (steps: string[]) =>
      alert({
        id: 'nudge',
        kind: 'nudge',
        stepId: null,
        members: steps.map((stepId) => ({ ...member, stepId, factKey: null })) as never,
      })
    const { page, station, show } = await consoleShowing({
      incidents: [fire({ alerts: [nudge(['call'])] })],
    })
    await show({ position: 101, incidents: [fire({ alerts: [nudge(['call', 'power'])] })] })
    await pressed('F8')
    expect(station.of('alert/acknowledge')).toEqual([])
    expect(page.text()).toMatch(CHANGED)
  })
})

describe('Enter on a proposed plan', () => {
  it('activates none that has just been proposed in the place of another', async () => {
    const proposed = (planId: string) => ({
      planId,
      title: localized(planId, planId),
      why: localized('扩大', 'It grew'),
      clause: 'S09-1',
      supersedes: null,
    })
    const { page, station, show } = await consoleShowing({
      incidents: [fire({ proposed: [proposed('gas')] as never })],
    })
    await show({ position: 101, incidents: [fire({ proposed: [proposed('flood')] as never })] })
    await pressed('Enter')
    expect(station.of('incident/activate')).toEqual([])
    expect(page.text()).toMatch(CHANGED)
    await vi.advanceTimersByTimeAsync(800)
    await pressed('Enter')
    expect(station.of('incident/activate')).toMatchObject([{ planId: 'flood' }])
  })
})
