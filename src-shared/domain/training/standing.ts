/**
 * Who owes which course, and how each stands in it. A course with questions is passed by an exam;
 * one without is done by being there. A newcomer on a post owes its courses from the first day on.
 */
import { localDate } from '../calendar.ts'
import { monthsAfter } from '../due-days.ts'
import { datePlus, enteredFor, type DutyRoster } from '../duty/roster.ts'
import { isHere, postsHeldBy, type Person, type Register } from '../roster/register.ts'
import { countedExams, type Course, type Exam } from '../training-course/course.ts'
import { isHeld, type Session } from '../training-session/session.ts'

/**
 * missing: never trained; expired: its time is over; soon: within the reminder; valid: neither.
 */
export const TRAINING_STATES = ['missing', 'expired', 'soon', 'valid'] as const
export type TrainingState = (typeof TRAINING_STATES)[number]

/**
 * `last`: local day on which it was last passed or attended; `until`: local day up to which that
 * holds (included), null: it never ends, or there is none. `exam`: the last that counts.
 */
export type Standing = {
  personId: string
  courseId: string
  state: TrainingState
  last: string | null
  until: string | null
  exam: Pick<Exam, 'right' | 'of' | 'passed'> | null
}

export type TrainingRecord = {
  courses: readonly Course[]
  sessions: readonly Session[]
}
/** After how many months a course is to be repeated, and so many days before that it is coming. */
export type Terms = { months: number; remindDays: number }
/** `now` in UTC ms; `zone`: of the site; `usual`: as the policy of training has it. */
export type TrainingTime = { now: number; zone: string; usual: Terms }

/** The terms of a course: its own, else those of the policy. */
export const termsOf = (
  { months, remindDays }: Pick<Course, 'months' | 'remindDays'>,
  usual: Terms,
): Terms => ({ months: months ?? usual.months, remindDays: remindDays ?? usual.remindDays })

/** How far around today somebody's shifts say which posts are theirs. */
const DUTY_DAYS = 31

/**
 * The posts that a person fills: held for good, those that these stand for, and those of the shifts
 * for which they are entered from a month before `today` (local) to a month after it.
 */
export function postsOfPerson(
  person: Person,
  { register, duty }: { register: Register; duty: DutyRoster | null },
  today: string,
): ReadonlySet<string> {
  const posts = new Set(postsHeldBy(register, person.id))
  for (let day = -DUTY_DAYS; duty && day <= DUTY_DAYS; day++) {
    const date = datePlus(today, day)
    for (const { id, posts: filled } of duty.shifts)
      for (const post of filled)
        if (enteredFor(duty, date, id, post).includes(person.id)) posts.add(post)
  }
  for (const { id, standsFor } of register.posts)
    if (posts.has(id)) for (const other of standsFor) posts.add(other)
  return posts
}

/** Whoever is here, each with the posts that they fill; in the order of the register. */
export type Staff = readonly { person: Person; posts: ReadonlySet<string> }[]
export const staffOf = (register: Register | null, duty: DutyRoster | null, today: string): Staff =>
  (register?.persons ?? []).filter(isHere).map((person) => ({
    person,
    posts: register ? postsOfPerson(person, { register, duty }, today) : new Set<string>(),
  }))

/** Whether somebody who fills these posts owes a course. */
export const owes = (
  { everybody, posts, ended }: Pick<Course, 'everybody' | 'posts' | 'ended'>,
  filled: ReadonlySet<string>,
): boolean => ended === null && (everybody || posts.some((post) => filled.has(post)))

const ofPerson = (personId: string) => (learner: { personId: string | null }) =>
  learner.personId === personId

/** The instant at which a person did a course last (UTC ms); null: never. */
function lastAt(
  course: Course,
  personId: string,
  sessions: readonly Session[],
  now: number,
): number | null {
  const isThis = ofPerson(personId)
  const instants =
    course.questions.length > 0
      ? countedExams(course)
          .filter(({ learner, passed, takenAt }) => passed && takenAt <= now && isThis(learner))
          .map(({ takenAt }) => takenAt)
      : sessions
          .filter(
            (session) =>
              session.courseId === course.id &&
              isHeld(session, now) &&
              session.attendees.some(isThis),
          )
          .map(({ heldAt }) => heldAt)
  return instants.length > 0 ? Math.max(...instants) : null
}

function stateOf(until: string | null, remindDays: number, today: string): TrainingState {
  if (until === null) return 'valid'
  if (until < today) return 'expired'
  return datePlus(until, -remindDays) <= today ? 'soon' : 'valid'
}

/** How one person stands in one course, whether they owe it or not. */
export function standingOf(
  course: Course,
  personId: string,
  sessions: readonly Session[],
  { now, zone, usual }: TrainingTime,
): Standing {
  const at = lastAt(course, personId, sessions, now)
  const last = at === null ? null : localDate(at, zone)
  const { months, remindDays } = termsOf(course, usual)
  const until = last === null || months === 0 ? null : monthsAfter(last, months)
  const exam = countedExams(course).findLast(({ learner }) => ofPerson(personId)(learner))
  return {
    ...{ personId, courseId: course.id, last, until },
    state: last === null ? 'missing' : stateOf(until, remindDays, localDate(now, zone)),
    exam: exam ? { right: exam.right, of: exam.of, passed: exam.passed } : null,
  }
}

/** Who lacks what: of every person who is here and every course that they owe. */
export const owedStandings = (
  { courses, sessions }: TrainingRecord,
  staff: Staff,
  time: TrainingTime,
): readonly Standing[] =>
  staff.flatMap(({ person, posts }) =>
    courses
      .filter((course) => owes(course, posts))
      .map((course) => standingOf(course, person.id, sessions, time)),
  )
