/** The register of people: persons, posts, groups, leave, and the roster that it began as. */
import { describe, expect, it, test } from 'vitest'
import { decideRoster, type RosterCommand } from '#shared/domain/roster/decide.ts'
import type { RosterEvent } from '#shared/domain/roster/events.ts'
import { postsHeldBy, type Register } from '#shared/domain/roster/register.ts'
import { postsOf, rosterStream } from '#shared/domain/roster/stream.ts'
import { recorded, stateAfter } from '../../kit/decider.ts'
import { onLeave, person, substitutes } from '../../kit/duty.ts'

const sitePosts = new Set(['guard', 'head', 'duty-leader'])
const after = (...events: readonly RosterEvent[]): Register | null =>
  stateAfter(rosterStream, ...events)
const decide = (
  register: Register | null,
  command: RosterCommand,
  shiftsWith: (post: string) => readonly { zh: string; en: string }[] = () => [],
) => decideRoster(register, command, { sitePosts, shiftsWith })
const captain = { zh: '保安队长', en: 'Captain of the guards' }
const ofSite = (part = {}) => ({
  ...{ id: 'site-1', name: captain, standsFor: [], substitutes: [] },
  ...part,
})

describe('a person', () => {
  const zhou = { id: '周敏', name: '周敏', phones: [] }
  const set = (posts: readonly string[], isNew = true): RosterCommand => ({
    ...{ type: 'SetPerson', person: zhou, posts, isNew },
  })

  it('has an id for ever, several numbers, and several posts', () => {
    expect(decide(null, set(['guard', 'head']))).toEqual(
      recorded({ type: 'PersonSet', person: zhou, posts: ['guard', 'head'] }),
    )
    const register = after(person('周敏', 'guard', 'head'), person('李娜', 'guard'))
    expect(postsHeldBy(register!, '周敏')).toEqual(['guard', 'head'])
    expect(postsOf(register)).toEqual({
      guard: [
        { person: '周敏', phone: '138 周敏' },
        { person: '李娜', phone: '138 李娜' },
      ],
      head: [{ person: '周敏', phone: '138 周敏' }],
    })
  })

  it('that is set again keeps the place among the people of a post, and gives up the others', () => {
    const register = after(
      person('周敏', 'guard', 'head'),
      person('李娜', 'guard'),
      person('周敏', 'guard'),
    )
    expect(postsOf(register)).toMatchObject({ guard: [{ person: '周敏' }, {}], head: [] })
  })

  test.each([
    ['at a post that the site does not have', set(['cook']), 'unknown-post'],
    ['whom nobody knows', set(['guard'], false), 'unknown-person'],
  ])('%s is refused', (_what, command, code) => {
    expect(decide(null, command)).toMatchObject({ ok: false, code })
  })

  it('who has left holds nothing, stands in for nobody and is in no group; the id stays', () => {
    const group: RosterEvent = {
      type: 'GroupSet',
      group: { id: 'g', name: captain, lead: '周敏', members: ['周敏', '李娜', 'guard'] },
    }
    const before = after(
      person('周敏', 'guard'),
      person('李娜'),
      substitutes('head', '周敏', '李娜'),
      group,
      onLeave('周敏', '2026-11-24', '2026-11-30'),
    )
    const command: RosterCommand = { type: 'LetPersonLeave', personId: '周敏', reason: null }
    const left: RosterEvent = { type: 'PersonLeft', personId: '周敏', reason: null }
    expect(decide(before, command)).toEqual(recorded(left))
    const register = rosterStream.evolve(before, { ...left, at: 0, by: '' })
    expect(register).toMatchObject({
      persons: [{ id: '周敏', left: true }, { id: '李娜' }],
      holders: { guard: [] },
      posts: [{ substitutes: ['李娜'] }],
      groups: [{ lead: null, members: ['李娜', 'guard'] }],
      leave: [],
    })
    expect(decide(register, command), 'twice is once').toEqual(recorded())
    expect(decide(register, { ...command, personId: '赵五' })).toMatchObject({
      code: 'unknown-person',
    })
  })
})

describe('a post', () => {
  it('of the site has a name and says whom it stands for; of a document only what the site says', () => {
    const post = ofSite({ standsFor: ['guard'] })
    expect(decide(null, { type: 'SetPost', post, isNew: true })).toEqual(
      recorded({ type: 'PostSet', post }),
    )
    const ofDocument = ofSite({ id: 'guard', minimum: 2 })
    expect(decide(null, { type: 'SetPost', post: ofDocument, isNew: false })).toEqual(
      recorded({ type: 'PostSet', post: { ...ofDocument, name: null } }),
    )
    const again = ofSite({ name: null, outside: true })
    expect(
      decide(after({ type: 'PostSet', post }), { type: 'SetPost', post: again, isNew: false }),
    ).toEqual(recorded({ type: 'PostSet', post: { ...again, name: captain } }))
  })

  test.each([
    ['that nobody knows', ofSite({ id: 'cook' }), 'unknown-post'],
    ['that stands for one that no document has', ofSite({ standsFor: ['cook'] }), 'unknown-post'],
    ['with a substitute who is not here', ofSite({ substitutes: ['赵五'] }), 'unknown-person'],
  ])('%s is refused', (_what, post, code) => {
    expect(decide(null, { type: 'SetPost', post, isNew: post.id !== 'cook' })).toMatchObject({
      ok: false,
      code,
    })
  })

  it('goes with its people, but not while a shift names it', () => {
    const register = after({ type: 'PostSet', post: ofSite() }, person('周敏', 'site-1'))
    const command: RosterCommand = { type: 'RemovePost', postId: 'site-1' }
    expect(decide(register, command, () => [{ zh: '夜班', en: 'Night' }])).toMatchObject({
      code: 'post-in-use',
      details: ['夜班'],
    })
    expect(decide(register, command)).toEqual(recorded({ type: 'PostRemoved', postId: 'site-1' }))
    const removed: RosterEvent = { type: 'PostRemoved', postId: 'site-1' }
    expect(rosterStream.evolve(register, { ...removed, at: 0, by: '' })).toMatchObject({
      posts: [],
      holders: {},
    })
    expect(decide(null, command)).toMatchObject({ code: 'unknown-post' })
    const ofDocument = after(person('周敏', 'guard'), substitutes('guard', '周敏'), {
      type: 'PostRemoved',
      postId: 'guard',
    })
    expect(ofDocument).toMatchObject({ posts: [], holders: { guard: [{ person: '周敏' }] } })
  })
})

describe('groups and leave', () => {
  const group = { id: 'g', name: captain, lead: '周敏', members: ['李娜', 'guard'] }
  const leave = {
    ...{ id: 'l', personId: '周敏', from: '2026-11-24', until: '2026-11-30', reason: null },
  }

  it('are of persons and posts that there are', () => {
    const register = after(person('周敏'), person('李娜'))
    expect(decide(register, { type: 'SetGroup', group, isNew: true })).toEqual(
      recorded({ type: 'GroupSet', group }),
    )
    expect(decide(register, { type: 'SetLeave', leave, isNew: true })).toEqual(
      recorded({ type: 'LeaveSet', leave }),
    )
    expect(decide(null, { type: 'SetGroup', group, isNew: true })).toMatchObject({
      code: 'unknown-person',
      details: ['周敏', '李娜'],
    })
    expect(decide(null, { type: 'SetLeave', leave, isNew: true })).toMatchObject({
      code: 'unknown-person',
    })
  })

  it('are changed and taken away by their ids', () => {
    const register = after(
      person('周敏'),
      person('李娜'),
      { type: 'GroupSet', group },
      {
        type: 'LeaveSet',
        leave,
      },
    )
    expect(decide(register, { type: 'RemoveGroup', groupId: 'g' })).toEqual(
      recorded({ type: 'GroupRemoved', groupId: 'g' }),
    )
    expect(decide(register, { type: 'RemoveLeave', leaveId: 'l' })).toEqual(
      recorded({ type: 'LeaveRemoved', leaveId: 'l' }),
    )
    const gone = after(
      { type: 'GroupSet', group },
      { type: 'LeaveSet', leave },
      { type: 'GroupRemoved', groupId: 'g' },
      { type: 'LeaveRemoved', leaveId: 'l' },
    )
    expect(gone).toMatchObject({ groups: [], leave: [] })
    for (const [command, code] of [
      [{ type: 'SetGroup', group: { ...group, id: 'x' }, isNew: false }, 'unknown-group'],
      [{ type: 'RemoveGroup', groupId: 'x' }, 'unknown-group'],
      [{ type: 'SetLeave', leave: { ...leave, id: 'x' }, isNew: false }, 'unknown-leave'],
      [{ type: 'RemoveLeave', leaveId: 'x' }, 'unknown-leave'],
    ] as const)
      expect(decide(register, command)).toMatchObject({ ok: false, code })
  })
})

describe('a roster', () => {
  const roster = (persons?: Record<string, string[]>): RosterEvent => ({
    type: 'RosterSet',
    posts: {
      head: [{ person: '陈军', phone: '8001' }],
      guard: [{ person: '周敏', phone: '' }],
    },
    ...(persons ? { persons } : {}),
  })

  it('of an older program is read as persons, and stored as it always was', () => {
    const register = after(roster())
    expect(register?.persons.map(({ name }) => name)).toEqual(['周敏', '陈军'])
    const { roster: posts, register: whole } = rosterStream.documents
    expect(posts.of(register)).toEqual((roster() as { posts: unknown }).posts)
    expect(whole.of(register)).toBeNull()
  })

  it('replaces who holds which post, and leaves alone what else is known of persons', () => {
    const register = after(
      person('周敏', 'guard', 'head'),
      person('李娜', 'guard'),
      substitutes('guard', '李娜'),
      onLeave('周敏', '2026-11-24', '2026-11-30'),
      roster({ head: ['c'], guard: ['周敏'] }),
    )
    expect(register?.holders).toEqual({
      head: [{ person: 'c', phone: '8001' }],
      guard: [{ person: '周敏', phone: '' }],
    })
    expect(register).toMatchObject({
      persons: [
        { id: '周敏', phones: [{ number: '138 周敏', kind: 'mobile' }] },
        { id: '李娜' },
        { id: 'c', name: '陈军', phones: [{ number: '8001' }] },
      ],
      posts: [{ substitutes: ['李娜'] }],
      leave: [{ personId: '周敏' }],
    })
    const { hasForm } = rosterStream.documents.register
    expect(hasForm(JSON.parse(JSON.stringify(register)), 'roster')).toBe(true)
    expect(hasForm({ ...register, persons: [{ id: 1 }] }, 'roster')).toBe(false)
  })

  it('with another number at a post puts it in the place of the one that stood there', () => {
    const first = roster({ head: ['c'], guard: ['z'] })
    const register = after(first, {
      type: 'RosterSet',
      posts: { head: [{ person: '陈军', phone: '8002' }] },
      persons: { head: ['c'] },
    })
    expect(register?.persons.find(({ id }) => id === 'c')?.phones).toEqual([
      { number: '8002', kind: 'other' },
    ])
  })
})
