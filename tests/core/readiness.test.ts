/**
 * What comes due in a running station with moved time: people, numbers, actions, aftermath and
 * evidence in one list, worst first; the site's values of policies; what of it walls, handovers and
 * files say.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Name } from '#shared/contract/contract.ts'
import type { ShippedPolicy } from '#shared/domain/policies/policy.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const CALENDAR = Object.fromEntries(
  ['2026', '2027', '2028'].map((year) => [year, { published: true, holidays: [], workdays: [] }]),
)
const FIRE = plan('fire', [step('a')])
const POLICY: ShippedPolicy = {
  ...{ id: 'drill-plan', kind: 'drill', unit: 'months', value: 12, remindDays: 30 },
  ...{ name: localized('演练', 'Drills'), source: localized('88号令', 'Order 88'), appliesTo: {} },
}
const library = () => smallLibrary([FIRE], { calendar: CALENDAR, policies: [POLICY] })

let kit: Kit
afterEach(() => kit.stop())

const open = (options: Parameters<typeof openStation>[0] = {}) =>
  openStation({ library: library(), ...options })
const list = async () => (await kit.ask('readiness/list', {})).obligations
const lines = async () => (await list()).map(({ line }) => line.zh)
const counts = () => kit.ask('readiness/counts', {})
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const action = (what: string, due: string) =>
  kit.ask('action/open', { what, owner: { person: '李工' }, due, source: { words: '检查' } })

describe('a corrective action', () => {
  it('comes a week before its day, is due on it, and is gone once it is checked', async () => {
    kit = await open({ at: '2028-02-20T12:00:00+08:00' })
    const { actionId } = await action('修卷帘', '2028-02-29')
    expect(await list()).toEqual([])
    kit = await kit.restart('48 h') // the 22nd
    expect(await list()).toMatchObject([
      {
        ...{ kind: 'action', line: { zh: '整改：修卷帘' }, owner: { zh: '李工' }, daysLeft: 7 },
        ...{ isDue: false, isCritical: false, to: ['actions', actionId] },
      },
    ])
    expect(await counts()).toEqual({ critical: 0, due: 0 })
    kit = await kit.restart('156 h') // the 29th, 00:00
    expect(await list()).toMatchObject([{ daysLeft: 0, isDue: true }])
    kit = await kit.restart('24 h')
    expect(await list()).toMatchObject([{ due: '2028-02-29', daysLeft: -1 }])
    expect(await counts()).toEqual({ critical: 0, due: 1 })
    await kit.ask('action/done', { actionId, words: '修好' })
    expect(await lines()).toEqual(['复查整改：修卷帘'])
    await kit.ask('action/check', { actionId, ok: true })
    expect(await list()).toEqual([])
  })

  it('is due by the day of the site, not of UTC', async () => {
    kit = await open({ at: '2026-11-24T23:30:00-05:00', zone: 'America/New_York' })
    await action('修卷帘', '2026-11-25')
    expect(await list()).toMatchObject([{ daysLeft: 1, isDue: false }])
    await kit.clock.advance('1 h')
    expect(await list()).toMatchObject([{ daysLeft: 0, isDue: true }])
  })
})

describe('a shift that is short', () => {
  it('is critical and worst of all, until somebody is entered', async () => {
    kit = await open()
    await action('修卷帘', '2026-11-24')
    const person = (name: string) => kit.ask('people/person-set', { name, phones: [], posts: [] })
    const persons = [(await person('周敏')).id, (await person('李娜')).id]
    const { id: shiftId } = await kit.ask('duty/shift-set', {
      ...{ name: '消防控制室', begins: '08:00', ends: '20:00', posts: ['head'], minimum: 2 },
    })
    expect(await list()).toMatchObject([
      { kind: 'shift', line: { zh: '消防控制室缺2人' }, isCritical: true, isDue: true },
      { kind: 'action' },
    ])
    await kit.ask('duty/set', {
      entries: Array.from({ length: 7 }, (_, day) => ({
        ...{ date: `2026-11-${24 + day}`, shiftId, postId: 'head', persons },
      })),
    })
    expect(await list()).toMatchObject([{ kind: 'action' }])
  })
})

describe('a hall', () => {
  it('has a contact person in every shift, or is listed where the plans demand one (S09-124)', async () => {
    kit = await open({ kinds: ['gas-customer-service'] })
    const hall = (name: string, part: object = {}) =>
      kit.ask('places/set', { name, kind: 'hall', ...part })
    const { id: first } = await hall('一号营业厅')
    const { id: second } = await hall('二号营业厅')
    expect(await list()).toMatchObject([
      { kind: 'hall-contact', line: { zh: '2个营业厅没有联络人' }, to: ['site', 'places'] },
    ])
    const { id: contactPost } = await kit.ask('people/post-set', { name: '营业厅联络人' })
    expect(await codeOf('places/set', { name: '厅', kind: 'hall', contactPost: 'x' })).toBe(
      'unknown-post',
    )
    await hall('一号营业厅', { id: first, contactPost })
    await hall('二号营业厅', { id: second, contactPost })
    expect(await lines()).toEqual([]) // nobody can say who is there
    const { id: wang } = await kit.ask('people/person-set', {
      ...{ name: '王芳', phones: [], posts: [] },
    })
    const { id: shiftId } = await kit.ask('duty/shift-set', {
      ...{ name: '早班', begins: '08:00', ends: '20:00', posts: [contactPost], minimum: 1 },
    })
    expect(await lines()).toContain('2个营业厅没有联络人')
    await kit.ask('duty/set', {
      entries: [{ date: '2026-11-24', shiftId, postId: contactPost, persons: [wang] }],
    })
    expect(await lines()).not.toContain('2个营业厅没有联络人')
  })

  it('is asked for none where no plan demands one', async () => {
    kit = await open({ kinds: ['mall'] })
    await kit.ask('places/set', { name: '一层大厅', kind: 'hall' })
    expect(await list()).toEqual([])
  })
})

describe('a policy', () => {
  it('has the site’s value with its reason, over a restart, until it is given up', async () => {
    kit = await open({ on: 'sqlite' })
    const policies = async () => (await kit.ask('policy/list', {})).policies
    const set = { policyId: 'drill-plan', value: 6, remindDays: 14, reason: '商场要求' }
    expect(await policies()).toMatchObject([{ value: 12, siteValue: null }])
    await kit.ask('policy/set', set)
    kit = await kit.restart('1 h')
    expect(await policies()).toMatchObject([
      {
        ...{ value: 6, remindDays: 14, shipped: { value: 12, remindDays: 30 } },
        siteValue: { reason: '商场要求', by: '周敏' },
      },
    ])
    expect(JSON.stringify(await kit.events())).not.toContain('商场要求')
    expect(await codeOf('policy/set', { ...set, policyId: 'none' })).toBe('unknown-policy')
    expect(await codeOf('policy/set', { ...set, value: 0 })).toBe('bad-input')
    await kit.ask('policy/reset', { policyId: 'drill-plan', reason: '撤回' })
    expect(await policies()).toMatchObject([{ value: 12, siteValue: null }])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('the aftermath', () => {
  it('owes aftercare by its day, also once its incident is archived', async () => {
    kit = await open()
    const incidentId = await kit.run(['fire'])
    await kit.ask('incident/step', { incidentId, stepId: 'a', outcome: 'done' })
    const move = (to: 'contained' | 'lifted' | 'closed') =>
      kit.ask('incident/move', { incidentId, to })
    await move('contained')
    await kit.ask('incident/aftercare', {
      ...{ incidentId, kind: 'comfort', whom: '王先生', owner: { person: '李工' } },
      dueOn: '2026-11-30',
    })
    expect(await lines()).toEqual(['善后：2026-001 慰问王先生'])
    await move('lifted')
    await move('closed')
    kit = await kit.restart('720 h') // a month
    expect(await lines()).toEqual([
      '善后：2026-001 慰问王先生',
      '评估启动过的预案：2026-001 预案fire',
    ])
  })
})

describe('who is told', () => {
  it('a wall of the room counts what names people, a public one learns nothing', async () => {
    kit = await open()
    await action('修卷帘', '2026-11-24')
    await action('查泵', '2026-11-24')
    const calm = await kit.ask('wall/calm', {})
    expect(calm.due).toEqual({ critical: 0, due: 2 })
    expect(calm.dates).toMatchObject([{ kind: 'action', line: { zh: '整改2项' }, name: null }])
    expect(JSON.stringify(calm)).not.toContain('修卷帘')
  })

  it('a handover says what is critical and due, and an empty one nothing', async () => {
    kit = await open()
    expect((await kit.ask('handover/read', {})).page.readiness).toBeUndefined()
    await action('修卷帘', '2026-11-24')
    expect((await kit.ask('handover/read', {})).page.readiness).toEqual({
      ...{ critical: 0, due: 1 },
      worst: [{ line: localized('整改1项', '1 action'), due: '2026-11-24', isCritical: false }],
    })
  })
})
