/**
 * Who is meant by what was typed into a cell: one person or several, by name, pinyin or initials.
 * Whoever holds the post stands first, whoever is on leave last.
 */
import type { PersonRead } from '#shared/contract/people.ts'
import { heardIn, type Searched } from '../../../base/name-search.ts'

type Persons = readonly Searched<PersonRead>[]

/** Those who are here, in the order in which they are offered for a post. */
export function offeredFor(
  all: Persons,
  postId: string,
  isOnLeave: (personId: string) => boolean,
): Persons {
  const rank = ({ item: { id, posts } }: Searched<PersonRead>): number =>
    (posts.includes(postId) ? 0 : 1) + (isOnLeave(id) ? 2 : 0)
  return all.filter(({ item }) => !item.left).toSorted((a, b) => rank(a) - rank(b))
}

const PARTED = /[、,，;；/]/
/** `周敏、李娜`; blanks part names, too, unless they belong to one. */
const partsOf = (typed: string, offered: Persons): readonly string[] =>
  typed
    .split(PARTED)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (heardIn(offered, part).length > 0 ? [part] : part.split(/\s+/)))

/** What the person is still typing: the last name. */
export const lastPart = (typed: string): string => typed.split(PARTED).at(-1)?.trim() ?? ''
/** The same with this name in place of what was typed of it. */
export function withLast(typed: string, name: string): string {
  const begin = typed.slice(0, typed.length - (typed.split(PARTED).at(-1)?.length ?? 0))
  return `${begin}${name}`
}

/** `strangers`: what is nobody's name. */
export type Meant = { persons: string[]; strangers: string[] }
export function meantBy(typed: string, offered: Persons): Meant {
  const meant: Meant = { persons: [], strangers: [] }
  for (const part of partsOf(typed, offered)) {
    const [person] = heardIn(offered, part)
    if (!person) meant.strangers.push(part)
    else if (!meant.persons.includes(person.id)) meant.persons.push(person.id)
  }
  return meant
}

/** A block of cells as a spreadsheet copies it: rows by line, columns by tab. */
export const blockOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
