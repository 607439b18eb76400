/** What the register of people refuses where there are two of everything. */
import { describe, expect, it } from 'vitest'
import { decideRoster, type RosterCommand } from '#shared/domain/roster/decide.ts'
import type { RosterEvent } from '#shared/domain/roster/events.ts'
import { recorded } from '../../kit/decider.ts'
import { onLeave, person, registerAfter } from '../../kit/duty.ts'

const name = { zh: '队', en: 'Team' }
const post = (id: string): RosterEvent => ({
  ...{ type: 'PostSet', post: { id, name, standsFor: [], substitutes: [] } },
})
const group = (id: string, members: readonly string[] = []) => ({ id, name, lead: null, members })
const register = registerAfter(
  ...['甲', '乙'].map((who) => person(who, 'guard')),
  ...['site-1', 'site-2'].map(post),
  ...['a', 'b'].map((id): RosterEvent => ({ type: 'GroupSet', group: group(id) })),
  onLeave('甲', '2026-11-24', '2026-11-25'),
  onLeave('乙', '2026-11-24', '2026-11-25'),
)
const decide = (command: RosterCommand) =>
  decideRoster(register, command, { sitePosts: new Set(['guard', 'head']), shiftsWith: () => [] })
const code = (command: RosterCommand): string => {
  const decision = decide(command)
  return decision.ok ? 'ok' : decision.code
}

describe('a person', () => {
  const set = (...posts: readonly string[]): RosterCommand => ({
    ...{ type: 'SetPerson', person: { id: '甲', name: '甲', phones: [] }, posts, isNew: false },
  })
  it('may hold posts of the documents, of the site, and those that they hold already', () => {
    expect([
      code(set('head')),
      code(set('site-1')),
      code(set('site-2')),
      code(set('guard')),
    ]).toEqual([...['ok', 'ok', 'ok', 'ok']])
    expect(code(set('head', 'nowhere'))).toBe('unknown-post')
  })
})

describe('a group', () => {
  const set = (id: string, members: readonly string[], isNew = false): RosterCommand => ({
    ...{ type: 'SetGroup', group: group(id, members), isNew },
  })
  it('is one of those that there are, of persons and posts that there are', () => {
    expect([
      code(set('a', [])),
      code(set('b', [])),
      code(set('c', [])),
      code(set('c', [], true)),
    ]).toEqual(['ok', 'ok', 'unknown-group', 'ok'])
    expect(code(set('a', ['甲', 'guard', 'site-2']))).toBe('ok')
    expect(code(set('a', ['甲', '丙']))).toBe('unknown-person')
    expect(code(set('a', ['site-3']))).toBe('unknown-person')
  })
  it('may keep a post whose document was taken away', () => {
    const before = registerAfter({ type: 'GroupSet', group: group('a', ['former']) })
    const decision = decideRoster(
      before,
      {
        type: 'SetGroup',
        group: { ...group('a', ['former']), name: { zh: '组', en: 'Group' } },
        isNew: false,
      },
      { sitePosts: new Set() },
    )
    expect(decision.ok).toBe(true)
    expect(code(set('b', ['former']))).toBe('unknown-person')
  })
  it('is removed if it is there', () => {
    const remove = (groupId: string) => code({ type: 'RemoveGroup', groupId })
    expect([remove('a'), remove('b'), remove('c')]).toEqual(['ok', 'ok', 'unknown-group'])
  })
})

describe('leave', () => {
  const set = (id: string, personId = '甲', isNew = false): RosterCommand => ({
    ...{ type: 'SetLeave', isNew },
    leave: { id, personId, from: '2026-11-24', until: '2026-11-26', reason: null },
  })
  it('is one of those that there are, of somebody who is here', () => {
    const ids = ['甲 2026-11-24', '乙 2026-11-24', 'x']
    expect(ids.map((id) => code(set(id)))).toEqual(['ok', 'ok', 'unknown-leave'])
    expect([code(set('x', '甲', true)), code(set('x', '丙', true))]).toEqual([
      'ok',
      'unknown-person',
    ])
    const remove = (leaveId: string) => code({ type: 'RemoveLeave', leaveId })
    expect(ids.map(remove)).toEqual(['ok', 'ok', 'unknown-leave'])
  })
})

describe('a roster', () => {
  it('may fill posts of the documents, of the site, and those that it holds already', () => {
    const set = (...posts: readonly string[]): RosterCommand => ({
      type: 'SetRoster',
      posts: Object.fromEntries(posts.map((id) => [id, []])),
    })
    expect(code(set('guard', 'head', 'site-1', 'site-2'))).toBe('ok')
    expect(code(set('guard', 'site-3'))).toBe('unknown-post')
  })
  it('keeps the ids of its persons where it says them', () => {
    const posts = { guard: [{ person: '甲', phone: '1' }] }
    expect(decide({ type: 'SetRoster', posts })).toEqual(recorded({ type: 'RosterSet', posts }))
    const persons = { guard: ['p1'] }
    expect(decide({ type: 'SetRoster', posts, persons })).toEqual(
      recorded({ type: 'RosterSet', posts, persons }),
    )
  })
})

describe('a post of the site', () => {
  it('may go on standing for a post whose document was taken away, and not begin to', () => {
    const former = { id: 'site-9', name, standsFor: ['former'], substitutes: [] }
    const before = registerAfter(person('甲'), { type: 'PostSet', post: former })
    const set = (standsFor: readonly string[]) =>
      decideRoster(
        before,
        {
          ...{ type: 'SetPost', isNew: false },
          post: { ...former, standsFor, substitutes: ['甲'] },
        },
        { sitePosts: new Set(['head']) },
      )
    expect(set(['former', 'head']).ok).toBe(true)
    expect(set(['former', 'nowhere'])).toMatchObject({ code: 'unknown-post', details: ['nowhere'] })
  })
})
