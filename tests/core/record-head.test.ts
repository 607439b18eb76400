/** Tests what screens are told of how far the record goes, and what becomes of what they claim. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStation, type Kit } from '../kit/station.ts'

const wall = { name: '大屏', role: 'wall' } as const
const other = 'f'.repeat(64)

let kit: Kit
beforeEach(async () => {
  kit = await openStation()
  await kit.run()
  await kit.clock.advance('2 s')
})
afterEach(() => kit.stop())

const seen = (input: unknown) => kit.send('journal/seen', input, { by: wall })
const hashAt = async (position: number): Promise<string> =>
  (await kit.journal.hashAt(position)) ?? ''

describe('the head of the record', () => {
  it('is on the board and in every beat, for walls too', async () => {
    const position = await kit.journal.position()
    const head = { record: await hashAt(1), position, hash: await hashAt(position) }
    expect((await kit.station.board('wall')).head).toEqual(head)
    await kit.clock.advance('1 s')
    expect(kit.pushes.at(-1)).toMatchObject({ kind: 'beat', head })
    await kit.run()
    await kit.clock.advance('2 s')
    expect(kit.pushes.at(-1)).toMatchObject({
      head: { ...head, position: position + 1, hash: expect.not.stringMatching(head.hash) },
    })
  })
})

describe('what a screen has seen', () => {
  it('stands: the record has it, or says what else is there', async () => {
    expect(await seen({ position: 1, hash: await hashAt(1) })).toMatchObject({
      reply: { hash: await hashAt(1), setBack: null },
    })
    expect(await seen({ position: 1, hash: other })).toMatchObject({
      reply: { hash: await hashAt(1), setBack: null },
    })
    expect(await seen({ position: 999, hash: other })).toMatchObject({
      reply: { hash: null, setBack: null },
    })
  })

  it('is explained by what the record says of a step back', async () => {
    const left = { position: await kit.journal.position(), hash: '' }
    left.hash = await hashAt(left.position)
    const witnessed = { position: left.position + 7, hash: other }
    kit = await kit.restart('1 min', { witnessed })
    const at = kit.clock.wall()
    expect(await seen(witnessed)).toMatchObject({
      reply: { setBack: { why: 'shortened', ...left, at } },
    })
  })

  it.each([
    { position: 0, hash: other },
    { position: 1, hash: 'xyz' },
    { position: 1e13, hash: other },
    { position: 1, hash: other, record: other },
  ])('has a position and a hash: %o is refused', async (input) => {
    expect(await seen(input)).toMatchObject({ ok: false, code: 'bad-input' })
    const alive = { wallId: 'w1', beat: 1, sound: 'on', size: '1920x1080', head: input }
    expect(await kit.send('wall/alive', alive, { by: wall })).toMatchObject({ code: 'bad-input' })
    expect((await kit.station.board()).walls).toEqual([])
  })
})

it("a wall's claim stands with that wall, for as long as it makes it, and stops nothing", async () => {
  const alive = { wallId: 'w1', beat: 1, sound: 'on', size: '1920x1080' }
  const head = { position: 900, hash: other }
  const before = await kit.journal.position()
  await kit.send('wall/alive', { ...alive, head }, { by: wall })
  expect((await kit.station.board()).walls).toMatchObject([{ id: 'w1', head }])
  expect((await kit.station.board()).alerts).toEqual([])
  expect(await kit.journal.position()).toBe(before)
  await kit.run()
  await kit.send('wall/alive', alive, { by: wall })
  expect((await kit.station.board()).walls[0]).not.toHaveProperty('head')
})
