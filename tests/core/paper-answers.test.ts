/**
 * What a power-cut sheet has besides ticks is entered with its own time, too: answers to questions,
 * who had heard of a task, that it was contained, and calls that began an incident.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import { MINUTE, plan, step, yesNo } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

type Row = Input<'sheet/enter'>['rows'][number]
const fire = plan(
  'fire',
  [
    step('ring', { lifeSafety: true }),
    step('search', {
      when: { fact: 'trapped', is: 'yes' },
      due: { within: 5 * MINUTE, from: { fact: 'trapped' } },
    }),
  ],
  { facts: [yesNo('trapped')] },
)
let kit: Kit
let fireId: string
let begun: number

beforeEach(async () => {
  kit = await openStation({ on: 'sqlite', plans: [fire] })
  fireId = await kit.run(['fire'])
  begun = kit.clock.wall()
  await kit.clock.advance(30 * MINUTE) // the power is out
})
afterEach(() => kit.stop())

const enter = (...rows: Row[]) => kit.ask('sheet/enter', { rows })
const answer = (row: number, value: string, at: number): Row => ({
  ...{ row, what: 'answer', incidentId: fireId, fact: 'trapped', value, at },
})
const says = async (incidentId: string): Promise<string[]> =>
  (await kit.ask('incident/timeline', { incidentId })).entries.map((entry) => entry.says.zh)

describe('entering what else stands on paper', () => {
  it('takes an answer at its own time, and what counts from it counts from then', async () => {
    const at = begun + 10 * MINUTE
    await enter(answer(1, 'yes', at))
    const { facts } = await kit.incident(fireId)
    expect(facts).toMatchObject([{ key: 'trapped', value: 'yes', answeredAt: at }])
    expect(await kit.step(fireId, 'search')).toMatchObject({
      ...{ state: 'open', dueAt: at + 5 * MINUTE, late: true },
    })
    expect(await says(fireId)).toContainEqual(
      expect.stringMatching(/trapped.*（2026-11-24 12:10:00，补记）$/),
    )
  })

  it('is contained since the time on paper, after the steps that stand on the same sheet', async () => {
    const at = begun + 20 * MINUTE
    await enter(
      { row: 1, what: 'contained', incidentId: fireId, at },
      { row: 2, what: 'step', incidentId: fireId, stepId: 'ring', at: begun + MINUTE },
      answer(3, 'no', begun + 2 * MINUTE),
    )
    expect((await kit.incident(fireId)).state).toBe('contained')
    const contained = async () => {
      const { now } = await kit.ask('statistics/period', { from: '2026-11-01', to: '2026-11-30' })
      return now.times.contain.median
    }
    expect(await contained()).toBe(20 * MINUTE)
    expect(await says(fireId)).toContain('响应中转为已控制（2026-11-24 12:20:00，补记）')
    await kit.ask('incident/move-back', { incidentId: fireId, reason: '复燃' })
    await kit.ask('incident/move', { incidentId: fireId, to: 'contained' })
    expect(await contained()).toBe(30 * MINUTE)
  })

  it('is contained also with life safety left undone, where the sheet says why', async () => {
    const at = begun + 20 * MINUTE
    const contained = { row: 1, what: 'contained', incidentId: fireId, at } as const
    expect(await kit.send('sheet/enter', { rows: [contained] })).toMatchObject({
      code: 'rows-refused',
    })
    const why = '消防已接手'
    await enter({ ...contained, reasons: { ring: why, nothing: why } })
    expect((await kit.incident(fireId)).state).toBe('contained')
    expect((await kit.step(fireId, 'ring')).state).toBe('open')
    expect((await says(fireId)).filter((line) => line.includes(why))).toHaveLength(1)
  })

  it('knows when a task was heard, and refuses what cannot have been', async () => {
    const { stepId } = await kit.ask('incident/task', {
      ...{ incidentId: fireId, text: '清点人数', owner: { postId: 'desk' } },
      named: [{ person: '雀大甲' }],
    })
    await kit.clock.advance(5 * MINUTE)
    const at = kit.clock.wall() - 2 * MINUTE
    const heard = { row: 1, what: 'heard', incidentId: fireId, stepId, member: '1' } as const
    expect(await kit.send('sheet/enter', { rows: [{ ...heard, at: begun }] })).toMatchObject({
      code: 'rows-refused',
    })
    await enter({ ...heard, at })
    expect((await kit.step(fireId, stepId)).task?.named).toMatchObject([{ heardAt: at }])
  })

  it('begins incidents that were called in meanwhile, received when they were, each with a number', async () => {
    const called = (row: number, place: string, at: number): Row => ({
      ...{ row, what: 'report', place, words: '停电，电梯困人', at },
    })
    const rows = [called(1, '南门', begun + 9 * MINUTE), called(2, '北门', begun + 3 * MINUTE)]
    await kit.ask('sheet/enter', { rows, preview: true })
    expect((await kit.station.board()).incidents).toHaveLength(1)
    await enter(...rows)
    const { incidents } = await kit.station.board()
    expect(
      incidents
        .filter(({ id }) => id !== fireId)
        .map(({ place, number, receivedAt }) => [number, place, receivedAt]),
    ).toEqual([
      ['2026-002', '北门', begun + 3 * MINUTE],
      ['2026-003', '南门', begun + 9 * MINUTE],
    ])
    const ahead = called(1, '东门', kit.clock.wall() + MINUTE)
    expect(await kit.send('sheet/enter', { rows: [ahead] })).toMatchObject({
      code: 'rows-refused',
    })
  })

  it('refuses an answer of before the report and an end that lies ahead, line by line', async () => {
    const { rows } = await kit.ask('sheet/enter', {
      rows: [
        answer(1, 'yes', begun - 60 * MINUTE),
        { row: 2, what: 'contained', incidentId: fireId, at: kit.clock.wall() + MINUTE },
      ],
      preview: true,
    })
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  })
})
