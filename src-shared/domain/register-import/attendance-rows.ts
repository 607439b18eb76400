/**
 * Makes attendance of a training session of the rows of a sign-in table: who of the register each
 * name means, and whether they were there. Nobody is guessed: who is not clear is asked.
 */
import { readYes } from '../import/values.ts'
import { spelled } from '../places/known.ts'
import type { LocalizedText } from '../text.ts'
import {
  listQuestions,
  placeOf,
  rowReader,
  valuesIn,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListRow, ListSheet } from './lists.ts'
import { nameKey, tidyName } from './names.ts'
import { numbersIn } from './numbers.ts'

/** As it is sent. `name`: as the table has it; `personId`: of the register, null: nobody of it. */
export type AttendeeRow = {
  row: number
  name: string
  personId: string | null
  course: string
  date: string
  sessionId?: string
  minutes?: number
  place?: string
  leader?: string
  score?: number
}
/** What is there: persons with ids of their posts, posts, and the sessions that have been held. */
export type AttendanceKnown = {
  persons: readonly {
    id: string
    name: string
    phones: readonly { number: string }[]
    posts: readonly string[]
  }[]
  posts: readonly { id: string; name: LocalizedText }[]
  sessions: readonly { id: string; course: string; date: string }[]
}
/**
 * By the key of the question: a person's id, `outside` (by name, nobody of the register) or `none`
 * (the row is not read). `session`: of a table that names no course and day.
 */
export type AttendanceAnswers = {
  persons: ReadonlyMap<string, string>
  session: string | null
}

const THERE = /^(?:已?签?到场?|已签到?|出勤|参加|在场?|迟到|早退|present|attended|signed|late)$/
const AWAY = /假|缺|未|没|旷|出差|公出|absent|leave|away/

/** Null: the cell does not say. */
function isThere(text: string, name: string): boolean | null {
  const words = text.normalize('NFKC').trim().toLowerCase()
  if (words === nameKey(name) || THERE.test(words)) return true
  return AWAY.test(words) ? false : readYes(words)
}

/** `90`, `90分钟`, `1.5小时`; null: nothing is written; undefined: it is not understood. */
function minutesOf(text: string): number | null | undefined {
  if (text === '' || /^[-—–/无]+$/.test(text)) return null
  const [, figure, unit = ''] =
    /^(\d{1,4}(?:\.\d+)?)\s*(小时|h|hours?|分钟?|min|minutes?)?$/i.exec(text.normalize('NFKC')) ??
    []
  if (figure === undefined) return undefined
  return Math.round(Number(figure) * (/^(?:小时|h)/i.test(unit) ? 60 : 1))
}

/** `85`, `85分`, `85%`, of a hundred; as {@link minutesOf} else. */
function scoreOf(text: string): number | null | undefined {
  if (text === '' || /^(?:[-—–/无]+|免考|缺考)$/.test(text)) return null
  const [, figure] = /^(\d{1,3}(?:\.\d+)?)\s*[分%]?$/.exec(text.normalize('NFKC')) ?? []
  return figure === undefined || Number(figure) > 100 ? undefined : Number(figure)
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** Who of the register goes by that name: of several those who hold the post or have the number. */
function personsMeant(row: ListRow, name: string, { persons, posts }: AttendanceKnown) {
  const called = persons.filter((person) => nameKey(person.name) === nameKey(name))
  if (called.length < 2) return called
  const { text } = rowReader(row)
  const numbers = new Set(
    numbersIn(text('phone'), null)?.map(({ number }) => digitsOf(number)) ?? [],
  )
  const named = new Set(valuesIn(text('post')).map(spelled))
  const ids = new Set(
    posts.flatMap((post) =>
      Object.values(post.name).some((word) => named.has(spelled(word))) ? [post.id] : [],
    ),
  )
  const narrowed = [
    called.filter(({ phones }) => phones.some(({ number }) => numbers.has(digitsOf(number)))),
    called.filter((person) => person.posts.some((id) => ids.has(id))),
  ]
  return narrowed.find(({ length }) => length === 1) ?? called
}

/**
 * `left`: rows of people who were not there. A cell of the column `present` that says nothing means
 * that nobody signed; without such a column everybody in the table was there.
 */
export function attendanceRows(
  list: ListSheet,
  known: AttendanceKnown,
  answers: AttendanceAnswers,
): {
  rows: readonly AttendeeRow[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
  left: readonly { row: number; text: string }[]
} {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const left: { row: number; text: string }[] = []
  const { mapping } = list
  const namesSession = mapping.course !== undefined && mapping.day !== undefined
  const chosen = known.sessions.find(({ id }) => id === answers.session)
  let last = { course: '', date: '' } // what is joined over rows stands in the first of them

  /** Null: it has to be asked, or its answer leaves the row out. */
  function who(row: ListRow, name: string): string | null {
    const meant = personsMeant(row, name, known)
    if (meant.length === 1) return meant[0]?.id ?? null
    const key = meant.length === 0 ? nameKey(name) : `${nameKey(name)} ${row.row}`
    const candidates = meant.map(({ id }) => id)
    const about = { kind: 'person', key, text: name, at: placeOf(row, 'name') } as const
    if (!answers.persons.has(key)) return ask({ ...about, candidates })
    return answers.persons.get(key) ?? null
  }

  const rows = list.rows.flatMap((row): AttendeeRow[] => {
    const { text, wrong, fail, optional, dayOf } = rowReader(row)
    const name = tidyName(text('name'))
    if (name === '') fail('name', 'name-missing')
    const there = mapping.present === undefined || isThere(text('present'), name)
    if (there === null) fail('present', 'present-bad')
    if (there === false && wrong.length === 0) {
      left.push({ row: row.row, text: [name, text('present')].join(' ').trim() })
      return []
    }
    const [minutes, score] = [minutesOf(text('minutes')), scoreOf(text('score'))]
    if (minutes === undefined) fail('minutes', 'minutes-bad')
    if (score === undefined) fail('score', 'score-bad')
    const goesOn = text('course') === '' && text('day') === ''
    if (namesSession && !(goesOn && last.date !== '')) {
      if (text('course') === '') fail('course', 'blank')
      last = { course: text('course'), date: dayOf('day', false) ?? '' }
    }
    faults.push(...wrong)
    if (wrong.length > 0) return []
    const session = namesSession ? last : chosen
    if (!session)
      ask({
        kind: 'session',
        key: '',
        text: '',
        at: { row: row.row, column: null },
        candidates: [],
      })
    const person = who(row, name)
    if (!session || person === null || person === 'none') return []
    return [
      {
        ...{ row: row.row, name, personId: person === 'outside' ? null : person },
        ...{ course: session.course, date: session.date, ...optional('place', 'leader') },
        ...(!namesSession && chosen && { sessionId: chosen.id }),
        ...(minutes && { minutes }),
        ...(typeof score === 'number' && { score }),
      },
    ]
  })
  return { rows, questions: [...questions.values()], faults, left }
}
