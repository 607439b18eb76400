/** Who is rung for a post, one after the other: on duty, standing in, above; nobody twice. */
import { expect, it } from 'vitest'
import { callChain } from '#shared/domain/calls/chain.ts'
import { presenceAt } from '#shared/domain/duty/on-duty.ts'
import { EMPTY_REGISTER, type Register } from '#shared/domain/roster/register.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const DATE = '2026-11-24'
const person = (id: string) => ({ id, name: id, phones: [{ number: `1${id}`, kind: 'mobile' }] })
const post = (id: string, substitutes: string[] = []) => ({
  ...{ id, name: null, standsFor: [] },
  substitutes,
})
const register = (part: Partial<Register>): Register =>
  ({
    ...EMPTY_REGISTER,
    begun: true,
    persons: ['a', 'b', 'c', 'd', 'e'].map(person),
    ...part,
  }) as Register
const holders = { desk: [{ person: 'a', phone: '' }], head: [{ person: 'd', phone: '' }] }

const chain = (people: Register, posts = ['desk', 'head']) =>
  callChain(posts, presenceAt(people, null, ZONE, NOW), people, DATE).map(
    ({ postId, person: { id }, kind }) => `${kind} ${postId} ${id}`,
  )

it('given holders and substitutes, then those on duty, the substitutes in their order, the post above', () => {
  const people = register({ holders, posts: [post('desk', ['c', 'b']), post('head', ['e'])] })
  expect(chain(people)).toEqual([
    'duty desk a',
    'substitute desk c',
    'substitute desk b',
    'above head d',
    'above head e',
  ])
})

it('given one on leave and one who has left, then neither is rung', () => {
  const people = register({
    holders,
    persons: [...['a', 'b', 'd'].map(person), { ...person('c'), left: true }] as never,
    posts: [post('desk', ['c', 'b'])],
    leave: [{ id: 'l', personId: 'a', from: DATE, until: DATE, reason: null }],
  })
  expect(chain(people), 'b is on already, as a substitute').toEqual([
    'substitute desk b',
    'above head d',
  ])
})

it('given one who stands in at both posts, then once, at the first', () => {
  const people = register({ holders, posts: [post('desk', ['d'])] })
  expect(chain(people)).toEqual(['duty desk a', 'substitute desk d'])
})

it('given no roster, then nobody', () => {
  expect(callChain(['desk'], null, EMPTY_REGISTER, DATE)).toEqual([])
})
