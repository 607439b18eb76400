/** Tells of the names in a list which persons of the register they are. */

/** A name and a number as somebody wrote them; empty without a number. `post`: where they stand. */
export type NamedEntry = { name: string; phone: string; post?: string }
/** A person with opened values. `posts`: those that they hold for good. */
export type KnownPerson = {
  id: string
  name: string
  phones: readonly string[]
  posts?: readonly string[]
}

/** Those who have the name and the number; without a number, first those who have none either. */
function exactly(
  persons: readonly KnownPerson[],
  { name, phone }: NamedEntry,
): readonly KnownPerson[] {
  const namesakes = persons.filter((person) => person.name === name)
  const byNumber = namesakes.filter(({ phones }) =>
    phone === '' ? phones.every((number) => number === '') : phones.includes(phone),
  )
  return byNumber.length > 0 || phone !== '' ? byNumber : namesakes
}

/**
 * Of each entry the one that has its name and number, else undefined. Of namesakes who share a
 * number (the telephone of a desk) whoever holds the post already; nobody stands twice at one post
 * while another one of them is left.
 */
function exactIds(
  entries: readonly NamedEntry[],
  known: readonly KnownPerson[],
): readonly (string | undefined)[] {
  const there = new Set<string>()
  return entries.map((entry) => {
    const { post = '' } = entry
    const candidates = exactly(known, entry)
    const left = candidates.filter(({ id }) => !there.has(`${post} ${id}`))
    const meant = left.find(({ posts }) => posts?.includes(post)) ?? left[0] ?? candidates[0]
    if (meant && post !== '') there.add(`${post} ${meant.id}`)
    return meant?.id
  })
}

/**
 * The id of each entry, in their order. Name and number together are a person; so is a name that
 * only one person has whom no other entry means, since a number may have changed. Everybody else is
 * new, and the same name and number are once new.
 */
export function whoIsWho(
  entries: readonly NamedEntry[],
  known: readonly KnownPerson[],
  newId: () => string,
): readonly string[] {
  const exact = exactIds(entries, known)
  const meant = new Set(exact)
  const fresh: KnownPerson[] = []
  return entries.map((entry, index) => {
    const id = exact[index]
    if (id !== undefined) return id
    const namesakes = known.filter(({ name }) => name === entry.name)
    const [only] = namesakes
    if (only && namesakes.length === 1 && !meant.has(only.id)) {
      meant.add(only.id)
      fresh.push({ ...only, phones: [entry.phone] })
      return only.id
    }
    const [before] = exactly(fresh, entry)
    if (before !== undefined) return before.id
    const person = { id: newId(), name: entry.name, phones: [entry.phone] }
    fresh.push(person)
    return person.id
  })
}
