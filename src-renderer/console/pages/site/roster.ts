/** The roster while it is edited: a line for each person under each post. */
import type { Post } from '#shared/contract/site.ts'
import { isOutsideUnit } from '#shared/domain/roster/outside-units.ts'
import { isSitePost } from '#shared/domain/roster/site-posts.ts'
import type { Posts } from '../../base/duty.ts'

export const MOST_PEOPLE = 20 // a post, as the station takes them

export type Line = { key: number; person: string; phone: string }
export type PostLines = Post & { lines: Line[] }
export type Roster = Record<string, { person: string; phone: string }[]>

let keys = 0 // tells lines apart on the page
export const blank = (): Line => ({ key: ++keys, person: '', phone: '' })

const isOutside = ({ kind }: Post): boolean => kind === 'external'
const isAnyone = ({ kind }: Post): boolean => kind === 'anyone'

/**
 * Every post of the site with its people; a vacant post has an empty line to write in. A unit
 * outside needs no name of a person: it is filed under its own, which is not shown.
 */
export const linesOf = (posts: readonly Post[], holders: Posts): PostLines[] =>
  posts.map((post) => {
    const lines = (holders?.[post.id] ?? []).map(({ person, phone }) => ({
      ...blank(),
      person: isOutside(post) && person === post.name.zh ? '' : person,
      phone,
    }))
    return { ...post, lines: lines.length > 0 ? lines : [blank()] }
  })

const named = (post: PostLines): { person: string; phone: string }[] =>
  post.lines
    .map(({ person, phone }) => ({ person: person.trim(), phone: phone.trim() }))
    .map((line) => (line.phone !== '' && isOutside(post) ? withUnitName(line, post) : line))
    .filter(({ person }) => person !== '')
const withUnitName = <L extends { person: string }>(line: L, { name }: Post): L => ({
  ...line,
  person: line.person || name.zh,
})

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

/** The groups of the page: who is at work here, whom one rings outside, what no plan needs. */
export type PostGroup = 'inside' | 'outside' | 'left'
export function groupOf(post: Post): PostGroup {
  const isNeeded = post.documents.length > 0 || isSitePost(post.id) || isOutsideUnit(post.id)
  if (!isNeeded || isAnyone(post)) return 'left'
  return isOutside(post) ? 'outside' : 'inside'
}

/** Nobody is put on a shift as whoever happens to be there; who stands there from before stays. */
export const hasRow = (post: Post, holders: Posts): boolean =>
  !isAnyone(post) || (holders?.[post.id] ?? []).length > 0

const isVacant = (post: PostLines): boolean => named(post).length === 0

/** Vacant posts whose alerts would be passed over. */
export const vacantPosts = (posts: readonly PostLines[]): PostLines[] =>
  posts.filter((post) => groupOf(post) === 'inside' && isVacant(post))

/** Posts with a number without a person. */
export const nameless = (posts: readonly PostLines[]): PostLines[] =>
  posts.filter(
    (post) =>
      !isOutside(post) &&
      post.lines.some(({ person, phone }) => person.trim() === '' && phone.trim() !== ''),
  )
