/**
 * The figures of training from raw events, written down from docs/figures.md. Nothing of the
 * product may be imported here, not even a type.
 */
import { localOf } from './days.ts'
import { plusMonths } from './terms.ts'

type RawEvent = { stream: string; type: string; at: number; body: unknown }
type Learner = { personId: string | null; person: { sealed: string } }
type Body = {
  posts: readonly string[]
  everybody: boolean
  months: number | null
  questions: readonly unknown[]
  examId: string
  learner: Learner
  takenAt: number
  passed: boolean
  courseId: string
  heldAt: number
  minutes: number
  attendees: readonly Learner[]
  revision: string
  learners: readonly Learner[]
  readAt: number
  personId: string
}
type Seat = { at: number; minutes: number; course: string; people: readonly Learner[] }
type Exam = { at: number; course: string; who: Learner; passed: boolean }
type Read = { at: number; plan: string; revision: string; who: Learner }

const keyOf = ({ personId, person }: Learner): string => personId ?? person.sealed

/** `staff`: who is here, with their posts. `usual`: the months of the policy. */
export function plainTraining(
  events: readonly RawEvent[],
  staff: readonly { id: string; posts: readonly string[] }[],
  { from, to }: { from: string; to: string },
  { now, zone, usual }: { now: number; zone: string; usual: number },
): Record<string, number> {
  const courses = new Map<string, Body & { over: boolean }>()
  const exams = new Map<string, Exam>()
  const seats = new Map<string, Seat>()
  let reads: Read[] = []
  for (const { stream, type, body } of events) {
    const content = body as Body
    const id = stream.slice(stream.indexOf('.') + 1)
    const course = courses.get(id)
    if (type === 'CourseSet') courses.set(id, { ...content, over: false })
    if (type === 'CourseEnded' && course) course.over = true
    if (type === 'ExamTaken')
      exams.set(`${id} ${content.examId}`, {
        ...{ at: content.takenAt, course: id, who: content.learner, passed: content.passed },
      })
    if (type === 'ExamWithdrawn') exams.delete(`${id} ${content.examId}`)
    if (type === 'SessionSet') {
      const { heldAt, minutes, courseId, attendees } = content
      seats.set(id, { at: heldAt, minutes, course: courseId, people: attendees })
    }
    if (type === 'SessionWithdrawn') seats.delete(id)
    if (type === 'PlanSignedOff')
      for (const who of content.learners)
        reads.push({ at: content.readAt, plan: id, revision: content.revision, who })
    if (type === 'SignOffTakenBack')
      reads = reads.filter(
        ({ plan, revision, who }) =>
          plan !== id || revision !== content.revision || who.personId !== content.personId,
      )
  }
  const dateOf = (at: number): string => localOf(at, zone).date
  const isIn = ({ at }: { at: number }): boolean =>
    at <= now && dateOf(at) >= from && dateOf(at) <= to
  const past = [...seats.values()].filter(isIn)
  const taken = [...exams.values()].filter(isIn)
  const everybody = [...past.flatMap(({ people }) => people), ...taken.map(({ who }) => who)]
  const end = dateOf(now) < to ? dateOf(now) : to
  let lacking = 0
  for (const { id, posts } of staff)
    for (const [courseId, course] of courses) {
      if (course.over) continue
      if (!course.everybody && !course.posts.some((post) => posts.includes(post))) continue
      const days = (
        course.questions.length > 0
          ? [...exams.values()].filter(
              (exam) => exam.course === courseId && exam.passed && exam.who.personId === id,
            )
          : [...seats.values()].filter(
              (seat) =>
                seat.course === courseId && seat.people.some(({ personId }) => personId === id),
            )
      )
        .filter(({ at }) => at <= now)
        .map(({ at }) => dateOf(at))
        .filter((day) => day <= end)
        .sort()
      const last = days.at(-1)
      const months = course.months ?? usual
      if (last === undefined || (months > 0 && plusMonths(last, months) < end)) lacking += 1
    }
  return {
    sessions: past.length,
    minutes: past.reduce((sum, { minutes }) => sum + minutes, 0),
    attendances: past.reduce((sum, { people }) => sum + people.length, 0),
    persons: new Set(everybody.map(keyOf)).size,
    exams: taken.length,
    passed: taken.filter(({ passed }) => passed).length,
    signedOff: reads.filter(isIn).length,
    lacking,
  }
}
