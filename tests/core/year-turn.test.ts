/** The turn of the year: every screen is told at its second, though nothing happens. */
import { afterEach, expect, it } from 'vitest'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

it('given 23:59:57 on 31 December and nobody does anything, then within two seconds of midnight the board of every screen has January', async () => {
  kit = await openStation({ at: '2026-12-31T23:59:50+08:00' })
  await kit.ask('incident/report', { narrative: '停电', place: '大厅' })
  await kit.clock.advance('7 s')
  expect((await kit.station.board('wall')).month).toMatchObject({ month: '2026-12', incidents: 1 })
  kit.pushes.length = 0
  await kit.clock.advance('2900 ms')
  expect(kit.pushes.filter(({ kind }) => kind === 'board')).toEqual([])
  await kit.clock.advance('2 s')
  const boards = kit.pushes.flatMap((push) => (push.kind === 'board' ? [push.board] : []))
  expect(boards).toHaveLength(1)
  expect(boards[0]).toMatchObject({
    month: { month: '2027-01', incidents: 0 },
    incidents: [{ place: '大厅' }],
  })
  for (const audience of ['wall', 'public'] as const)
    expect((await kit.station.board(audience)).month.month).toBe('2027-01')
})
