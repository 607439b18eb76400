/** Reads the events that the site holds: what each lacks, worst first. */
import type { OccasionRead } from '#shared/contract/occasions.ts'
import { lacksOf, occasionsToCome, type Occasion } from '#shared/domain/occasion/occasion.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { latestPlan } from '../plan/data.ts'
import { aroundOf, venueCheck } from './occasion-data.ts'
import { drawnOwner } from './queries.ts'
import { opened } from '../opened.ts'

function drawn(occasion: Occasion, context: QueryContext): OccasionRead {
  const { id, startsAt, endsAt, placeId, expected, isPublic, planId, checklistId } = occasion
  const { commander, permit, withdrawn } = occasion
  const isOver = endsAt <= context.now()
  const nameOf = postNames(context)
  const groups = context.memory.register()?.groups ?? []
  const around = aroundOf(occasion, context)
  return {
    ...{ id, startsAt, endsAt, placeId, expected, isPublic, planId, checklistId },
    ...{ name: inSentence(occasion.name), place: inSentence(occasion.place) },
    permit: permit && inSentence(permit),
    planTitle: planId === null ? null : (latestPlan(planId, context)?.title ?? null),
    commander: commander && drawnOwner(commander),
    groups: groups.filter((group) => occasion.groups.includes(group.id)),
    posts: occasion.posts.map((post) => ({ id: post, name: nameOf(post) })),
    lacks: isOver || withdrawn ? [] : lacksOf(occasion, around),
    emptyPosts: around.emptyPosts,
    check: venueCheck(occasion, context),
    isOver,
    withdrawn: withdrawn && { ...withdrawn, reason: inSentence(withdrawn.reason) },
  }
}

const list: QueryHandler<'occasion/list'> = async (_input, context) => {
  const all = [...context.memory.documents.all('occasion').values()]
  const toCome = occasionsToCome(all, context.now())
  const past = all
    .filter((occasion) => !toCome.includes(occasion))
    .sort((a, b) => b.startsAt - a.startsAt)
  const occasions = [...toCome, ...past].map((occasion) => drawn(occasion, context))
  return { ok: true, reply: { occasions: await opened(occasions, context) } }
}

export const occasionQueries = { 'occasion/list': list }
