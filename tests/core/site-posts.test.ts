/** The posts that the roster of a site has a place for: of every site, of plans, outside, left. */
import { describe, expect, it } from 'vitest'
import { postsOf } from '#main/core/features/site/posts.ts'
import type { Plan, Role } from '#shared/domain/plan/plan.ts'
import { OUTSIDE_UNITS } from '#shared/domain/roster/outside-units.ts'
import { SITE_POSTS } from '#shared/domain/roster/site-posts.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'

const role = (id: string, zh: string, part: Partial<Role> = {}): Role => ({
  ...{ id, name: localized(zh, id), aliases: [], duty: null, substitutes: [] },
  ...part,
})
const call = (number: string | null, of: string) => ({
  ...{ number, who: localized('人', 'them'), role: of },
})
const SITE = Object.keys(SITE_POSTS)
const OUTSIDE = Object.keys(OUTSIDE_UNITS)
const unitId = 'outside-fire'
const unit = OUTSIDE_UNITS[unitId]
const ids = (
  plans: readonly Plan[],
  rosterIds: readonly string[] = [],
  roles: readonly Role[] = [],
) => postsOf(plans, rosterIds, roles).map(({ id }) => id)
const postIn = (plans: readonly Plan[], id: string, rosterIds: readonly string[] = []) =>
  postsOf(plans, rosterIds, []).find((entry) => entry.id === id)

describe('without a plan', () => {
  it('they are those of every site and the units outside, with their numbers', () => {
    expect(ids([])).toEqual([...SITE, ...OUTSIDE])
    for (const [id, { name, number }] of Object.entries(OUTSIDE_UNITS))
      expect(postIn([], id)).toEqual({
        ...{ id, name, kind: 'external', documents: [] },
        ...(number === null ? {} : { numbers: [number] }),
      })
    expect(postIn([], SITE[0] ?? '')).toMatchObject({ kind: 'person', documents: [] })
  })
})

describe('a post that plans name', () => {
  const first = plan(
    'p',
    [step('a', { calls: [call('1', 'guard'), call(null, 'guard')] as never })],
    {
      roles: [role('guard', '保安')],
    },
  )
  const second = plan(
    'q',
    [step('b', { calls: [call('2', 'guard'), call('9', 'other')] as never })],
    {
      ...{ roles: [role('guard', '保安')], document: 'other' },
      documentTitle: localized('另一份', 'Another'),
    },
  )

  it('stands once, with each document and number', () => {
    expect(ids([first, second])).toEqual([...SITE, 'guard', ...OUTSIDE])
    expect(postIn([first, second], 'guard')).toEqual({
      ...{ id: 'guard', name: localized('保安', 'guard'), kind: 'person', numbers: ['1', '2'] },
      documents: [localized('测试预案', 'Test document'), localized('另一份', 'Another')],
    })
    expect(postIn([first], 'guard')).toMatchObject({
      numbers: ['1'],
      documents: [expect.anything()],
    })
    const silent = plan('r', [step('c', { calls: [call(null, 'guard')] as never })], {
      roles: [role('guard', '保安')],
    })
    expect(postIn([silent], 'guard')).not.toHaveProperty('numbers')
  })

  it('takes the place of one of every site, and of a unit outside that it is by its name', () => {
    const [desk = ''] = SITE
    const plans = [plan('p', [], { roles: [role(desk, '值班员'), role('x', '甲')] })]
    expect(ids(plans)).toEqual([...SITE.slice(1), desk, 'x', ...OUTSIDE])
    const of = (kind: Role['kind']) =>
      ids([plan('p', [], { roles: [role('fire', unit.name.zh, kind ? { kind } : {})] })])
    expect(of('external')).not.toContain(unitId)
    expect(of('external')).toHaveLength(SITE.length + OUTSIDE.length)
    expect(of('person')).toContain(unitId)
  })
})

it('whatever else the roster holds comes last, by the name that a document has for it', () => {
  const plans = [plan('p', [], { roles: [role('guard', '保安'), role('x', '甲')] })]
  const rosterIds = [SITE[0] ?? '', unitId, 'x', 'guard', 'gone', 'old']
  const roles = [role('old', '旧岗', { kind: 'group' as never }), role('other', '乙')]
  const posts = postsOf(plans, rosterIds, roles)
  expect(posts.map(({ id }) => id)).toEqual([...SITE, 'guard', 'x', ...OUTSIDE, 'gone', 'old'])
  expect(posts.slice(-2)).toEqual([
    { id: 'gone', name: localized('gone', 'gone'), kind: 'person', documents: [] },
    { id: 'old', name: localized('旧岗', 'old'), kind: 'group', documents: [] },
  ])
})

it('a unit outside that a plan names by its name still has its own where the roster holds it', () => {
  const plans = [plan('p', [], { roles: [role('fire', unit.name.zh, { kind: 'external' })] })]
  expect(postsOf(plans, [unitId], []).at(-1)).toEqual({
    ...{ id: unitId, name: unit.name, kind: 'external', documents: [] },
  })
})
