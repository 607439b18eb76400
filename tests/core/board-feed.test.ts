/**
 * Tests the pushes to screens: every change in order, with positions that show a gap; nothing that
 * a screen does reaches the record.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { IncidentPush } from '#shared/contract/push.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const two = plan('two', [step('a'), step('b')])
const wall = { name: '大屏', role: 'wall' } as const

let kit: Kit
afterEach(() => kit.stop())

const incidentPushes = (): IncidentPush[] => kit.pushes.filter((push) => push.kind === 'incident')

describe('a listener', () => {
  it('that throws undoes nothing, is dropped, and the others are told', async () => {
    kit = await openStation({ plans: [two] })
    let pushes = 0
    kit.station.listen(() => {
      pushes += 1
      throw new Error('a broken screen')
    })
    const id = await kit.run(['two'])
    expect(pushes).toBe(1)
    expect(incidentPushes()).toHaveLength(2)
    expect((await kit.incident(id)).plans).toHaveLength(1)
    expect(kit.logged.map(({ event }) => event)).toEqual(['listener-failed'])
  })

  it('hears no more once it has left', async () => {
    kit = await openStation()
    const heard: string[] = []
    const leave = kit.station.listen((push) => void heard.push(push.kind))
    await kit.run()
    leave()
    await kit.run()
    expect(heard).toEqual(['incident'])
  })

  it('is given the push and the same push as text', async () => {
    kit = await openStation()
    const pushes: { push: unknown; text: string }[] = []
    kit.station.listen((push, text) => void pushes.push({ push, text }))
    await kit.run()
    await kit.clock.advance('1 s')
    expect(pushes.map(({ push }) => push)).toEqual(
      pushes.map(({ text }) => JSON.parse(text) as unknown),
    )
    expect(pushes).toHaveLength(2)
  })
})

describe('a board that cannot be drawn', () => {
  it('stops neither the record nor the next command', async () => {
    const drawn = smallLibrary([two])
    let broken = false
    kit = await openStation({
      library: {
        ...drawn,
        categories: () => {
          if (broken) throw new Error('bad category')
          return []
        },
      },
    })
    broken = true
    const id = await kit.run(['two'])
    broken = false
    await kit.ask('incident/step', { incidentId: id, stepId: 'a', outcome: 'done' })
    expect(await kit.step(id, 'a')).toMatchObject({ state: 'done' })
    expect(kit.logged.map(({ event }) => event)).toEqual(['telling-failed', 'telling-failed'])
  })
})

describe('pushes', () => {
  it('make an unbroken chain of positions, from the board that was read first', async () => {
    kit = await openStation({ plans: [two] })
    let position = (await kit.station.board()).position
    const id = await kit.run(['two'])
    await Promise.all([
      kit.send('incident/step', { incidentId: id, stepId: 'a', outcome: 'done' }),
      kit.send('incident/report', { narrative: '漏水', place: '机房' }),
      kit.send('incident/step', { incidentId: id, stepId: 'b', outcome: 'done' }),
    ])
    for (const push of incidentPushes()) {
      expect(push.previous).toBe(position)
      expect(push.position).toBeGreaterThan(position)
      position = push.position
    }
    expect(position).toBe((await kit.station.board()).position)
  })

  it('carry the incident as the board has it, the month, and null once it has left', async () => {
    kit = await openStation({ plans: [two] })
    const id = await kit.run(['two'])
    const board = await kit.station.board()
    expect(incidentPushes().at(-1)).toMatchObject({
      incidentId: id,
      now: kit.clock.wall(),
      incident: board.incidents[0],
      month: board.month,
    })
    await kit.ask('incident/move', { incidentId: id, to: 'false-report', reason: '误报' })
    expect(incidentPushes().at(-1)).toMatchObject({
      incidentId: id,
      incident: null,
      month: { incidents: 0 },
    })
  })

  it('after any other change are the whole board', async () => {
    kit = await openStation({ plans: [two] })
    await kit.run()
    await kit.ask('roster/set', { posts: { desk: [{ person: '李娜', phone: '8001' }] } })
    const last = kit.pushes.at(-1)
    expect(last).toMatchObject({
      kind: 'board',
      board: { position: 3, duty: [{ people: ['李娜'] }] },
    })
    await kit.run()
    expect(kit.pushes.at(-1)).toMatchObject({ kind: 'incident', previous: 3, position: 4 })
  })

  it('beat once a second from the engine, with the position that screens should have and the walls that are alive', async () => {
    kit = await openStation()
    await kit.run()
    await kit.send(
      'wall/alive',
      { wallId: 'w1', beat: 1, sound: 'blocked', size: '1920×1080' },
      { by: wall },
    )
    const before = kit.pushes.length
    await kit.clock.advance('10 s')
    const beats = kit.pushes.slice(before)
    expect(beats).toHaveLength(10)
    expect(beats.at(-1)).toMatchObject({
      kind: 'beat',
      position: 2,
      storageFailed: false,
      walls: [{ id: 'w1', sound: 'blocked', size: '1920×1080' }],
    })
    expect(beats.map((push) => push.kind === 'beat' && push.cycle)).toEqual(
      beats.map((_, i) => (beats[0]?.kind === 'beat' ? beats[0].cycle : 0) + i),
    )
  })

  it('a sign of life of a wall writes no event and is forgotten after an hour of silence', async () => {
    kit = await openStation()
    const { position } = await kit.station.board()
    expect(
      await kit.send('wall/alive', { wallId: 'w1', beat: 1, sound: 'on', size: '1' }, { by: wall }),
    ).toMatchObject({ ok: true, position })
    expect(await kit.events()).toHaveLength(position)
    expect((await kit.station.board()).walls).toHaveLength(1)
    kit.clock.leap('1 h')
    expect((await kit.station.board()).walls).toEqual([])
  })
})
