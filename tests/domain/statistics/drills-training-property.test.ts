/**
 * The figures of drills and of training over a made-up time with a leap day, ends of months and
 * summer time, against plain counts of the raw events.
 */
import { describe, expect, it } from 'vitest'
import { duesOfPlans, heldBefore, type DueView } from '#shared/domain/drill/due.ts'
import { drillsOfPeriod } from '#shared/domain/drill/figures.ts'
import { drillStream } from '#shared/domain/drill/stream.ts'
import { startOfDate } from '#shared/domain/calendar.ts'
import type { PolicyRule } from '#shared/domain/policies/policy.ts'
import { signOffStream } from '#shared/domain/sign-off/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { courseStream } from '#shared/domain/training-course/stream.ts'
import { sessionStream } from '#shared/domain/training-session/stream.ts'
import { trainingOfPeriod } from '#shared/domain/training/figures.ts'
import type { Staff } from '#shared/domain/training/standing.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import { folded, madeUp, MONTHS, neverSeen } from '../../kit/made-up-events.ts'
import { plainDrills, type PlainPlan } from '../../kit/plain-count/drills.ts'
import { plainTraining } from '../../kit/plain-count/training.ts'

const ZONES = [
  [1, 'Asia/Shanghai'],
  [2, 'Pacific/Auckland'],
  [3, 'America/New_York'],
] as const
const STEPS = 900
const seal = (sealed: string) => ({ sealed })

const PLANS: readonly (PlainPlan & { kind: 'fire' | 'scene' | 'comprehensive' })[] = [
  { id: 'fire', kind: 'fire', months: 3, since: '2027-08-31' },
  { id: 'gas', kind: 'scene', months: 1, since: '2027-08-30' },
  { id: 'site', kind: 'comprehensive', months: 6, since: '2027-08-29' },
]
const view: Omit<DueView, 'zone'> = {
  policies: PLANS.map(({ kind, months: value }) => ({
    ...{ id: kind, kind: 'drill', unit: 'months', value, remindDays: 5 },
    appliesTo: { about: [kind] },
  })) as readonly PolicyRule[],
  calendar: {},
  since: (planId) => PLANS.find(({ id }) => id === planId)?.since ?? '',
}

function drillEvents(seed: number) {
  const story = madeUp(seed)
  const { below, oneOf, write } = story
  const owner = { post: null, person: seal('w'), personId: null }
  const arrangement = () => ({
    ...{ planId: oneOf(['fire', 'gas', 'site']), planTitle: localized('案', 'Plan') },
    ...{ form: oneOf(['desk', 'function', 'full']), purpose: 'verification', day: story.day() },
    ...{ place: seal('p'), narrative: seal('n'), leader: owner, evaluator: owner },
    participants: Array.from({ length: below(3) }, (_, index) => ({
      ...{ id: `p${index}`, post: null, person: seal('x'), personId: null },
    })),
  })
  const ran = () => ['fire', 'gas', 'site'].filter(() => below(3) === 0)
  for (let step = 0; step < STEPS; step += 1) {
    story.pass()
    const stream = `drill.d${Math.floor(step / 20)}`
    const state = story.events.filter((event) => event.stream === stream).map(({ type }) => type)
    const isOver = state.includes('DrillEnded') || state.includes('DrillCounted')
    if (state.length === 0 && below(4) === 0)
      write(stream, 'DrillCounted', {
        ...arrangement(),
        ...{ incidentId: 'i', number: null, startedBy: '周敏', planIds: ran() },
        ...{ startedAt: story.now() - below(40) * DAY_MS, endedAt: story.now() },
      })
    else if (state.length === 0) write(stream, 'DrillArranged', { ...arrangement(), script: [] })
    else if (!isOver && !state.includes('DrillStarted'))
      write(stream, 'DrillStarted', { incidentId: 'i', number: null })
    else if (!isOver && below(2) === 0)
      write(stream, 'DrillEnded', {
        ...{ deliveries: [], planIds: ran(), brokenOff: below(4) === 0 ? seal('b') : null },
      })
    else if (state.includes('DrillCounted') && below(12) === 0)
      write(stream, 'DrillCalledOff', { reason: seal('c') })
    else if (below(3) === 0) {
      const findingId = `f${step}`
      write(stream, 'FindingRecorded', { findingId, words: seal('w'), stepId: null })
      if (below(3) === 0) write(stream, 'FindingWithdrawn', { findingId, reason: seal('r') })
    } else if (below(4) === 0)
      write(stream, 'DrillEvaluated', {
        ...{ person: seal('w'), items: [], contents: {}, points: 1, most: 2, reason: null },
        grade: oneOf(['excellent', 'good', 'fair', 'poor']),
      })
    else if (below(5) === 0)
      write(stream, below(4) ? 'DrillDeclared' : 'DrillDeclarationUndone', {})
    else if (below(2) === 0)
      write(stream, below(5) ? 'DrillAcknowledged' : 'AcknowledgementUndone', {
        participantId: `p${below(2)}`,
      })
    else write(stream, 'DrillReportedOut', { day: story.day(), to: seal('t') })
  }
  return story
}

const flat = (figures: ReturnType<typeof drillsOfPeriod>): Record<string, number> => {
  const { byForm, byGrade, ...plain } = figures
  const named = (prefix: string, counts: object) =>
    Object.entries(counts).map(([name, count]) => [`${prefix}.${name}`, count as number] as const)
  return { ...plain, ...Object.fromEntries([...named('form', byForm), ...named('grade', byGrade)]) }
}
const withoutNought = (sums: Record<string, number>) =>
  Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0))

describe('the figures of drills', () => {
  it.each(ZONES)('seed %i in %s: the same in every month', (seed, zone) => {
    const { events } = drillEvents(seed)
    const drills = folded(drillStream, events).flatMap(({ drill }) => drill ?? [])
    const plans = PLANS.map(({ id, kind }) => ({ planId: id, kind, title: localized('', '') }))
    const months = MONTHS.map((period) => {
      const before = heldBefore(drills, startOfDate(period.from, zone))
      const due = duesOfPlans(plans, before, { ...view, zone })
      const figures = flat(drillsOfPeriod(drills, due, period, zone))
      const plain = plainDrills(events, PLANS, period, zone)
      expect(withoutNought(figures), period.from).toEqual(withoutNought(plain))
      return figures
    })
    expect(neverSeen(months, Object.keys(months[0] ?? {}))).toEqual([])
  })
})

const PEOPLE = ['li', 'wang', 'zhao'] as const
const POSTS: Readonly<Record<string, readonly string[]>> = {
  li: ['guard'],
  wang: ['desk'],
  zhao: [],
}
const staff: Staff = PEOPLE.map((id) => ({
  person: { id, name: seal('n'), phones: [] },
  posts: new Set(POSTS[id]),
}))
const USUAL = 2

function trainingEvents(seed: number) {
  const story = madeUp(seed)
  const { below, oneOf, write } = story
  const learner = () =>
    below(4) === 0
      ? { personId: null, person: seal(`n${below(5)}`) }
      : { personId: PEOPLE[below(3)] ?? 'li', person: seal('n') }
  let exams = 0
  for (let step = 0; step < STEPS; step += 1) {
    story.pass()
    const courseId = `c${below(4)}`
    const course = `training-course.${courseId}`
    const session = `training-session.s${below(60)}`
    const has = (stream: string) => story.events.some((event) => event.stream === stream)
    const near = story.now() + (below(30) - 25) * DAY_MS + below(24) * HOUR_MS
    const kind = below(8)
    if (!has(course) || kind === 0)
      write(course, 'CourseSet', {
        ...{ title: '灭火', words: '', planId: null, posts: [['guard'], ['desk'], []][below(3)] },
        ...{ everybody: below(3) === 0, months: [null, 0, 1, 3][below(4)], remindDays: null },
        ...{ passMark: 80, questions: courseId === 'c0' ? [] : [{}] },
      })
    else if (kind === 1 && below(5) === 0) write(course, 'CourseEnded', { reason: seal('r') })
    else if (kind < 4) {
      exams += 1
      const right = below(10)
      write(course, 'ExamTaken', {
        ...{ examId: `${exams}`, learner: learner(), takenAt: near, right, of: 10 },
        ...{ passed: right >= 4, paper: true, sessionId: null },
      })
      if (below(6) === 0) write(course, 'ExamWithdrawn', { examId: `${exams}`, reason: seal('r') })
    } else if (kind < 6)
      write(session, 'SessionSet', {
        ...{ courseId, heldAt: near, minutes: below(90), place: '', leader: learner() },
        attendees: Array.from({ length: below(4) }, learner),
      })
    else if (kind === 6 && has(session) && below(2) === 0)
      write(session, 'SessionWithdrawn', { reason: seal('r') })
    else {
      const stream = `sign-off.p${below(2)}`
      const revision = `r${below(3)}`
      write(stream, 'PlanSignedOff', {
        ...{ revision, learners: [learner()], readAt: near, paper: true },
      })
      const personId = oneOf(['li', 'wang'])
      if (below(4) === 0) write(stream, 'SignOffTakenBack', { revision, personId })
    }
  }
  return story
}

describe('the figures of training', () => {
  it.each(ZONES)('seed %i in %s: the same in every month', (seed, zone) => {
    const { events, now: at } = trainingEvents(seed)
    const state = {
      courses: folded(courseStream, events).flatMap(({ course }) => course ?? []),
      sessions: folded(sessionStream, events).flatMap(({ session }) => session ?? []),
      signOffs: folded(signOffStream, events),
      staff,
    }
    const people = PEOPLE.map((id) => ({ id, posts: POSTS[id] ?? [] }))
    const time = { now: at() - 40 * DAY_MS, zone }
    const months = MONTHS.map((period) => {
      const usual = { months: USUAL, remindDays: 0 }
      const figures = trainingOfPeriod(state, period, { ...time, usual })
      const plain = plainTraining(events, people, period, { ...time, usual: USUAL })
      expect(figures, period.from).toEqual(plain)
      return { ...figures }
    })
    expect(neverSeen(months, Object.keys(months[0] ?? {}))).toEqual([])
  })
})
