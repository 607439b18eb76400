/**
 * Makes entries of the duty roster out of the cells of a sheet: which of the site's people, posts
 * and shifts are meant. What can be understood in two ways, or in none, is a question; nothing is
 * guessed.
 */
import { namesOfPost } from '../roster/site-posts.ts'
import type { LocalizedText } from '../text.ts'
import { weekdayOfDate } from './days.ts'
import { isOff, isOn, markParts } from './marks.ts'
import { nameKey, peopleIn, tidyName } from './names.ts'
import type { RosterCell, RosterSheet } from './roster-sheet.ts'
import { plainText, type CellPlace } from './sheet.ts'

type Named = { id: string; name: LocalizedText }
/** What the register has. `posts` of a person or shift: ids; `weekdays`: 1 is Monday, null: all. */
export type RosterRegister = {
  persons: readonly { id: string; name: string; posts: readonly string[] }[]
  posts: readonly Named[]
  shifts: readonly (Named & {
    begins: string
    ends: string
    posts: readonly string[]
    weekdays: readonly number[] | null
  })[]
}

/** What a label means; of neither shift nor post: it says nothing of them. */
export type Meaning = { shift?: string; post?: string }
/** The id of a person of the register, somebody new of that name, or nobody: no person at all. */
export type WhoIsMeant = { id: string } | 'new' | 'nobody'
/**
 * What somebody has answered. Persons by {@link nameKey}, labels and marks by {@link plainText};
 * the shifts of a mark, none: off. `post`, `shift`: of cells that name none.
 */
export type RosterAnswers = {
  persons: ReadonlyMap<string, WhoIsMeant>
  labels: ReadonlyMap<string, Meaning>
  marks: ReadonlyMap<string, readonly string[]>
  post: string | null
  shift: string | null
}
export const NO_ANSWERS: RosterAnswers = {
  persons: new Map(),
  labels: new Map(),
  marks: new Map(),
  post: null,
  shift: null,
}

/**
 * `text`: what the sheet says (empty for a post or shift that it does not name), first at `at`,
 * `count` times. `candidates`: the persons of that name, none: nobody has it.
 */
export type RosterQuestion = {
  kind: 'person' | 'label' | 'mark' | 'post' | 'shift'
  text: string
  at: CellPlace
  count: number
  candidates: readonly string[]
}
export type Entered = { id: string } | { name: string }
/** An entry; nobody in `persons` clears. `cells`: where it stands, none for one that clears. */
export type RosterRow = {
  date: string
  shiftId: string
  postId: string
  persons: readonly Entered[]
  cells: readonly { row: number; column: number }[]
}
export type RosterRows = { rows: readonly RosterRow[]; questions: readonly RosterQuestion[] }

const TIMES =
  /(\d{1,2})[:.点时](\d{2})?分?\s*(?:-|—|–|~|至|到)+\s*(?:次日|次晨|翌日|第二天)?\s*(\d{1,2})[:.点时](\d{2})?/
/** The times of a shift in a label: `白班 8:00-20:00`; null: none. */
export function timesIn(text: string): { begins: string; ends: string } | null {
  const [, hour = '', minute = '00', endHour = '', endMinute = '00'] =
    TIMES.exec(plainText(text)) ?? []
  if (hour === '' || Number(hour) > 23 || Number(endHour) > 24) return null
  const end = Number(endHour) === 24 ? '0' : endHour
  return {
    begins: `${hour.padStart(2, '0')}:${minute}`,
    ends: `${end.padStart(2, '0')}:${endMinute}`,
  }
}

/** A label without what says nothing of its name: times, brackets, blanks; in small letters. */
export const bareLabel = (text: string): string =>
  plainText(text)
    .replace(/\(.*?\)/g, '')
    .replace(TIMES, '')
    .replace(/\s+/g, '')
    .toLowerCase()
const namesOf = ({ zh, en }: LocalizedText): string[] => [bareLabel(zh), bareLabel(en)]

/** The one of several; null for none or more. */
const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null)

type Shift = RosterRegister['shifts'][number]

/** The shift that a word names: by its name with or without 班, its beginning, or its times. */
export function shiftNamed(text: string, shifts: readonly Shift[]): Shift | null {
  const word = bareLabel(text)
  const times = timesIn(text)
  const exact = shifts.filter(({ name }) =>
    namesOf(name).some((known) => word !== '' && (known === word || known === `${word}班`)),
  )
  const byStart = shifts.filter(
    ({ name }) => /^\p{Script=Han}{1,2}$/u.test(word) && bareLabel(name.zh).startsWith(word),
  )
  const byTimes = shifts.filter(
    ({ begins, ends }) => times?.begins === begins && times.ends === ends,
  )
  return only(exact) ?? only(byStart) ?? (word === '' || times !== null ? only(byTimes) : null)
}

/** By its own name before the one that it has elsewhere. */
function postNamed(text: string, posts: readonly Named[]): Named | null {
  const word = bareLabel(text)
  const without = word.replace(/岗$/, '')
  const isCalled = (names: readonly LocalizedText[]): boolean =>
    names.flatMap(namesOf).some((known) => known === word || known.replace(/岗$/, '') === without)
  if (word === '') return null
  const named = posts.filter(({ id, name }) => id === text || isCalled([name]))
  return only(named.length > 0 ? named : posts.filter((post) => isCalled(namesOfPost(post))))
}

/** What a label means by itself; null: it has to be asked. */
export function meaningOf(text: string, { shifts, posts }: RosterRegister): Meaning | null {
  const post = postNamed(text, posts)
  if (post) return { post: post.id }
  const shift = shiftNamed(text, shifts)
  if (shift) return { shift: shift.id }
  for (const candidate of shifts)
    for (const name of namesOf(candidate.name)) {
      const rest = bareLabel(text).startsWith(name)
        ? bareLabel(text)
            .slice(name.length)
            .replace(/^[-·/]/, '')
        : ''
      const postOf = rest === '' ? null : postNamed(rest, posts)
      if (postOf) return { shift: candidate.id, post: postOf.id }
    }
  return null
}

/** The shifts of a mark, none for off; null: it has to be asked. */
export function shiftsOf(
  mark: string,
  { shifts }: RosterRegister,
  legend: ReadonlyMap<string, string>,
): readonly string[] | null {
  if (isOff(mark)) return []
  const shift = shiftNamed(mark, shifts)
  if (shift) return [shift.id]
  const word = legend.get(mark.toUpperCase())
  if (word !== undefined && word !== mark)
    return shiftsOf(word, { shifts, persons: [], posts: [] }, new Map())
  const single = isOn(mark) ? only(shifts) : null
  return single ? [single.id] : null
}

/** Collects questions: each is asked once, however often the sheet says it. */
function asking() {
  const questions = new Map<string, RosterQuestion>()
  return {
    questions,
    ask(
      kind: RosterQuestion['kind'],
      text: string,
      at: CellPlace,
      candidates: readonly string[] = [],
    ): null {
      const key = `${kind} ${text}`
      const before = questions.get(key)
      questions.set(
        key,
        before ? { ...before, count: before.count + 1 } : { kind, text, at, count: 1, candidates },
      )
      return null
    },
  }
}

/** Reads every cell; `clearing`: what the sheet leaves empty is cleared on its days. */
export function rosterRows(
  sheet: RosterSheet,
  register: RosterRegister,
  answers: RosterAnswers,
  clearing: boolean,
): RosterRows {
  const { ask, questions } = asking()
  const byName = Map.groupBy(register.persons, ({ name }) => nameKey(name))
  const shiftOf = new Map(register.shifts.map((shift) => [shift.id, shift]))
  const rows = new Map<string, { row: RosterRow; keys: Set<string> }>()

  function person(name: string, at: CellPlace): Entered | 'nobody' | null {
    const key = nameKey(name)
    const answer = answers.persons.get(key)
    if (answer === 'nobody') return answer
    if (answer === 'new') return { name: tidyName(name) }
    if (answer) return answer
    const named = byName.get(key) ?? []
    const known = only(named)
    return known
      ? { id: known.id }
      : ask(
          'person',
          tidyName(name),
          at,
          named.map(({ id }) => id),
        )
  }
  const meaning = (text: string, at: CellPlace): Meaning | null =>
    answers.labels.get(plainText(text)) ??
    meaningOf(text, register) ??
    ask('label', plainText(text), at)

  function shifts(mark: string, at: CellPlace): readonly string[] | null {
    const known = answers.marks.get(mark) ?? shiftsOf(mark, register, sheet.legend)
    return known ?? ask('mark', mark, at)
  }

  /** The post of somebody in a shift that the sheet does not name. */
  function postFor(shift: Shift, who: Entered, at: CellPlace): string | null {
    const single = only(shift.posts)
    if (single !== null) return single
    const theirs =
      'id' in who ? (register.persons.find(({ id }) => id === who.id)?.posts ?? []) : []
    const shared = only(theirs.filter((post) => shift.posts.includes(post)))
    return shared ?? answers.post ?? ask('post', '', at)
  }

  function enter(cell: RosterCell, shiftId: string, post: string | null, name: string): void {
    const shift = shiftOf.get(shiftId)
    const who = person(name, cell.person?.at ?? cell.at)
    if (!shift || who === null || who === 'nobody') return
    const postId = post ?? postFor(shift, who, cell.at)
    if (postId === null) return
    const key = `${cell.date} ${shiftId} ${postId}`
    const entry = rows.get(key) ?? {
      row: { date: cell.date, shiftId, postId, persons: [], cells: [] },
      keys: new Set<string>(),
    }
    const personKey = 'id' in who ? who.id : nameKey(who.name)
    const persons = entry.keys.has(personKey) ? entry.row.persons : [...entry.row.persons, who]
    entry.keys.add(personKey)
    rows.set(key, {
      keys: entry.keys,
      row: { ...entry.row, persons, cells: [...entry.row.cells, cell.at] },
    })
  }

  /** Shift and post that labels name together; null: one of them has to be asked. */
  function named(cell: RosterCell, extra: string | null): Meaning | null {
    const read = [...cell.labels, ...(extra === null ? [] : [{ text: extra, at: cell.at }])].map(
      ({ text, at }) => meaning(text, at),
    )
    if (read.some((part) => part === null)) return null
    return Object.assign({}, ...read) as Meaning
  }
  const shiftFor = (about: Meaning, at: CellPlace): string | null =>
    about.shift ?? answers.shift ?? only(register.shifts)?.id ?? ask('shift', '', at)

  for (const cell of sheet.body) {
    if (cell.person !== null) {
      const about = named(cell, null)
      const marks = markParts(cell.text).map((mark) => shifts(mark, cell.at))
      for (const shiftId of marks.flatMap((ids) => ids ?? []))
        if (about) enter(cell, shiftId, about.post ?? null, cell.person.text)
      continue
    }
    for (const { label, names } of peopleIn(cell.text)) {
      const about = named(cell, label)
      const shiftId = about && shiftFor(about, cell.at)
      for (const name of names)
        if (shiftId) enter(cell, shiftId, about.post ?? null, name)
        else person(name, cell.at)
    }
  }
  const entered = [...rows.values()].map(({ row }) => row)
  return {
    rows: clearing ? [...entered, ...cleared(entered, sheet.dates, shiftOf)] : entered,
    questions: [...questions.values()],
  }
}

/** The days on which a shift and post of the sheet have nobody there. */
function cleared(
  rows: readonly RosterRow[],
  dates: readonly string[],
  shifts: ReadonlyMap<string, Shift>,
): readonly RosterRow[] {
  const filled = new Set(rows.map(({ date, shiftId, postId }) => `${date} ${shiftId} ${postId}`))
  const pairs = new Map(
    rows.map(({ shiftId, postId }) => [`${shiftId} ${postId}`, { shiftId, postId }]),
  )
  return [...pairs.values()].flatMap(({ shiftId, postId }) =>
    dates
      .filter((date) => {
        const weekdays = shifts.get(shiftId)?.weekdays ?? null
        return (
          !filled.has(`${date} ${shiftId} ${postId}`) &&
          (weekdays === null || weekdays.includes(weekdayOfDate(date)))
        )
      })
      .map((date) => ({ date, shiftId, postId, persons: [], cells: [] })),
  )
}
