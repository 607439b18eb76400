/**
 * Tables taken into the registers through a running station: a preview records nothing, one faulty
 * row keeps all out, and what is exported is taken again unchanged.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLANS = [plan('response', [step('a'), step('b', { role: 'head' })])]
const DAY = '2026-11-24'
let kit: Kit
afterEach(() => kit.stop())

type PeopleRow = Input<'people/import'>['rows'][number]
type DutyRow = Input<'duty/import'>['rows'][number]
const persons = async () => (await kit.ask('people/read', {})).persons
const importPeople = (rows: PeopleRow[], preview = false) =>
  kit.ask('people/import', { rows, preview })
const outcomes = async (reply: Promise<{ rows: readonly { row: number; outcome: string }[] }>) =>
  (await reply).rows.map(({ row, outcome }) => `${row} ${outcome}`)

const ZHOU: PeopleRow = {
  row: 3,
  name: '周敏',
  phones: [{ number: '13800000001' }, { number: '3频道', kind: 'radio' }],
  posts: ['head', '巡查岗'],
  groups: ['抢险组'],
}
const LI: PeopleRow = { row: 4, name: '李娜', phones: [{ number: '6002' }], posts: ['巡查岗'] }

describe('a list of people', () => {
  it('is previewed without a trace, then taken whole: persons, a post of the site, a group', async () => {
    kit = await openStation({ plans: PLANS })
    const before = (await kit.station.board()).position
    expect(await outcomes(importPeople([ZHOU, LI], true))).toEqual(['3 new', '4 new'])
    expect(await persons()).toEqual([])
    expect((await kit.station.board()).position).toBe(before)

    expect(await outcomes(importPeople([ZHOU, LI]))).toEqual(['3 new', '4 new'])
    const { persons: people, posts, groups } = await kit.ask('people/read', {})
    const patrol = posts.find(({ name }) => name.zh === '巡查岗')
    expect(patrol).toMatchObject({ ofSite: true })
    expect(people).toMatchObject([
      {
        name: '周敏',
        phones: [{ kind: 'mobile' }, { number: '3频道', kind: 'radio' }],
        posts: ['head', patrol?.id],
      },
      { name: '李娜', phones: [{ kind: 'short' }], posts: [patrol?.id] },
    ])
    expect(groups).toMatchObject([{ name: { zh: '抢险组' }, members: [people[0]?.id] }])
    expect(await kit.station.check()).toMatchObject({ ok: true })
  })
  it('taken again it changes nothing; what a row leaves out stays', async () => {
    kit = await openStation({ plans: PLANS })
    await importPeople([ZHOU, LI])
    const [zhou, li] = await persons()
    if (!zhou || !li) throw new Error('nobody is there')
    const position = (await kit.station.board()).position
    const again = [
      { ...ZHOU, id: zhou.id },
      { ...LI, id: li.id },
    ]
    expect(await outcomes(importPeople(again))).toEqual(['3 same', '4 same'])
    expect((await kit.station.board()).position).toBe(position)
    const number = { row: 3, id: zhou.id, name: '周敏', phones: [{ number: '13900000001' }] }
    expect(await outcomes(importPeople([number]))).toEqual(['3 changed'])
    expect((await persons())[0]).toMatchObject({ posts: zhou.posts, phones: [{}] })
  })
  it('with one row that cannot be taken takes none, and names the row', async () => {
    kit = await openStation({ plans: PLANS })
    const rows = [ZHOU, { row: 9, id: 'nobody', name: '无名' }]
    expect(await outcomes(importPeople(rows, true))).toEqual(['3 new', '9 refused'])
    expect(await kit.send('people/import', { rows })).toMatchObject({
      code: 'rows-refused',
      details: [expect.stringContaining('第9行')],
    })
    expect(await persons()).toEqual([])
  })
})

describe('a table of the duty roster', () => {
  async function site() {
    kit = await openStation({ plans: PLANS, at: `${DAY}T07:00:00+08:00` })
    await importPeople([{ row: 2, name: '周敏', posts: ['head'] }])
    const { id: shiftId } = await kit.ask('duty/shift-set', {
      name: '白班',
      begins: '08:00',
      ends: '20:00',
      posts: ['head'],
    })
    const [zhou] = await persons()
    const row = (number: number, date: string, ...people: DutyRow['persons']): DutyRow => ({
      row: number,
      date,
      shiftId,
      postId: 'head',
      persons: people,
    })
    return { shiftId, zhou: { id: zhou?.id ?? '' }, row }
  }
  const entered = async (): Promise<string[]> =>
    (await kit.ask('duty/read', { from: DAY, until: '2026-11-30' })).days.map(
      ({ date, persons: people }) => `${date.slice(8)} ${people.map(({ name }) => name).join(' ')}`,
    )
  const importDuty = (rows: DutyRow[], preview = false) => kit.ask('duty/import', { rows, preview })

  it('is taken with whoever is new in it, each name once; an empty cell makes a gap', async () => {
    const { zhou, row } = await site()
    const rows = [
      row(3, DAY, zhou, { name: '孙 小圣' }),
      row(3, '2026-11-25', { name: '孙小圣' }),
      row(3, '2026-11-26', zhou),
    ]
    expect(await outcomes(importDuty(rows, true))).toEqual(['3 new', '3 new', '3 new'])
    expect([await entered(), (await persons()).length]).toEqual([[], 1])
    await importDuty(rows)
    expect(await entered()).toEqual(['24 周敏 孙小圣', '25 孙小圣', '26 周敏'])
    expect((await persons()).map(({ name }) => name)).toEqual(['周敏', '孙小圣'])

    expect(await outcomes(importDuty([row(3, DAY), row(3, '2026-11-26', zhou)]))).toEqual([
      '3 changed',
      '3 same',
    ])
    expect(await entered()).toEqual(['25 孙小圣', '26 周敏'])
    expect((await kit.ask('duty/read', { from: DAY, until: DAY })).gaps).toMatchObject([
      { date: DAY, postId: 'head', lacking: 1 },
    ])
    expect(await kit.station.check()).toMatchObject({ ok: true })
  })
  it('with an unknown shift, or the same day twice, is not taken, nor is who is new in it', async () => {
    const { row } = await site()
    const stranger = { name: '孙小圣' }
    const rows = [
      row(3, DAY, stranger),
      { ...row(4, DAY, stranger), shiftId: 'night' },
      row(5, DAY, stranger),
    ]
    expect(await outcomes(importDuty(rows, true))).toEqual(['3 new', '4 refused', '5 refused'])
    expect(await kit.send('duty/import', { rows })).toMatchObject({ code: 'rows-refused' })
    expect([await entered(), (await persons()).length]).toEqual([[], 1])
  })
  it('is taken with the shifts that it needs, all of it or nothing', async () => {
    const { zhou, row } = await site()
    const night = {
      ...{ id: 'new-night', name: '夜班', begins: '20:00', ends: '08:00' },
      ...{ minimum: 1, posts: ['head', 'head'] },
    }
    const rows = [row(3, DAY, zhou), { ...row(4, DAY, { name: '孙小圣' }), shiftId: night.id }]
    const shifts = async () => (await kit.ask('duty/read', {})).shifts
    const ask = (more: { shifts?: (typeof night)[]; preview?: boolean; rows?: DutyRow[] }) =>
      kit.ask('duty/import', { rows, ...more })

    expect(await outcomes(ask({ preview: true }))).toEqual(['3 new', '4 refused'])
    expect(await outcomes(ask({ shifts: [night], preview: true }))).toEqual(['3 new', '4 new'])
    expect(await shifts()).toHaveLength(1)
    const faulty = { ...night, posts: ['cook'] }
    expect(await kit.send('duty/import', { rows, shifts: [faulty] })).toMatchObject({
      code: 'unknown-post',
    })
    const strange = [...rows, row(5, '2026-11-25', { id: 'nobody' })]
    expect(await kit.send('duty/import', { rows: strange, shifts: [night] })).toMatchObject({
      code: 'rows-refused',
    })
    expect([await shifts(), await entered()]).toMatchObject([[{ name: { zh: '白班' } }], []])

    await ask({ shifts: [night] })
    const [, fresh] = await shifts()
    expect(fresh).toMatchObject({ name: { zh: '夜班' }, begins: '20:00', posts: ['head'] })
    expect(fresh?.id).not.toBe(night.id)
    expect(await entered()).toEqual(['24 周敏', '24 孙小圣'])
    expect(await kit.station.check()).toMatchObject({ ok: true })
  })

  it('of a month with forty posts is one request', async () => {
    kit = await openStation({ plans: PLANS, at: `${DAY}T07:00:00+08:00` })
    const names = Array.from({ length: 40 }, (_, n) => `岗位${n + 1}`)
    await importPeople(
      names.map((name, n) => ({ row: n + 2, name: `值班员${n + 1}`, phones: [], posts: [name] })),
    )
    const people = await persons()
    const posts = people.map((person) => person.posts[0] ?? '')
    const { id: shiftId } = await kit.ask('duty/shift-set', {
      name: '白班',
      begins: '08:00',
      ends: '20:00',
      posts,
    })
    const rows = Array.from({ length: 30 }, (_, day) =>
      people.map((person, n): DutyRow => ({
        row: n + 3,
        date: `2026-11-${String(day + 1).padStart(2, '0')}`,
        shiftId,
        postId: posts[n] ?? '',
        persons: [{ id: person.id }],
      })),
    ).flat()
    expect(JSON.stringify(rows).length).toBeGreaterThan(64 * 1024)
    const reply = await importDuty(rows)
    expect(reply.rows.every(({ outcome }) => outcome === 'new')).toBe(true)
    expect((await kit.ask('duty/read', { from: '2026-11-01', until: '2026-11-30' })).gaps).toEqual(
      [],
    )
  })
})
