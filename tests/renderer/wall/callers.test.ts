/** How many have called about what leads the wall of the room; in a hall nobody is told. */
import { expect, it } from 'vitest'
import { board, incident, NOW } from '../board-parts.ts'
import { row, show, useWall } from './wall-kit.ts'

useWall()

const fire = (callerCount?: number) =>
  incident({ id: 'fire', place: '三楼', danger: true, ...(callerCount ? { callerCount } : {}) })
const other = incident({ id: 'other', receivedAt: NOW - 60_000, callerCount: 2 })

it('stands in the row that leads, and in no other', async () => {
  await show(board({ incidents: [fire(4), other] }))
  expect(row('fire').text()).toContain('4个来电')
  expect(row('other').text()).not.toContain('个来电')
})

it('goes up with the newest, and is gone where one alone has called', async () => {
  await show(board({ incidents: [fire(3)] }))
  expect(row('fire').text()).toContain('3个来电')
  await show(board({ incidents: [fire()] }))
  expect(row('fire').text()).not.toContain('个来电')
})

it('stands in no hall', async () => {
  await show(board({ incidents: [fire(4)] }), '?privacy=1')
  expect(row('fire').text()).not.toContain('个来电')
})
