/** In which order a screen names the posts of a shift. */
import { expect, it } from 'vitest'
import { inDutyOrder } from '#shared/domain/roster/duty-order.ts'

const posts = (...ids: string[]) => ids.map((roleId) => ({ roleId, people: ['某人'] }))
const order = (ids: string[], commanders: string[]): string[] =>
  inDutyOrder(posts(...ids), commanders).map(({ roleId }) => roleId)

it('the desk stands first, then who leads the shift, then who commands, whatever the roster begins with', () => {
  expect(order(['finder', 'head', 'duty-leader', 'guards', 'duty-officer'], ['head'])).toEqual([
    'duty-officer',
    'duty-leader',
    'head',
    'finder',
    'guards',
  ])
})

it('of several commanders the one of most plans stands first', () => {
  const commanders = ['store-head', 'manager', 'manager', 'nobody-here']
  expect(order(['finder', 'store-head', 'manager'], commanders)).toEqual([
    'manager',
    'store-head',
    'finder',
  ])
})

it('the others stay as the roster has them, and nobody is lost', () => {
  expect(order(['b', 'a', 'c'], [])).toEqual(['b', 'a', 'c'])
  expect(order([], ['manager'])).toEqual([])
})
