/** The roster as somebody edits it: a line a person under each post. Pure; it saves nothing. */
import type { Post } from '#shared/contract/site.ts'
import type { Posts } from '../../base/duty.ts'

export const MOST_PEOPLE = 20 // a post, as the station takes them

export type Line = { key: number; person: string; phone: string }
export type PostLines = Post & { lines: Line[] }
export type Roster = Record<string, { person: string; phone: string }[]>

let keys = 0 // tells lines apart on the page, nothing else
export const blank = (): Line => ({ key: ++keys, person: '', phone: '' })

/**
 * Every post of the site with who holds it; one that nobody holds has an empty line to write in.
 */
export const linesOf = (posts: readonly Post[], current: Posts): PostLines[] =>
  posts.map((post) => {
    const lines = (current?.[post.id] ?? []).map(({ person, phone }) => ({
      ...blank(),
      person,
      phone,
    }))
    return { ...post, lines: lines.length > 0 ? lines : [blank()] }
  })

const named = ({ lines }: PostLines): { person: string; phone: string }[] =>
  lines
    .map(({ person, phone }) => ({ person: person.trim(), phone: phone.trim() }))
    .filter(({ person }) => person !== '')

/**
 * What would be saved: posts that somebody holds. A post that is left out is one that nobody holds.
 */
export const rosterOf = (posts: readonly PostLines[]): Roster =>
  Object.fromEntries(
    posts.map((post) => [post.id, named(post)] as const).filter(([, people]) => people.length > 0),
  )

/** The same without empty posts, whoever wrote it; the order of posts says nothing. */
export const written = (current: Posts): string =>
  JSON.stringify(
    Object.entries(current ?? {})
      .filter(([, people]) => people.length > 0)
      .sort(([item], [other]) => (item < other ? -1 : 1))
      .map(([id, people]) => [id, people.map(({ person, phone }) => [person, phone])]),
  )

export const isVacant = (post: PostLines): boolean => named(post).length === 0

/**
 * Posts of the site whose alerts would be passed over. An outside unit is reached by the number in
 * the plan.
 */
export const vacant = (posts: readonly PostLines[]): PostLines[] =>
  posts.filter((post) => post.kind !== 'external' && post.documents.length > 0 && isVacant(post))

/** Posts with a number that belongs to nobody. */
export const nameless = (posts: readonly PostLines[]): PostLines[] =>
  posts.filter(({ lines }) =>
    lines.some(({ person, phone }) => person.trim() === '' && phone.trim() !== ''),
  )
