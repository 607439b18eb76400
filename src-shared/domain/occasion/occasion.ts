/**
 * A conference or another event of the site (会务活动) as it stands, and whether it is ready: with a
 * plan, somebody in command, groups, people on duty, and a venue check that was signed (S01-09).
 * From 1000 expected people, open to the public, it needs a permit (大型群众性活动安全管理条例 art. 2, 11).
 */
import { isActionOwner, type ActionOwner } from '../corrective-action/action.ts'
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'

/** From so many people on an event that is open to the public needs a permit. */
export const PERMIT_FROM = 1000

/**
 * `startsAt`, `endsAt`: UTC ms. `place`: as it is called, `placeId` of the register. `isPublic`:
 * open to the public. `permit`: its number; null: none yet. `posts`: whose people must be on duty
 * as it begins. `groups`: of the register of people. `checklistId`: by which the venue is checked;
 * null: any of the kind event.
 */
export type OccasionFields = {
  name: Guarded
  startsAt: number
  endsAt: number
  place: Guarded
  placeId: string | null
  expected: number
  isPublic: boolean
  permit: Sealed | null
  planId: string | null
  commander: ActionOwner | null
  groups: readonly string[]
  posts: readonly string[]
  checklistId: string | null
}
/**
 * `checkFrom`: since when (UTC ms) it is to be held where and on the day that it is; what was
 * checked before says nothing of its venue. Left out: since it was entered.
 */
export type Occasion = OccasionFields & {
  checkFrom?: number
  id: string
  version: number
  at: number
  by: string
  withdrawn: { at: number; by: string; reason: Sealed } | null
}

export const needsPermit = ({
  expected,
  isPublic,
}: Pick<Occasion, 'expected' | 'isPublic'>): boolean => isPublic && expected >= PERMIT_FROM

/**
 * What is missing, worst first: who commands, the plan, the permit, people (`posts` that nobody
 * holds as it begins), a venue check that failed, one from before it was moved, none that is
 * signed, groups.
 */
export const OCCASION_LACKS = [
  'commander',
  'plan',
  'permit',
  'people',
  'check-failed',
  'check-outdated',
  'check',
  'groups',
] as const
export type OccasionLack = (typeof OCCASION_LACKS)[number]

/**
 * `emptyPosts`: those of its posts that nobody holds as it begins. `check`: how the last venue
 * check for it stands: signed with nothing open, signed with a hazard or incident that is not over
 * (`failed`), made before `checkFrom` (`outdated`), or none that is signed.
 */
export type OccasionAround = {
  emptyPosts: readonly string[]
  check: 'signed' | 'failed' | 'outdated' | null
  planIsThere: boolean
}

/** What it lacks, worst first; none: it is ready. */
export function lacksOf(
  occasion: Occasion,
  { emptyPosts, check, planIsThere }: OccasionAround,
): readonly OccasionLack[] {
  const { commander, planId, permit, groups, posts } = occasion
  const isLacking: Readonly<Record<OccasionLack, boolean>> = {
    commander: commander === null,
    plan: planId === null || !planIsThere,
    permit: needsPermit(occasion) && permit === null,
    people: posts.length === 0 || emptyPosts.length > 0,
    'check-failed': check === 'failed',
    'check-outdated': check === 'outdated',
    check: check === null,
    groups: groups.length === 0,
  }
  return OCCASION_LACKS.filter((lack) => isLacking[lack])
}

/** Those to come or under way at `now` (UTC ms), the nearest first. */
export const occasionsToCome = (occasions: Iterable<Occasion>, now: number): readonly Occasion[] =>
  [...occasions]
    .filter(({ withdrawn, endsAt }) => withdrawn === null && endsAt > now)
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1))

export const occasionForms: { [K in keyof OccasionFields]: is.Form } = {
  name: is.guarded,
  startsAt: is.number,
  endsAt: is.number,
  place: is.guarded,
  placeId: is.orNull(is.words),
  expected: is.number,
  isPublic: is.flag,
  permit: is.orNull(is.sealed),
  planId: is.orNull(is.words),
  commander: is.orNull(isActionOwner),
  groups: is.list(is.words),
  posts: is.list(is.words),
  checklistId: is.orNull(is.words),
}

export const isOccasion: is.Form = is.fields<Occasion>({
  ...occasionForms,
  id: is.words,
  version: is.number,
  checkFrom: is.maybe(is.number),
  at: is.number,
  by: is.words,
  withdrawn: is.orNull(is.fields({ at: is.number, by: is.words, reason: is.sealed })),
})
