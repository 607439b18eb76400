/**
 * Privacy by type: what a public wall is told of each type is what the site has set, from the
 * station on; nothing else of it leaves there.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import type { Push } from '#shared/contract/push.ts'
import { applyPush, hasGap } from '#shared/domain/board/apply-push.ts'
import type { Board } from '#shared/domain/board/types.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const hall: Caller = { name: '公开大屏', role: 'wall', public: true }
const typeOf = (code: string, part: Partial<IncidentType> = {}): IncidentType => ({
  ...{ code, name: localized(code, code), category: 'people', legal: null, words: [] },
  ...part,
})
const types = [
  typeOf('illness'),
  typeOf('illness.mind'),
  typeOf('fall'),
  typeOf('fire', { danger: true }),
  typeOf('robbery', { discreet: true }),
]
const CARE = plan(
  'care',
  [
    step('call', { lifeSafety: true, due: { within: 10_000, from: 'activated' } }),
    step('tell', { announce: localized('请让开通道', 'Please clear the way') }),
  ],
  { types: ['illness', 'illness.mind'], triggers: ['晕倒'] },
)
const QUIET = plan('quiet', [step('look')])
const library = () =>
  smallLibrary([CARE, QUIET], {
    types,
    categories: [{ code: 'people', name: localized('人身', 'People') }],
  })

let kits: Kit[] = []
afterEach(async () => {
  for (const kit of kits) await kit.stop()
  kits = []
})

type Table = Input<'walls/privacy-set'>['types']
type Heard = { kit: Kit; pushes: Push[]; board: Board; visible: string }

/** A station with one ordinary incident, whose public wall listens from then on. */
async function opened(table: Table): Promise<Heard> {
  const kit = await openStation({ library: library() })
  kits.push(kit)
  const { id: house } = await kit.ask('places/set', { name: '金丝雀大厦', kind: 'hall' })
  await kit.ask('places/set', { name: '七号诊室', kind: 'room', within: house })
  await kit.ask('walls/privacy-set', { types: table })
  const visible = await kit.run(['quiet'], { type: 'fall' })
  await kit.clock.advance('2 s')
  const pushes: Push[] = []
  kit.station.listen((push) => void pushes.push(push), 'public')
  return { kit, pushes, board: await kit.station.board('public'), visible }
}

/** From its report to its last step, with a limit that passes and an alert that sounds. */
async function illness({ kit }: Heard, type = 'illness'): Promise<string> {
  const id = await kit.run(['care'], { narrative: '七号诊室有人晕倒', place: '七号诊室', type })
  await kit.ask('incident/assess', { incidentId: id, casualties: { serious: 1 } })
  await kit.clock.advance('15 s')
  for (const { id: alertId } of (await kit.incident(id)).alerts)
    await kit.ask('alert/acknowledge', { alertId })
  await kit.ask('incident/step', { incidentId: id, stepId: 'tell', outcome: 'done' })
  await kit.clock.advance('5 s')
  return id
}

function followed({ board, pushes }: Heard): { board: Board; gaps: number } {
  let [current, gaps] = [board, 0]
  for (const push of pushes) {
    if (hasGap(current, push)) gaps += 1
    current = applyPush(current, push)
  }
  return { board: current, gaps }
}

/** As a wall that draws it sees it: not how far the record goes, nor when that was. */
const plain = (value: unknown, { visible, board }: Heard): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'position' || key === 'previous' || key === 'now') return undefined
    if (key === 'record' || key === 'hash') return part === board.head?.[key] ? key : part
    return part
  }).replaceAll(visible, 'visible')

describe('the stream of a public wall', () => {
  it('of a type that is never shown is that of calm, but for the position', async () => {
    const [calm, busy] = [await opened({ illness: 'never' }), await opened({ illness: 'never' })]
    await calm.kit.clock.advance('20 s')
    await illness(busy, 'illness.mind')
    expect(busy.pushes.map((push) => plain(push, busy))).toEqual(
      calm.pushes.map((push) => plain(push, calm)),
    )
    expect(followed(busy).gaps).toBe(0)
    expect((await busy.kit.station.board('public')).month.incidents).toBe(1)
  })

  it('of one of which it may know that there is one has no place in any byte', async () => {
    const busy = await opened({ illness: 'presence' })
    const id = await illness(busy)
    const { board, gaps } = followed(busy)
    expect(gaps).toBe(0)
    expect(board.incidents.find((each) => each.id === id)).toMatchObject({
      ...{ disclosure: 'presence', place: '', kind: { zh: 'illness' }, steps: [], notices: [] },
    })
    expect(board.month.incidents).toBe(2)
    const bytes = JSON.stringify([busy.pushes, await busy.kit.station.board('public')])
    for (const canary of ['七号诊室', '金丝雀大厦', '晕倒', '请让开通道'])
      expect(bytes).not.toContain(canary)
  })

  it('of one of which it may know the hall has the hall, and neither room nor announcement', async () => {
    const busy = await opened({ illness: 'area' })
    const id = await illness(busy)
    const shown = followed(busy).board.incidents.find((each) => each.id === id)
    expect(shown).toMatchObject({ disclosure: 'area', place: '金丝雀大厦', notices: [] })
    expect(shown?.steps.map((each) => each.id)).toContain('call')
    const bytes = JSON.stringify(busy.pushes)
    for (const canary of ['七号诊室', '晕倒', '请让开通道']) expect(bytes).not.toContain(canary)
  })

  it('has no more of what is set meanwhile, at once, and has it again once that is taken back', async () => {
    const busy = await opened({})
    const id = await illness(busy)
    const shownIds = () => followed(busy).board.incidents.map((each) => each.id)
    expect(shownIds()).toContain(id)
    await busy.kit.ask('walls/privacy-set', { types: { illness: 'never' } })
    expect(shownIds()).toEqual([busy.visible])
    const before = busy.pushes.length
    await busy.kit.ask('incident/note', { incidentId: id, words: '120到了' })
    expect(busy.pushes.slice(before)).toEqual([])
    await busy.kit.ask('walls/privacy-set', { types: {} })
    expect(shownIds()).toContain(id)
    expect(followed(busy).gaps).toBe(0)
  })

  it('has it as one that there was, once it is closed', async () => {
    const busy = await opened({ illness: 'never' })
    const id = await illness(busy)
    await busy.kit.ask('incident/move', {
      ...{ incidentId: id, to: 'closed', reason: '送医', reasons: { call: '家属已打' } },
    })
    expect(followed(busy).board.incidents.find((each) => each.id === id)).toMatchObject({
      ...{ state: 'closed', disclosure: 'presence', place: '' },
    })
    expect(followed(busy).board.month.incidents).toBe(2)
  })
})

describe('every other screen', () => {
  it('has all of it, and is told how much the public sees', async () => {
    const busy = await opened({ illness: 'area' })
    const id = await illness(busy)
    for (const audience of ['desk', 'wall'] as const)
      expect(
        (await busy.kit.station.board(audience)).incidents.find((each) => each.id === id),
      ).toMatchObject({ place: '七号诊室', disclosure: 'area', coarsePlace: '金丝雀大厦' })
    const other = (await busy.kit.station.board()).incidents.find(
      (each) => each.id === busy.visible,
    )
    expect(other).not.toHaveProperty('disclosure')
  })
})

describe('what a public wall asks', () => {
  const replay = (busy: Heard, incidentId: string) =>
    busy.kit.station.request({ name: 'history/moments', input: { incidentId } }, hall)

  it('is answered as if there were none where nothing is shown, and no replay gives a place away', async () => {
    const busy = await opened({ illness: 'never', fall: 'presence' })
    const id = await illness(busy)
    const fall = await busy.kit.run(['quiet'], { place: '七号诊室', type: 'fall' })
    const names: Name[] = ['board/read', 'wall/month', 'wall/calm']
    for (const name of names) {
      const answer = JSON.stringify(await busy.kit.station.request({ name, input: {} }, hall))
      expect(answer).not.toContain('七号诊室')
    }
    const month = await busy.kit.station.request({ name: 'wall/month', input: {} }, hall)
    expect(month).toMatchObject({ reply: { now: { incidents: 2 } } })
    expect(await replay(busy, id)).toMatchObject({ code: 'unknown-incident' })
    expect(await replay(busy, fall)).toMatchObject({ code: 'unknown-incident' })
  })
})

describe('a wall of the room that shows no more than public ones', () => {
  const room: Caller = { name: '大屏', role: 'wall' }
  const wall = {
    ...({ name: '前厅屏', view: 'incidents', language: 'zh', theme: 'dark' } as const),
    byType: true,
  }

  it('has figures of the month without what it does not show, from the board on', async () => {
    const busy = await opened({ illness: 'never' })
    const { kit } = busy
    const boardOf = () => kit.station.board('wall')
    expect(await boardOf()).not.toHaveProperty('monthByType')
    await kit.ask('walls/set', wall)
    const pushes: Push[] = []
    kit.station.listen((push) => pushes.push(push), 'wall')
    await illness(busy)
    await kit.clock.yield()
    const { month, monthByType } = await boardOf()
    expect([month.incidents, monthByType?.incidents]).toEqual([2, 1])
    const last = pushes.findLast((push) => push.kind === 'incident')
    expect(last).toMatchObject({ month: { incidents: 2 }, monthByType: { incidents: 1 } })
    expect(await kit.station.board('public')).not.toHaveProperty('monthByType')
    expect(await kit.station.board()).not.toHaveProperty('monthByType')
  })

  it('is answered as a public one where it asks for as much, and keeps what is of the room', async () => {
    const busy = await opened({ illness: 'never', fall: 'presence' })
    const { kit } = busy
    const id = await illness(busy)
    const ask = (name: Name, input: object) => kit.station.request({ name, input }, room)
    expect(await ask('wall/month', {})).toMatchObject({ reply: { now: { incidents: 2 } } })
    expect(await ask('wall/month', { byType: true })).toMatchObject({
      reply: { now: { incidents: 1 } },
    })
    const [whole, reduced] = [await ask('wall/calm', {}), await ask('wall/calm', { byType: true })]
    expect(whole).toMatchObject({ reply: { since: { incidents: 2 } } })
    expect(reduced).toMatchObject({ reply: { since: { incidents: 1 } } })
    for (const answer of [whole, reduced])
      expect(answer).toMatchObject({ reply: { means: { isChainWhole: true } } })
    for (const incidentId of [id, busy.visible]) {
      expect(await ask('history/moments', { incidentId })).toMatchObject({ ok: true })
      expect(await ask('history/moments', { incidentId, byType: true })).toMatchObject({
        code: 'unknown-incident',
      })
      expect(await ask('history/at', { incidentId, seq: 99, byType: true })).toMatchObject({
        code: 'unknown-incident',
      })
    }
  })
})

describe('the table', () => {
  it('is read as it was set, with the types of the site, also after a restart', async () => {
    let kit = await openStation({ on: 'sqlite', library: library() })
    kits.push(kit)
    expect((await kit.ask('walls/privacy-read', {})).privacy).toEqual({ types: {} })
    await kit.ask('walls/privacy-set', { types: { fall: 'area' }, untyped: 'presence' })
    kit = await kit.restart()
    kits.push(kit)
    const { privacy, types: listed } = await kit.ask('walls/privacy-read', {})
    expect(privacy).toEqual({ types: { fall: 'area' }, untyped: 'presence' })
    expect(listed.map(({ code, discreet }) => [code, discreet])).toEqual([
      ...[['illness', false] as const, ['illness.mind', false] as const, ['fall', false] as const],
      ...[['fire', false] as const, ['robbery', true] as const],
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('takes no type that is not there or is handled quietly', async () => {
    const { kit } = await opened({})
    expect(await kit.send('walls/privacy-set', { types: { gone: 'area' } })).toMatchObject({
      code: 'unknown-type',
    })
    expect(await kit.send('walls/privacy-set', { types: { robbery: 'full' } })).toMatchObject({
      code: 'bad-input',
    })
  })
})
