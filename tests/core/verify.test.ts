/**
 * Projections are worked out again from the events and compared: whatever does not agree is named,
 * and nothing else is.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Journal, Json } from '#main/core/ports.ts'
import { strayProjection, verifyWhole } from '#main/core/verify/projections.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { approved, HOTLINE, openWithPlans, sourceOf } from '../kit/plans.ts'
import { openStation, type Kit } from '../kit/station.ts'

const response = plan('response', [
  step('call', { due: { within: 3 * MINUTE, from: 'activated' } }),
  step('arrive', { after: ['call'] }),
])

let kit: Kit
let id = ''
afterEach(() => kit.stop())

/** A site, a roster, an incident with a plan and one without. */
async function anEvening(on: 'memory' | 'sqlite' = 'memory'): Promise<void> {
  kit = await openStation({ on, plans: [response] })
  await kit.ask('roster/set', { posts: { desk: [{ person: '周敏', phone: '1' }] } })
  id = await kit.run(['response'], { occurredAt: Date.parse('2026-10-31T23:59:00+08:00') })
  await kit.run()
  await kit.clock.advance('4 min')
  await kit.ask('incident/step', { incidentId: id, stepId: 'call', outcome: 'done' })
  await kit.ask('incident/move', { incidentId: id, to: 'contained' })
}

const altered = (part: Partial<Journal>): Promise<unknown> =>
  strayProjection({ ...kit.journal, ...part })
const mismatch = (where: string): unknown => ({
  ok: false,
  firstBad: 0,
  why: 'projection-mismatch',
  where,
})

describe.each([['memory'], ['sqlite']] as const)('a record in %s', (on) => {
  it('that nobody touched is whole, also while it goes on', async () => {
    await anEvening(on)
    const [verified] = await Promise.all([
      verifyWhole(kit.journal),
      kit.ask('incident/note', { incidentId: id, words: '已到场' }),
      kit.run(),
    ])
    expect(verified).toMatchObject({ ok: true })
    expect(await verifyWhole(kit.journal)).toMatchObject({
      ok: true,
      position: (await kit.events()).length,
    })
    const reply = await kit.send(
      'journal/verify',
      {},
      { by: { name: '程序', role: 'administrator' } },
    )
    expect(reply).toMatchObject({ ok: true, reply: { ok: true } })
  })
})

describe('what is not what its events come to', () => {
  it('a row that left the board, says another state, lost its month or is gone', async () => {
    await anEvening()
    const row = await kit.journal.row(id)
    if (!row) throw new Error('no row')
    const says = (other: typeof row | null): Partial<Journal> => ({
      row: async (rowId) => (rowId === id ? other : kit.journal.row(rowId)),
    })
    expect(await altered(says(row))).toBeNull()
    for (const other of [
      { ...row, onBoard: false },
      { ...row, incident: { ...row.incident, place: '别处' } },
      { ...row, stats: { ...row.stats, month: '2026-11' } },
      { ...row, stats: { ...row.stats, limits: [] } },
      null,
    ])
      expect(await altered(says(other))).toEqual(mismatch(`incident.${id}`))
  })

  it('a row or a document without any event', async () => {
    await anEvening()
    const names = await kit.journal.projectionNames()
    expect(
      await altered({
        projectionNames: async () => ({ ...names, rows: [...names.rows, 'ghost'] }),
      }),
    ).toEqual(mismatch('incident.ghost'))
    expect(
      await altered({
        projectionNames: async () => ({
          ...names,
          documents: [...names.documents, { kind: 'plan', id: 'ghost' }],
        }),
      }),
    ).toEqual(mismatch('plan.ghost'))
  })

  it('site, roster or plan', async () => {
    await anEvening()
    const says = (kind: string, body: null | { zone: string }): Partial<Journal> => ({
      document: async (document, name) =>
        document === kind ? body : kit.journal.document(document, name),
    })
    expect(await altered(says('site', { zone: 'UTC' }))).toEqual(mismatch('site'))
    expect(await altered(says('roster', null))).toEqual(mismatch('roster'))
    expect(await altered(says('plan', { zone: 'UTC' }))).toEqual(
      mismatch(`plan.${response.revision}`),
    )
  })

  it('an own plan or a draft: by what became of it, not by what it says alone', async () => {
    kit = await openWithPlans()
    await approved(kit, HOTLINE, { ...(await sourceOf(kit, HOTLINE)), triggers: ['热线 忙'] })
    await kit.ask('plans/draft-save', { planId: HOTLINE, draft: { id: HOTLINE } })
    expect(await altered({})).toBeNull()
    const [sitePlan, draft] = [
      await kit.journal.document('own-plan', HOTLINE),
      await kit.journal.document('draft', HOTLINE),
    ] as [object, object]
    const says = (kind: string, body: Json): Partial<Journal> => ({
      document: async (document, name) =>
        document === kind ? body : kit.journal.document(document, name),
    })
    for (const other of [null, { ...sitePlan, abolished: true }, { ...sitePlan, record: [] }])
      expect(await altered(says('own-plan', other as Json))).toEqual(
        mismatch(`plan-text.${HOTLINE}`),
      )
    for (const other of [null, { ...draft, saved: null }])
      expect(await altered(says('draft', other))).toEqual(mismatch(`plan-text.${HOTLINE}`))
    const names = await kit.journal.projectionNames()
    expect(
      await altered({
        projectionNames: async () => ({
          ...names,
          documents: [...names.documents, { kind: 'draft', id: 'ghost' }],
        }),
      }),
    ).toEqual(mismatch('plan-text.ghost'))
  })

  it('a text that is no JSON any more', async () => {
    await anEvening()
    const row = await kit.journal.row(id)
    expect(
      await altered({ row: async () => row && { ...row, incident: null as never } }),
    ).toMatchObject({ why: 'projection-mismatch' })
    await expect(
      altered({ row: () => Promise.reject(new Error('disk I/O error')) }),
    ).rejects.toThrow('disk I/O error')
  })
})

describe('a finding of the host', () => {
  it('is said on the desk at once, and stays', async () => {
    await anEvening()
    kit.station.note({ zh: '核对发现损坏', en: 'Damage was found' })
    expect(kit.pushes.at(-1)).toMatchObject({
      kind: 'board',
      board: { notes: [{ zh: '核对发现损坏' }] },
    })
    expect(await kit.station.board()).toMatchObject({ notes: [{ en: 'Damage was found' }] })
  })
})
