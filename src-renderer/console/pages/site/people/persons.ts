/** Persons as the page lists and edits them: who is found, what is said of each. */
import type { GroupRead, LeaveRead, PersonRead, PhoneRead } from '#shared/contract/people.ts'

/** As the station takes them. */
export const MOST_PHONES = 10
export const MOST_POSTS = 40

/** A number as it is typed; `key` tells lines apart on the page. */
export type PhoneLine = { key: string; number: string; kind: PhoneRead['kind'] | '' }
export type PersonForm = { name: string; phones: PhoneLine[]; posts: string[] }
type PersonInput = {
  name: string
  phones: { number: string; kind?: PhoneRead['kind'] }[]
  posts: string[]
}

/** A kind that nobody has chosen is told by the number itself. */
export const blankPhone = (): PhoneLine => ({ key: crypto.randomUUID(), number: '', kind: '' })

/** There is always a line to write in. */
export function formOf({ name, phones, posts }: Omit<PersonRead, 'id' | 'onLeave' | 'left'>) {
  const lines = phones.map((phone) => ({ ...blankPhone(), ...phone }))
  return { name, phones: lines.length > 0 ? lines : [blankPhone()], posts: [...posts] }
}

export const phonesOf = (lines: readonly PhoneLine[]): PersonInput['phones'] =>
  lines
    .map(({ number, kind }) => ({ number: number.trim(), ...(kind !== '' && { kind }) }))
    .filter(({ number }) => number !== '')

export const personOf = ({ name, phones, posts }: PersonForm): PersonInput => ({
  name: name.trim(),
  phones: phonesOf(phones),
  posts: [...posts],
})

/** The same person as it is sent, to put back what stood there. */
export const personInput = ({ name, phones, posts }: PersonRead): PersonInput => ({
  name,
  phones: phones.map(({ number, kind }) => ({ number, kind })),
  posts: [...posts],
})

/** Groups that a person is in, by name or by a post. */
export const groupsOf = ({ id, posts }: PersonRead, groups: readonly GroupRead[]): GroupRead[] =>
  groups.filter(
    ({ lead, members }) =>
      lead === id || members.some((member) => member === id || posts.includes(member)),
  )

/** Leave that is not over on `today` (a local date), the nearest first. */
export const leaveFrom = (leave: readonly LeaveRead[], today: string): readonly LeaveRead[] =>
  leave
    .filter(({ until }) => until >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** Others who are here and have just this name. */
export const namesakes = (
  name: string,
  persons: readonly PersonRead[],
  self: string | null = null,
): readonly PersonRead[] =>
  persons.filter((person) => person.id !== self && !person.left && person.name === name.trim())
