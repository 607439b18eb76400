/**
 * Makes persons of the rows of a list: who of the register each is, which posts they hold. Two of
 * one name and a post that the site has not are asked.
 */
import { namesOfPost } from '../roster/site-posts.ts'
import type { LocalizedText } from '../text.ts'
import {
  listQuestions,
  longFaults,
  numbersOf,
  placeOf,
  textOf,
  valuesIn,
  type ListFault,
  type ListQuestion,
} from './list-rows.ts'
import type { ListRow, ListSheet } from './lists.ts'
import { nameKey, tidyName } from './names.ts'
import { tidyNumber, type ListedNumber } from './numbers.ts'
import { plainText } from './sheet.ts'

export type PeopleRegister = {
  persons: readonly { id: string; name: string; phones: readonly ListedNumber[] }[]
  posts: readonly { id: string; name: LocalizedText }[]
}
/** A person of the register, somebody new, or the same as in another row of the file. */
export type RowMeans = { id: string } | 'new' | { row: number }
/** Persons by the key of their question; posts by what is written: an id, a new one, or none. */
export type PeopleAnswers = {
  persons: ReadonlyMap<string, RowMeans>
  posts: ReadonlyMap<string, { id: string } | 'new' | 'none'>
}
export const NO_PEOPLE_ANSWERS: PeopleAnswers = { persons: new Map(), posts: new Map() }
/** What is sent of a row: without `id` somebody new; what has no column is left out. */
export type PersonRow = {
  row: number
  id?: string
  name: string
  phones?: readonly ListedNumber[]
  posts?: readonly string[]
  groups?: readonly string[]
}
export type PeopleRows = {
  rows: readonly PersonRow[]
  questions: readonly ListQuestion[]
  faults: readonly ListFault[]
}

const plain = (name: string): string => plainText(name).replace(/\s+/g, '').toLowerCase()

/**
 * The post that a text names, by its name in either language or its id, else by the one that it has
 * elsewhere; null: none, or several.
 */
function postNamed(text: string, posts: PeopleRegister['posts']): string | null {
  const word = plain(text)
  const isCalled = (names: readonly LocalizedText[]): boolean =>
    names.some(({ zh, en }) => plain(zh) === word || plain(en) === word)
  const named = posts.filter(({ id, name }) => id === text || isCalled([name]))
  const meant = named.length > 0 ? named : posts.filter((post) => isCalled(namesOfPost(post)))
  return meant.length === 1 ? (meant[0]?.id ?? null) : null
}

/** The values of a cell, with those joined again that are one post whose name has a comma. */
function withCommas(values: readonly string[], posts: PeopleRegister['posts']): string[] {
  const [first, ...rest] = values
  if (first === undefined) return []
  for (let count = values.length; count > 1; count--) {
    const text = values.slice(0, count).map(plain).join('')
    const post = posts.find(({ name }) =>
      [name.zh, name.en].some((known) => valuesIn(known).map(plain).join('') === text),
    )
    if (post) return [post.id, ...withCommas(values.slice(count), posts)]
  }
  return [first, ...withCommas(rest, posts)]
}

/** Numbers as the register writes those that it has. */
const asRegistered = (
  numbers: readonly ListedNumber[],
  known: readonly ListedNumber[],
): readonly ListedNumber[] =>
  numbers.map((number) => {
    const same = known.find((other) => tidyNumber(other.number) === number.number)
    return same ? { ...number, number: same.number } : number
  })

const sharesNumber = (some: readonly ListedNumber[], others: readonly ListedNumber[]): boolean =>
  some.some(({ number }) => others.some((other) => other.number === number))

const united = <T>(
  some: readonly T[] | undefined,
  more: readonly T[] | undefined,
  key: (item: T) => string,
) =>
  some && more
    ? [...new Map([...some, ...more].map((item) => [key(item), item])).values()]
    : (some ?? more)

/** Both rows as one person: the first name, and everything that either has. */
const merged = (person: PersonRow, more: PersonRow): PersonRow => {
  const phones = united(person.phones, more.phones, ({ number }) => number)
  const posts = united(person.posts, more.posts, (post) => post)
  const groups = united(person.groups, more.groups, (group) => group)
  return {
    ...person,
    ...(phones && { phones }),
    ...(posts && { posts }),
    ...(groups && { groups }),
  }
}

const NUMBERED = ['phone', 'mobile', 'desk', 'short', 'radio'] as const

/** Every row as a person, in their order. */
export function peopleRows(
  list: ListSheet,
  register: PeopleRegister,
  answers: PeopleAnswers,
): PeopleRows {
  const { ask, questions } = listQuestions()
  const faults: ListFault[] = []
  const byName = Map.groupBy(register.persons, ({ name }) => nameKey(name))
  const before = new Map<string, PersonRow[]>()
  const people = new Map<string, PersonRow>() // by the id in the register, or by the row
  const has = (fields: readonly (keyof ListRow['cells'])[]): boolean =>
    fields.some((field) => list.mapping[field] !== undefined)

  /** Who it is; null: it has to be asked first. */
  function who(row: ListRow, name: string, phones: readonly ListedNumber[]): RowMeans | null {
    const key = nameKey(name)
    const earlier = before.get(key) ?? []
    const same = earlier.find((person) => sharesNumber(person.phones ?? [], phones))
    if (same) return { row: same.row }
    const candidates = (byName.get(key) ?? []).map(({ id }) => id)
    const isTwice = list.rows.filter((other) => nameKey(textOf(other, 'name')) === key).length > 1
    const questionKey = isTwice ? `${key} ${row.row}` : key
    const answer = answers.persons.get(questionKey)
    if (answer !== undefined) return answer
    if (earlier.length === 0 && candidates.length === 0) return 'new'
    const [only] = candidates
    if (!isTwice && candidates.length === 1 && only !== undefined) return { id: only }
    const at = placeOf(row, 'name')
    return ask({ kind: 'person', key: questionKey, text: name, at, candidates })
  }
  function postsOf(row: ListRow): string[] {
    const values = valuesIn(textOf(row, 'post'))
    return withCommas(values, register.posts).flatMap((text) => {
      const answer = answers.posts.get(plain(text))
      if (answer === 'none') return []
      if (answer === 'new') return [text]
      const id = answer?.id ?? postNamed(text, register.posts)
      if (id !== null && id !== undefined) return [id]
      ask({ kind: 'post', key: plain(text), text, at: placeOf(row, 'post'), candidates: [] })
      return []
    })
  }

  for (const row of list.rows) {
    const name = tidyName(textOf(row, 'name'))
    const { numbers, faults: bad } = numbersOf(row)
    // a post without anybody, as a table to fill in has it
    if (name === '' && numbers.length === 0 && bad.length === 0) continue
    faults.push(...longFaults(row), ...bad)
    if (name === '') {
      faults.push({ at: placeOf(row, 'name'), field: 'name', value: '', code: 'name-missing' })
      continue
    }
    const person: PersonRow = {
      row: row.row,
      name,
      ...(has(NUMBERED) && { phones: numbers }),
      ...(has(['post']) && { posts: [...new Set(postsOf(row))] }),
      ...(has(['group']) && { groups: valuesIn(textOf(row, 'group')) }),
    }
    const means = who(row, name, numbers)
    if (means === null) continue
    const earlier = [...people].find(
      ([key, other]) =>
        means !== 'new' &&
        ('id' in means
          ? key === means.id
          : other.row === means.row && nameKey(other.name) === nameKey(name)),
    )
    if (earlier) {
      people.set(earlier[0], merged(earlier[1], person))
      continue
    }
    const known =
      means !== 'new' && 'id' in means
        ? register.persons.find(({ id }) => id === means.id)
        : undefined
    const entry: PersonRow = known
      ? {
          ...person,
          id: known.id,
          ...(person.phones && { phones: asRegistered(person.phones, known.phones) }),
        }
      : person
    people.set(entry.id ?? `row ${row.row} ${name}`, entry)
    before.set(nameKey(name), [...(before.get(nameKey(name)) ?? []), entry])
  }
  return { rows: [...people.values()], questions: [...questions.values()], faults }
}
