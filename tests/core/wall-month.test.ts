/**
 * The month of a wall, asked of a running station: the same figures as the statistics page, at the
 * cost of reading the month that goes on; for a public wall without discreet incidents.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import type { WallMonth } from '#shared/contract/wall.ts'
import { localized } from '#shared/domain/text.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'
import { createDayFigures } from '#main/core/engine/day-figures.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { incidentStats } from '../kit/incident-stats.ts'

const room: Caller = { name: '大屏', role: 'wall' }
const hall: Caller = { name: '公开大屏', role: 'wall', public: true }

const type = (code: string, category: string, discreet = false) => ({
  ...{ code, name: localized(code, code), category, legal: null, words: [] },
  ...(discreet ? { discreet } : {}),
})
const categories = ['system', 'person', 'order'].map((code) => ({
  code,
  name: localized(code, code),
}))
const types = [type('hotline', 'system'), type('fall', 'person'), type('robbery', 'order', true)]
const PLAN = plan('response', [
  step('call', { due: { within: 3 * MINUTE, from: 'activated' }, lifeSafety: true }),
])
const library = () => smallLibrary([PLAN], { types, categories })

let kit: Kit
afterEach(() => kit.stop())

/** On the 24th of November 2026, with a record that goes back to last November. */
async function open(on: 'memory' | 'sqlite' = 'memory'): Promise<void> {
  kit = await openStation({ on, library: library(), at: '2026-11-24T12:00:00+08:00' })
}
const past = (date: string, part: object = {}): Promise<string> =>
  kit.run([], { occurredAt: Date.parse(`${date}T10:00:00+08:00`), ...part })
const month = async (by = room): Promise<WallMonth> => {
  const answer = await kit.send('wall/month', {}, { by })
  if (!answer.ok) throw new Error(answer.code)
  return answer.reply
}
const counts = ({ categories: all }: WallMonth) =>
  all.map(({ code, now, previous, lastYear }) => [code, now, previous, lastYear])

describe.each([['memory'], ['sqlite']] as const)('with the record in %s', (on) => {
  it('says the same as the statistics page, of the same days', async () => {
    await open(on)
    await past('2025-11-24', { type: 'hotline' })
    await past('2025-11-25', { type: 'hotline' }) // last year, but not of the same days
    await past('2026-10-24', { type: 'fall' })
    await past('2026-10-25', { type: 'fall' })
    await past('2026-11-02', { drill: true })
    const late = await kit.run(['response'], { type: 'hotline' })
    const met = await kit.run(['response'], { type: 'hotline' })
    await kit.ask('incident/step', { incidentId: met, stepId: 'call', outcome: 'done' })
    await kit.clock.advance('4 min')
    await kit.ask('incident/step', { incidentId: late, stepId: 'call', outcome: 'done' })
    const wall = await month()
    const page = await kit.ask('statistics/period', { from: '2026-11-01', to: '2026-11-30' })
    for (const [shown, figures] of [
      [wall.now, page.now],
      [wall.previous, page.previous],
      [wall.lastYear, page.lastYear],
    ] as const) {
      const { due, met: inTime, late: over } = figures.limits
      const { median, n } = figures.times.firstStep
      expect(shown).toMatchObject({
        incidents: figures.incidents,
        byCategory: figures.byCategory,
        limits: { due, met: inTime, late: over },
        nudges: figures.nudges,
        firstStep: { median, n },
      })
    }
    expect(wall.now).toMatchObject({ to: '2026-11-24', incidents: 2, limits: { met: 1, late: 1 } })
    expect(wall.now.nudges.due).toBeGreaterThan(0)
    expect(counts(wall)).toEqual([
      ['system', 2, 0, 1],
      ['person', 0, 1, 0],
    ])
    expect(wall.drills).toBe(page.now.drills)
    expect(wall.recordSince).toBe(page.recordSince)
  })

  it('tells every day of thirteen months, and when incidents occurred', async () => {
    await open(on)
    await past('2025-11-01')
    await past('2026-11-24', { drill: true })
    await past('2026-11-24')
    const { byDay, byWeekdayHour } = await month()
    expect(byDay.from).toBe('2025-11-01')
    expect(byDay.incidents).toHaveLength(389) // to today, and no further
    expect([byDay.incidents[0], byDay.incidents.at(-1), byDay.drills.at(-1)]).toEqual([1, 1, 1])
    expect(byDay.incidents.reduce((sum, count) => sum + count)).toBe(2)
    expect(byWeekdayHour[1]?.[10]).toBe(1) // a Tuesday
    expect(byWeekdayHour[5]?.[10]).toBe(1) // a Saturday
  })
})

it('where the record does not go back so far there is nothing to compare with, and no nought', async () => {
  await open()
  await past('2026-11-02', { type: 'fall' })
  const wall = await month()
  expect([wall.previous, wall.lastYear]).toEqual([null, null])
  expect(counts(wall)).toEqual([['person', 1, null, null]])
})

it('follows what is saved, also of a month that is over, and over the end of a month', async () => {
  await open()
  const id = await past('2026-10-24', { type: 'fall' })
  expect((await month()).previous?.incidents).toBe(1)
  await kit.ask('incident/move', { incidentId: id, to: 'false-report', reason: '没有此事' })
  expect((await month()).previous?.incidents).toBe(0)
  const other = await past('2026-10-20', { type: 'fall' })
  expect((await month()).previous?.incidents).toBe(1)
  const occurredAt = Date.parse('2026-11-20T10:00:00+08:00')
  await kit.ask('incident/amend', { incidentId: other, occurredAt, reason: '日期写错' })
  expect([(await month()).previous?.incidents, (await month()).now.incidents]).toEqual([0, 1])
  kit = await kit.restart('7 d')
  expect((await month()).now).toMatchObject({ from: '2026-12-01', incidents: 0 })
  expect((await month()).previous).toMatchObject({ to: '2026-11-01' })
})

describe('a discreet incident', () => {
  it('is in no figure of a public wall before it is closed, in whatever month it lies', async () => {
    await open()
    await past('2025-11-01')
    const calm = await month(hall)
    const ids = [
      await past('2026-11-20', { type: 'robbery' }),
      await past('2026-10-20', { type: 'robbery' }),
    ]
    expect({ ...(await month(hall)), at: 0 }).toEqual({ ...calm, at: 0 })
    expect((await month()).now.incidents).toBe(1)
    expect({ ...(await month(hall)), at: 0 }).toEqual({ ...calm, at: 0 })
    for (const incidentId of ids)
      await kit.ask('incident/move', { incidentId, to: 'closed', reason: '警方带走' })
    expect({ ...(await month(hall)), at: 0 }).toEqual({ ...(await month()), at: 0 })
  })
})

describe('what a month costs', () => {
  const statsOf = () => [incidentStats({ at: Date.parse('2026-11-10T10:00:00+08:00') })]

  /** The figures of days over a record whose months are read one by one; `reads` names them. */
  function figures() {
    const reads: string[] = []
    let version = 0
    let isBroken = false
    const days = createDayFigures(
      { site: { zone: 'Asia/Shanghai' } as never, monthVersion: () => version },
      {
        async incidentStats(from) {
          reads.push(from)
          if (isBroken) throw new Error('disk')
          return statsOf()
        },
      },
    )
    return {
      ...{ days, reads },
      change: () => void version++,
      break: (broken: boolean) => void (isBroken = broken),
    }
  }

  it('is one reading, for however many walls, until something in it has changed', async () => {
    const { days, reads, change } = figures()
    await Promise.all([days.month('2026-11'), days.month('2026-11'), days.month('2026-10')])
    await days.month('2026-11')
    expect(reads).toEqual(['2026-11', '2026-10'])
    change()
    await days.month('2026-11')
    expect(reads).toHaveLength(3)
  })

  it('one that could not be read is read again', async () => {
    const work = figures()
    work.break(true)
    await expect(work.days.month('2026-11')).rejects.toThrow('disk')
    work.break(false)
    expect((await work.days.month('2026-11')).days.get('2026-11-10')?.counts.incidents).toBe(1)
  })

  it('without incidents of which nobody may know it is read for itself, and never kept', async () => {
    const { days, reads } = figures()
    const [stats] = statsOf()
    await days.month('2026-11')
    const without = await days.month('2026-11', new Set(['someone', stats!.incidentId]))
    expect(without.days.get('2026-11-10')?.counts.incidents).toBe(1)
    expect(reads).toHaveLength(2)
  })
})
