/**
 * Takes rows of attendance into sessions and exams: all of them, or none. They are read before
 * their turn in the queue, in parts, so that nobody waits for a long table.
 */
import { instantOf, localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import {
  isRefusal,
  type CommandContext,
  type PreparedHandler,
  type StationContext,
} from '../handler.ts'
import { atOnce, inParts } from '../in-parts.ts'
import { faultyRows, type ImportedRow } from '#shared/domain/imported-row.ts'
import type { Session } from '#shared/domain/training-session/session.ts'
import type { Learner } from '#shared/domain/training/learner.ts'
import { countedExams, type Course } from '#shared/domain/training-course/course.ts'
import {
  examKey,
  attendanceReader,
  personKey,
  type AttendanceRow,
  type ImportedScore,
  type ImportedSession,
} from '#shared/domain/training/rows.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { changesOf, joinChanges, type Changes } from '../../engine/changes.ts'
import { knownPersons } from '../people/register.ts'
import { decidedCourse, decidedSession } from './commands.ts'
import { learnerOf, learnersOf, type LearnerInput } from './data.ts'

const PERCENT = 100

const inputOf = ({ personId, name }: { personId: string | null; name: string }): LearnerInput =>
  personId ? { personId } : { person: name as Personal }

/** Of a row only the day is known: it stands at its beginning. */
const dayStart = (date: string, { memory }: CommandContext): number =>
  instantOf(date, 0, memory.site.zone)

const leaderOf = (name: string, { meta }: CommandContext): LearnerInput => ({
  person: (name === '' ? meta.by : name) as Personal,
})

function sessionChanges(entry: ImportedSession, context: CommandContext): Changes | Refusal {
  const { memory, vault, meta } = context
  const before: Session | null = entry.id
    ? memory.documents.get('training-session', entry.id)
    : null
  return decidedSession(
    entry.id ?? vault.id(meta.at),
    (sealing) => {
      const added = learnersOf(entry.people.map(inputOf), [], sealing, context)
      return {
        ...{ type: 'SetSession', isNew: before === null },
        words: before
          ? {
              courseId: before.courseId,
              ...{ heldAt: before.heldAt, minutes: before.minutes, place: before.place },
              ...{ leader: before.leader, attendees: [...before.attendees, ...added] },
            }
          : {
              ...{ courseId: entry.courseId, heldAt: dayStart(entry.date, context) },
              ...{ minutes: entry.minutes, place: entry.place, attendees: added },
              leader: learnerOf(leaderOf(entry.leader, context), [], sealing, context),
            },
      }
    },
    context,
  )
}

/** The scores of one course, in the order of the rows. */
const scoreChanges = (
  courseId: string,
  scores: readonly ImportedScore[],
  context: CommandContext,
): Changes | Refusal =>
  decidedCourse(
    courseId,
    (sealing) => ({
      type: 'TakeExams',
      sheets: scores.map((entry) => ({
        learner: learnerOf(inputOf(entry), [], sealing, context),
        answers: null,
        ...{ right: Math.round(entry.score), of: PERCENT, sessionId: null },
        takenAt: dayStart(entry.date, context),
      })),
    }),
    context,
  )

/** What the rows come to, and the courses, sessions and people that they were read against. */
type Read = {
  courses: ReadonlyMap<string, Course>
  sessions: ReadonlyMap<string, Session>
  register: ReturnType<StationContext['memory']['register']>
  outcomes: readonly ImportedRow[]
  followed: ReturnType<ReturnType<typeof attendanceReader>['followed']>
}

/** `at` in UTC ms. `pause`: where other work has its turn. */
async function readRows(
  rows: readonly AttendanceRow[],
  context: StationContext,
  at: number,
  pause: () => Promise<void>,
): Promise<Read> {
  const { memory } = context
  const { zone } = memory.site
  const register = memory.register()
  const courses = memory.documents.all('training-course')
  const sessions = memory.documents.all('training-session')
  await memory.fetchValues([...courses.values(), ...sessions.values()])
  const keyOf = ({ personId, person }: Learner): string =>
    personKey(personId, memory.value(person) ?? '')
  const { read, followed } = attendanceReader({
    courses: [...courses.values()].map((course) => ({
      ...{ id: course.id, title: course.title, hasEnded: course.ended !== null },
    })),
    exams: new Set(
      [...courses.values()].flatMap((course) =>
        countedExams(course).map(({ takenAt, learner }) =>
          examKey(course.id, localDate(takenAt, zone), keyOf(learner)),
        ),
      ),
    ),
    sessions: [...sessions.values()]
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ id, courseId, heldAt, attendees }) => ({
        ...{ id, courseId, date: localDate(heldAt, zone) },
        people: new Set(attendees.map(keyOf)),
      })),
    persons: knownPersons(context),
    today: localDate(at, zone),
  })
  const outcomes = await inParts(rows, read, pause)
  return { courses, sessions, register, outcomes, followed: followed() }
}

const importRows: PreparedHandler<'training/import', Read> = {
  prepare: async ({ rows }, context) => readRows(rows, context, context.now(), context.pause),
  async handle({ rows, preview = false }, context, prepared) {
    const { memory, meta } = context
    const isSame =
      memory.documents.all('training-course') === prepared.courses &&
      memory.documents.all('training-session') === prepared.sessions &&
      memory.register() === prepared.register
    const { outcomes, followed } = isSame
      ? prepared // else somebody was quicker: it is read again, on what there is now
      : await readRows(rows, context, meta.at, atOnce)
    const reply = { rows: outcomes }
    if (preview) return changesOf({ reply })
    const faulty = faultyRows(outcomes)
    if (faulty) return faulty
    const all: Changes[] = []
    const byCourse = Map.groupBy(followed.scores, ({ courseId }) => courseId)
    for (const changes of [
      ...followed.sessions.map((session) => sessionChanges(session, context)),
      ...[...byCourse].map(([courseId, scores]) => scoreChanges(courseId, scores, context)),
    ]) {
      if (isRefusal(changes)) return changes
      all.push(changes)
    }
    return joinChanges(all, reply)
  },
}

export const trainingImportCommands = { 'training/import': importRows }
