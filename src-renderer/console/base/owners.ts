/** Whose something is while it is written: a post, a person, or anybody, by name. */
import type { Input } from '#shared/contract/contract.ts'
import type { PersonRead, PostRead } from '#shared/contract/people.ts'

type Owner = Input<'incident/task'>['owner']
export type Register = {
  persons: readonly Pick<PersonRead, 'id' | 'name' | 'left'>[]
  posts: readonly Pick<PostRead, 'id' | 'name'>[]
}

/** The names that are offered: posts first, in the language of the page. */
export const namesOf = ({ persons, posts }: Register, language: 'zh' | 'en'): readonly string[] => [
  ...posts.map(({ name }) => name[language]),
  ...persons.filter(({ left }) => !left).map(({ name }) => name),
]

/**
 * A post by its name in either language, a person whose name just one of the register has, or
 * anybody by name; null for an empty one.
 */
export function ownerNamed(written: string, { persons, posts }: Register): Owner | null {
  const name = written.trim()
  if (name === '') return null
  const post = posts.find((entry) => entry.name.zh === name || entry.name.en === name)
  if (post) return { postId: post.id }
  const namesakes = persons.filter((entry) => !entry.left && entry.name === name)
  const [person] = namesakes
  return person && namesakes.length === 1 ? { personId: person.id } : { person: name }
}

/** Names that are divided by commas, each as an owner. */
export const ownersNamed = (written: string, register: Register): readonly Owner[] =>
  written.split(/[、，,;；\n]/).flatMap((name) => ownerNamed(name, register) ?? [])
