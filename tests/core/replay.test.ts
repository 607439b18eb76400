/**
 * A replay is the live picture once more: folded and drawn by the same rules at every moment, with
 * nothing personal in it, and it writes nothing.
 */
import { afterEach, expect, it } from 'vitest'
import { canonical } from '#shared/domain/canonical.ts'
import type { IncidentPush } from '#shared/contract/push.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { publicIncident } from '#shared/domain/board/public.ts'
import { chance } from '../kit/driver.ts'
import { plan, escalationStep, step, yesNo, MINUTE } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const within = (minutes: number) => ({ within: minutes * MINUTE, from: 'activated' as const })
const response = plan(
  'response',
  [
    step('call', {
      due: within(3),
      late: [escalationStep('head'), escalationStep('manager', 2 * MINUTE)],
    }),
    step('arrive', { due: within(8), late: [escalationStep('head')] }),
    step('evacuate', { when: { fact: 'smoke', is: 'yes' }, lifeSafety: true }),
    step('tell', { after: ['call'] }),
  ],
  { facts: [yesNo('smoke')] },
)
const wall = { name: '大屏', role: 'wall' } as const

let kit: Kit
afterEach(() => kit.stop())

/** A busy half hour on one incident, the same for the same seed. */
async function lived(seed: number): Promise<string> {
  const random = chance(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  kit = await openStation({ plans: [response] })
  await kit.ask('roster/set', {
    posts: { desk: [{ person: '周敏', phone: '1' }], head: [{ person: '陈国栋', phone: '2' }] },
  })
  const incidentId = await kit.run(['response'], { reporter: '赵女士', narrative: '冒烟了' })
  for (let n = 0; n < 14; n++) {
    await kit.clock.advance(pick(['10 s', '50 s', '3 min']))
    if (n === 6)
      await kit.ask('roster/set', {
        posts: {
          desk: [{ person: '李岚', phone: '3' }],
          manager: [{ person: '何平', phone: '4' }],
        },
      })
    const { steps, alerts } = await kit.incident(incidentId)
    const open = steps.filter(({ state }) => state === 'open' || state === 'accepted')
    const alert = alerts.find(({ acknowledgedAt }) => acknowledgedAt === null)
    await pick([
      () => kit.send('incident/answer', { incidentId, fact: 'smoke', value: pick(['yes', 'no']) }),
      () =>
        kit.send('incident/step', {
          incidentId,
          stepId: pick(open.length > 0 ? open : steps).id,
          outcome: pick(['accepted', 'done', 'skipped']),
          reason: '按现场情况',
          onBehalfOf: { person: '王强', channel: '对讲机', words: '办好了' },
        }),
      () => kit.send('incident/note', { incidentId, words: '到了' }),
      () =>
        alert
          ? kit.send('alert/acknowledge', { alertId: alert.id })
          : kit.send('incident/level', { incidentId, level: pick([1, 2, 3]) }),
    ])()
  }
  await kit.send('incident/move', { incidentId, to: 'contained' })
  return incidentId
}

/**
 * The pushes of an incident that a replay does not show as they were, if it looks `off` events
 * aside.
 */
async function differing(incidentId: string, off = 0): Promise<number> {
  const shown = kit.pushes.filter(
    (push): push is IncidentPush & { incident: BoardIncident } =>
      push.kind === 'incident' && push.incidentId === incidentId && push.incident !== null,
  )
  expect(shown.length).toBeGreaterThan(10)
  const compared = await Promise.all(
    shown.map(async ({ position, incident }) => {
      const answer = await kit.send('history/at', { incidentId, seq: position - off }, { by: wall })
      return answer.ok && canonical(answer.reply.incident) === canonical(publicIncident(incident))
    }),
  )
  return compared.filter((same) => !same).length
}

it.each([1, 2, 3, 4, 5, 6])(
  'every push of an incident is drawn again as it was, and one event aside it is not (seed %i)',
  async (seed) => {
    const incidentId = await lived(seed)
    expect(await differing(incidentId)).toBe(0)
    expect(await differing(incidentId, 1), 'planted: one event too early').toBeGreaterThan(0)
  },
)

it('its moments are the instants of its record, each with its last event', async () => {
  const incidentId = await lived(7)
  const { moments } = await kit.ask('history/moments', { incidentId })
  const incidentEvents = (await kit.events()).filter(({ stream }) => stream.endsWith(incidentId))
  expect(moments.map(({ at }) => at)).toEqual([...new Set(incidentEvents.map(({ at }) => at))])
  expect(moments.map(({ seq }) => incidentEvents.find((event) => event.seq === seq)?.at)).toEqual(
    moments.map(({ at }) => at),
  )
  expect(moments.at(-1)?.seq).toBe(incidentEvents.at(-1)?.seq)
})

it('tells nothing that a caller said, not even to the desk, and writes nothing', async () => {
  const incidentId = await lived(8)
  const before = await kit.events()
  const { moments } = await kit.ask('history/moments', { incidentId })
  const drawn = JSON.stringify(
    await Promise.all(moments.map(({ seq }) => kit.ask('history/at', { incidentId, seq }))),
  )
  for (const personal of ['冒烟了', '赵女士', '王强', '办好了'])
    expect(drawn, personal).not.toContain(personal)
  expect(drawn).toContain('陈国栋') // who was on duty then
  expect(await kit.events()).toEqual(before)
})

it('nobody else is asked for: an unknown incident, or an instant before it was reported', async () => {
  const incidentId = await lived(9)
  expect(await kit.send('history/at', { incidentId: 'nobody', seq: 1 })).toMatchObject({
    code: 'unknown-incident',
  })
  expect(await kit.send('history/at', { incidentId, seq: 1 })).toMatchObject({
    code: 'unknown-incident',
  })
  expect(await kit.send('history/moments', { incidentId: 'nobody' })).toMatchObject({
    code: 'unknown-incident',
  })
})
