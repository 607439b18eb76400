/**
 * What names or quotes a person is sealed in new events (突发事件应对法 art. 84–85): every such field
 * once, with a value of its own, through a running station; then everywhere it could have gone.
 */
import { DatabaseSync } from 'node:sqlite'
import { afterEach, expect, test } from 'vitest'
import type { Caller } from '#main/core/api.ts'
import type { DocumentOrder, DocumentWriter } from '#main/core/ports.ts'
import { contract, type Name } from '#shared/contract/contract.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const HOME: IncidentType = {
  code: 'visit.attack',
  name: localized('上门遭攻击', 'Attack at a home visit'),
  category: 'visit',
  legal: null,
  words: ['上门被打'],
  private: true,
}
const visit = plan(
  'visit',
  [
    step('a', { role: 'head', due: { within: 60_000, from: 'activated' } }),
    step('b'),
    step('c', {
      list: { of: localized('处', 'places'), order: localized('', ''), kind: 'places' },
    }),
  ],
  { types: [HOME.code] },
)

/** By where it goes; of the others nothing but the desk, the personal export and `personal`. */
const OF_INCIDENT = {
  place: '雀巢小区七号楼', // in the estate 雀巢小区, which is no secret
  narrative: '雀口述',
  reporter: '雀报告人',
  commander: '雀总指挥',
  person: '雀代报人',
  channel: '雀电台',
  words: '雀原话',
  reason: '雀原因一',
  explained: '雀原因二',
  corrected: '雀原因三',
  judged: '雀原因四',
  impact: '雀原因五',
  marked: '雀原因六',
  helper: '雀办事人',
  evidence: '雀证据',
  shelf: '雀柜子',
  keeper: '雀保管人',
  note: '雀补记',
  member: '雀指挥部人',
  sees: '雀管宣传',
  moved: '雀原因七',
} as const
const OF_SITE = {
  post: '雀岗位人',
  phone: '雀13900000000',
  operator: '雀签到人',
  hired: '雀新来的',
  mobile: '雀13800000000',
  leave: '雀请假原因',
  left: '雀离岗原因',
} as const
const ALL = [...Object.values(OF_INCIDENT), ...Object.values(OF_SITE)]
const { operator: WHO_ACTED } = OF_SITE // stands in the record as such
const NOT_ACTED = ALL.filter((value) => value !== WHO_ACTED)
const AREA = '雀巢小区'

const at = (session: string): Caller => ({ name: '值班员', role: 'dispatcher', session })

async function sayAll(kit: Kit): Promise<string> {
  const say = OF_INCIDENT
  const by = at('a')
  const send = async <N extends Name>(name: N, input: object): Promise<unknown> => {
    const answer = await kit.send(name, input, { by })
    if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message.en}`)
    return answer.reply
  }
  await send('site/places-set', { places: [{ name: AREA }, { name: '前厅' }] })
  await send('roster/set', {
    posts: { head: [{ person: OF_SITE.post, phone: OF_SITE.phone }] },
  })
  const { hired, mobile } = OF_SITE
  const person = { name: hired, phones: [{ number: mobile }], posts: [] }
  const { id } = (await send('people/person-set', person)) as { id: string }
  const days = { from: '2026-01-01', until: '2026-01-02' }
  await send('people/leave-set', { personId: id, ...days, reason: OF_SITE.leave })
  await send('people/person-leave', { id, reason: OF_SITE.left })
  await send('desk/sign-on', { person: OF_SITE.operator })
  const reported = await send('incident/report', {
    narrative: say.narrative,
    reporter: say.reporter,
    place: say.place,
    type: HOME.code,
  })
  const { incidentId } = reported as { incidentId: string }
  await send('incident/report', { narrative: '同一处', place: say.place, type: HOME.code })
  await send('incident/activate', { incidentId, planId: 'visit', commander: say.commander })
  await kit.clock.advance('2 min')
  const onBehalfOf = { person: say.person, channel: say.channel, words: say.words }
  await send('incident/step', { incidentId, stepId: 'b', outcome: 'done', onBehalfOf })
  await send('incident/correct', { incidentId, stepId: 'b', reason: say.corrected })
  await send('incident/step', {
    incidentId,
    stepId: 'b',
    outcome: 'done',
    reason: say.reason,
    onBehalfOf,
  })
  await send('incident/explain', { incidentId, stepId: 'a', reason: say.explained })
  await send('incident/assess', { incidentId, casualties: { minor: 1 }, reason: say.judged })
  await send('incident/impact', { incidentId, affected: { staff: 2 }, reason: say.impact })
  await send('incident/list-add', {
    incidentId,
    stepId: 'c',
    items: [{ name: '东门', helper: say.helper }],
  })
  await send('incident/list-mark', {
    incidentId,
    stepId: 'c',
    item: '1',
    outcome: 'not-reached',
    reason: say.marked,
  })
  await send('incident/evidence-add', {
    incidentId,
    what: say.evidence,
    kind: 'video',
    place: say.shelf,
    keeper: say.keeper,
  })
  await send('incident/note', { incidentId, words: say.note })
  await send('incident/headquarters', {
    incidentId,
    members: [{ person: say.member, duty: say.sees }],
  })
  await send('incident/move', { incidentId, to: 'contained', reason: say.moved })
  return incidentId
}

const valuesIn = (text: string, values: readonly string[]): readonly string[] =>
  values.filter((value) => text.includes(value))

/** Writes nothing, and keeps what it should have written. */
function listening(): DocumentWriter & {
  texts: (kind?: string) => string
  kinds: () => readonly string[]
} {
  const orders: DocumentOrder[] = []
  return {
    check: () => Promise.resolve(null),
    write(order) {
      orders.push(order)
      return {
        done: Promise.resolve({ ok: true, bytes: 1, rows: 1, sha256: '' }),
        cancel: () => undefined,
      }
    },
    kinds: () => orders.map(({ document }) => document.kind),
    texts: (kind) =>
      JSON.stringify(
        orders
          .map(({ document }) => document)
          .filter((document) => kind === undefined || document.kind === kind),
      ),
  }
}

let kit: Kit | null = null
afterEach(async () => {
  await kit?.stop()
  kit = null
})

async function opened(at?: string): Promise<{ kit: Kit; papers: ReturnType<typeof listening> }> {
  const writer = listening()
  const library = smallLibrary([visit], {
    types: [HOME],
    categories: [{ code: 'visit', name: localized('上门', 'Visits') }],
  })
  kit = await openStation({
    on: 'sqlite',
    ...(at !== undefined && { at }),
    papers: writer,
    tempFiles: {
      place: (name) => `/files/${name}`,
      remove: () => undefined,
      clear: () => undefined,
    },
    library,
  })
  return { kit, papers: writer }
}

test('no event, answer, row or word for searching has any of it, and the record is whole', async () => {
  const { kit } = await opened()
  await sayAll(kit)
  const events = await kit.events()
  expect(valuesIn(JSON.stringify(events.map(({ body }) => body)), ALL)).toEqual([])
  // who acted is the record
  expect(events.some(({ by }) => by === WHO_ACTED)).toBe(true)
  const db = new DatabaseSync(kit.file, { readOnly: true })
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const holding = tables.flatMap(({ name }) => {
    const rows = db.prepare(`SELECT * FROM "${String(name)}"`).all()
    const texts = rows.flatMap((row) => Object.values(row).map(String))
    return valuesIn(texts.join('\n'), NOT_ACTED).length > 0 ? [String(name)] : []
  })
  expect(holding.sort()).toEqual(['history', 'personal'])
  db.close()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

test('the desk sees it as before, also after a restart; a search still finds the home', async () => {
  const { kit: first } = await opened()
  const id = await sayAll(first)
  const look = async (station: Kit): Promise<object> => {
    const { alerts, steps, ...incident } = await station.incident(id)
    const record = await station.ask('history/read', { incidentId: id })
    return {
      place: incident.place,
      commander: incident.commander,
      reason: incident.reason,
      evidence: incident.evidence.map(({ what, place, keeper }) => [what, place, keeper]),
      steps: steps.map(({ reason, explained, onBehalfOf }) => [reason, explained, onBehalfOf]),
      told: alerts.flatMap(({ told: posts }) => posts.map(({ people }) => people)),
      says: valuesIn(JSON.stringify(record.entries), Object.values(OF_INCIDENT)),
      roster: (await station.ask('roster/read', null)).posts,
      duty: (await station.station.board()).duty.map(({ people }) => people),
      found: (await station.ask('history/search', { words: '七号楼' })).rows.map(
        ({ place }) => place,
      ),
    }
  }
  const before = await look(first)
  expect(before).toMatchObject({
    place: OF_INCIDENT.place,
    commander: OF_INCIDENT.commander,
    evidence: [[OF_INCIDENT.evidence, OF_INCIDENT.shelf, OF_INCIDENT.keeper]],
    roster: { head: [{ person: OF_SITE.post, phone: OF_SITE.phone }] },
    duty: [[OF_SITE.post]],
    found: [OF_INCIDENT.place, OF_INCIDENT.place],
  })
  const { reporter, commander, helper, ...inTimeline } = OF_INCIDENT
  expect((before as { says: string[] }).says).toEqual(Object.values(inTimeline))
  expect(valuesIn(JSON.stringify(before), [commander]).length).toBe(1)
  expect([reporter, helper].length).toBe(2) // these two stand on the board only
  kit = await first.restart('1 s')
  expect(await look(kit)).toEqual(before)
})

test('a wall is told what it draws: where, and who holds the posts', async () => {
  const { kit } = await opened()
  const heard: string[] = []
  kit.station.listen((_push, text) => void heard.push(text), 'wall')
  const incidentId = await sayAll(kit)
  const wall = { name: 'wall', role: 'wall' } as const
  const { moments } = await kit.ask('history/moments', { incidentId })
  for (const { seq } of moments)
    heard.push(JSON.stringify(await kit.send('history/at', { incidentId, seq }, { by: wall })))
  heard.push(JSON.stringify(await kit.station.board('wall')))
  expect(valuesIn(heard.join('\n'), NOT_ACTED)).toEqual([OF_INCIDENT.place, OF_SITE.post])
})

test('a plain export leaves it out and says so; a personal one has it', async () => {
  const { kit, papers } = await opened()
  const incidentId = await sayAll(kit)
  const order = { format: 'csv', language: 'zh' } as const
  await kit.ask('export/start', { what: { incidentId }, ...order })
  await kit.ask('export/start', { what: { from: '2026-11-01', to: '2026-11-30' }, ...order })
  await kit.ask('export/start', { what: { month: '2026-11' }, ...order })
  await expect.poll(() => papers.kinds()).toEqual(['incident', 'period', 'month'])
  expect(valuesIn(papers.texts(), ALL)).toEqual([WHO_ACTED])
  expect(papers.texts()).toContain(AREA)
  expect(papers.texts()).toContain('〔略〕')
  await kit.ask('export/start', { what: { incidentId, personal: true }, ...order })
  await expect.poll(() => valuesIn(papers.texts(), ALL).length).toBeGreaterThan(2)
  const { helper, ...inDocument } = OF_INCIDENT
  expect(valuesIn(papers.texts(), [...Object.values(inDocument), OF_SITE.post])).toEqual([
    ...Object.values(inDocument),
    OF_SITE.post,
  ])
  expect(helper).not.toBe('')
})

test('reports and figures give reasons only to who asks for them, each by the same rule', async () => {
  const { kit, papers } = await opened('2026-11-30T22:00:00+08:00')
  await sayAll(kit)
  const order = { format: 'csv', language: 'zh', what: { month: '2026-11' } } as const
  const period = { from: '2026-11-01', to: '2026-11-30' }
  await kit.ask('report/arrange', {
    hour: 7,
    copy: { folder: '/reports', formats: ['html'], language: 'zh' },
  })
  await kit.clock.advance('10 h')
  await expect.poll(() => papers.kinds()).toEqual(['month']) // the copy of the draft
  expect(papers.texts()).toContain('〔略〕')
  expect(papers.texts()).not.toMatch(/⟦|雀原因/)
  for (const what of [order.what, period])
    await kit.ask('export/start', { ...order, what: { ...what, personal: true } })
  await expect.poll(() => papers.kinds()).toEqual(['month', 'month', 'period'])
  expect(valuesIn(papers.texts(), ALL)).toEqual([OF_INCIDENT.explained])
  for (const kind of ['month', 'period'])
    expect(papers.texts(kind)).toContain(OF_INCIDENT.explained)
})

test('the area counts, and the month holds why a limit was late as a digest', async () => {
  const { kit } = await opened()
  await sayAll(kit)
  const month = { from: '2026-11-01', to: '2026-11-30' }
  const { now } = await kit.ask('statistics/period', month)
  expect(now.byPlace).toEqual({ [AREA]: 2 })
  expect(now.lateList).toMatchObject([{ place: OF_INCIDENT.place, reason: OF_INCIDENT.explained }])
  const { rows } = await kit.ask('statistics/incidents', { ...month, metric: 'incidents' })
  expect(rows.map(({ place }) => place)).toEqual([OF_INCIDENT.place, OF_INCIDENT.place])
  const { paper } = await kit.ask('report/read', { month: '2026-11' })
  expect(valuesIn(JSON.stringify(paper), ALL)).toEqual([OF_INCIDENT.explained])
})

test('the log bears none of it, whatever is refused', async () => {
  const { kit } = await opened()
  await sayAll(kit)
  for (const name of Object.keys(contract))
    await kit.send(name as Name, { ...OF_INCIDENT, ...OF_SITE, place: '' })
  expect(
    valuesIn(kit.logged.map(({ event, error }) => `${event} ${String(error)}`).join('\n'), ALL),
  ).toEqual([])
})

test('what is purged leaves a word in its place, and the record whole', async () => {
  const { kit: first } = await opened()
  const id = await sayAll(first)
  await first.station.stop()
  const db = new DatabaseSync(first.file)
  db.exec('DELETE FROM personal')
  db.close()
  kit = await first.restart('1 s')
  const gone = '（内容已按规定清除） (removed by rule)'
  expect(await kit.incident(id)).toMatchObject({
    place: gone,
    commander: gone,
    narrative: null,
    reporter: null,
    evidence: [{ what: gone, place: gone, keeper: null }],
  })
  const { entries } = await kit.ask('history/read', { incidentId: id })
  const moved = entries.find(({ type }) => type === 'IncidentMoved')
  expect(moved?.says.zh).toContain('原因：（内容已按规定清除）')
  expect(moved?.says.en).toContain('because: (removed by rule)')
  expect((await kit.ask('history/search', { words: '七号楼' })).total).toBe(0)
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})
