/**
 * The whole station where attention crosses something else: a clock that is set, a restart between
 * due and raised, times that are set while an incident runs, a drill of the same plan.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { matterOf } from '#shared/domain/board/matter.ts'
import { dueSince } from '#shared/domain/board/due-since.ts'
import { plan, step, yesNo } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const big = (is: 'yes' | 'no') => ({ fact: 'big', is })
const fire = plan('fire', [step('out', { lifeSafety: true }), step('119', { lifeSafety: true })])
const asking = plan(
  'asking',
  [
    step('out', { lifeSafety: true, when: big('yes') }),
    step('in', { lifeSafety: true, when: big('no') }),
  ],
  { facts: [yesNo('big', { inDoubt: { answer: 'yes' } })] },
)

let kit: Kit
let id: string
const begin = async (planId: string): Promise<void> => {
  kit = await openStation({ on: 'sqlite', plans: [fire, asking] })
  id = await kit.run([planId])
}
afterEach(() => kit.stop())

const alerts = async (incidentId = id) => (await kit.incident(incidentId)).alerts
const acknowledge = async () =>
  kit.ask('alert/acknowledge', { alertId: (await alerts())[0]?.id ?? '' })
const isHeard = async (): Promise<boolean> => {
  const [alert] = await alerts()
  return alert !== undefined && alert.acknowledgedAt === null
}

describe('the wall clock is set while attention waits', () => {
  it('ten minutes back, before it is due: it is raised after a minute all the same', async () => {
    await begin('fire')
    await kit.clock.advance('30 s')
    kit.clock.jump('-10 min')
    await kit.clock.advance('30 s')
    expect(await alerts()).toMatchObject([{ kind: 'nudge', priority: 1 }])
  })

  it('ten minutes back, once it is acknowledged: it sounds again after three', async () => {
    await begin('fire')
    await kit.clock.advance('1 min')
    await acknowledge()
    kit.clock.jump('-10 min')
    await kit.clock.advance('2 min')
    expect(await isHeard()).toBe(false)
    await kit.clock.advance('1 min')
    expect(await isHeard()).toBe(true)
  })

  it('three hours on: it is raised once', async () => {
    await begin('fire')
    kit.clock.jump('3 h')
    await kit.clock.advance('5 min')
    expect((await kit.events()).filter(({ type }) => type === 'AlertRaised')).toHaveLength(1)
  })
})

it('a station that was stopped when it came due raises it as it starts', async () => {
  await begin('fire')
  await kit.clock.advance('55 s')
  kit = await kit.restart('4 min')
  await kit.clock.advance('1 s')
  expect(await isHeard()).toBe(true)
  await acknowledge()
  kit = await kit.restart('10 min')
  await kit.clock.advance('1 s')
  expect(await isHeard()).toBe(true)
})

it('what a stopped station raises late is due since its time was over, in its row and its alert', async () => {
  await begin('fire')
  await kit.clock.advance('55 s')
  kit = await kit.restart('16 min')
  await kit.clock.advance('1 s')
  const incident = await kit.incident(id)
  const [raised] = incident.alerts
  const step = incident.steps.find(({ id: stepId }) => stepId === raised?.members[0]?.stepId)
  const fellDue = (step?.openedAt ?? 0) + 60_000
  expect(raised && dueSince(raised)).toBe(fellDue)
  expect(matterOf(incident, kit.clock.wall())).toMatchObject({ kind: 'untaken', at: fellDue })
})

it('times that are set concern what opens afterwards', async () => {
  await begin('fire')
  await kit.ask('site/attention-set', { lifeSafety: 300_000, reason: '试' })
  await kit.clock.advance('1 min')
  expect(await alerts()).toHaveLength(1)
  const later = await kit.run(['fire'], { place: '三楼' })
  await kit.clock.advance('299 s')
  expect(await alerts(later)).toEqual([])
  await kit.clock.advance('1 s')
  expect(await alerts(later)).toHaveLength(1)
})

it('a drill of the same plan is asked for by itself, behind what is real', async () => {
  await begin('fire')
  const drill = await kit.run(['fire'], { place: '三楼', drill: true })
  await kit.clock.advance('1 min')
  expect((await kit.station.board()).incidents.map((incident) => incident.id)).toEqual([id, drill])
  for (const each of [id, drill]) expect(await alerts(each)).toHaveLength(1)
  await acknowledge()
  expect(await alerts(drill)).toMatchObject([{ acknowledgedAt: null }])
})

it('answered three ways at one instant, the last answer alone opens and asks', async () => {
  await begin('asking')
  await kit.clock.advance('1 min')
  for (const value of ['yes', 'no', 'yes', 'no'])
    await kit.ask('incident/answer', { incidentId: id, fact: 'big', value })
  expect(await alerts()).toEqual([])
  expect(await kit.step(id, 'out')).toMatchObject({ state: 'hidden', nudgeAt: null })
  await kit.clock.advance('1 min')
  expect((await alerts())[0]?.members.map(({ stepId }) => stepId)).toEqual(['in'])
})
