/**
 * Further callers through the station: braided into one incident, only what is new is lit and
 * nothing is set by itself; filed apart again; figures count the incident once.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Name } from '#shared/contract/contract.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const type = (code: string, words: readonly string[]): IncidentType => ({
  ...{ code, name: localized(code, code), category: 'accident', legal: null, words },
})
const types = [type('fire', ['着火', '冒烟']), type('fight', ['打架'])]
const FIRE = plan('fire-plan', [step('call', { lifeSafety: true })], {
  types: ['fire'],
  triggers: ['着火', '冒烟'],
})
const FIGHT = plan('fight-plan', [step('part')], { types: ['fight'], triggers: ['打架'] })

let kit: Kit
afterEach(() => kit.stop())

const open = async (): Promise<string> => {
  kit = await openStation({ on: 'sqlite', library: smallLibrary([FIRE, FIGHT], { types }) })
  return kit.run(['fire-plan'], {
    narrative: '政务大厅二楼着火',
    place: '政务大厅二楼',
    type: 'fire',
  })
}
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const month = () => kit.ask('statistics/month', { month: '2026-11' })

describe('incident/caller', () => {
  it('is one more caller of the incident; words and name are sealed', async () => {
    const incidentId = await open()
    await kit.clock.advance('2 min')
    await kit.ask('incident/caller', {
      ...{ incidentId, narrative: '二楼在冒烟', reporter: '雀大甲', channel: '客户来电' },
    })
    const { callers, callerCount } = await kit.incident(incidentId)
    expect(callers).toMatchObject([
      { nth: 2, channel: '客户来电', reporter: '雀大甲', words: '二楼在冒烟', news: null },
    ])
    expect(callerCount).toBe(2)
    expect(JSON.stringify(await kit.events())).not.toMatch(/雀大甲|二楼在冒烟/)
    const { entries } = await kit.ask('incident/timeline', { incidentId })
    expect(entries.at(-1)).toMatchObject({
      says: { zh: '第2个来电（客户来电），并入本事件', en: 'Caller 2 (客户来电), joined to it' },
      words: '二楼在冒烟',
    })
  })

  it('only what nobody had told is lit, and nothing is set by itself', async () => {
    const incidentId = await open()
    await kit.ask('incident/caller', {
      incidentId,
      narrative: '政务大厅三楼也着火了，有2个人受伤',
    })
    const before = await kit.incident(incidentId)
    expect(before.callers?.[0]?.news).toEqual({
      ...{ place: '政务大厅三楼', peopleAt: '政务大厅三楼' },
      casualties: { minor: 2 },
    })
    expect(before.casualties).toBeNull()
    expect(before.place).toBe('政务大厅二楼')
    await kit.ask('incident/assess', { incidentId, casualties: { minor: 2 } })
    const after = await kit.incident(incidentId)
    expect(after.callers?.[0]?.news).toEqual({ place: '政务大厅三楼' })
    await kit.ask('incident/caller', { incidentId, narrative: '有1个人受伤' })
    expect((await kit.incident(incidentId)).callers?.[1]?.news).toBeNull()
  })

  it('the place and the counts that a person has typed go before what the words tell', async () => {
    const incidentId = await open()
    const { callerId } = await kit.ask('incident/caller', {
      ...{ incidentId, narrative: '政务大厅二楼也着火了，有2个人受伤' },
      ...{ place: '政务大厅一楼', casualties: { minor: 3, trapped: 1 } },
    })
    const { callers, casualties } = await kit.incident(incidentId)
    expect(callers?.[0]?.news).toEqual({
      ...{ place: '政务大厅一楼', peopleAt: '政务大厅一楼' },
      casualties: { minor: 3, trapped: 1 },
    })
    expect(casualties).toBeNull()
    const apart = await kit.ask('incident/caller-undo', {
      ...{ incidentId, callerId, reason: '不是同一处' },
    })
    expect((await kit.incident(apart.incidentId)).place).toBe('政务大厅一楼')
  })

  it('what sounds like something else proposes its plan', async () => {
    const incidentId = await open()
    await kit.ask('incident/caller', { incidentId, narrative: '二楼有人打架' })
    const [caller] = (await kit.incident(incidentId)).callers ?? []
    expect(caller?.news).toMatchObject({ planId: 'fight-plan' })
    await kit.ask('incident/activate', { incidentId, planId: 'fight-plan' })
    const [later] = (await kit.incident(incidentId)).callers ?? []
    expect(later?.news?.planId).toBeUndefined()
  })

  it('what an earlier caller’s open news has is not lit twice, and a line can be left out', async () => {
    const incidentId = await open()
    const newsOf = async (index: number) =>
      (await kit.incident(incidentId)).callers?.[index]?.news ?? null
    const call = (narrative: string) => kit.ask('incident/caller', { incidentId, narrative })
    const { callerId: from } = await call('政务大厅三楼也着火了，有2个人受伤')
    await call('政务大厅三楼着火，2个人受伤')
    await call('政务大厅三楼着火，有3个人受伤')
    expect(await newsOf(1)).toBeNull()
    expect(await newsOf(2)).toEqual({ casualties: { minor: 3 }, peopleAt: '政务大厅三楼' })
    const id = crypto.randomUUID()
    await kit.send('incident/news-dismiss', { incidentId, from, line: 'place' }, { id })
    expect(await newsOf(0)).toEqual({ casualties: { minor: 2 }, peopleAt: '政务大厅三楼' })
    expect(await newsOf(1)).toEqual({ place: '政务大厅三楼' }) // somebody else says it, too
    await kit.ask('incident/undo', { incidentId, commandId: id })
    expect(await newsOf(0)).toMatchObject({ place: '政务大厅三楼', casualties: { minor: 2 } })
    const { entries } = await kit.ask('incident/timeline', { incidentId })
    expect(entries.map(({ says }) => says.zh)).toContain('不采纳第2个来电的地点')
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('who called is put right afterwards, sealed', async () => {
    const incidentId = await open()
    const { callerId } = await kit.ask('incident/caller', { incidentId, narrative: '着火' })
    const reporter = '雀大甲 00000017'
    await kit.ask('incident/caller-amend', { incidentId, callerId, reporter })
    expect((await kit.incident(incidentId)).callers).toMatchObject([{ reporter }])
    expect(JSON.stringify(await kit.events())).not.toContain('雀大甲')
    const again = { incidentId, callerId, reporter }
    expect(await codeOf('incident/caller-amend', again)).toBe('no-change')
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('counts the incident once, is in no wall, and can be undone', async () => {
    const incidentId = await open()
    const before = await month()
    const id = crypto.randomUUID()
    await kit.send('incident/caller', { incidentId, narrative: '着火', reporter: '雀大甲' }, { id })
    expect(await month()).toEqual(before)
    const walls = await kit.station.board('wall')
    expect(JSON.stringify(walls)).not.toContain('雀大甲')
    expect(walls.incidents[0]?.callers).toBeUndefined()
    await kit.ask('incident/undo', { incidentId, commandId: id })
    expect((await kit.incident(incidentId)).callerCount).toBeUndefined()
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('is refused where nothing is told, of an unknown incident, and of one that is over', async () => {
    const incidentId = await open()
    const narrative = '着火'
    expect(await codeOf('incident/caller', { incidentId, narrative: ' ' })).toBe('bad-input')
    expect(await codeOf('incident/caller', { incidentId: 'x', narrative })).toBe('unknown-incident')
    await kit.ask('incident/move', { incidentId, to: 'false-report', reason: '误触' })
    expect(await codeOf('incident/caller', { incidentId, narrative })).toBe('incident-over')
  })
})

describe('incident/caller-undo', () => {
  it('files the caller as an incident of its own, received when the call was', async () => {
    const incidentId = await open()
    await kit.clock.advance('1 min')
    const calledAt = kit.clock.wall()
    const { callerId } = await kit.ask('incident/caller', {
      ...{ incidentId, narrative: '政务大厅一楼着火', reporter: '雀大甲' },
    })
    await kit.clock.advance('5 min')
    const apart = await kit.ask('incident/caller-undo', {
      ...{ incidentId, callerId, reason: '不是同一处' },
    })
    expect(await kit.incident(apart.incidentId)).toMatchObject({
      ...{ place: '政务大厅一楼', type: 'fire', narrative: '政务大厅一楼着火', reporter: '雀大甲' },
      ...{ receivedAt: calledAt, number: '2026-002', drill: false },
    })
    const left = await kit.incident(incidentId)
    expect(left.callers?.[0]?.parted).toMatchObject({
      ...{ incidentId: apart.incidentId, number: '2026-002' },
    })
    expect(left.callerCount).toBeUndefined()
    expect((await month()).incidents).toBe(2)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    const again = { incidentId, callerId, reason: '再分' }
    expect(await codeOf('incident/caller-undo', again)).toBe('no-change')
    expect(await codeOf('incident/caller-undo', { ...again, callerId: 'x' })).toBe('unknown-caller')
  })

  it('has a number of the year of the call, which no report after it gets', async () => {
    const library = smallLibrary([FIRE, FIGHT], { types })
    kit = await openStation({ on: 'sqlite', library, at: '2026-12-31T23:58:00+08:00' })
    const incidentId = await kit.run([], { narrative: '政务大厅二楼着火', type: 'fire' })
    const join = async () =>
      (await kit.ask('incident/caller', { incidentId, narrative: '冒烟' })).callerId
    const [first, second] = [await join(), await join()]
    await kit.clock.advance('4 min')
    const part = async (callerId: string): Promise<string> => {
      const filed = { incidentId, callerId, reason: '不是同一处' }
      return (await kit.ask('incident/caller-undo', filed)).incidentId
    }
    const apart = await kit.incident(await part(first))
    expect([apart.number, apart.place]).toEqual(['2026-002', '地点待核'])
    expect((await kit.incident(await kit.run())).number).toBe('2027-001')
    kit = await kit.restart()
    expect((await kit.incident(await part(second))).number).toBe('2026-003')
    expect((await kit.ask('statistics/month', { month: '2026-12' })).incidents).toBe(3)
  })
})

describe('incident/propose', () => {
  it('offers to join what runs, and says where the places differ', async () => {
    const incidentId = await open()
    const joinsOf = async (narrative: string, drill = false) =>
      (await kit.ask('incident/propose', { narrative, drill })).joins
    expect(await joinsOf('又着火了')).toEqual([{ incidentId, standing: 'second', elsewhere: null }])
    expect(await joinsOf('政务大厅三楼着火')).toEqual([
      { incidentId, standing: 'apart', elsewhere: '政务大厅三楼' },
    ])
    const typed = { narrative: '又着火了', place: '政务大厅一楼' }
    expect((await kit.ask('incident/propose', typed)).joins).toEqual([
      { incidentId, standing: 'apart', elsewhere: '政务大厅一楼' },
    ])
    expect(await joinsOf('政务大厅二楼着火', true)).toEqual([]) // a drill is never a real one
    await kit.clock.advance(40 * MINUTE)
    expect(await joinsOf('又着火了')).toEqual([])
  })
})

describe('a report of another system', () => {
  it('sent again is the same incident and the same answer, also after it is over', async () => {
    kit = await openStation({ on: 'sqlite', library: smallLibrary([FIRE], { types }) })
    const input = {
      ...{ narrative: '烟感报警', place: '政务大厅二楼' },
      source: { system: '消防主机', id: '3-17' },
    }
    const first = await kit.ask('incident/report', input)
    expect(await kit.ask('incident/report', { ...input, place: '二楼' })).toEqual(first)
    const { incidentId } = first
    expect(await kit.incident(incidentId)).toMatchObject({
      ...{ state: 'reported', source: { system: '消防主机', id: '3-17' } },
    })
    await kit.ask('incident/move', {
      ...{ incidentId, to: 'false-report', reason: '误触', verifiedBy: '雀大甲' },
    })
    kit = await kit.restart()
    expect(await kit.ask('incident/report', input)).toEqual(first)
    const other = { ...input, source: { system: '消防主机', id: '3-18' } }
    expect((await kit.ask('incident/report', other)).incidentId).not.toBe(incidentId)
    expect((await month()).incidents).toBe(1)
    expect(JSON.stringify(await kit.events())).not.toContain('雀大甲')
    const { entries } = await kit.ask('incident/timeline', { incidentId })
    expect(entries.map(({ says }) => says.zh)).toEqual([
      '接报（消防主机）：政务大厅二楼',
      '已接报转为误报，原因：误触，核实人：雀大甲',
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})
