/**
 * What training and sign-offs owe by a day: of each course the posts whose people lack it, and of
 * each plan the posts whose people have not signed its revision.
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import { datePlus } from '../duty/roster.ts'
import type { Obligation } from '../readiness/obligation.ts'
import { owedSignOffs, type PlanToRead } from '../sign-off/owed.ts'
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

const postOwner = (id: string, { nameOf }: World): ActionOwner => ({
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
 * somebody never had it. Critical where somebody on the post has never had it, since untrained
 * people are on duty; people that lack it are its `count`.
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
        isCritical: standings.some(({ state }) => state === 'missing'),
        ...{ count: standings.length, to: ['readiness', 'training', 'courses'] },
      }
    })
  })
}

/** One for each plan that somebody has to sign; it has been due since its revision is in force. */
export function obligationsOfSignOff(
  plans: readonly PlanToRead[],
  signOffs: ReadonlyMap<string, SignOffs>,
  staff: Staff,
  { zone }: Pick<TrainingTime, 'zone'>,
): readonly Obligation[] {
  const open = owedSignOffs(plans, staff, signOffs, zone).filter(({ state }) => state !== 'signed')
  return [...Map.groupBy(open, ({ planId }) => planId)].map(([planId, owed]): Obligation => ({
    kind: 'sign-off',
    about: { id: planId, name: plans.find(({ id }) => id === planId)?.title ?? null },
    ...{ owner: null, due: null, dueAt: null, remindFrom: null, isCritical: false },
    ...{ count: owed.length, to: ['readiness', 'training', 'sign-off'] },
  }))
}

const both = (text: string): LocalizedText => localized(text, text)
