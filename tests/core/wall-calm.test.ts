/** What a calm wall asks of a running station: who is there, what it is worth, what comes due. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import type { WallCalm } from '#shared/contract/wall.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const room: Caller = { name: '大屏', role: 'wall' }
const hall: Caller = { name: '公开大屏', role: 'wall', public: true }
const NOON = '2026-11-24T12:00:00+08:00'
const person = (name: string) => [{ person: name, phone: '8001' }]

const BASE = plan('timed', [step('a')])
const PLAN = { ...BASE, commander: 'head' }
const robbery = {
  ...{ code: 'robbery', name: localized('robbery', 'robbery'), category: 'order', legal: null },
  ...{ words: [], discreet: true },
}

let kit: Kit
afterEach(() => kit.stop())
const open = async (at = NOON): Promise<void> => {
  kit = await openStation({ library: smallLibrary([PLAN], { types: [robbery] }), at })
}
const calm = async (by = room): Promise<WallCalm> => {
  const answer = await kit.send('wall/calm', {}, { by })
  if (!answer.ok) throw new Error(answer.code)
  return answer.reply
}
const posts = async () =>
  (await calm()).means?.posts?.map(({ id, people, lacking }) => [id, people.join(), lacking])

describe('who is there', () => {
  it('is unknown without a roster', async () => {
    await open()
    expect((await calm()).means).toMatchObject({ posts: null, selfTest: null, backupAt: null })
  })

  it('is told of every required post, in its order, and follows the roster', async () => {
    await open()
    await kit.ask('roster/set', {
      posts: { 'duty-officer': person('李娜'), head: person('陈军'), 'duty-leader': [] },
    })
    await kit.ask('people/post-set', { id: 'manager', necessary: true })
    expect(await posts()).toEqual([
      ['duty-officer', '李娜', 0],
      ['head', '陈军', 0],
      ['warning-contact', '', 1],
      ['manager', '', 1],
    ])
    await kit.ask('roster/set', {
      posts: {
        'duty-officer': person('李娜'),
        head: [],
        'warning-contact': person('周岚'),
        manager: person('吴明'),
      },
    })
    expect(await posts()).toEqual([
      ['duty-officer', '李娜', 0],
      ['head', '', 1],
      ['warning-contact', '周岚', 0],
      ['manager', '吴明', 0],
    ])
  })

  it('is told with the end of the shift, and with who stands in', async () => {
    await open()
    const { id: zhou } = await kit.ask('people/person-set', { name: '周敏', phones: [], posts: [] })
    const { id: li } = await kit.ask('people/person-set', { name: '李娜', phones: [], posts: [] })
    await kit.ask('people/post-set', { id: 'head', substitutes: [li] })
    const { id: shiftId } = await kit.ask('duty/shift-set', {
      ...{ name: '白班', begins: '08:00', ends: '20:00', posts: ['duty-officer', 'head'] },
    })
    await kit.ask('duty/set', {
      entries: [{ date: '2026-11-24', shiftId, postId: 'duty-officer', persons: [zhou] }],
    })
    const { means } = await calm()
    const until = Date.parse('2026-11-24T20:00:00+08:00')
    expect(means?.posts?.slice(0, 2)).toMatchObject([
      { id: 'duty-officer', people: ['周敏'], isCovered: false, until },
      { id: 'head', people: ['李娜'], isCovered: true, until },
    ])
    await kit.clock.advance('9 h')
    expect((await posts())?.[0]).toEqual(['duty-officer', '', 1])
  })
})

it('a record that has lost what was seen of it is not whole', async () => {
  await open()
  expect((await calm()).means?.isChainWhole).toBe(true)
  await kit.stop()
  kit = await openStation({ witnessed: { position: 99, hash: 'a'.repeat(64) } })
  expect((await calm()).means?.isChainWhole).toBe(false)
})

describe('what comes due', () => {
  it('names post and shift, what is critical first', async () => {
    await open()
    await kit.ask('contacts/set', {
      ...{ name: '维保', category: 'outside-lift', numbers: [{ number: '400', kind: 'desk' }] },
    })
    const { id: zhou } = await kit.ask('people/person-set', { name: '周敏', phones: [], posts: [] })
    const { id: shiftId } = await kit.ask('duty/shift-set', {
      ...{ name: '白班', begins: '08:00', ends: '20:00', posts: ['duty-officer'] },
    })
    await kit.ask('duty/set', {
      entries: [{ date: '2026-11-24', shiftId, postId: 'duty-officer', persons: [zhou] }],
    })
    const { dates } = await calm()
    expect(
      dates.map(({ kind, date, name, count }) => [kind, date, name?.zh ?? null, count]),
    ).toEqual([
      ['post', '2026-11-24', '值班员', 1],
      ['shift', '2026-11-25', '白班', 1],
      ['numbers', null, null, 1],
      ['calendar', null, '2026', 1],
    ])
  })
})

it('since yesterday it counts what was reported and closed', async () => {
  await open()
  await kit.run(['timed'], { occurredAt: Date.parse('2026-11-22T10:00:00+08:00') })
  const over = await kit.run(['timed'], { occurredAt: Date.parse('2026-11-23T10:00:00+08:00') })
  await kit.run([], { drill: true })
  await kit.ask('incident/move', { incidentId: over, to: 'closed', reason: '已处理' })
  expect((await calm()).since).toEqual({
    incidents: 1,
    drills: 1,
    falseReports: 0,
    late: 0,
    closed: 1,
  })
})

it('a public wall learns nothing of who is there or missing, nor of a discreet incident', async () => {
  await open()
  await kit.ask('roster/set', { posts: { 'duty-officer': person('李娜'), head: [] } })
  const before = await calm(hall)
  expect(before).toMatchObject({ means: null, dates: [] })
  expect(JSON.stringify(before)).not.toContain('李娜')
  await kit.run([], { type: 'robbery' })
  expect({ ...(await calm(hall)), at: 0 }).toEqual({ ...before, at: 0 })
  expect((await calm()).since.incidents).toBe(1)
})
