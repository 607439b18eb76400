/**
 * Drills through the station: arranged, played on an incident that is a drill from its first event,
 * scored from its record, and never counted as real.
 */
import { afterEach, describe, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { GAS, HOTLINE, openWithPlans } from '../kit/plans.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const arrange = (part: Partial<Input<'drill/arrange'>> = {}) =>
  kit.ask('drill/arrange', {
    ...{ planId: HOTLINE, form: 'full', purpose: 'verification', day: '2026-11-24' },
    ...{ place: '热线中心', narrative: '热线打不进来' },
    ...{ leader: { person: '周敏' }, evaluator: { person: '王主任' } },
    participants: [{ person: '李强' }],
    script: [
      { after: 60_000, words: '线路全断', stepId: 'hl-01', within: 300_000 },
      { words: '记者来电', expects: '按口径答' },
    ],
    ...part,
  })
const read = async (drillId: string) => (await kit.ask('drill/read', { drillId })).drill
const CONTENTS = {
  ...{ execution: '按脚本完成', usability: '步骤好用', command: '联动顺畅' },
  ...{ people: '会处置', equipment: '够用', suggestions: '缩短时限' },
}
const scoresOf = async (drillId: string) =>
  (await kit.ask('drill/read', { drillId })).items
    .filter(({ proposed }) => proposed === null)
    .map(({ id: item }) => ({ item, score: 3 as const }))

describe('a drill', () => {
  it('is played, scored from its record, shown, reported, and is the same after a restart', async () => {
    kit = await openWithPlans('sqlite', [GAS])
    const month = () => kit.ask('statistics/month', { month: '2026-11' })
    const real = await month()
    const { drillId } = await arrange()
    expect(await read(drillId)).toMatchObject({ state: 'planned', started: null })
    const { incidentId, number } = await kit.ask('drill/start', { drillId })
    expect(number).toBe('演2026-001')
    expect(await kit.incident(incidentId)).toMatchObject({
      ...{ drill: true, number, place: '热线中心', narrative: '热线打不进来', occurredAt: null },
    })
    expect(await codeOf('drill/start', { drillId })).toBe('drill-state')
    await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
    await kit.ask('drill/hold', { drillId, hold: true })
    await kit.clock.advance('10 min')
    expect((await read(drillId)).deliveries).toEqual([])
    await kit.ask('drill/hold', { drillId, hold: false })
    await kit.ask('drill/deliver', { drillId, injectId: 'n1' })
    await kit.ask('drill/improvise', { drillId, words: '又来一起', to: '坐席' })
    await kit.ask('drill/finding', { drillId, words: '口径不统一', stepId: 'hl-01' })
    kit = await kit.restart('5 min')
    await kit.ask('drill/end', { drillId })
    expect(await read(drillId)).toMatchObject({
      ...{ state: 'ended', isCounted: true, ended: { planIds: [HOTLINE] } },
      deliveries: [{ injectId: 'n1' }, { injectId: 'n3' }],
      findings: [{ id: 'f1', words: '口径不统一' }],
    })
    const { items } = await kit.ask('drill/read', { drillId })
    expect(items.find(({ id }) => id === 'inject:n1')).toMatchObject({ proposed: 0 })
    expect(await codeOf('drill/evaluate', { drillId, scores: [], contents: CONTENTS })).toBe(
      'score-needed',
    )
    const scores = await scoresOf(drillId)
    const byLeader = { drillId, scores, contents: CONTENTS, by: '周敏' }
    expect(await codeOf('drill/evaluate', byLeader)).toBe('same-person')
    const { grade } = await kit.ask('drill/evaluate', { drillId, scores, contents: CONTENTS })
    expect(grade).toBe((await read(drillId)).evaluation?.grade)
    await kit.ask('drill/acknowledge', { drillId, participantId: 'p1' })
    await kit.ask('drill/acknowledge-undo', { drillId, participantId: 'p1' })
    expect((await read(drillId)).participants[0]?.acknowledgedAt).toBeNull()
    const again = { drillId, participantId: 'p1' }
    expect(await codeOf('drill/acknowledge-undo', again)).toBe('no-change')
    await kit.ask('drill/acknowledge', again)
    await kit.ask('drill/report-out', { drillId, day: '2026-11-24', to: '写错的局' })
    await kit.ask('drill/report-out', { drillId, day: '2026-11-24', to: '应急管理局' })
    kit = await kit.restart('1 h')
    expect(await read(drillId)).toMatchObject({
      ...{ state: 'evaluated', reportedOut: { to: '应急管理局' } },
      evaluation: { person: '王主任', contents: CONTENTS },
      participants: [{ person: '李强', acknowledgedAt: expect.any(Number) }],
    })
    expect((await kit.ask('drill/people', {})).people).toMatchObject([
      { name: '李强', results: [{ drillId, grade }] },
    ])
    const realFigures = ({ incidents, byType, limits, falseReports }: typeof real) => ({
      ...{ incidents, byType, limits, falseReports },
    })
    expect(realFigures(await month())).toEqual(realFigures(real))
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('ended with its incident leaves a calm desk: the next three-minute drill may begin', async () => {
    kit = await openWithPlans('sqlite', [GAS])
    const { drillId } = await arrange()
    const { incidentId } = await kit.ask('drill/start', { drillId })
    await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
    const isCalm = async () => (await kit.ask('practice/read', {})).isCalm
    expect(await isCalm()).toBe(false)
    await kit.clock.advance('20 min')
    const before = (await kit.ask('drill/read', { drillId })).items
    await kit.ask('drill/end', { drillId, close: true })
    expect(await kit.incident(incidentId)).toMatchObject({ state: 'closed', reason: '演练结束' })
    expect(await isCalm()).toBe(true)
    expect((await kit.ask('drill/read', { drillId })).items).toEqual(before)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('holds its injects by itself once a real incident is reported, until somebody goes on', async () => {
    kit = await openWithPlans('memory', [GAS])
    const { drillId } = await arrange()
    await kit.ask('drill/start', { drillId })
    const isOnHold = async () => (await read(drillId)).play?.isOnHold
    await kit.ask('incident/report', { narrative: '练', place: '前厅', drill: true })
    await kit.clock.advance('1 s')
    expect(await isOnHold()).toBe(false)
    await kit.ask('incident/report', { narrative: '热线打不通', place: '前厅' })
    await kit.clock.advance('1 s')
    expect(await isOnHold()).toBe(true)
    await kit.ask('drill/hold', { drillId, hold: false })
    await kit.clock.advance('1 min')
    expect(await isOnHold()).toBe(false) // the incident is no news any more
  })

  it('at a desk is set back by hours and says so in its first words (推演)', async () => {
    kit = await openWithPlans('memory', [GAS])
    const { drillId } = await arrange({ form: 'desk', setBackMs: 4 * 3_600_000 })
    const { incidentId } = await kit.ask('drill/start', { drillId })
    const { narrative, occurredAt, receivedAt } = await kit.incident(incidentId)
    expect(narrative).toBe('【推演：事发时间前移4小时】热线打不进来')
    expect(receivedAt - (occurredAt ?? 0)).toBe(4 * 3_600_000)
  })

  it('has its words and people sealed', async () => {
    kit = await openWithPlans('memory', [GAS])
    const { drillId } = await arrange({
      ...{ place: '雀地点', narrative: '雀报告', leader: { person: '雀组织人' } },
      ...{ evaluator: { person: '雀评估人' }, participants: [{ person: '雀参演人' }] },
      script: [{ words: '雀情景', to: '雀对谁', expects: '雀应做' }],
    })
    await kit.ask('drill/amend', { drillId, narrative: '雀改' })
    const { incidentId } = await kit.ask('drill/start', { drillId })
    await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
    await kit.ask('drill/improvise', { drillId, words: '雀临时' })
    await kit.ask('drill/finding', { drillId, words: '雀问题' })
    await kit.ask('drill/finding-withdraw', { drillId, findingId: 'f1', reason: '雀撤销' })
    await kit.ask('drill/end', { drillId })
    const scores = (await scoresOf(drillId)).map((score) => ({ ...score, reason: '雀原因' }))
    const contents = Object.fromEntries(
      Object.keys(CONTENTS).map((content) => [content, `雀${content}`]),
    ) as typeof CONTENTS
    await kit.ask('drill/evaluate', { drillId, scores, contents, by: '雀人' })
    await kit.ask('drill/report-out', { drillId, day: '2026-11-24', to: '雀局' })
    await kit.ask('drill/script-save', { planId: HOTLINE, script: [{ words: '雀脚本' }] })
    // the place of an incident stands in clear, unless it is somebody's home
    const events = (await kit.events()).filter(({ stream }) => stream.startsWith('drill'))
    expect(JSON.stringify(events)).not.toContain('雀')
    expect(JSON.stringify(await read(drillId))).toContain('雀组织人')
  })

  it('is refused what it is not in a state for, and whom and what nobody knows', async () => {
    kit = await openWithPlans('memory', [GAS])
    expect(await codeOf('drill/read', { drillId: 'd9' })).toBe('unknown-drill')
    expect(await codeOf('drill/end', { drillId: 'd9' })).toBe('unknown-drill')
    expect(await codeOf('drill/evaluate', { drillId: 'd9', scores: [], contents: CONTENTS })).toBe(
      'unknown-drill',
    )
    expect(await codeOf('drill/script-read', { planId: 'none' })).toBe('unknown-plan')
    const { drillId } = await arrange()
    expect(await kit.send('drill/amend', { drillId, day: '2199-01-01' })).toMatchObject({
      ...{ code: 'bad-input', message: { zh: expect.stringContaining('5年以内') } },
    })
    expect(await codeOf('drill/end', { drillId })).toBe('drill-state')
    await kit.ask('drill/call-off', { drillId, reason: '改期' })
    expect(await codeOf('drill/start', { drillId })).toBe('drill-state')
    const other = await arrange()
    await kit.ask('drill/start', { drillId: other.drillId })
    expect(await codeOf('drill/deliver', { ...other, injectId: 'n9' })).toBe('unknown-inject')
    await kit.ask('drill/skip', { ...other, injectId: 'n1' })
    expect(await codeOf('drill/deliver', { ...other, injectId: 'n1' })).toBe('inject-over')
    await kit.ask('drill/speed', { ...other, speed: 2 })
    expect(await codeOf('drill/speed', { ...other, speed: 2 })).toBe('no-change')
    expect(await codeOf('drill/finding-withdraw', { ...other, findingId: 'f9', reason: 'x' })).toBe(
      'unknown-finding',
    )
  })
})

it('nobody evaluates the drill that they lead, and nobody takes part in it twice', async () => {
  kit = await openWithPlans('memory', [GAS])
  const person = { name: '周敏', phones: [], posts: [] }
  const { id: personId } = await kit.ask('people/person-set', person)
  const postId = 'duty-leader'
  const same = { leader: { personId }, evaluator: { person: '周 敏' } }
  await expect(arrange(same)).rejects.toThrow('same-person')
  const { drillId } = await arrange()
  expect(await codeOf('drill/amend', { drillId, evaluator: { personId } })).toBe('same-person')
  expect(await codeOf('drill/amend', { drillId, evaluator: { person: '李处' } })).toBe('taken')
  const participants = [{ personId }, { postId }, { postId }, { postId, person: '周敏' }]
  expect(await kit.send('drill/amend', { drillId, participants })).toMatchObject({
    ...{ code: 'bad-input', message: { zh: expect.stringContaining('写了两次：周敏') } },
  })
  const two = [{ person: '李强' }, { person: '王强' }]
  expect(await codeOf('drill/amend', { drillId, participants: two })).toBe('taken')
})

describe('the script of a plan', () => {
  it('is proposed from the plan until the site saves its own, and again after an empty one', async () => {
    kit = await openWithPlans('memory', [GAS])
    const script = () => kit.ask('drill/script-read', { planId: HOTLINE })
    const { saved, proposed, steps } = await script()
    expect([saved, proposed.length > 3, steps.length > 3]).toEqual([null, true, true])
    await kit.ask('drill/script-save', { planId: HOTLINE, script: [{ words: '断线', after: 0 }] })
    expect((await script()).saved).toMatchObject([{ id: 'n1', words: '断线', after: 0 }])
    await kit.ask('drill/script-save', { planId: HOTLINE, script: [] })
    expect((await script()).saved).toBeNull()
  })
})

describe('what is due', () => {
  it('moves with the drill that was played to its end', async () => {
    kit = await openWithPlans('memory', [GAS])
    const dueOf = async () =>
      (await kit.ask('drill/list', {})).due.find(({ planId }) => planId === HOTLINE)
    expect(await dueOf()).toMatchObject({ last: null, due: '2027-05-24', arranged: null })
    kit.clock.leap('10 d')
    const { drillId } = await arrange({ day: '2026-12-04' })
    expect(await dueOf()).toMatchObject({ arranged: { drillId, day: '2026-12-04' } })
    const { incidentId } = await kit.ask('drill/start', { drillId })
    await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
    await kit.ask('drill/end', { drillId })
    expect(await dueOf()).toMatchObject({ last: '2026-12-04', due: '2027-06-04', arranged: null })
    const obligations = async () => (await kit.ask('readiness/list', {})).obligations
    kit.clock.leap('16 d')
    expect((await obligations()).map(({ kind, due }) => [kind, due])).toEqual(
      expect.arrayContaining([['drill-evaluation', '2026-12-19']]),
    )
  })
})

describe('a drill in which no plan ran', () => {
  const played = async (form: 'desk' | 'full') => {
    kit = await openWithPlans('sqlite', [GAS])
    kit.clock.leap('10 d')
    const { drillId } = await arrange({ form, day: '2026-12-04' })
    await kit.ask('drill/start', { drillId })
    await kit.ask('drill/end', { drillId, close: true })
    return drillId
  }
  const figures = async () => {
    const { due, year } = await kit.ask('drill/list', {})
    const { last = null, due: by = null } = due.find(({ planId }) => planId === HOTLINE) ?? {}
    return { last, by, held: year.held }
  }
  const NOT_COUNTED = { last: null, by: '2027-05-24', held: 0 }

  it('is a drill of none: no due day moves, nothing is counted, nothing is owed of it', async () => {
    const drillId = await played('full')
    expect(await read(drillId)).toMatchObject({ isPlayedOut: true, isCounted: false })
    expect(await figures()).toEqual(NOT_COUNTED)
    expect(await kit.ask('drill/read', { drillId })).toMatchObject({ evaluationDue: null })
    expect(await kit.send('drill/declare', { drillId, declare: true })).toMatchObject({
      ...{ code: 'drill-state', message: { zh: expect.stringContaining('另行安排') } },
    })
    const out = { drillId, day: '2026-12-04', to: '应急管理局' }
    expect(await kit.send('drill/report-out', out)).toMatchObject({
      ...{ code: 'drill-state', message: { zh: expect.stringContaining('没有启动过预案') } },
    })
    kit = await kit.restart('1 min')
    expect(await figures()).toEqual(NOT_COUNTED)
  })

  it('at a desk counts by the word of somebody that its plan was gone through, which is taken back', async () => {
    const drillId = await played('desk')
    expect(await figures()).toEqual(NOT_COUNTED)
    await kit.ask('drill/declare', { drillId, declare: true })
    expect(await read(drillId)).toMatchObject({ isCounted: true, declared: { by: '周敏' } })
    expect(await figures()).toEqual({ last: '2026-12-04', by: '2027-06-04', held: 1 })
    kit = await kit.restart('1 min')
    expect(await figures()).toEqual({ last: '2026-12-04', by: '2027-06-04', held: 1 })
    expect(await codeOf('drill/declare', { drillId, declare: true })).toBe('no-change')
    await kit.ask('drill/declare', { drillId, declare: false })
    expect(await figures()).toEqual(NOT_COUNTED)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('a finding', () => {
  it('opens an action that says from which drill, and goes into the draft of its plan', async () => {
    kit = await openWithPlans('memory', [GAS])
    const { drillId } = await arrange()
    await kit.ask('drill/start', { drillId })
    await kit.ask('drill/finding', { drillId, words: '时限太长' })
    await kit.ask('drill/end', { drillId })
    const action = { what: '缩短时限', owner: { person: '李工' }, due: '2026-12-30' }
    expect(await codeOf('action/open', { ...action, source: { drillId: 'd9' } })).toBe(
      'unknown-drill',
    )
    expect(await codeOf('action/open', { ...action, source: { drillId, finding: 'f9' } })).toBe(
      'unknown-finding',
    )
    const source = { drillId, finding: 'f1' }
    const { actionId } = await kit.ask('action/open', { ...action, source, planId: HOTLINE })
    const { actions } = await kit.ask('drill/read', { drillId })
    expect(actions).toMatchObject([
      { id: actionId, source: { kind: 'drill', drillId, number: '演2026-001', finding: 'f1' } },
    ])
    expect(await kit.ask('action/draft', { actionId })).toEqual({ planId: HOTLINE })
  })
})

it('a person is looked up in it, and kept from a purge until it is evaluated', async () => {
  kit = await openWithPlans('memory', [GAS])
  const { drillId } = await arrange()
  const lines = async () => (await kit.ask('retention/find', { name: '李强' })).found
  const where = { zh: '演练', en: 'drills' }
  expect(await lines()).toMatchObject([
    { value: '李强', where, keeps: { zh: expect.stringContaining('还没有评估') } },
  ])
  await kit.ask('drill/call-off', { drillId, reason: '改期' })
  expect(await lines()).toMatchObject([{ value: '李强', where, keeps: null }])
})

it('of a site without plans nothing is due', async () => {
  kit = await openStation()
  expect(await kit.ask('drill/list', {})).toMatchObject({ drills: [], due: [], year: { held: 0 } })
})
