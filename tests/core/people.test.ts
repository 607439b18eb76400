/**
 * The register of people through a running station: one register behind `people/*` and `roster/*`,
 * also in a record of an older program and in an emergency record.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import type { Journal } from '#main/core/ports.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PLANS = [plan('response', [step('a'), step('b', { role: 'head' })])]
let kit: Kit
afterEach(() => kit.stop())

const persons = async () => (await kit.ask('people/read', {})).persons
const named = async (name: string) => {
  const person = (await persons()).find((candidate) => candidate.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

describe('one register', () => {
  it('a person that is set holds posts of the roster, by their first number', async () => {
    kit = await openStation({ plans: PLANS })
    await kit.ask('people/person-set', {
      name: '周敏',
      phones: [{ number: '13800000001' }, { number: '8001' }, { number: '1频道', kind: 'radio' }],
      posts: ['desk', 'head'],
    })
    expect(await kit.ask('roster/read', {})).toEqual({
      posts: {
        desk: [{ person: '周敏', phone: '13800000001' }],
        head: [{ person: '周敏', phone: '13800000001' }],
      },
    })
    expect((await persons())[0]).toMatchObject({
      phones: [{ kind: 'mobile' }, { kind: 'short' }, { kind: 'radio' }],
      posts: ['desk', 'head'],
      onLeave: null,
      left: false,
    })
  })

  it('a roster that is set knows persons again, and leaves what else is known of them', async () => {
    kit = await openStation({ plans: PLANS })
    const { id } = await kit.ask('people/person-set', {
      name: '周敏',
      phones: [{ number: '138' }],
      posts: ['desk'],
    })
    await kit.ask('people/leave-set', { personId: id, from: '2026-11-24', until: '2026-11-24' })
    await kit.ask('roster/set', {
      posts: { head: [{ person: '周敏', phone: '138' }], desk: [{ person: '李娜', phone: '' }] },
    })
    expect(await persons()).toMatchObject([
      { id, name: '周敏', posts: ['head'], onLeave: { from: '2026-11-24', until: '2026-11-24' } },
      { name: '李娜', posts: ['desk'], phones: [] },
    ])
    await kit.ask('roster/set', { posts: {} })
    expect((await persons()).map(({ posts }) => posts)).toEqual([[], []])
  })

  it('a roster that is written back as it was read leaves namesakes with one number two persons', async () => {
    kit = await openStation({ plans: PLANS })
    const phones = [{ number: '8800' }]
    for (const posts of [['desk', 'head'], ['desk']])
      await kit.ask('people/person-set', { name: '王伟', phones, posts })
    const before = await persons()
    const { posts } = await kit.ask('roster/read', {})
    await kit.ask('roster/set', { posts: posts ?? {} })
    expect(await persons()).toEqual(before)
  })

  it('a name without a whole character is refused', async () => {
    kit = await openStation({ plans: PLANS })
    const person = { phones: [], posts: [] }
    expect(await kit.send('people/person-set', { name: '\ud83d', ...person })).toMatchObject({
      code: 'bad-input',
    })
    await kit.ask('people/person-set', { name: '周\ud83d敏', ...person })
    expect((await persons()).map(({ name }) => name)).toEqual(['周敏'])
  })

  it('commands that come together do not lose each other’s', async () => {
    kit = await openStation({ plans: PLANS })
    const names = ['周敏', '李娜', '王强', '陈军']
    await Promise.all(
      names.map((name) => kit.ask('people/person-set', { name, phones: [], posts: ['desk'] })),
    )
    expect((await persons()).map(({ name }) => name)).toEqual(names)
    expect(await kit.station.check()).toMatchObject({ ok: true })
  })

  it('posts that nobody can hold are no posts of people, and units outside are none of them', async () => {
    const roles = PLANS[0]!.roles.map((role) =>
      role.id === 'desk' ? ({ ...role, kind: 'anyone' } as const) : role,
    )
    kit = await openStation({ plans: [{ ...PLANS[0]!, roles }] })
    await kit.ask('roster/set', { posts: { 'outside-lift': [{ person: '维保', phone: '400' }] } })
    const { posts } = await kit.ask('people/read', {})
    const ids = posts.map(({ id }) => id)
    expect(ids).toContain('head')
    expect(ids).toContain('duty-leader')
    expect(ids.filter((id) => id === 'desk' || id.startsWith('outside-'))).toEqual([])
    expect(await persons(), 'a unit outside is nobody').toEqual([])
    expect(
      await kit.send('people/person-set', { name: '周敏', phones: [], posts: ['desk'] }),
    ).toMatchObject({ code: 'unknown-post' })
  })
})

describe('a post of the site', () => {
  it('has a name, stands for a document’s post, and is refused to go while a shift names it', async () => {
    kit = await openStation({ plans: PLANS })
    const { id } = await kit.ask('people/post-set', {
      name: '保安队长',
      standsFor: ['head'],
      outside: true,
    })
    expect(id).toMatch(/^site-/)
    await kit.ask('people/person-set', { name: '周敏', phones: [], posts: [id] })
    expect((await kit.station.board()).duty).toMatchObject([
      { roleId: id, role: { zh: '保安队长' }, people: ['周敏'] },
      { roleId: 'head', people: ['周敏'] },
    ])
    expect((await kit.ask('people/read', {})).posts.find((post) => post.id === id)).toMatchObject({
      ofSite: true,
      outside: true,
      standsFor: ['head'],
    })
    const shift = { name: '白班', begins: '08:00', ends: '20:00', posts: [id] }
    const { id: shiftId } = await kit.ask('duty/shift-set', shift)
    expect(await kit.send('people/post-remove', { id })).toMatchObject({
      code: 'post-in-use',
      details: ['白班'],
    })
    await kit.ask('duty/shift-remove', { id: shiftId })
    await kit.ask('people/post-remove', { id })
    expect((await named('周敏')).posts).toEqual([])
    expect(await kit.send('people/post-set', { standsFor: ['head'] })).toMatchObject({
      code: 'bad-input',
    })
  })
})

describe('groups and leave', () => {
  it('are set, read and taken away; a reason is told to the desk', async () => {
    kit = await openStation({ plans: PLANS })
    const { id } = await kit.ask('people/person-set', { name: '周敏', phones: [], posts: [] })
    const group = { name: '疏散组', lead: id, members: [id, 'head'] }
    const team = await kit.ask('people/group-set', group)
    const leave = { personId: id, from: '2026-11-25', until: '2026-11-26', reason: '婚假' }
    const off = await kit.ask('people/leave-set', leave)
    expect(await kit.ask('people/read', {})).toMatchObject({
      groups: [
        { id: team.id, name: { zh: '疏散组', en: '疏散组' }, lead: id, members: [id, 'head'] },
      ],
      leave: [{ id: off.id, ...leave }],
    })
    expect(
      await kit.send('people/leave-set', { ...leave, from: '2026-11-27' }),
      'the dates the wrong way round',
    ).toMatchObject({ code: 'bad-input' })
    await kit.ask('people/group-remove', { id: team.id })
    await kit.ask('people/leave-remove', { id: off.id })
    expect(await kit.ask('people/read', {})).toMatchObject({ groups: [], leave: [] })
  })
})

/** A roster as an older program wrote it: no ids, each value under a seal of its own. */
async function writeOldRoster(journal: Journal, at: number): Promise<void> {
  const seals = ['周敏', '138', '周敏', '138', '李娜'].map((value) => {
    const salt = systemVault.salt()
    return { sealed: systemVault.digest(salt, value), salt, value, stream: 'roster' }
  })
  const seal = (index: number) => ({ sealed: seals[index]?.sealed ?? '' })
  const posts = {
    head: [{ person: seal(0), phone: seal(1) }],
    desk: [
      { person: seal(2), phone: seal(3) },
      { person: seal(4), phone: '' },
    ],
  }
  await journal.commit([
    {
      command: null,
      expect: {},
      events: [{ stream: 'roster', type: 'RosterSet', at, by: '值班员', body: { posts } }],
      documents: [{ kind: 'roster', id: 'roster', body: posts }],
      seals,
      rows: [],
    },
  ])
}

describe('a record of an older program', () => {
  const POSTS = {
    head: [{ person: '周敏', phone: '138' }],
    desk: [
      { person: '周敏', phone: '138' },
      { person: '李娜', phone: '' },
    ],
  }
  const opened = async (): Promise<void> => {
    kit = await openStation({ on: 'sqlite', plans: PLANS })
    await writeOldRoster(kit.journal, kit.clock.wall())
    kit = await kit.restart('1 min')
  }

  it('opens as it was, whole, with the same board and everybody once', async () => {
    await opened()
    expect(await kit.ask('roster/read', {})).toEqual({ posts: POSTS })
    expect((await kit.station.board()).duty).toMatchObject([
      { roleId: 'desk', people: ['周敏', '李娜'] },
      { roleId: 'head', people: ['周敏'] },
    ])
    expect(await persons()).toMatchObject([
      { name: '周敏', posts: ['desk', 'head'], phones: [{ number: '138' }] },
      { name: '李娜', posts: ['desk'], phones: [] },
    ])
    const before = await kit.events()
    expect(await kit.station.check()).toMatchObject({ ok: true })
    expect(await kit.events()).toEqual(before)
  })

  it('the first change says who is who, and the ids stay', async () => {
    await opened()
    const { id } = await named('周敏')
    await kit.ask('people/leave-set', { personId: id, from: '2026-11-24', until: '2026-11-24' })
    expect((await kit.events()).slice(-2)).toMatchObject([
      { type: 'RosterSet', body: { persons: { head: [id], desk: [id, expect.any(String)] } } },
      { type: 'LeaveSet' },
    ])
    expect(await kit.ask('roster/read', {})).toEqual({ posts: POSTS })
    expect((await named('周敏')).onLeave).not.toBeNull()
    expect((await kit.station.board()).duty).toMatchObject([{ roleId: 'desk', people: ['李娜'] }])
    expect(await kit.station.check()).toMatchObject({ ok: true })
  })
})

it('an emergency record takes people along, and the shifts from yesterday on', async () => {
  const before = await openStation({ on: 'sqlite', plans: PLANS })
  const { id } = await before.ask('people/person-set', {
    name: '周敏',
    phones: [{ number: '138' }],
    posts: [],
  })
  const { id: shiftId } = await before.ask('duty/shift-set', {
    name: '白班',
    begins: '08:00',
    ends: '20:00',
    posts: ['head'],
  })
  const entry = (date: string) => ({ date, shiftId, postId: 'head', persons: [id] })
  await before.ask('duty/set', { entries: [entry('2026-11-01'), entry('2026-11-24')] })
  await before.ask('people/leave-set', { personId: id, from: '2026-11-25', until: '2026-11-26' })
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  kit = await openStation({ plans: PLANS, salvaged, at: before.clock.wall() + 60_000 })
  salvaged.close()
  await before.stop()
  const { duty, emergency } = await kit.station.board()
  expect(duty).toMatchObject([{ roleId: 'head', people: ['周敏'] }])
  expect(emergency?.contact).toMatchObject({ people: ['周敏'], phones: ['138'] })
  expect(await kit.ask('duty/read', { from: '2026-11-01', until: '2026-11-30' })).toMatchObject({
    shifts: [{ id: shiftId }],
    days: [{ date: '2026-11-24', persons: [{ name: '周敏' }] }],
  })
  expect((await kit.ask('people/read', {})).leave).toMatchObject([{ personId: id }])
  expect(await kit.station.check()).toMatchObject({ ok: true })
})
