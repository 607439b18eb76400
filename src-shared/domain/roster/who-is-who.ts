/** Tells of the names in a list which persons of the register they are. */

/** A name and a number as somebody wrote them; empty without a number. */
export type NamedEntry = { name: string; phone: string }
/** A person with opened values. */
export type KnownPerson = { id: string; name: string; phones: readonly string[] }

/** Whoever has the name and the number; without a number, first of all who has none either. */
function exactly(persons: readonly KnownPerson[], { name, phone }: NamedEntry): string | undefined {
  const namesakes = persons.filter((person) => person.name === name)
  const byNumber = namesakes.find(({ phones }) =>
    phone === '' ? phones.every((number) => number === '') : phones.includes(phone),
  )
  return (byNumber ?? (phone === '' ? namesakes[0] : undefined))?.id
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
  const exact = entries.map((entry) => exactly(known, entry))
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
    const before = exactly(fresh, entry)
    if (before !== undefined) return before
    const person = { id: newId(), name: entry.name, phones: [entry.phone] }
    fresh.push(person)
    return person.id
  })
}
