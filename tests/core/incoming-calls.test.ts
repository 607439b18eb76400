/**
 * A telephone system announces a call: every console is told with the beat, the first who claims it
 * has it, no wall knows of it, and nothing of it is recorded.
 */
import { afterEach, expect, it } from 'vitest'
import type { BeatPush, Push } from '#shared/contract/push.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const isBeat = (push: Push): push is BeatPush => push.kind === 'beat'

async function opened(): Promise<{ desk: Push[]; wall: Push[]; publicWall: Push[] }> {
  kit = await openStation()
  const heard: { desk: Push[]; wall: Push[]; publicWall: Push[] } = {
    ...{ desk: [], wall: [], publicWall: [] },
  }
  kit.station.listen((push) => void heard.desk.push(push), 'desk')
  kit.station.listen((push) => void heard.wall.push(push), 'wall')
  kit.station.listen((push) => void heard.publicWall.push(push), 'public')
  return heard
}
const ringing = (pushes: readonly Push[]) => pushes.filter(isBeat).at(-1)?.incoming

it('is shown on consoles alone, claimed once, and goes by itself', async () => {
  const { desk, wall, publicWall } = await opened()
  const { position } = await kit.station.board()
  const call = { callId: 'pbx-17', number: '00000017', line: '8000' }
  await kit.ask('call/incoming', call)
  await kit.ask('call/incoming', call)
  await kit.clock.advance('2 s')
  expect(ringing(desk)).toMatchObject([
    { id: 'pbx-17', number: '00000017', line: '8000', claimed: null },
  ])
  expect(JSON.stringify([...wall, ...publicWall])).not.toContain('00000017')
  const first = await kit.ask('call/claim', { callId: 'pbx-17', by: '周敏' })
  const second = await kit.ask('call/claim', { callId: 'pbx-17', by: '李强' })
  expect([first, second]).toEqual([{ claimed: true }, { claimed: false }])
  await kit.clock.advance('2 s')
  expect(ringing(desk)).toMatchObject([{ claimed: { by: '周敏' } }])
  await kit.clock.advance('10 s')
  expect(ringing(desk)).toBeUndefined()
  expect(await kit.ask('call/claim', { callId: 'pbx-17', by: '周敏' })).toEqual({ claimed: false })
  expect((await kit.station.board()).position).toBe(position)
})

it('that nobody claims is gone after two minutes, and at once when it has ended', async () => {
  const { desk } = await opened()
  await kit.ask('call/incoming', { callId: 'a', number: '00000001' })
  await kit.ask('call/incoming', { callId: 'b', number: '00000002' })
  await kit.ask('call/ended', { callId: 'a' })
  await kit.clock.advance('2 s')
  expect(ringing(desk)?.map(({ id }) => id)).toEqual(['b'])
  await kit.clock.advance('2 min')
  expect(ringing(desk)).toBeUndefined()
})

it('says who rings by the registers, and about which incidents on the board the number called', async () => {
  kit = await openStation()
  const incidentId = await kit.run([], { reporter: '雀大甲 138 0000 0017' })
  await kit.ask('incident/caller', { incidentId, narrative: '又冒烟', reporter: '13800000017' })
  await kit.ask('incident/caller', { incidentId, narrative: '又冒烟', reporter: '13800000018' })
  await kit.ask('contacts/set', {
    ...{ name: '雀桥物业', category: 'supplier' as const },
    numbers: [{ number: '0571-00000017' }],
  })
  const history = (number: string) => kit.ask('call/history', { number })
  expect(await history('+86 138-0000-0017')).toEqual({
    ...{ who: [], incidents: [{ incidentId, number: '2026-001', callers: 2 }] },
  })
  expect((await history('00000017')).who).toEqual(['雀桥物业'])
  expect(await history('119')).toEqual({ who: [], incidents: [] })
  await kit.ask('incident/move', { incidentId, to: 'false-report', reason: '误报' })
  expect((await history('13800000017')).incidents).toEqual([])
})
