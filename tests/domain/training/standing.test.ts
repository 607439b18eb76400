/**
 * Who owes which course and until when it holds, over ends of months and leap days; what follows by
 * a day; figures of a period; rows of attendance.
 */
import { describe, expect, it } from 'vitest'
import type { DutyRoster } from '#shared/domain/duty/roster.ts'
import { EMPTY_REGISTER, type Register } from '#shared/domain/roster/register.ts'
import { owedSignOffs } from '#shared/domain/sign-off/owed.ts'
import type { SignOffs } from '#shared/domain/sign-off/sign-off.ts'
import { localized } from '#shared/domain/text.ts'
import type { Course, Exam } from '#shared/domain/training-course/course.ts'
import type { Session } from '#shared/domain/training-session/session.ts'
import { trainingOfPeriod } from '#shared/domain/training/figures.ts'
import { obligationsOfSignOff, obligationsOfTraining } from '#shared/domain/training/obligations.ts'
import {
  attendanceReader,
  examKey,
  personKey,
  type AttendanceRow,
} from '#shared/domain/training/rows.ts'
import { owedStandings, staffOf, standingOf } from '#shared/domain/training/standing.ts'

const ZONE = 'Asia/Shanghai'
const on = (day: string, time = '10:00'): number => Date.parse(`${day}T${time}:00+08:00`)
const usual = { months: 12, remindDays: 30 }
const time = (day: string) => ({ now: on(day), zone: ZONE, usual })
const learner = (personId: string) => ({ personId, person: { sealed: personId } })

const exam = (personId: string, day: string, part: Partial<Exam> = {}): Exam => ({
  ...{ id: '1', learner: learner(personId), takenAt: on(day), right: 2, of: 2, passed: true },
  ...{ paper: false, sessionId: null, at: on(day), by: '周敏', withdrawn: null },
  ...part,
})
const question = { text: '火警电话？', answers: ['110', '119'], right: 1 }
const course = (part: Partial<Course> = {}): Course => ({
  ...{ id: 'c1', version: 1, title: '灭火', words: '', planId: null, posts: ['guard'] },
  ...{ everybody: false, months: null, remindDays: null, passMark: 80, questions: [question] },
  ...{ ended: null, exams: [] },
  ...part,
})
const session = (part: Partial<Session> = {}): Session => ({
  ...{ id: 's1', version: 1, courseId: 'c1', heldAt: on('2026-03-01'), minutes: 90, place: '' },
  ...{ leader: learner('p9'), attendees: [learner('p1')], withdrawn: null },
  ...part,
})
const person = (id: string, left?: true) => ({ id, name: id, phones: [], ...(left && { left }) })
const register = (part: Partial<Register> = {}): Register => ({
  ...EMPTY_REGISTER,
  begun: true,
  persons: [person('p1'), person('p2'), person('p3', true)],
  holders: { guard: [{ person: 'p1', phone: '' }] },
  ...part,
})
const staff = (day: string, of = register(), duty: DutyRoster | null = null) =>
  staffOf(of, duty, day)

describe('until when a course holds', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-15', 12, '2027-03-15'],
  ])('%s + %i months is %s, that day included', (day, months, until) => {
    const of = course({ months, exams: [exam('p1', day)] })
    expect(standingOf(of, 'p1', [], time(day))).toMatchObject({ last: day, until })
    expect(standingOf(of, 'p1', [], time(until)).state).toBe('soon')
    const after = new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    expect(standingOf(of, 'p1', [], time(after)).state).toBe('expired')
  })

  it('follows the policy where the course says nothing, and never ends with 0 months', () => {
    const exams = [exam('p1', '2026-03-15')]
    const at = (of: Course, day: string) => standingOf(of, 'p1', [], time(day)).state
    expect(at(course({ exams }), '2027-02-12')).toBe('valid')
    expect(at(course({ exams }), '2027-02-13')).toBe('soon')
    expect(at(course({ exams, remindDays: 7 }), '2027-03-07')).toBe('valid')
    expect(at(course({ exams, months: 0 }), '2031-01-01')).toBe('valid')
  })

  it('goes by the local day of the site, not by UTC', () => {
    const late = exam('p1', '2026-03-15', { takenAt: on('2026-03-15', '23:59') })
    const early = exam('p1', '2026-03-16', { takenAt: on('2026-03-16', '00:01') })
    expect(standingOf(course({ exams: [late] }), 'p1', [], time('2026-04-01')).last).toBe(
      '2026-03-15',
    )
    expect(standingOf(course({ exams: [early] }), 'p1', [], time('2026-04-01')).last).toBe(
      '2026-03-16',
    )
  })

  it('asks for a passed exam where there are questions, else for attendance', () => {
    const there = session()
    const failed = exam('p1', '2026-03-02', { passed: false, right: 1 })
    expect(standingOf(course(), 'p1', [there], time('2026-04-01')).state).toBe('missing')
    expect(
      standingOf(course({ exams: [failed] }), 'p1', [there], time('2026-04-01')),
    ).toMatchObject({ state: 'missing', exam: { right: 1, of: 2, passed: false } })
    const plain = course({ questions: [] })
    expect(standingOf(plain, 'p1', [there], time('2026-04-01')).last).toBe('2026-03-01')
    expect(standingOf(plain, 'p2', [there], time('2026-04-01')).state).toBe('missing')
    const arranged = session({ heldAt: on('2026-05-01') })
    expect(standingOf(plain, 'p1', [arranged], time('2026-04-01')).state).toBe('missing')
    const withdrawn = { at: 0, by: 'x', reason: { sealed: 'r' } }
    const gone = exam('p1', '2026-03-02', { withdrawn })
    expect(standingOf(course({ exams: [gone] }), 'p1', [], time('2026-04-01')).state).toBe(
      'missing',
    )
  })
})

describe('who owes a course', () => {
  const owed = (of: Course, day: string, ...args: [Register?, DutyRoster?]) =>
    owedStandings({ courses: [of], sessions: [] }, staff(day, ...args), time(day)).map(
      ({ personId }) => personId,
    )

  it('is whoever holds its post: a newcomer from the first day on, nobody who has left', () => {
    expect(owed(course(), '2026-04-01')).toEqual(['p1'])
    const newcomer = register({
      holders: {
        guard: [
          { person: 'p1', phone: '' },
          { person: 'p2', phone: '' },
        ],
      },
    })
    expect(owed(course(), '2026-04-01', newcomer)).toEqual(['p1', 'p2'])
    expect(owed(course({ everybody: true }), '2026-04-01')).toEqual(['p1', 'p2'])
    const ended = { at: 0, by: 'x', reason: { sealed: 'r' } }
    expect(owed(course({ ended }), '2026-04-01')).toEqual([])
  })

  it('is whoever the duty roster puts there, and whoever a post of the site stands in for', () => {
    const duty: DutyRoster = {
      shifts: [
        {
          id: 'day',
          name: localized('早', 'Day'),
          begins: '08:00',
          ends: '20:00',
          minimum: 1,
          posts: ['guard'],
        },
      ],
      days: { '2026-04-20': { day: { guard: ['p2'] } } },
    }
    expect(owed(course(), '2026-04-01', register({ holders: {} }), duty)).toEqual(['p2'])
    expect(owed(course(), '2026-06-30', register({ holders: {} }), duty)).toEqual([])
    const standIn = register({
      holders: { desk: [{ person: 'p2', phone: '' }] },
      posts: [
        { id: 'desk', name: localized('前台', 'Desk'), standsFor: ['guard'], substitutes: [] },
      ],
    })
    expect(owed(course(), '2026-04-01', standIn)).toEqual(['p2'])
  })
})

describe('what is owed by a day', () => {
  const world = (day: string) => ({ ...time(day), nameOf: (id: string) => localized(id, id) })

  it('is one thing for each course and post, with how many lack it', () => {
    const of = course({ exams: [exam('p1', '2026-03-15')] })
    const record = { courses: [of], sessions: [] }
    expect(obligationsOfTraining(record, staff('2026-12-01'), world('2026-12-01'))).toEqual([])
    expect(obligationsOfTraining(record, staff('2027-02-20'), world('2027-02-20'))).toMatchObject([
      {
        ...{ kind: 'training', due: '2027-03-15', remindFrom: '2027-02-13', count: 1 },
        ...{ isCritical: false, owner: { post: { id: 'guard' } } },
      },
    ])
    // 21 months after it was over, somebody who is not trained is on duty: as one who never was
    expect(obligationsOfTraining(record, staff('2028-12-15'), world('2028-12-15'))).toMatchObject([
      { due: '2027-03-15', isCritical: true },
    ])
    expect(obligationsOfTraining(record, staff('2027-03-15'), world('2027-03-15'))).toMatchObject([
      { due: '2027-03-15', isCritical: false },
    ])
    const newcomer = register({
      holders: {
        guard: [
          { person: 'p1', phone: '' },
          { person: 'p2', phone: '' },
        ],
      },
    })
    expect(
      obligationsOfTraining(record, staff('2027-02-20', newcomer), world('2027-02-20')),
    ).toMatchObject([{ due: null, remindFrom: null, count: 2, isCritical: true }])
  })

  it('is the sign-off of each plan by whoever fills a post of it, again at a new revision', () => {
    const step = { role: 'guard', helpers: [] }
    const plan = { id: 'fire', revision: 'r2', title: localized('火灾', 'Fire'), steps: [step] }
    const plans = [plan] as never
    const signed = (revision: string): ReadonlyMap<string, SignOffs> => {
      const entry = { learner: learner('p1'), revision, readAt: on('2026-03-01'), paper: false }
      return new Map([['fire', { planId: 'fire', signed: [{ ...entry, at: 0, by: 'x' }] }]])
    }
    const state = (of: ReadonlyMap<string, SignOffs>) =>
      owedSignOffs(plans, staff('2026-04-01'), of, ZONE).map((owed) => owed.state)
    expect([state(new Map()), state(signed('r1')), state(signed('r2'))]).toEqual([
      ['missing'],
      ['again'],
      ['signed'],
    ])
    const of = (signOffs: ReadonlyMap<string, SignOffs>) =>
      obligationsOfSignOff(plans, signOffs, staff('2026-04-01'), world('2026-04-01'))
    expect(of(signed('r1'))).toMatchObject([
      {
        ...{ kind: 'sign-off', about: { id: 'guard' }, owner: { post: { id: 'guard' } } },
        ...{ due: null, count: 1, to: ['readiness', 'training', 'sign-off', 'guard'] },
      },
    ])
    expect(of(signed('r2'))).toEqual([])
  })

  it('sign-offs of a post are one line, and whoever fills two posts stands in one of them', () => {
    const planOf = (id: string, ...posts: readonly string[]) => ({
      ...{ id, revision: 'r1', title: localized(id, id) },
      steps: posts.map((role) => ({ role, helpers: [] })),
    })
    const plans = [
      planOf('fire', 'desk', 'guard'),
      planOf('theft', 'guard'),
      planOf('call', 'desk'),
    ]
    const both = register({
      holders: {
        guard: [
          { person: 'p1', phone: '' },
          { person: 'p2', phone: '' },
        ],
        desk: [{ person: 'p2', phone: '' }],
      },
    })
    const lines = obligationsOfSignOff(
      ...([plans as never, new Map(), staff('2026-04-01', both), world('2026-04-01')] as const),
    )
    expect(lines.map(({ about, count }) => [about.id, count])).toEqual([['guard', 5]])
  })
})

describe('the figures of a period', () => {
  it('count what was held and taken in it, everybody once, and what lacks at its end', () => {
    const state = {
      courses: [
        course({
          exams: [exam('p1', '2026-03-15'), exam('p2', '2026-03-15', { passed: false })],
        }),
      ],
      sessions: [
        session(),
        session({
          id: 's2',
          heldAt: on('2026-03-31', '23:30'),
          attendees: [learner('p1'), learner('p2')],
        }),
        session({ id: 's3', heldAt: on('2026-04-01', '00:10') }),
      ],
      signOffs: [],
      staff: staff('2026-04-01'),
    }
    const march = { from: '2026-03-01', to: '2026-03-31' }
    expect(trainingOfPeriod(state, march, time('2026-05-01'))).toEqual({
      ...{ sessions: 2, minutes: 180, attendances: 3, persons: 2, exams: 2, passed: 1 },
      ...{ signedOff: 0, lacking: 0 },
    })
    const next = { from: '2027-03-01', to: '2027-03-31' }
    expect(trainingOfPeriod(state, next, time('2027-04-02')).lacking).toBe(1)
    expect(trainingOfPeriod(state, next, time('2027-03-10')).lacking).toBe(0)
  })
})

function readAttendance(
  rows: readonly AttendanceRow[],
  known: Parameters<typeof attendanceReader>[0],
) {
  const { read, followed } = attendanceReader(known)
  return { rows: rows.map(read), ...followed() }
}

describe('rows of attendance', () => {
  const known = {
    courses: [
      { id: 'c1', title: '灭火', hasEnded: false },
      { id: 'c2', title: '停开', hasEnded: true },
    ],
    sessions: [{ id: 's1', courseId: 'c1', date: '2026-03-01', people: new Set(['p1']) }],
    persons: [
      { id: 'p1', name: '李工' },
      { id: 'p2', name: '王芳' },
      { id: 'p3', name: '王芳' },
    ],
    exams: new Set<string>(),
    today: '2026-04-01',
  }
  const row = (part: object = {}) => ({
    ...{ row: 2, course: '灭火', date: '2026-03-02', person: '李工' },
    ...part,
  })
  const outcomes = (...rows: ReturnType<typeof row>[]) =>
    readAttendance(rows, known).rows.map(({ outcome }) => outcome)

  it('of one course and day are one session, and nobody is there twice', () => {
    const rows = [row(), row({ person: '陌生人', score: 90 }), row({ person: '李 工' })]
    const read = readAttendance(rows, known)
    expect(read.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'same'])
    expect(read.sessions).toMatchObject([
      {
        ...{ id: null, courseId: 'c1', date: '2026-03-02' },
        people: [{ personId: 'p1' }, { personId: null, name: '陌生人' }],
      },
    ])
    expect(read.scores).toMatchObject([{ name: '陌生人', score: 90 }])
  })

  it('come to the session that is there', () => {
    expect(outcomes(row({ date: '2026-03-01' }))).toEqual(['same'])
    expect(outcomes(row({ date: '2026-03-01', person: '新人' }))).toEqual(['changed'])
  })

  it('is whoever somebody has said, at the session that they have chosen', () => {
    const empty = { id: 's2', courseId: 'c1', date: '2026-03-01', people: new Set<string>() }
    const both = { ...known, sessions: [...known.sessions, empty] }
    const meant = row({ date: '2026-03-01', person: '王芳', personId: 'p3', sessionId: 's2' })
    const outside = row({ person: '李工', personId: null })
    const read = readAttendance([meant, outside], both)
    expect(read.rows.map(({ outcome }) => outcome)).toEqual(['changed', 'new'])
    expect(read.sessions).toMatchObject([
      { id: 's2', people: [{ personId: 'p3', name: '王芳' }] },
      { id: null, people: [{ personId: null, name: '李工' }] },
    ])
    expect(outcomes(row({ sessionId: 's9' }), row({ personId: 'p9' }))).toEqual([
      'refused',
      'refused',
    ])
  })

  it('gives a score to who is there already, once', () => {
    const scored = row({ date: '2026-03-01', score: 80 })
    const read = readAttendance([scored, scored], known)
    expect(read.rows.map(({ outcome }) => outcome)).toEqual(['changed', 'same'])
    expect([read.sessions, read.scores.length]).toEqual([[], 1])
    const exams = new Set([examKey('c1', '2026-03-01', 'p1')])
    expect(readAttendance([scored], { ...known, exams }).scores).toEqual([])
  })

  it('are refused with what to do: no such course, one ended, a day ahead, a name twice', () => {
    expect(
      outcomes(
        row({ course: '没有' }),
        row({ course: '停开' }),
        row({ date: '2026-04-02' }),
        row({ person: '王芳' }),
      ),
    ).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(personKey('p1', 'x')).toBe('p1')
  })
})
