/**
 * A long table is read in parts before its turn in the queue: commands that come meanwhile are
 * answered first, and what they change is what the table is then decided on.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { PART } from '#main/core/features/in-parts.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const ROWS = 8 * PART
const CALL = step('call', { due: { within: 3 * MINUTE, from: 'activated' } })
const open = async () => {
  kit = await openStation({ on: 'sqlite', plans: [plan('fire', [CALL])] })
}
const supplies = (prefix: string): Input<'supply/import'>['rows'] =>
  Array.from({ length: ROWS }, (_, index) => ({
    ...{ row: index + 2, name: `${prefix}${index}`, class: 'fire', unit: '具', count: 4 },
    ...{ place: '大厅', keeper: '王芳' },
  }))

/** Sends a table, and then by and by these commands: in which order they were answered. */
async function answered(
  table: () => Promise<unknown>,
  commands: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<readonly string[]> {
  const order: string[] = []
  const imported = table().then(() => order.push('table'))
  for (const [name, send] of Object.entries(commands)) {
    await send()
    order.push(name)
  }
  await imported
  return order
}

describe('while a table of supplies is read', () => {
  it('notes are taken and limits become late: the station has its turns', async () => {
    await open()
    const incidentId = await kit.run(['fire'])
    kit.clock.leap('4 min') // the limit passes unseen, until the engine has its cycle
    const order = await answered(() => kit.ask('supply/import', { rows: supplies('灭火器') }), {
      note: () => kit.ask('incident/note', { incidentId, words: '冒烟' }),
      late: async () => {
        await kit.clock.advance('1 s')
        expect((await kit.events()).map(({ type }) => type)).toContain('StepLate')
      },
    })
    expect(order).toEqual(['note', 'late', 'table'])
    expect((await kit.ask('supply/list', {})).supplies).toHaveLength(ROWS)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('what somebody enters meanwhile is what it is decided on: no number comes twice', async () => {
    await open()
    const enter = () =>
      kit.ask('supply/enter', {
        ...{ name: '灭火器5', class: 'fire', unit: '具', place: { words: '大厅' } },
        batches: [{ count: 9 }],
      })
    await expect(
      answered(() => kit.ask('supply/import', { rows: supplies('灭火器') }), { enter }),
    ).rejects.toThrow('rows-refused') // its count is another than that of the table
    const [first] = (await kit.ask('supply/list', {})).supplies
    expect(first).toMatchObject({ name: '灭火器5' })
    const order = await answered(() => kit.ask('supply/import', { rows: supplies('水带') }), {
      enter,
    })
    expect(order).toEqual(['enter', 'table'])
    const all = (await kit.ask('supply/list', {})).supplies
    expect(new Set(all.map(({ number }) => number)).size).toBe(ROWS + 2)
  })
})

it('a table of checks is read so, too, each row for the slot of its own', async () => {
  await open()
  await kit.ask('checklist/save', {
    ...({ name: localized('巡查', 'Patrol'), kind: 'patrol' } as const),
    items: [{ id: 'door', text: localized('通道', 'Way'), kind: 'yes-no' }],
    points: [{ id: 'east', name: localized('东门', 'East') }],
    rhythm: { every: 'round', minutes: 120, from: '00:00', to: '00:00', days: 'all' },
  })
  kit.clock.leap('1000 h')
  const now = kit.clock.wall()
  const rows = Array.from({ length: ROWS }, (_, index) => ({
    ...{ row: index + 2, list: '巡查', person: '李工' },
    at: now - (ROWS - index) * 120 * MINUTE_MS - MINUTE_MS,
  }))
  const incidentId = await kit.run()
  const order = await answered(() => kit.ask('check/import', { rows }), {
    note: () => kit.ask('incident/note', { incidentId, words: '冒烟' }),
  })
  expect(order).toEqual(['note', 'table'])
  expect((await kit.ask('check/import', { rows, preview: true })).rows).toEqual(
    rows.map(({ row }) => ({ row, outcome: 'same', message: null })),
  )
  const { figures } = await kit.ask('check/list', { from: '2026-12-01', to: '2026-12-31' })
  expect(figures).toMatchObject({ extra: 0, late: 0 })
  expect(figures?.done).toBeGreaterThan(50)
})

describe('a table of', () => {
  /** While it is read a note is taken; sent again it is the same, whatever came meanwhile. */
  async function readInParts(
    name: 'training/import' | 'risk/import' | 'liaison/import',
    rowOf: (index: number) => object,
  ): Promise<void> {
    const rows = Array.from({ length: ROWS }, (_, index) => ({ row: index + 2, ...rowOf(index) }))
    const send = (part: object = {}) => kit.ask(name, { rows, ...part } as Input<typeof name>)
    const incidentId = await kit.run()
    const order = await answered(() => send(), {
      note: () => kit.ask('incident/note', { incidentId, words: '冒烟' }),
    })
    expect(order).toEqual(['note', 'table'])
    const again = (await send({ preview: true })).rows
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['same']))
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  }

  it('training', async () => {
    await open()
    await kit.ask('training/course-set', {
      ...{ title: '灭火', words: '', posts: [], everybody: true, passMark: 80, questions: [] },
    })
    await readInParts('training/import', (index) => ({
      ...{ course: '灭火', date: '2026-11-20', person: `员工${index}` },
    }))
    const [session, ...others] = (await kit.ask('training/read', {})).sessions
    expect([session?.attendees.length, others]).toEqual([ROWS, []])
  })

  it('risks, decided on what somebody enters meanwhile', async () => {
    await open()
    const risk = { kind: 'accident', grade: 'low', measures: '巡查' } as const
    const assessedOn = '2026-11-20'
    await readInParts('risk/import', (index) => ({ ...risk, what: `积水${index}`, owner: '王芳' }))
    const rows = Array.from({ length: ROWS }, (_, index) => ({
      ...{ row: index + 2, what: `结冰${index}`, ...risk },
    }))
    const enter = () => kit.ask('risk/assess', { ...risk, assessedOn, what: '结冰5' })
    await answered(() => kit.ask('risk/import', { rows }), { enter })
    const all = (await kit.ask('risk/list', {})).risks
    expect(all.filter(({ what }) => what === '结冰5')).toHaveLength(1)
  })

  it('talks', async () => {
    await open()
    await readInParts('liaison/import', (index) => ({
      ...{ on: '2026-11-20', whom: '消防救援站', kind: 'visit', person: '李工' },
      words: `看水源${index}`,
    }))
  })
})

it('a list of what is due is drawn in parts, between which a command is answered', async () => {
  await open()
  await kit.ask('supply/import', {
    rows: supplies('灭火器').map((row) => ({ ...row, minimum: 9 })),
  })
  const incidentId = await kit.run()
  const order = await answered(() => kit.ask('readiness/list', {}), {
    note: () => kit.ask('incident/note', { incidentId, words: '冒烟' }),
  })
  expect(order).toEqual(['note', 'table'])
  expect((await kit.ask('readiness/list', {})).obligations.length).toBeGreaterThan(ROWS)
})
