/**
 * Inquiry, review and result of an incident: what is due by its level and its plans (突发事件应对法
 * art. 92, 88号令 art. 40), what holds the archive, and what is recorded of it.
 */
import { describe, expect, it } from 'vitest'
import { decideArchiving } from '#shared/domain/archiving/decide.ts'
import type { RecordInquiry, RecordReview } from '#shared/domain/incident/record/aftermath.ts'
import { archivedAt, openAtArchive } from '#shared/domain/incident/rules/archiving.ts'
import { drawFromBoard } from '#shared/domain/handover-sheet/draw-page.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const sealed = (text: string): Sealed => ({ sealed: text })
const response = plan('p', [
  step('act'),
  step('inquire', { stage: 'review', aftercare: 'inquiry', when: { state: 'contained' } }),
  step('review', { stage: 'review', aftercare: 'review', when: { state: 'contained' } }),
])
const START = Date.parse(WORKDAY)
const aftercare = {
  type: 'AddAftercare',
  kind: 'comfort',
  ...{ whom: sealed('李四'), dueOn: '2026-12-01' },
  owner: { post: { id: 'desk', name: localized('值', 'Desk') }, person: null, personId: null },
  ...{ words: null, agreedFen: null, stepId: null },
} as const

function contained(
  level: number | null,
  { drill = false, reviewFrom = 3 }: { drill?: boolean; reviewFrom?: number } = {},
): Scenario {
  const scenario = incidentAt(WORKDAY, { drill, archiveAfterDays: 10, reviewFrom })
  scenario.activate(response, level === null ? {} : { level })
  scenario.finish('act')
  scenario.move('contained')
  return scenario
}
function closed(level: number | null, how: { drill?: boolean; reviewFrom?: number } = {}) {
  const scenario = contained(level, how)
  scenario.finish('inquire', 'not-applicable')
  scenario.finish('review', 'not-applicable')
  scenario.move('closed')
  return scenario
}
const review = (scenario: Scenario, part: Partial<RecordReview> = {}) =>
  scenario.send({
    ...{ type: 'RecordReview', kind: 'review', cause: sealed('线路老化'), well: null, poor: null },
    ...{ lessons: [sealed('定期查线')], people: null, plans: [], reviewedAt: null },
    ...part,
  })
const inquiry = (scenario: Scenario, part: Partial<RecordInquiry> = {}) =>
  scenario.send({
    ...{ type: 'RecordInquiry', course: sealed('经过'), cause: null, opinion: null, handed: null },
    ...part,
  })

describe('before the archive', () => {
  it.each([
    [3, 3, true],
    [1, 3, true],
    [4, 3, false],
    [null, 3, false],
    [2, 1, false],
  ])(
    'of level %s with reviews from %s on, a review is missing: %s',
    (level, reviewFrom, missing) => {
      const scenario = closed(level, { reviewFrom })
      expect(scenario.board().aftermath?.review).toBe(missing ? 'missing' : 'not-asked')
      expect(scenario.move('archived')?.code ?? 'ok').toBe(missing ? 'review-missing' : 'ok')
    },
  )

  it('it is missing of one that was lowered before it was closed', () => {
    const scenario = contained(2)
    scenario.send({ type: 'ChangeLevel', level: 4, reason: '火已扑灭' })
    scenario.finish('inquire', 'not-applicable')
    scenario.finish('review', 'not-applicable')
    scenario.move('closed')
    expect(scenario.state().level).toBe(4)
    expect(scenario.board().aftermath?.review).toBe('missing')
    expect(scenario.move('archived')?.code).toBe('review-missing')
  })

  it('it is never missing of a drill', () => {
    expect(closed(1, { drill: true }).move('archived')).toBeNull()
  })

  it('a reason lets it pass, and is recorded', () => {
    const scenario = closed(2)
    expect(scenario.move('archived', undefined, { review: '并入专项检查' })).toBeNull()
    expect(scenario.all('ReviewPassedOver')).toMatchObject([{ reason: '并入专项检查' }])
    expect(scenario.board().state).toBe('archived')
  })

  it('by itself it waits for the review, and for what is owed to people', () => {
    const scenario = closed(3)
    expect(archivedAt(scenario.state(), scenario.world)).toBeNull()
    scenario.pass('40 d')
    expect(scenario.state().state).toBe('closed')
    review(scenario)
    scenario.send(aftercare)
    expect(openAtArchive(scenario.state(), scenario.world)).toMatchObject({
      ...{ aftercare: 1, reviewMissing: false },
    })
    scenario.pass('40 d')
    expect(scenario.state().state).toBe('closed')
    scenario.send({ type: 'WithdrawAftercare', aftercareId: '1', reason: sealed('记错') })
    scenario.pass('9 d')
    expect(scenario.state().state).toBe('closed')
    scenario.pass('1 d')
    expect(scenario.state().state).toBe('archived')
  })

  it('what a site sets of it is a level, or none', () => {
    const set = (reviewFrom: number | null, before: number | null | undefined = undefined) =>
      decideArchiving(before === undefined ? null : { days: 30, reviewFrom: before }, {
        ...{ type: 'SetArchiving', days: 30, reviewFrom, reason: sealed('因') },
      })
    expect(set(3)).toMatchObject({ events: [] })
    expect(set(null)).toMatchObject({ events: [{ type: 'ReviewLevelSet', level: null }] })
    expect(set(3, null)).toMatchObject({ events: [{ type: 'ReviewLevelSet', level: 3 }] })
    expect(set(5)).toMatchObject({ code: 'bad-input', details: ['reviewFrom'] })
  })
})

it('a shift handover says what is open, and which closed incidents wait for their review', () => {
  const scenario = closed(3)
  scenario.send(aftercare)
  const { aftermath } = drawFromBoard([scenario.board()], [], START)
  expect(aftermath).toEqual({ open: 1, reviews: 1 })
  expect(drawFromBoard([closed(4).board()], [], START)).not.toHaveProperty('aftermath')
})

it('says of evaluations, from a week before their term on, until they are done', () => {
  const scenario = closed(4)
  const evaluations = (days: number) =>
    drawFromBoard([scenario.board()], [], START + days * DAY_MS).aftermath?.evaluations
  expect([evaluations(22), evaluations(23), evaluations(40)]).toEqual([undefined, 1, 1])
  review(scenario, { kind: 'evaluation', plans: ['p'] })
  expect(evaluations(40)).toBeUndefined()
})

describe('a review', () => {
  it('says something, at a time that can be, of plans that ran', () => {
    const scenario = contained(3)
    const nothing = { cause: null, lessons: [] }
    expect([
      review(scenario, nothing)?.code,
      review(scenario, { reviewedAt: scenario.now() + 1 })?.code,
      review(scenario, { kind: 'evaluation' })?.code,
      review(scenario, { plans: ['other'] })?.code,
      review(scenario)?.code,
    ]).toEqual(['bad-input', 'bad-input', 'bad-input', 'plan-not-running', undefined])
    expect(scenario.state().reviews).toMatchObject([
      { kind: 'review', lessons: [{ id: '1', text: sealed('定期查线') }], reviewedAt: START },
    ])
    expect(scenario.step('review').state).toBe('done')
  })

  it('of the plan alone is an evaluation: due thirty days after the end, also after the archive', () => {
    const scenario = closed(4)
    expect(scenario.board().aftermath?.evaluations).toMatchObject([
      { planId: 'p', dueAt: START + 30 * DAY_MS, doneAt: null },
    ])
    scenario.move('archived')
    expect(review(scenario)?.code).toBe('incident-over')
    expect(review(scenario, { kind: 'evaluation', plans: ['p'] })).toBeNull()
    expect(scenario.board().aftermath).toMatchObject({
      ...{ review: 'not-asked', evaluations: [{ planId: 'p', doneAt: START }] },
    })
  })

  it('is due of no plan that was stopped, and of none in a drill', () => {
    const scenario = contained(4)
    scenario.send({ type: 'StopPlan', planId: 'p', reason: '误启动', reasons: {} })
    expect(scenario.board().aftermath?.evaluations ?? []).toEqual([])
    expect(closed(4, { drill: true }).board().aftermath?.evaluations).toEqual([])
  })
})

describe('an inquiry', () => {
  it('is written in parts, and handed on with an opinion, which finishes its step', () => {
    const scenario = contained(3)
    expect(inquiry(scenario, { course: null })?.code).toBe('bad-input')
    expect(inquiry(scenario)).toBeNull()
    const handed = { to: sealed('领导小组'), at: scenario.now() }
    expect(inquiry(scenario, { handed })?.code).toBe('bad-input')
    expect(scenario.step('inquire').state).toBe('open')
    expect(inquiry(scenario, { opinion: sealed('换线'), handed })).toBeNull()
    expect(scenario.step('inquire').state).toBe('done')
    expect(scenario.all('InquiryRecorded')).toHaveLength(2)
  })
})

describe('the result', () => {
  const close = (scenario: Scenario) =>
    scenario.send({
      ...{ type: 'MoveIncident', to: 'closed', reason: null },
      result: { cause: 'known', handedTo: sealed('消防救援大队') },
    })
  it('stands with the numbers of the record, as they are at closing', () => {
    const scenario = contained(4)
    for (const id of ['inquire', 'review']) scenario.finish(id)
    scenario.send({
      ...{ type: 'AssessIncident', casualties: { minor: 2 }, loss: 800 },
      ...{ severity: null, reason: null },
    })
    scenario.send({ type: 'RecordImpact', impact: { operating: 'open' }, reason: null })
    expect(close(scenario)).toBeNull()
    expect(scenario.state().result).toMatchObject({
      ...{ casualties: { minor: 2 }, loss: 800, operating: 'open', cause: 'known' },
    })
    const resultNow = () => scenario.board().aftermath?.result
    expect(resultNow()).not.toHaveProperty('outdated')
    scenario.send({
      ...{ type: 'AssessIncident', casualties: { dead: 1, minor: 1 }, loss: null },
      ...{ severity: null, reason: '伤者死亡' },
    })
    expect(resultNow()).toMatchObject({ casualties: { minor: 2 }, outdated: true })
  })
  it('is left out as easily, and belongs to closing alone', () => {
    const scenario = closed(4)
    expect(scenario.state().result).toBeUndefined()
    const open = contained(4)
    expect(
      open.send({
        ...{ type: 'MoveIncident', to: 'lifted', reason: null },
        result: { cause: null, handedTo: null },
      })?.code,
    ).toBe('bad-input')
  })
})
