/**
 * People whom callers tell of at another place than the incident's are other people: they are lit
 * beside those that are recorded, recorded as the sum, and compared with what was told of there.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { amount, MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const FIRE: IncidentType = {
  ...{ code: 'fire', name: localized('火灾', 'Fire'), category: 'accident', legal: null },
  words: ['着火', '冒烟'],
}
const PLAN = plan('fire-plan', [step('call')], {
  ...{ types: ['fire'], triggers: ['着火', '冒烟'] },
  facts: [amount('hurt', { sets: 'casualties.minor' })],
})
const UP = '政务大厅三楼'
const HALL = '政务大厅二楼'

let kit: Kit
afterEach(() => kit.stop())

const report = (place: string) =>
  kit.run(['fire-plan'], { narrative: `${place}着火`, place, type: 'fire' })
const open = async (): Promise<string> => {
  kit = await openStation({ on: 'sqlite', library: smallLibrary([PLAN], { types: [FIRE] }) })
  const incidentId = await report(HALL)
  await kit.ask('incident/assess', { incidentId, casualties: { minor: 2 } })
  return incidentId
}
const call = async (incidentId: string, narrative: string): Promise<string> =>
  (await kit.ask('incident/caller', { incidentId, narrative })).callerId
const newsOf = async (incidentId: string, callerId: string) =>
  (await kit.incident(incidentId)).callers?.find(({ id }) => id === callerId)?.news ?? null
const count = (incidentId: string, minor: number, from?: string) =>
  kit.ask('incident/assess', { incidentId, casualties: { minor }, ...(from ? { from } : {}) })

describe('people at another place than the incident’s', () => {
  it('are new beside as many that are recorded, with the number that both make', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    expect(await newsOf(incidentId, up)).toEqual({
      ...{ place: UP, casualties: { minor: 2 } },
      ...{ peopleAt: UP, totals: { minor: 4 } },
    })
    const here = await call(incidentId, `${HALL}着火，有2个人受伤`)
    expect(await newsOf(incidentId, here)).toBeNull()
  })

  it('are counted in with the press that records them, and more at one place are new to that place', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    await count(incidentId, 4, up)
    expect(await newsOf(incidentId, up)).toEqual({ place: UP })
    const less = await call(incidentId, `${UP}着火，有1个人受伤`)
    expect(await newsOf(incidentId, less)).toBeNull()
    const upAgain = await call(incidentId, `${UP}着火，有3个人受伤`)
    expect(await newsOf(incidentId, upAgain)).toMatchObject({
      ...{ casualties: { minor: 3 }, peopleAt: UP, totals: { minor: 5 } },
    })
    const here = await call(incidentId, `${HALL}着火，有3个人受伤`)
    expect(await newsOf(incidentId, here)).toEqual({
      ...{ casualties: { minor: 3 }, peopleAt: HALL, totals: { minor: 5 } },
    })
    const anywhere = await call(incidentId, '着火，有4个人受伤')
    expect(await newsOf(incidentId, anywhere)).toBeNull()
  })

  it('stay lit while a number does not hold them, and go with one that does', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    const down = await call(incidentId, '政务大厅一楼着火，有1个人受伤')
    await count(incidentId, 3)
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 5 } })
    expect(await newsOf(incidentId, down)).toMatchObject({ totals: { minor: 4 } })
    await count(incidentId, 6)
    expect(await newsOf(incidentId, up)).toEqual({ place: UP })
    expect(await newsOf(incidentId, down)).toEqual({ place: '政务大厅一楼' })
  })

  it('go with the answer to a question that asks for their number, once it holds them', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    await kit.ask('incident/answer', { incidentId, fact: 'hurt', value: 3 })
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 5 } })
    await kit.ask('incident/answer', { incidentId, fact: 'hurt', value: 5 })
    expect(await newsOf(incidentId, up)).toEqual({ place: UP })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('go with an answer that is entered from paper, once it holds them, and come back with its undo', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    await kit.clock.advance('30 min') // the power is out
    const at = kit.clock.wall() - 10 * MINUTE
    const onPaper = (value: number) => ({
      rows: [{ row: 1, what: 'answer' as const, incidentId, fact: 'hurt', value, at }],
    })
    await kit.ask('sheet/enter', { ...onPaper(5), preview: true })
    await kit.ask('sheet/enter', onPaper(3))
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 5 } })
    const id = crypto.randomUUID()
    await kit.send('sheet/enter', onPaper(5), { id })
    expect(await newsOf(incidentId, up)).toEqual({ place: UP })
    expect((await kit.incident(incidentId)).casualties).toMatchObject({ minor: 5 })
    await kit.ask('incident/undo', { incidentId, commandId: id })
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 5 } })
    kit = await kit.restart()
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 5 } })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it.each([[[3, 5]], [[5, 3]]])(
    'of numbers on one sheet, %j, go with the one that holds them, in whatever line it stands',
    async (values) => {
      const incidentId = await open()
      const up = await call(incidentId, `${UP}着火，有2个人受伤`)
      await kit.clock.advance('30 min')
      const rows = values.map((value, index) => ({
        ...{ row: index + 1, what: 'answer' as const, incidentId, fact: 'hurt', value },
        at: kit.clock.wall() - value * MINUTE, // five were counted before three
      }))
      await kit.ask('sheet/enter', { rows })
      expect(await newsOf(incidentId, up)).toEqual({ place: UP })
      expect((await kit.incident(incidentId)).casualties).toMatchObject({ minor: 3 })
    },
  )

  it('at its own place are not hidden by those who were told of elsewhere since', async () => {
    const incidentId = await open()
    const here = await call(incidentId, `${HALL}着火，有3个人受伤`)
    expect(await newsOf(incidentId, here)).toEqual({ casualties: { minor: 3 } })
    await count(incidentId, 4, await call(incidentId, `${UP}着火，有2个人受伤`))
    expect(await newsOf(incidentId, here)).toEqual({
      ...{ casualties: { minor: 3 }, peopleAt: HALL, totals: { minor: 5 } },
    })
  })

  it('are told of there also once the place of the incident names both', async () => {
    const incidentId = await open()
    await count(incidentId, 4, await call(incidentId, `${UP}着火，有2个人受伤`))
    await kit.ask('incident/amend', { incidentId, place: `${HALL}、${UP}`, reason: '两层' })
    const more = await call(incidentId, `${UP}着火，有3个人受伤`)
    expect(await newsOf(incidentId, more)).toEqual({
      ...{ casualties: { minor: 3 }, peopleAt: UP, totals: { minor: 5 } },
    })
  })

  it('are the same people where the place was told wrongly, and where it says less or more of it', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    await kit.ask('incident/amend', { incidentId, place: UP, reason: '听错楼层' })
    expect(await newsOf(incidentId, up)).toBeNull()
    const other = await report('政务大厅')
    await kit.ask('incident/assess', { incidentId: other, casualties: { minor: 2 } })
    const finer = await call(other, `${HALL}着火，有2个人受伤`)
    expect(await newsOf(other, finer)).toEqual({ place: HALL })
  })

  it('nobody has counted are new there, too', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有人受伤`)
    expect(await newsOf(incidentId, up)).toMatchObject({
      ...{ atLeastOne: ['minor'], peopleAt: UP, totals: { minor: 3 } },
    })
  })

  it('of an incident that is merged are new beside those of the other', async () => {
    const into = await open()
    const incidentId = await report(UP)
    await count(incidentId, 1)
    await call(incidentId, '政务大厅一楼着火，有2个人受伤')
    await kit.ask('incident/merge', { incidentId, into, reason: '同一起' })
    const [merged] = (await kit.incident(into)).takenIn ?? []
    expect(merged?.news).toMatchObject({ casualties: { minor: 3 }, totals: { minor: 5 } })
    await count(into, 5, incidentId)
    expect((await kit.incident(into)).takenIn?.[0]?.news?.casualties).toBeUndefined()
  })

  it('are sealed where, are on no wall, and survive a restart and an undo', async () => {
    const incidentId = await open()
    const up = await call(incidentId, `${UP}着火，有2个人受伤`)
    const id = crypto.randomUUID()
    const counted = { incidentId, casualties: { minor: 4 }, from: up }
    await kit.send('incident/assess', counted, { id })
    expect(await newsOf(incidentId, up)).toEqual({ place: UP })
    await kit.ask('incident/undo', { incidentId, commandId: id })
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 4 } })
    const recorded = await kit.events()
    expect(JSON.stringify(recorded)).not.toContain(UP)
    kit = await kit.restart()
    expect(await newsOf(incidentId, up)).toMatchObject({ totals: { minor: 4 } })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('are of nobody who never called here', async () => {
    const incidentId = await open()
    const answer = await kit.send('incident/assess', {
      ...{ incidentId, casualties: { minor: 4 }, from: 'nobody' },
    })
    expect(answer).toMatchObject({ ok: false, code: 'unknown-caller' })
  })
})
