/**
 * Reads rows of attendance as offices keep them: a row is one person at one session. Rows of one
 * course and day are one session, unless they say which; a person is known by name, unless somebody
 * has said who it is.
 */
import type { ImportedRow } from '../imported-row.ts'
import { spelled } from '../places/known.ts'
import { localized, type LocalizedText } from '../text.ts'

/**
 * `course` by its title; `date`: local day; `score` in percent. `personId` null: by the name alone,
 * nobody of the register; left out: whoever goes by the name.
 */
export type AttendanceRow = {
  row: number
  course: string
  date: string
  sessionId?: string | null | undefined
  person: string
  personId?: string | null | undefined
  minutes?: number | null | undefined
  place?: string | null | undefined
  leader?: string | null | undefined
  score?: number | null | undefined
}
export type KnownPerson = { id: string; name: string }
/** What is there of a course and a day: the keys of who was there (`personKey`). */
export type KnownSession = {
  id: string
  courseId: string
  date: string
  people: ReadonlySet<string>
}
/** `id` null: a new one. `people`: who comes to it, by id or by name. */
export type ImportedSession = {
  id: string | null
  courseId: string
  date: string
  minutes: number
  place: string
  leader: string
  people: readonly { personId: string | null; name: string }[]
}
export type ImportedScore = {
  courseId: string
  date: string
  personId: string | null
  name: string
  score: number
}

type Known = {
  courses: readonly { id: string; title: string; hasEnded: boolean }[]
  sessions: readonly KnownSession[]
  persons: readonly KnownPerson[]
  /** The keys of the exams that count (`examKey`). */
  exams: ReadonlySet<string>
  today: string
}

/** How somebody is known again: by id, or by a name that is nobody's of the register. */
export const personKey = (personId: string | null, name: string): string =>
  personId ?? `name ${spelled(name)}`

/** An exam of somebody (`personKey`) in a course on a local day. */
export const examKey = (courseId: string, date: string, who: string): string =>
  JSON.stringify([courseId, date, who])

const no = {
  course: (title: string): LocalizedText =>
    localized(`没有“${title}”这门课程，先建课程`, `There is no course "${title}": set it first`),
  ended: (title: string): LocalizedText =>
    localized(`“${title}”已停开`, `The course "${title}" has ended`),
  person: (name: string): LocalizedText =>
    localized(`“${name}”已不在名册里`, `${name} is no longer in the register`),
  session: localized('没有这一场，可能已作废', 'There is no such session; it may be withdrawn'),
  ahead: localized('日期在今天之后', 'The day lies ahead'),
  twice: (name: string): LocalizedText =>
    localized(
      `名册里有几个“${name}”，请在场次里逐个选`,
      `Several persons are called ${name}: choose them in the session`,
    ),
}

type Session = { session: Omit<ImportedSession, 'people'>; keys: Set<string> } & {
  people: { personId: string | null; name: string }[]
}

/**
 * `read`: what becomes of a row, one after the other; `followed`: the sessions and scores that
 * follow of those that were read.
 */
export function attendanceReader({ courses, sessions, persons, exams, today }: Known): {
  read: (row: AttendanceRow) => ImportedRow
  followed: () => {
    sessions: readonly ImportedSession[]
    scores: readonly ImportedScore[]
  }
} {
  const courseOf = new Map(
    courses.toReversed().map((course) => [spelled(course.title), course] as const),
  )
  const byName = Map.groupBy(persons, ({ name }) => spelled(name))
  const byId = new Map(persons.map((person) => [person.id, person]))
  const sessionOf = new Map(sessions.map((session) => [session.id, session]))
  const onDays = Map.groupBy(sessions, ({ courseId, date }) => `${courseId} ${date}`)
  const changed = new Map<string, Session>()
  const scores: ImportedScore[] = []
  const examined = new Set(exams)

  function personsCalled({ person, personId }: AttendanceRow): readonly KnownPerson[] {
    if (personId === undefined) return byName.get(spelled(person)) ?? []
    const known = byId.get(personId ?? '')
    return known ? [known] : []
  }

  function read(entry: AttendanceRow): ImportedRow {
    const { row, date, person: name } = entry
    const refused = (message: LocalizedText): ImportedRow => ({ row, outcome: 'refused', message })
    const course = courseOf.get(spelled(entry.course))
    if (!course) return refused(no.course(entry.course))
    if (course.hasEnded) return refused(no.ended(course.title))
    if (date > today) return refused(no.ahead)
    const called = personsCalled(entry)
    if (called.length > 1) return refused(no.twice(name))
    if (called.length === 0 && entry.personId) return refused(no.person(name))
    const personId = called[0]?.id ?? null
    const who = personKey(personId, name)
    const onDay = entry.sessionId
      ? [sessionOf.get(entry.sessionId)].filter((session) => session !== undefined)
      : (onDays.get(`${course.id} ${date}`) ?? [])
    if (entry.sessionId && onDay.length === 0) return refused(no.session)
    const known = onDay.find(({ people }) => people.has(who)) ?? onDay[0]
    const key = known?.id ?? `${course.id} ${date}`
    const into: Session = changed.get(key) ?? {
      session: {
        ...{ id: known?.id ?? null, courseId: course.id, date },
        minutes: entry.minutes ?? 0,
        place: entry.place ?? '',
        leader: entry.leader ?? '',
      },
      ...{ keys: new Set(known?.people), people: [] },
    }
    const exam = examKey(course.id, date, who)
    const isScored = typeof entry.score === 'number' && !examined.has(exam)
    if (typeof entry.score === 'number' && isScored) {
      examined.add(exam)
      scores.push({ courseId: course.id, date, personId, name, score: entry.score })
    }
    if (into.keys.has(who)) return { row, outcome: isScored ? 'changed' : 'same', message: null }
    into.keys.add(who)
    into.people.push({ personId, name })
    changed.set(key, into)
    return { row, outcome: known ? 'changed' : 'new', message: null }
  }

  return {
    read,
    followed: () => ({
      sessions: [...changed.values()].map(({ session, people }) => ({ ...session, people })),
      scores,
    }),
  }
}
