/**
 * Discreet incidents (静默处置): whatever happens in one, a public wall is told what it is told in
 * calm. Only the position goes on.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { contract, type Input, type Name } from '#shared/contract/contract.ts'
import type { Push } from '#shared/contract/push.ts'
import type { RequestDefinition } from '#shared/contract/request.ts'
import { applyPush, hasGap } from '#shared/domain/board/apply-push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const hall: Caller = { name: '公开大屏', role: 'wall', public: true }
const room: Caller = { name: '大屏', role: 'wall' }

const typeOf = (code: string, part: Partial<IncidentType> = {}): IncidentType => ({
  code,
  name: localized(code, code),
  category: 'security',
  legal: null,
  words: [],
  ...part,
})
const types = [
  typeOf('robbery', { discreet: true, words: ['抢劫'] }),
  typeOf('robbery.armed'),
  typeOf('fight'),
  typeOf('fire', { danger: true }),
]
const CRIME = plan(
  'crime',
  [
    step('call', { lifeSafety: true, due: { within: 10_000, from: 'activated' } }),
    step('tell', {
      discloses: true,
      announce: localized('请从东门离开', 'Leave by the east door'),
    }),
  ],
  {
    types: ['robbery', 'fight'],
    triggers: ['有人动手'],
    levels: [{ level: 1, name: localized('一级', 'I') }],
  },
)
const GENERAL = plan('general', [step('leave')], {
  types: ['fire', 'robbery'],
  triggers: ['有火光'],
})
const QUIET = plan('quiet', [step('look')])
const FIGHT = plan('fight', [step('part')], { types: ['fight', 'other'] })
const TIMED = plan('timed', [step('mend', { due: { within: 10 * MINUTE, from: 'activated' } })])
const plans = [CRIME, GENERAL, QUIET, FIGHT, TIMED]

let kits: Kit[] = []
afterEach(async () => {
  for (const kit of kits) await kit.stop()
  kits = []
})

type Heard = { kit: Kit; pushes: Push[]; board: Board; visible: string }

/** A station with one ordinary incident, and a public wall that listens. */
async function opened(): Promise<Heard> {
  const categories = [{ code: 'security', name: localized('治安', 'Security') }]
  const kit = await openStation({ library: smallLibrary(plans, { types, categories }) })
  kits.push(kit)
  const visible = await kit.run(['quiet'])
  await kit.clock.advance('2 s')
  const pushes: Push[] = []
  kit.station.listen((push) => void pushes.push(push), 'public')
  return { kit, pushes, board: await kit.station.board('public'), visible }
}

/** As a wall that draws it sees it: not how far the record goes, nor when that was. */
const plain = (value: unknown, { visible, board }: Heard): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'position' || key === 'previous' || key === 'now') return undefined
    if (key === 'record' || key === 'hash') return part === board.head?.[key] ? key : part
    return part
  }).replaceAll(visible, 'visible')

/** A robbery from its report to its last step, with a limit that passes and a sounding alert. */
async function robbery({ kit }: Heard): Promise<string> {
  const id = await kit.run(['crime'], { narrative: '有人持刀抢劫', place: '柜台', type: 'robbery' })
  await kit.ask('incident/level', { incidentId: id, level: 1 })
  await kit.ask('incident/assess', { incidentId: id, casualties: { dead: 1 } })
  await kit.clock.advance('15 s')
  const alerts = (await kit.incident(id)).alerts
  expect(alerts).not.toHaveLength(0)
  for (const { id: alertId } of alerts) await kit.ask('alert/acknowledge', { alertId })
  await kit.ask('incident/note', { incidentId: id, words: '对方有两个人' })
  await kit.ask('incident/step', { incidentId: id, stepId: 'call', outcome: 'done' })
  await kit.ask('incident/explain', { incidentId: id, stepId: 'call', reason: '电话在柜台上' })
  await kit.clock.advance('5 s')
  return id
}

/** What a wall that applies every push has, and whether it ever cried a gap. */
function followed({ board, pushes }: Heard): { board: Board; gaps: number } {
  let gaps = 0
  let current = board
  for (const push of pushes) {
    if (hasGap(current, push)) gaps += 1
    current = applyPush(current, push)
  }
  return { board: current, gaps }
}

describe('the stream of a public wall', () => {
  it('of a discreet incident is that of calm, but for the position', async () => {
    const [calm, busy] = [await opened(), await opened()]
    await calm.kit.clock.advance('20 s')
    await robbery(busy)
    expect(busy.pushes.map((push) => plain(push, busy))).toEqual(
      calm.pushes.map((push) => plain(push, calm)),
    )
    expect(plain(await busy.kit.station.board('public'), busy)).toBe(
      plain(await calm.kit.station.board('public'), calm),
    )
    expect(busy.kit.pushes.filter(({ kind }) => kind === 'incident').length).toBeGreaterThan(6)
  })

  it('comes to the position of the record with the next beat, and cries no gap', async () => {
    const busy = await opened()
    await robbery(busy)
    await busy.kit.run(['quiet'], { place: '电梯' })
    await busy.kit.clock.advance('2 s')
    const { board, gaps } = followed(busy)
    expect(gaps).toBe(0)
    expect(board.position).toBe((await busy.kit.station.board()).position)
    expect(board.incidents.map(({ place }) => place).toSorted()).toEqual(['热线中心', '电梯'])
    expect(board.month.incidents).toBe(2)
  })

  it('cries a gap where it has missed something of its own', async () => {
    const busy = await opened()
    await busy.kit.run(['quiet'], { place: '电梯' })
    await busy.kit.clock.advance('1 s')
    const [, ...later] = busy.pushes
    expect(followed({ ...busy, pushes: later }).gaps).toBeGreaterThan(0)
  })

  it('is told of the incident once it is closed, and then counts it', async () => {
    const busy = await opened()
    const id = await robbery(busy)
    await busy.kit.ask('incident/move', { incidentId: id, to: 'closed', reason: '警方带走' })
    const { board, gaps } = followed(busy)
    expect(gaps).toBe(0)
    expect(board.incidents.find((each) => each.id === id)).toMatchObject({ state: 'closed' })
    expect(board.month.incidents).toBe(2)
  })

  it('has it no more once an ordinary incident turns out to be one, and again when it is none', async () => {
    const busy = await opened()
    const id = await busy.kit.run(['quiet'], { place: '柜台' })
    await busy.kit.ask('incident/amend', { incidentId: id, type: 'robbery.armed', reason: '有刀' })
    expect(followed(busy).board.incidents.map((each) => each.id)).toEqual([busy.visible])
    await busy.kit.ask('incident/amend', { incidentId: id, type: 'fight', reason: '没有刀' })
    expect(followed(busy).board.incidents).toHaveLength(2)
    expect(followed(busy).gaps).toBe(0)
  })

  it('has it from the step on that lifts discretion, with its announcement', async () => {
    const busy = await opened()
    const id = await robbery(busy)
    expect(
      await busy.kit.send('incident/step', { incidentId: id, stepId: 'tell', outcome: 'done' }),
    ).toMatchObject({ ok: false, code: 'reason-needed' })
    await busy.kit.ask('incident/step', {
      ...{ incidentId: id, stepId: 'tell', outcome: 'done' },
      reason: '公安要求疏散',
    })
    const seen = followed(busy).board.incidents.find((each) => each.id === id)
    expect(seen).toMatchObject({ discreet: false, notices: [{ zh: '请从东门离开' }] })
    await busy.kit.ask('incident/correct', { incidentId: id, stepId: 'tell', reason: '点错了' })
    expect(followed(busy).board.incidents.map((each) => each.id)).toEqual([busy.visible])
  })

  it('has of what changes beside it the board without it, and nothing where that is the same', async () => {
    const busy = await opened()
    await robbery(busy)
    const before = busy.pushes.length
    await busy.kit.ask('site/places-set', { places: [{ name: '云雀小区' }] })
    expect(busy.pushes.slice(before)).toEqual([])
    await busy.kit.ask('roster/set', { posts: { desk: [{ person: '李娜', phone: '8001' }] } })
    expect(busy.pushes.slice(before)).toMatchObject([
      { kind: 'board', board: { public: true, incidents: [{ id: busy.visible }] } },
    ])
  })

  it('begins anew with the first wall that listens after the last one left', async () => {
    const kit = await openStation({ plans })
    kits.push(kit)
    const duty = (person: string) =>
      kit.ask('roster/set', { posts: { desk: [{ person, phone: '8001' }] } })
    const leave = kit.station.listen(() => undefined, 'public')
    await duty('李娜')
    await kit.station.board('public')
    leave()
    await duty('陈军')
    const pushes: Push[] = []
    kit.station.listen((push) => void pushes.push(push), 'public')
    await kit.station.board('public')
    await duty('李娜')
    expect(pushes).toHaveLength(1)
  })

  it('has nothing of what only beats bring: signs of walls, and an order that time has changed', async () => {
    const busy = await opened()
    const sign = { wallId: 'hall', beat: 1, sound: 'on', size: '1920x1080' } as const
    const timed = await busy.kit.run(['timed'], { place: '电梯' })
    await robbery(busy)
    const orderOf = async () =>
      (await busy.kit.station.board('public')).incidents.map(({ id }) => id)
    expect(await orderOf()).toEqual([busy.visible, timed])
    await busy.kit.clock.advance('8 min')
    await busy.kit.send('wall/alive', sign, { by: hall })
    expect(await orderOf()).toEqual([timed, busy.visible])
    const before = busy.pushes.length
    await busy.kit.ask('site/places-set', { places: [{ name: '云雀小区' }] })
    expect(busy.pushes.slice(before)).toEqual([])
  })
})

describe('an incident without a type', () => {
  it('is discreet by a plan that runs, as soon as its words lead there', async () => {
    const busy = await opened()
    const id = await busy.kit.run([], { narrative: '柜台有人动手', place: '柜台' })
    expect(await busy.kit.incident(id)).toMatchObject({ type: null, discreet: true })
    await busy.kit.ask('incident/activate', { incidentId: id, planId: 'crime' })
    expect(await busy.kit.incident(id)).toMatchObject({ type: null, discreet: true })
    expect(busy.pushes).toEqual([])
  })

  it('is none by a plan for fires as well unless its words name a robbery: a hall that burns must be told', async () => {
    const busy = await opened()
    const fire = await busy.kit.run(['general'], { narrative: '大厅有火光', place: '大厅' })
    expect(await busy.kit.incident(fire)).toMatchObject({ type: null, discreet: false })
    const robbery = await busy.kit.run(['general'], { narrative: '抢劫，有火光', place: '柜台' })
    expect(await busy.kit.incident(robbery)).toMatchObject({ discreet: true })
  })

  it('is none by a plan that has no such type, whatever its words were', async () => {
    const busy = await opened()
    const id = await busy.kit.run(['fight'], { narrative: '柜台有人动手', place: '柜台' })
    expect(await busy.kit.incident(id)).toMatchObject({ type: null, discreet: false })
  })
})

/** What each request that a wall may send says of an incident. */
const ROUTES: Partial<{ [N in Name]: (id: string, board: Board) => Input<N> }> = {
  'board/read': () => ({}),
  'history/moments': (incidentId) => ({ incidentId }),
  'history/at': (incidentId, { position }) => ({ incidentId, seq: position }),
  'journal/seen': (_, { head }) => ({ position: head!.position, hash: head!.hash }),
  'wall/alive': () => ({ wallId: 'w', beat: 1, sound: 'on', size: '1920x1080' }),
  'wall/again': () => ({ wallId: 'w' }),
  'wall/calm': () => ({}),
  'wall/floor-plan': () => ({ placeId: 'p1' }),
  'wall/month': () => ({}),
  'wall/self-test': () => ({ wallId: 'w', testId: 't', dom: true, picture: true, level: -4 }),
}

describe('whatever a public wall asks', () => {
  const names = Object.keys(contract) as Name[]
  const whoOf = (name: Name): RequestDefinition['who'] => contract[name].who

  it('is one of these requests', () => {
    expect(names.filter((name) => whoOf(name).includes('wall')).toSorted()).toEqual(
      Object.keys(ROUTES).toSorted(),
    )
  })

  it.each(Object.keys(ROUTES) as Name[])(
    'says nothing of a discreet incident: %s',
    async (name) => {
      const busy = await opened()
      const id = await robbery(busy)
      const input = ROUTES[name]!(id, await busy.kit.station.board())
      const call = { name, input }
      const answer = JSON.stringify(await busy.kit.station.request(call, hall))
      for (const word of [id, '柜台', 'robbery', 'crime']) expect(answer).not.toContain(word)
      const ofRoom = await busy.kit.station.request(call, room)
      expect(ofRoom.ok).toBe(true)
      if (name.startsWith('history/')) expect(answer).toContain('unknown-incident')
    },
  )

  it('gives it again once it is closed', async () => {
    const busy = await opened()
    const id = await robbery(busy)
    await busy.kit.ask('incident/move', { incidentId: id, to: 'closed', reason: '警方带走' })
    const call = { name: 'history/moments', input: { incidentId: id } }
    expect(await busy.kit.station.request(call, hall)).toMatchObject({ ok: true })
  })
})

it('where the site has no plan for a robbery, its words alone keep it from a public wall', async () => {
  const kit = await openStation({ library: smallLibrary([QUIET], { types, categories: [] }) })
  kits.push(kit)
  await kit.ask('incident/report', { narrative: '柜台有人抢劫', place: '大厅' })
  expect((await kit.station.board('public')).incidents).toEqual([])
  await kit.ask('incident/report', { narrative: '柜台有人吵架', place: '大厅' })
  expect((await kit.station.board('public')).incidents).toHaveLength(1)
})
