/** Takes rows of attendance into sessions and exams: all of them, or none. */
import { instantOf, localDate } from '#shared/domain/calendar.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { isRefusal, type CommandContext, type Handler } from '../handler.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import type { Session } from '#shared/domain/training-session/session.ts'
import type { Learner } from '#shared/domain/training/learner.ts'
import { countedExams } from '#shared/domain/training-course/course.ts'
import {
  examKey,
  personKey,
  readAttendance,
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

function readRows(rows: readonly AttendanceRow[], context: CommandContext) {
  const { memory, meta } = context
  const zone = memory.site.zone
  const keyOf = ({ personId, person }: Learner): string =>
    personKey(personId, memory.value(person) ?? '')
  const courses = [...memory.documents.all('training-course').values()]
  return readAttendance(rows, {
    courses: courses.map((course) => ({
      ...{ id: course.id, title: course.title, hasEnded: course.ended !== null },
    })),
    exams: new Set(
      courses.flatMap((course) =>
        countedExams(course).map(({ takenAt, learner }) =>
          examKey(course.id, localDate(takenAt, zone), keyOf(learner)),
        ),
      ),
    ),
    sessions: [...memory.documents.all('training-session').values()]
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ id, courseId, heldAt, attendees }) => ({
        ...{ id, courseId, date: localDate(heldAt, zone) },
        people: new Set(attendees.map(keyOf)),
      })),
    persons: knownPersons(context),
    today: localDate(meta.at, zone),
  })
}

const importRows: Handler<'training/import'> = async ({ rows, preview = false }, context) => {
  const { documents, fetchValues } = context.memory
  await fetchValues([
    ...documents.all('training-session').values(),
    ...documents.all('training-course').values(),
  ])
  const read = readRows(rows, context)
  const reply = { rows: read.rows }
  if (preview) return changesOf({ reply })
  const faulty = faultyRows(read.rows)
  if (faulty) return faulty
  const all: Changes[] = []
  const byCourse = Map.groupBy(read.scores, ({ courseId }) => courseId)
  for (const changes of [
    ...read.sessions.map((session) => sessionChanges(session, context)),
    ...[...byCourse].map(([courseId, scores]) => scoreChanges(courseId, scores, context)),
  ]) {
    if (isRefusal(changes)) return changes
    all.push(changes)
  }
  return joinChanges(all, reply)
}

export const trainingImportCommands = { 'training/import': importRows }
