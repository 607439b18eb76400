/** The month at hand: what is saved while it is read, and what leaves it. */
import { expect, it } from 'vitest'
import { createRunningMonth } from '#main/core/engine/running-month.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { at, incidentStats } from '../kit/incident-stats.ts'

const stats = (incidentId: string, month: string): IncidentStats =>
  incidentStats({ incidentId, at: at(`${month}-10T10:00:00`), category: incidentId })

/** A journal whose answers wait until they are let go. */
function journal(...saved: readonly IncidentStats[]) {
  const waiting: (() => void)[] = []
  return {
    held: false,
    letGo: () => waiting.shift()?.(),
    async incidentStats(from: string, to: string) {
      if (this.held) await new Promise<void>((resolve) => waiting.push(resolve))
      return saved.filter(({ month }) => month >= from && month <= to)
    },
  }
}
const october = stats('a', '2026-10')
const november = stats('b', '2026-11')

it('has nothing before it is read, then the incidents of its month', async () => {
  const month = createRunningMonth(journal(october, november), '2026-11')
  expect(month.current()).toMatchObject({ month: '2026-11', tally: { incidents: 0 } })
  await month.recount()
  expect(month.current()).toMatchObject({ month: '2026-11', tally: { byCategory: { b: 1 } } })
})

it('takes over an incident as it is saved, once, and lets go of one that leaves the month', async () => {
  const month = createRunningMonth(journal(), '2026-11')
  month.count(november)
  month.count(november)
  month.count(october)
  expect(month.current().tally).toMatchObject({ incidents: 1, byCategory: { b: 1 } })
  month.count(stats('b', '2026-10'))
  expect(month.current().tally).toMatchObject({ incidents: 0, byCategory: {} })
})

it('tells the figures without some incidents, and counts on with them', async () => {
  const month = createRunningMonth(journal(november, stats('c', '2026-11')), '2026-11')
  await month.recount()
  expect(month.without(['b', 'unknown'])).toMatchObject({
    month: '2026-11',
    tally: { incidents: 1, byCategory: { c: 1 } },
  })
  expect(month.without(['unknown']).tally).toBe(month.current().tally)
  expect(month.current().tally.incidents).toBe(2)
})

it('turns once: true for the first who asks, false for the same month again', async () => {
  const month = createRunningMonth(journal(october, november), '2026-10')
  expect(await month.turn('2026-10')).toBe(false)
  expect(await Promise.all([month.turn('2026-11'), month.turn('2026-11')])).toEqual([true, false])
  expect(await month.turn('2026-11')).toBe(false)
  expect(month.current()).toMatchObject({ month: '2026-11', tally: { byCategory: { b: 1 } } })
})

it('counts what is saved while the new month is read, and not what has left it meanwhile', async () => {
  const saved = journal(november, stats('c', '2026-11'), stats('d', '2026-11'))
  const month = createRunningMonth(saved, '2026-10')
  saved.held = true
  const turned = month.turn('2026-11')
  month.count(stats('e', '2026-11')) // new
  month.count(stats('b', '2026-10')) // put right into October
  month.count(stats('c', '2026-10'))
  month.count(stats('c', '2026-11')) // there and back
  expect(month.current()).toMatchObject({ month: '2026-10', tally: { byCategory: { b: 1 } } })
  saved.letGo()
  expect(await turned).toBe(true)
  expect(month.current()).toMatchObject({
    month: '2026-11',
    tally: { byCategory: { c: 1, d: 1, e: 1 } },
  })
})

it('forgets a month that was asked for before yet another one', async () => {
  const saved = journal(october, november)
  const month = createRunningMonth(saved, '2026-09')
  saved.held = true
  const [first, second] = [month.turn('2026-10'), month.turn('2026-11')]
  saved.letGo()
  expect(await first).toBe(false)
  expect(month.current().month).toBe('2026-09')
  saved.letGo()
  expect(await second).toBe(true)
  expect(month.current()).toMatchObject({ month: '2026-11', tally: { byCategory: { b: 1 } } })
})

it('can be asked for again where it could not be read', async () => {
  let broken = true
  const month = createRunningMonth(
    {
      incidentStats: async () => {
        if (broken) throw new Error('disk')
        return [november]
      },
    },
    '2026-10',
  )
  await expect(month.turn('2026-11')).rejects.toThrow('disk')
  expect(month.current().month).toBe('2026-10')
  broken = false
  expect(await month.turn('2026-11')).toBe(true)
  expect(month.current().tally.incidents).toBe(1)
})
