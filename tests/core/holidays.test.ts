/** Holidays that a site enters: from the request to the limits of what is reported later. */
import { afterEach, expect, it } from 'vitest'
import { strayProjection } from '#main/core/verify/projections.ts'
import { CALENDAR } from '../kit/days.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const PLAN = plan('arrive', [
  step('go', { due: { within: { workday: 15 * MINUTE, holiday: 45 * MINUTE }, from: 'reported' } }),
])
const NOTICE = {
  year: '2027',
  holidays: ['2027-10-01', '2027-10-04'],
  workdays: ['2027-10-09'],
  source: '国办发明电〔2026〕9号',
}
const SATURDAY = '2027-10-09T14:00:00+08:00' // worked by the notice
let kit: Kit
afterEach(() => kit.stop())

const opened = (at: string, on: 'memory' | 'sqlite' = 'memory'): Promise<Kit> =>
  openStation({ at, on, library: smallLibrary([PLAN], { calendar: CALENDAR }) })
const lengthOf = async (incidentId: string): Promise<number> => {
  const { startedAt, dueAt } = (await kit.step(incidentId, 'go')) as {
    startedAt: number
    dueAt: number
  }
  return (dueAt - startedAt) / MINUTE
}

it.each(['memory', 'sqlite'] as const)(
  'hold for what is reported later, over a restart, with the record in %s; what ran and what was counted stays',
  async (on) => {
    kit = await opened(SATURDAY, on)
    const before = await kit.run(['arrive'])
    await kit.ask('incident/step', { incidentId: before, stepId: 'go', outcome: 'done' })
    const figures = await kit.ask('statistics/month', { month: '2027-10' })
    await kit.ask('site/calendar-set', NOTICE)
    expect(await kit.ask('statistics/month', { month: '2027-10' })).toEqual(figures)
    await kit.clock.advance('1 min')
    const after = await kit.run(['arrive'])
    expect([await lengthOf(before), await lengthOf(after)]).toEqual([45, 15])
    kit = await kit.restart('1 min')
    const later = await kit.run(['arrive'])
    expect([await lengthOf(before), await lengthOf(later)]).toEqual([45, 15])
    expect(await strayProjection(kit.journal)).toBeNull()
  },
)

it('are missing from December on until they are entered, and read with who entered them', async () => {
  kit = await opened('2026-12-01T09:00:00+08:00')
  expect(await kit.ask('site/calendar-read', {})).toMatchObject({
    missing: '2027',
    years: [
      { year: '2026', origin: 'program', source: null, lawful: [] },
      { year: '2027', origin: 'law', workdays: [], lawful: ['2027-10-01'] },
    ],
  })
  await kit.ask('site/calendar-set', NOTICE)
  expect(await kit.ask('site/calendar-read', {})).toMatchObject({
    missing: null,
    years: [{ year: '2026' }, { ...NOTICE, origin: 'entered', at: kit.clock.wall() }],
  })
  expect(await kit.events()).toContainEqual(
    expect.objectContaining({ stream: 'site', type: 'CalendarSet', body: NOTICE }),
  )
})

it('stand on no board, but the year that was unpublished is no longer', async () => {
  kit = await opened(SATURDAY)
  expect((await kit.station.board()).unpublishedYear).toBe('2027')
  await kit.ask('site/calendar-set', NOTICE)
  const { site, unpublishedYear } = await kit.station.board()
  expect(unpublishedYear).toBeNull()
  expect(site).not.toHaveProperty('notices')
})

it.each([
  [{ holidays: [] }, /没有放假的日子/],
  [{ holidays: ['2027-13-01'] }, /holidays\.0写的这一天不存在/],
  [{ holidays: ['1.10.2027'] }, /holidays\.0须写成2026-11-24这样的日期/],
  [{ year: '27' }, /year须写成2027这样的年份/],
])('what is wrong with them is named: %j', async (part, message) => {
  kit = await opened(SATURDAY)
  expect(await kit.send('site/calendar-set', { ...NOTICE, ...part })).toMatchObject({
    ok: false,
    code: 'bad-input',
    message: { zh: expect.stringMatching(message) as string },
  })
})
