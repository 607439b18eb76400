/** Training courses, sessions and sign-offs: given events, when a command, then events. */
import { describe, expect, it } from 'vitest'
import { signOffStream, type SignOffEvent } from '#shared/domain/sign-off/stream.ts'
import { decideSignOff, type SignOffCommand } from '#shared/domain/sign-off/decide.ts'
import type { CourseWords } from '#shared/domain/training-course/course.ts'
import {
  decideCourse,
  type CourseCommand,
  type ExamSheet,
} from '#shared/domain/training-course/decide.ts'
import { courseStream, type CourseEvent } from '#shared/domain/training-course/stream.ts'
import { decideSession, type SessionCommand } from '#shared/domain/training-session/decide.ts'
import type { SessionWords } from '#shared/domain/training-session/session.ts'
import { sessionStream, type SessionEvent } from '#shared/domain/training-session/stream.ts'
import { AT, META, recorded, stateAfter } from '../../kit/decider.ts'

const li = { personId: 'p1', person: { sealed: '李工' } }
const wang = { personId: 'p2', person: { sealed: '王芳' } }
const reason = { sealed: 'why' }

const words = (part: Partial<CourseWords> = {}): CourseWords => ({
  ...{ title: '灭火', words: '先报警', planId: 'fire', posts: ['guard'], everybody: false },
  ...{ months: null, remindDays: null, passMark: 80 },
  questions: [
    { text: '火警电话？', answers: ['110', '119'], right: 1 },
    { text: '几分钟到场？', answers: ['3分钟', '15分钟', '4小时'], right: 0 },
  ],
  ...part,
})
const set = (part: Partial<CourseWords> = {}): CourseEvent => ({
  type: 'CourseSet',
  ...words(part),
})
const courseAfter = (...events: readonly CourseEvent[]) => {
  const { course } = stateAfter(courseStream, ...events)
  expect(course === null || courseStream.documents['training-course'].hasForm(course, 'test')).toBe(
    true,
  )
  return course
}
const decide = (events: readonly CourseEvent[], command: CourseCommand) =>
  decideCourse(courseAfter(...events), command, META)
const codeOf = (decision: { ok: boolean; code?: string }): string => decision.code ?? 'taken'
const exam = (part: Partial<ExamSheet>): CourseCommand => ({
  type: 'TakeExams',
  sheets: [
    {
      ...{ learner: li, answers: null, right: null, of: null, takenAt: null, sessionId: null },
      ...part,
    },
  ],
})
const taken = (part: Partial<Extract<CourseEvent, { type: 'ExamTaken' }>> = {}): CourseEvent => ({
  ...{ type: 'ExamTaken', examId: '1', learner: li, takenAt: AT, right: 2, of: 2, passed: true },
  ...{ paper: false, sessionId: null },
  ...part,
})

describe('a course', () => {
  it('is set, changed, ended, and opened again by setting it', () => {
    expect(decide([], { type: 'SetCourse', isNew: true, words: words() })).toEqual(recorded(set()))
    const again: CourseCommand = { type: 'SetCourse', isNew: false, words: words() }
    expect(codeOf(decide([], again))).toBe('unknown-course')
    expect(codeOf(decide([set()], again))).toBe('no-change')
    const ended: CourseEvent = { type: 'CourseEnded', reason }
    expect(decide([set()], { type: 'EndCourse', reason })).toEqual(recorded(ended))
    expect(codeOf(decide([set(), ended], { type: 'EndCourse', reason }))).toBe('course-ended')
    expect(decide([set(), ended], again)).toEqual(recorded(set()))
    expect(courseAfter(set(), ended, set())?.ended).toBeNull()
  })

  it.each([
    ['right answer is none of them', { text: 'x', answers: ['a', 'b'], right: 2 }],
    ['answers are the same', { text: 'x', answers: ['a', 'a'], right: 0 }],
    ['answer stands alone', { text: 'x', answers: ['a'], right: 0 }],
  ])('takes no question whose %s', (_what, question) => {
    const command: CourseCommand = {
      ...{ type: 'SetCourse', isNew: true },
      words: words({ questions: [question] }),
    }
    expect(codeOf(decide([], command))).toBe('bad-input')
  })
})

describe('an exam (S02-23)', () => {
  it('is marked by the right answers of the course and passes from its mark on', () => {
    expect(decide([set()], exam({ answers: [1, 0] }))).toEqual(recorded(taken()))
    expect(decide([set()], exam({ answers: [1, 2] }))).toEqual(
      recorded(taken({ right: 1, passed: false })),
    )
    expect(decide([set({ passMark: 50 })], exam({ answers: [1, 2] }))).toEqual(
      recorded(taken({ right: 1, passed: true })),
    )
  })

  it('is entered from paper with what was right, of as many as the sheet had', () => {
    const onPaper = { paper: true, takenAt: AT - 5 }
    expect(decide([set()], exam({ right: 8, of: 10, takenAt: AT - 5 }))).toEqual(
      recorded(taken({ ...onPaper, right: 8, of: 10, passed: true })),
    )
    expect(decide([set()], exam({ right: 7, of: 10, takenAt: AT - 5 }))).toEqual(
      recorded(taken({ ...onPaper, right: 7, of: 10, passed: false })),
    )
    expect(codeOf(decide([set()], exam({ right: 11, of: 10 })))).toBe('bad-input')
  })

  it('is refused without questions, half answered, ahead of now, or of an ended course', () => {
    expect(codeOf(decide([set({ questions: [] })], exam({ answers: [] })))).toBe('no-questions')
    expect(codeOf(decide([set({ questions: [] })], exam({ right: 0 })))).toBe('no-questions')
    expect(codeOf(decide([set()], exam({ answers: [1] })))).toBe('bad-input')
    expect(codeOf(decide([set()], exam({ answers: [1, 0], takenAt: AT + 1 })))).toBe('bad-input')
    const ended: CourseEvent = { type: 'CourseEnded', reason }
    expect(codeOf(decide([set(), ended], exam({ answers: [1, 0] })))).toBe('course-ended')
  })

  it('counts every try, and one that is withdrawn no more', () => {
    const second = exam({ learner: wang, answers: [1, 0] })
    expect(decide([set(), taken()], second)).toEqual(
      recorded(taken({ examId: '2', learner: wang })),
    )
    const command: CourseCommand = { type: 'WithdrawExam', examId: '1', reason }
    const withdrawn: CourseEvent = { type: 'ExamWithdrawn', examId: '1', reason }
    expect(decide([set(), taken()], command)).toEqual(recorded(withdrawn))
    expect(codeOf(decide([set(), taken(), withdrawn], command))).toBe('unknown-exam')
    expect(courseAfter(set(), taken(), withdrawn)?.exams[0]?.withdrawn).toMatchObject({ reason })
  })
})

describe('a session', () => {
  const asWords: SessionWords = {
    ...{ courseId: 'c1', heldAt: AT - 60_000, minutes: 45, place: '会议室' },
    ...{ leader: wang, attendees: [li] },
  }
  const past: SessionEvent = { type: 'SessionSet', ...asWords }
  const after = (...events: readonly SessionEvent[]) => {
    const { session } = stateAfter(sessionStream, ...events)
    expect(
      session === null || sessionStream.documents['training-session'].hasForm(session, 'test'),
    ).toBe(true)
    return session
  }
  const session = (
    events: readonly SessionEvent[],
    command: SessionCommand,
    course: 'open' | 'ended' | 'none' = 'open',
  ) => decideSession(after(...events), command, META, { course, zone: 'Asia/Shanghai' })
  const setting = (part: object = {}, isNew = true): SessionCommand => ({
    ...{ type: 'SetSession', isNew },
    words: { ...asWords, ...part },
  })

  it('is set with who was there, set anew, and withdrawn', () => {
    expect(session([], setting())).toEqual(recorded(past))
    const more = { attendees: [li, wang] }
    expect(session([past], setting(more, false))).toEqual(recorded({ ...past, ...more }))
    const withdrawn: SessionEvent = { type: 'SessionWithdrawn', reason }
    expect(session([past], { type: 'WithdrawSession', reason })).toEqual(recorded(withdrawn))
    for (const command of [setting({}, false), { type: 'WithdrawSession', reason } as const])
      expect(codeOf(session([past, withdrawn], command))).toBe('unknown-training')
  })

  it('may lie ahead, with nobody there yet', () => {
    const ahead = { heldAt: AT + 60_000 }
    expect(codeOf(session([], setting(ahead)))).toBe('bad-input')
    expect(session([], setting({ ...ahead, attendees: [] }))).toEqual(
      recorded({ ...past, ...ahead, attendees: [] }),
    )
  })

  it('is of a course that is open; one that was held may still be put right', () => {
    expect(codeOf(session([], setting(), 'none'))).toBe('unknown-course')
    expect(codeOf(session([], setting(), 'ended'))).toBe('course-ended')
    expect(codeOf(session([past], setting({ minutes: 60 }, false), 'ended'))).toBe('taken')
  })
})

describe('a sign-off (S02-24)', () => {
  const signed: SignOffEvent = {
    ...{ type: 'PlanSignedOff', revision: 'r1', learners: [li], readAt: AT, paper: false },
  }
  const sign = (events: readonly SignOffEvent[], command: Partial<SignOffCommand>) => {
    const before = stateAfter(signOffStream, ...events)
    expect(signOffStream.documents['sign-offs'].hasForm(before, 'test')).toBe(true)
    const usual = { revision: 'r1', learners: [li], readAt: null, paper: false }
    return decideSignOff(
      before,
      { type: 'SignOffPlan', ...usual, ...command } as SignOffCommand,
      META,
      { current: 'r1' },
    )
  }

  it('is of the revision in force, once a person', () => {
    expect(sign([], {})).toEqual(recorded(signed))
    expect(codeOf(sign([signed], {}))).toBe('no-change')
    expect(sign([signed], { learners: [li, wang] })).toEqual(
      recorded({ ...signed, learners: [wang] }),
    )
    expect(codeOf(sign([], { revision: 'r0' }))).toBe('plan-changed')
    expect(codeOf(sign([], { readAt: AT + 1 }))).toBe('bad-input')
  })

  it('is asked for again by a new revision, and can be taken back', () => {
    const earlier: SignOffEvent = { ...signed, revision: 'r0' }
    expect(sign([earlier], {})).toEqual(recorded(signed))
    const back = { type: 'TakeBackSignOff', revision: 'r1', personId: 'p1' } as const
    const gone: SignOffEvent = { ...back, type: 'SignOffTakenBack' }
    expect(sign([signed], back)).toEqual(recorded(gone))
    expect(codeOf(sign([earlier], back))).toBe('no-change')
    expect(stateAfter(signOffStream, signed, gone).signed).toEqual([])
  })
})
