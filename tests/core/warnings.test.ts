/**
 * Warnings from outside through the station: on the board while they are in force, taken as a
 * pre-alert in one commit, sealed where they name people, on no public wall.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import { NO_WARNING_FIGURES } from '#shared/domain/statistics/warnings.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import { plainWarnings } from '../kit/plain-count/warnings.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
beforeEach(async () => {
  kit = await openStation({ on: 'sqlite' })
})
afterEach(() => kit.stop())

const rain = (part: Partial<Input<'warning/enter'>> = {}): Input<'warning/enter'> => ({
  ...{ kind: '暴雨', warning: 'yellow', startsAt: kit.clock.wall(), area: '全区' },
  ...{ content: '三小时内降雨50毫米以上', measures: '检查挡板', publisher: '区气象台' },
  publishedAt: kit.clock.wall() - HOUR_MS,
  ...part,
})
const board = (audience: 'desk' | 'wall' | 'public' = 'desk') => kit.station.board(audience)
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}

it('stands on the board until it is lifted, red first, after a restart too', async () => {
  expect((await board()).warnings).toBeUndefined()
  const { warningId } = await kit.ask('warning/enter', rain({ told: ['物业经理 何东'] }))
  await kit.ask('warning/enter', rain({ kind: '大风', warning: 'red' }))
  await kit.ask('warning/told', { warningId, who: '保安班 陆北' })
  kit = await kit.restart('1 s')
  expect((await board()).warnings).toMatchObject([
    { id: 'w2', kind: '大风', warning: 'red' },
    { id: 'w1', told: [{ who: '物业经理 何东', by: '周敏' }, { who: '保安班 陆北' }] },
  ])
  await kit.ask('warning/adjust', { warningId, warning: 'orange', reason: '雨更大' })
  await kit.ask('warning/lift', { warningId: 'w2' })
  expect((await board()).warnings).toMatchObject([
    { id: 'w1', warning: 'orange', changes: [{ warning: 'orange', reason: '雨更大' }] },
  ])
  const { warnings, total } = await kit.ask('warning/list', {})
  expect([warnings.map(({ id }) => id), total]).toEqual([['w2', 'w1'], 2])
  expect(warnings[0]?.lifted).toMatchObject({ by: '周敏' })
})

it('is taken off by its time alone', async () => {
  await kit.ask('warning/enter', rain({ until: kit.clock.wall() + HOUR_MS }))
  await kit.clock.advance('1 h')
  expect((await board()).warnings).toBeUndefined()
  expect(await codeOf('warning/told', { warningId: 'w1', who: '何东' })).toBe('warning-over')
})

it('becomes the pre-alert of an incident at once with it, or nothing happens', async () => {
  await kit.ask('warning/enter', rain())
  const { incidentId } = await kit.ask('incident/report', { narrative: '暴雨预警', place: '车库' })
  const prealert = { incidentId, warning: 'yellow' }
  expect(await codeOf('incident/prealert', { ...prealert, warningId: 'w9' })).toBe(
    'unknown-warning',
  )
  expect((await kit.incident(incidentId)).state).toBe('reported')
  await kit.ask('incident/prealert', { ...prealert, warning: 'yellow', warningId: 'w1' })
  expect(await kit.incident(incidentId)).toMatchObject({ state: 'prealert', warning: 'yellow' })
  expect((await board()).warnings).toMatchObject([{ incidentIds: [incidentId] }])
})

it('names nobody on a wall and in the record, and stands on no public one', async () => {
  await kit.ask('warning/enter', rain({ told: ['何东 13800000001'] }))
  expect(JSON.stringify(await kit.events())).not.toContain('何东')
  expect((await board('wall')).warnings).toMatchObject([{ kind: '暴雨', told: [] }])
  expect((await board('public')).warnings).toBeUndefined()
})

it('refuses fields that are missing, and what nobody entered', async () => {
  expect(await codeOf('warning/enter', { ...rain(), measures: undefined })).toBe('bad-input')
  expect(await codeOf('warning/enter', { ...rain(), until: 1 })).toBe('bad-input')
  expect(await codeOf('warning/lift', { warningId: 'w1' })).toBe('unknown-warning')
  await kit.ask('warning/enter', rain())
  expect(await codeOf('warning/adjust', { warningId: 'w1', area: '全区' })).toBe('no-change')
})

it('stands in the shift handover and in the monthly report, and a calm handover says nothing of it', async () => {
  expect((await kit.ask('handover/read', null)).page.warnings).toBeUndefined()
  await kit.ask('warning/enter', rain({ told: ['物业经理 何东'] }))
  const { page } = await kit.ask('handover/read', null)
  expect(page.warnings).toMatchObject([{ kind: '暴雨', warning: 'yellow', area: '全区', told: 1 }])
  const { paper } = await kit.ask('report/read', { month: '2026-11' })
  expect(JSON.stringify(paper)).toContain('本月生效的预警1次：黄色预警1次')
  expect(JSON.stringify(paper)).not.toContain('何东')
})

it('is counted alike by page, comparison, report and a plain count, whatever the filter', async () => {
  await kit.ask(
    'warning/enter',
    rain({ told: ['物业经理 何东'], startsAt: kit.clock.wall() - DAY_MS }),
  )
  await kit.ask('warning/enter', rain({ kind: '大风', warning: 'red' }))
  await kit.clock.advance('2 h')
  await kit.ask('warning/lift', { warningId: 'w2' })
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const { warnings } = await kit.ask('statistics/figures', { ...period, filter: { place: '车库' } })
  expect(warnings).toEqual({
    ...{ ...NO_WARNING_FIGURES, entered: 2, inForce: 2, red: 1, yellow: 1 },
    ...{ days: 2, told: 1, acted: 1 },
  })
  expect((await kit.ask('statistics/period', period)).warnings).toEqual(warnings)
  const around = { now: kit.clock.wall(), zone: 'Asia/Shanghai' }
  const plain = plainWarnings(await kit.events(), period, around)
  expect({ ...NO_WARNING_FIGURES, ...plain }).toEqual(warnings)
  const { paper } = await kit.ask('report/read', { month: '2026-11' })
  expect(JSON.stringify(paper)).toContain(
    '本月生效的预警2次：红色预警1次、黄色预警1次，共2天；已响应1次',
  )
})
