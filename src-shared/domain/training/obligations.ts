/**
 * What training and sign-offs owe by a day: of each course the posts whose people lack it, and of
 * each post how many sign-offs of plans its people still owe.
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import { datePlus } from '../duty/roster.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { owedSignOffs, type OwedSignOff, type PlanToRead } from '../sign-off/owed.ts'
import type { SignOffs } from '../sign-off/sign-off.ts'
import { localized, type LocalizedText } from '../text.ts'
import {
  owedStandings,
  termsOf,
  type Staff,
  type Standing,
  type TrainingRecord,
  type TrainingTime,
} from './standing.ts'

type World = TrainingTime & { nameOf: (postId: string) => LocalizedText }

const postOwner = (id: string, { nameOf }: Pick<World, 'nameOf'>): ActionOwner => ({
  post: { id, name: nameOf(id) },
  ...{ person: null, personId: null },
})

/** The earliest of days; null where one of them has been due all along. */
const earliest = (days: readonly (string | null)[]): string | null =>
  days.includes(null) ? null : (days.filter((day) => day !== null).toSorted()[0] ?? null)

/** The post of a course for which somebody owes it; null: everybody does. */
const postOf = (posts: readonly string[], filled: ReadonlySet<string> | undefined): string | null =>
  posts.find((post) => filled?.has(post)) ?? null

/**
 * One for each course and post. `due`: the last day on which the first of them still holds, null:
 * somebody never had it. Critical where somebody on the post has never had it or its time is over,
 * since people who are not trained are on duty; people that lack it are its
 * `count`.
 */
export function obligationsOfTraining(
  record: TrainingRecord,
  staff: Staff,
  world: World,
): readonly Obligation[] {
  const posts = new Map(staff.map((entry) => [entry.person.id, entry.posts]))
  return record.courses.flatMap((course) => {
    const lacking = owedStandings({ ...record, courses: [course] }, staff, world).filter(
      ({ state }) => state !== 'valid',
    )
    const byPost = Map.groupBy(lacking, ({ personId }: Standing) =>
      course.everybody ? null : postOf(course.posts, posts.get(personId)),
    )
    return [...byPost].map(([post, standings]): Obligation => {
      const due = earliest(standings.map(({ until }) => until))
      return {
        kind: 'training',
        about: { id: `${course.id}${post === null ? '' : `.${post}`}`, name: both(course.title) },
        owner: post === null ? null : postOwner(post, world),
        ...{ due, dueAt: null },
        remindFrom: due === null ? null : datePlus(due, -termsOf(course, world.usual).remindDays),
        isCritical: standings.some(({ state }) => state === 'missing' || state === 'expired'),
        ...{ count: standings.length, to: ['readiness', 'training', 'courses'] },
      }
    })
  })
}

/** The first of a person's posts, as the register has them, for which they have to sign a plan. */
function signingPosts(open: readonly OwedSignOff[], staff: Staff): ReadonlyMap<string, string> {
  const inPlans = new Map<string, Set<string>>()
  for (const { personId, posts } of open)
    inPlans.set(personId, new Set([...(inPlans.get(personId) ?? []), ...posts]))
  return new Map(
    staff.flatMap(({ person, posts }): [string, string][] => {
      const post = [...posts].find((each) => inPlans.get(person.id)?.has(each))
      return post === undefined ? [] : [[person.id, post]]
    }),
  )
}

/**
 * One for each post whose people have plans to sign, with how many sign-offs are open; whoever
 * fills several posts is counted at the first. They have been due since their revisions are in
 * force: no rule names a day.
 */
export function obligationsOfSignOff(
  plans: readonly PlanToRead[],
  signOffs: ReadonlyMap<string, SignOffs>,
  staff: Staff,
  world: Pick<World, 'zone' | 'nameOf'>,
): readonly Obligation[] {
  const open = owedSignOffs(plans, staff, signOffs, world.zone).filter(
    ({ state }) => state !== 'signed',
  )
  const postOfSigner = signingPosts(open, staff)
  const byPost = Map.groupBy(open, ({ personId }) => postOfSigner.get(personId) ?? '')
  return [...byPost].map(([post, owed]): Obligation => ({
    kind: 'sign-off',
    about: { id: post, name: world.nameOf(post) },
    owner: postOwner(post, world),
    ...{ due: null, dueAt: null, remindFrom: null, isCritical: false },
    ...{ count: owed.length, to: ['readiness', 'training', 'sign-off', post] },
  }))
}

const both = (text: string): LocalizedText => localized(text, text)
