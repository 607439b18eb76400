/**
 * What a policy moves in a running station: patrol lists in use from the instant on at which it is
 * stated anew, and how many people a shift of the fire control room wants.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

/** Noon of a Tuesday. */
const open = async (on: 'memory' | 'sqlite' = 'memory') => {
  const policies = readPolicies('resources/standards/policies.yaml') ?? []
  const library = smallLibrary([plan('conference', [step('lead')])], { policies })
  kit = await openStation({ on, library })
}
const PATROL: Input<'checklist/save'> = {
  ...({ name: localized('防火巡查', 'Patrol'), kind: 'patrol' } as const),
  items: [{ id: 'door', text: localized('通道畅通', 'Free'), kind: 'yes-no' }],
  points: [{ id: 'east', name: localized('东门', 'East') }],
  rhythm: { every: 'round', minutes: 120, from: '12:00', to: '20:00', days: 'all' },
}

describe('a policy that is stated anew', () => {
  const state = (value: number) =>
    kit.ask('policy/set', { policyId: 'patrol', value, remindDays: 0, reason: '春节加密' })
  const dues = async () => {
    const { standings } = await kit.ask('check/list', {})
    return standings[0]?.slots.map(({ due }) => new Date(due).toISOString().slice(11, 16))
  }
  it('moves the rounds in use from then on, in one commit, over a restart, and back again', async () => {
    await open('sqlite')
    const { checklistId } = await kit.ask('checklist/save', PATROL)
    await kit.clock.advance('30 min')
    expect(await dues()).toEqual(['06:00', '08:00', '10:00', '12:00'])
    const before = await kit.journal.position()
    expect(await state(1)).toEqual({ checklists: 1 })
    expect(await kit.journal.position()).toBe(before + 2)
    const hourly = ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00']
    expect(await dues()).toEqual(hourly)
    kit = await kit.restart('1 h') // half past one: the round until two is due as it was
    expect(await dues()).toEqual(hourly)
    const { obligations } = await kit.ask('readiness/list', {})
    expect(obligations.find(({ kind }) => kind === 'round')).toMatchObject({
      dueAt: Date.parse('2026-11-24T14:00:00+08:00'),
    })
    const { lists } = await kit.ask('checklist/list', {})
    expect(lists).toMatchObject([{ id: checklistId, version: 2, reason: '春节加密' }])
    expect(await state(1)).toEqual({ checklists: 0 })
    const reset = await kit.ask('policy/reset', { policyId: 'patrol', reason: '节后恢复' })
    expect(reset).toEqual({ checklists: 1 })
    expect(await dues()).toEqual(['06:00', '08:00', '10:00', '12:00'])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
    expect(JSON.stringify(await kit.events())).not.toMatch(/春节|节后/)
  })
})

it('a shift of the fire control room with one person stands first of all that is due', async () => {
  await open()
  const { id } = await kit.ask('people/person-set', {
    ...{ name: '李工', phones: [], posts: ['duty-officer'] },
  })
  const { id: shiftId } = await kit.ask('duty/shift-set', {
    ...{ name: '消控室', begins: '08:00', ends: '08:00', posts: ['duty-officer'], minimum: 1 },
    controlRoom: true,
  })
  const entries = ['2026-11-23', '2026-11-24'].map((date) => ({
    ...{ date, shiftId, postId: 'duty-officer', persons: [id] },
  }))
  await kit.ask('duty/set', { entries })
  const first = async () => (await kit.ask('readiness/list', {})).obligations[0]
  const short = { kind: 'shift', isCritical: true, line: { zh: '消控室缺1人' }, due: '2026-11-24' }
  expect(await first()).toMatchObject(short)
  const { gaps, shifts } = await kit.ask('duty/read', { from: '2026-11-24', until: '2026-11-24' })
  expect(shifts).toMatchObject([{ id: shiftId, minimum: 1, least: 2 }])
  expect(gaps).toEqual([{ date: '2026-11-24', shiftId, postId: null, lacking: 1 }])
  await kit.ask('policy/set', {
    ...{ policyId: 'control-room', value: 1, remindDays: 0, reason: '改为自动值守' },
  })
  expect(await first()).not.toMatchObject({ due: '2026-11-24' })
})
