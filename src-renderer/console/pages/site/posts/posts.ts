/** Posts as the page lists them: who holds each, and which nobody fills. */
import type { ShiftRead } from '#shared/contract/duty.ts'
import type { PeopleRead, PersonRead, PostRead } from '#shared/contract/people.ts'

type Held = Pick<PeopleRead, 'persons' | 'posts'>

export const holdersOf = (postId: string, persons: readonly PersonRead[]): readonly PersonRead[] =>
  persons.filter(({ posts, left }) => !left && posts.includes(postId))

export const shiftsOf = (postId: string, shifts: readonly ShiftRead[]): readonly ShiftRead[] =>
  shifts.filter(({ posts }) => posts.includes(postId))

/**
 * Nobody holds it, no shift names it, it has no substitute, and no post of the site that is filled
 * stands for it.
 */
export function isVacant(post: PostRead, people: Held, shifts: readonly ShiftRead[]): boolean {
  const isFilled = ({ id, substitutes }: PostRead): boolean =>
    holdersOf(id, people.persons).length > 0 ||
    shiftsOf(id, shifts).length > 0 ||
    substitutes.length > 0
  return ![post, ...people.posts.filter(({ standsFor }) => standsFor.includes(post.id))].some(
    isFilled,
  )
}

/** The site's own posts after those of its documents; each in the order of the station. */
export const inOrder = (posts: readonly PostRead[]): readonly PostRead[] =>
  posts.toSorted((a, b) => Number(a.ofSite) - Number(b.ofSite))

/** What is sent to put back what the site says of a post. */
export const postInput = ({
  id,
  name,
  ofSite,
  standsFor,
  substitutes,
  minimum,
  necessary,
  outside,
}: PostRead) => ({
  ...{ id, standsFor: [...standsFor], substitutes: [...substitutes] },
  ...{ minimum, necessary, outside },
  ...(ofSite && { name: { ...name } }),
})
