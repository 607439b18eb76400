/**
 * What was done on paper is entered in one table: each line with its own time, all of them or none,
 * over several incidents.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

type Row = Input<'sheet/enter'>['rows'][number]
const fire = plan('fire', [
  step('ring', { lifeSafety: true, due: { within: 5 * MINUTE, from: 'activated' } }),
  step('leave', { after: ['ring'] }),
])
const hotline = plan('hotline', [step('restore')])
let kit: Kit
let fireId: string
let hotlineId: string
let begun: number

beforeEach(async () => {
  kit = await openStation({ on: 'sqlite', plans: [fire, hotline] })
  fireId = await kit.run(['fire'])
  hotlineId = await kit.run(['hotline'])
  begun = kit.clock.wall()
  await kit.clock.advance(30 * MINUTE) // the power is out
})
afterEach(() => kit.stop())

const stepOf = async (id: string, stepId: string) =>
  (await kit.incident(id)).steps.find((each) => each.id === stepId)
const rows = (): Row[] => [
  // not in the order of their times: whoever writes does not sort
  { row: 1, what: 'step', incidentId: fireId, stepId: 'leave', at: begun + 4 * MINUTE },
  {
    ...{ row: 2, what: 'step', incidentId: fireId, stepId: 'ring', at: begun + 2 * MINUTE },
    ...{ person: '雀大甲', reason: '停电' },
  },
  {
    ...{ row: 3, what: 'call', incidentId: fireId, stepId: 'ring', at: begun + MINUTE },
    ...{ number: '119', outcome: 'answered', words: '五分钟到' },
  },
  { row: 4, what: 'note', incidentId: hotlineId, at: begun + 10 * MINUTE, words: '启用手机' },
]

describe('entering what was done on paper', () => {
  it('takes every line at its own time, whatever their order, and over several incidents', async () => {
    const { rows: read } = await kit.ask('sheet/enter', { rows: rows() })
    expect(read.map(({ row, outcome }) => [row, outcome])).toEqual([
      [1, 'new'],
      [2, 'new'],
      [3, 'new'],
      [4, 'new'],
    ])
    expect(await stepOf(fireId, 'ring')).toMatchObject({
      ...{ state: 'done', doneAt: begun + 2 * MINUTE, toldAt: kit.clock.wall(), late: false },
      onBehalfOf: { person: '雀大甲' },
    })
    expect(await stepOf(fireId, 'leave')).toMatchObject({ doneAt: begun + 4 * MINUTE })
    const { calls } = await kit.incident(fireId)
    expect(calls).toMatchObject([{ number: '119', at: begun + MINUTE, words: '五分钟到' }])
    const { entries } = await kit.ask('incident/timeline', { incidentId: hotlineId })
    expect(entries.at(-1)).toMatchObject({
      says: localized(
        '记事（2026-11-24 12:10:00的事，补记）',
        'Note (of 2026-11-24 12:10:00, told later)',
      ),
      words: '启用手机',
    })
  })

  it('is refused line by line, and then nothing at all is recorded', async () => {
    const before = (await kit.events()).length
    const faulty: Row[] = [
      ...rows(),
      { row: 5, what: 'step', incidentId: hotlineId, stepId: 'restore', at: begun - 60 * MINUTE },
      { row: 6, what: 'note', incidentId: 'nowhere', at: begun, words: 'x' },
    ]
    const preview = await kit.ask('sheet/enter', { rows: faulty, preview: true })
    expect(preview.rows.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { row: 5, message: { zh: expect.stringContaining('早于') as string } },
      { row: 6, message: { zh: expect.stringContaining('没有这起事件') as string } },
    ])
    expect(await kit.send('sheet/enter', { rows: faulty })).toMatchObject({
      ...{ ok: false, code: 'rows-refused' },
      details: [expect.stringMatching(/^第5行：/), expect.stringMatching(/^第6行：/)],
    })
    expect((await kit.events()).length).toBe(before)
  })

  it('needs a reason where a late step turns out to have been on time', async () => {
    const [, ring] = rows()
    const { reason, ...bare } = ring as Extract<Row, { what: 'step' }>
    expect(reason).toBe('停电')
    expect(await kit.send('sheet/enter', { rows: [bare] })).toMatchObject({
      code: 'rows-refused',
    })
  })

  it('keeps what people said, and who they are, out of the record', async () => {
    await kit.ask('sheet/enter', { rows: rows() })
    const written = JSON.stringify(await kit.events())
    for (const personal of ['雀大甲', '五分钟到', '启用手机'])
      expect(written).not.toContain(personal)
  })
})
