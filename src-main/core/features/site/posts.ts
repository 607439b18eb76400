/** The posts and units that the roster of a site has a place for. */
import type { Post } from '#shared/contract/site.ts'
import type { Plan, Role } from '#shared/domain/plan/plan.ts'
import { isOutsideUnit, OUTSIDE_UNITS, outsideUnitOf } from '#shared/domain/roster/outside-units.ts'
import { isSitePost, SITE_POSTS } from '#shared/domain/roster/site-posts.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

type PlanPost = Omit<Post, 'documents' | 'numbers'> & {
  documents: Map<string, LocalizedText>
  numbers: Set<string>
}

/** The posts that plans name, each once, with the documents that name it and its numbers there. */
function ofPlans(plans: readonly Plan[]): Post[] {
  const posts = new Map<string, PlanPost>()
  for (const { document, documentTitle, roles, steps } of plans) {
    const calls = steps.flatMap((step) => step.calls)
    for (const { id, name, kind = 'person' } of roles) {
      const post: PlanPost = posts.get(id) ?? {
        ...{ id, name, kind },
        ...{ documents: new Map(), numbers: new Set() },
      }
      post.documents.set(document, documentTitle)
      for (const { number } of calls.filter((call) => call.role === id))
        if (number !== null) post.numbers.add(number)
      posts.set(id, post)
    }
  }
  return [...posts.values()].map(({ documents, numbers, ...post }) => ({
    ...post,
    documents: [...documents.values()],
    ...(numbers.size > 0 && { numbers: [...numbers] }),
  }))
}

/** Units outside that no plan has under a name of theirs. */
function outsideUnits(planned: readonly Post[]): Post[] {
  const named = new Set<string | undefined>(
    planned.filter(({ kind }) => kind === 'external').map(({ name }) => outsideUnitOf(name.zh)?.id),
  )
  return Object.entries(OUTSIDE_UNITS)
    .filter(([id]) => !named.has(id))
    .map(([id, { name, number }]): Post => ({
      ...{ id, name, kind: 'external' as const, documents: [] },
      ...(number !== null && { numbers: [number] }),
    }))
}

/**
 * The posts of every site, then those that a plan names, the units outside, and whatever else the
 * roster holds. `roles`: of all documents, for the names of the last.
 */
export function postsOf(
  plans: readonly Plan[],
  rosterIds: readonly string[],
  roles: readonly Role[],
): Post[] {
  const planned = ofPlans(plans)
  const outside = outsideUnits(planned)
  const left = rosterIds
    .filter((id) => !isSitePost(id) && ![...planned, ...outside].some((post) => post.id === id))
    .map((id): Post => {
      const role = roles.find((candidate) => candidate.id === id)
      return {
        id,
        name: role?.name ?? (isOutsideUnit(id) ? OUTSIDE_UNITS[id].name : localized(id, id)),
        kind: role?.kind ?? (isOutsideUnit(id) ? 'external' : 'person'),
        documents: [],
      }
    })
  const ofSite = Object.entries(SITE_POSTS)
    .filter(([id]) => !planned.some((post) => post.id === id))
    .map(([id, name]): Post => ({ id, name, kind: 'person', documents: [] }))
  return [...ofSite, ...planned, ...outside, ...left]
}
