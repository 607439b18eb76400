/** The roster while it is edited: a line for each person under each post. */
import type { Post } from '#shared/contract/site.ts'
import type { Posts } from '../../base/duty.ts'

export const MOST_PEOPLE = 20 // a post, as the station takes them

export type Line = { key: number; person: string; phone: string }
export type PostLines = Post & { lines: Line[] }
export type Roster = Record<string, { person: string; phone: string }[]>

let keys = 0 // tells lines apart on the page
export const blank = (): Line => ({ key: ++keys, person: '', phone: '' })

/** Every post of the site with its people; a vacant post has an empty line to write in. */
export const linesOf = (posts: readonly Post[], holders: Posts): PostLines[] =>
  posts.map((post) => {
    const lines = (holders?.[post.id] ?? []).map(({ person, phone }) => ({
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

/** The roster to be saved, without vacant posts. */
export const rosterOf = (posts: readonly PostLines[]): Roster =>
  Object.fromEntries(
    posts.map((post) => [post.id, named(post)] as const).filter(([, people]) => people.length > 0),
  )

const plainLines = (lines: readonly Line[]): { person: string; phone: string }[] =>
  lines.map(({ person, phone }) => ({ person, phone }))

/** The lines of the posts that differ from what the record has, as they were typed. */
export const typedOf = (posts: readonly PostLines[], recorded: readonly PostLines[]): Roster =>
  Object.fromEntries(
    posts.flatMap(({ id, lines }) => {
      const before = recorded.find((post) => post.id === id)?.lines ?? []
      const now = plainLines(lines)
      return JSON.stringify(now) === JSON.stringify(plainLines(before)) ? [] : [[id, now]]
    }),
  )

/** The posts with lines that were typed before; a post that is gone takes its lines with it. */
export const withTyped = (posts: readonly PostLines[], typed: Roster): PostLines[] =>
  posts.map((post) => {
    const lines = typed[post.id]?.map((line) => ({ ...blank(), ...line }))
    return lines ? { ...post, lines } : post
  })

/** Equal for equal rosters: without empty posts, in one order. */
export const rosterKey = (holders: Posts): string =>
  JSON.stringify(
    Object.entries(holders ?? {})
      .filter(([, people]) => people.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, people]) => [id, people.map(({ person, phone }) => [person, phone])]),
  )

const isVacant = (post: PostLines): boolean => named(post).length === 0

/** Vacant posts whose alerts would be passed over. The plan has the number of an outside unit. */
export const vacantPosts = (posts: readonly PostLines[]): PostLines[] =>
  posts.filter((post) => post.kind !== 'external' && post.documents.length > 0 && isVacant(post))

/** Posts with a number without a person. */
export const nameless = (posts: readonly PostLines[]): PostLines[] =>
  posts.filter(({ lines }) =>
    lines.some(({ person, phone }) => person.trim() === '' && phone.trim() !== ''),
  )
