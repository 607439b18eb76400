/** The requests of events that the site holds (会务活动): what each needs, and what it lacks. */
import { z } from 'zod'
import type { OccasionLack } from '../domain/occasion/occasion.ts'
import type { LocalizedText } from '../domain/text.ts'
import { Id, Instant, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'
import { owner } from './tasks.ts'

const Name = personal(200)
const command = { kind: 'command', who: ['dispatcher'], exclusive: true } as const
const MOST_PEOPLE = 1_000_000

/**
 * The whole of it; without `occasionId` it is a new one. `expected`: people. `isPublic`: open to
 * the public, so that it needs a permit from 1000 on. `permit`: its number. `posts`: whose people
 * must be on duty as it begins; `groups`: of the register; `checklistId`: by which the venue is
 * checked.
 */
const occasion = z.strictObject({
  occasionId: Id.nullish(),
  name: Name,
  startsAt: Instant,
  endsAt: Instant,
  place: Name,
  placeId: Id.nullish(),
  expected: z.int().min(0).max(MOST_PEOPLE),
  isPublic: z.boolean(),
  permit: Name.nullish(),
  planId: Id.nullish(),
  commander: owner.nullish(),
  groups: z.array(Id).max(50).nullish(),
  posts: z.array(Id).max(50).nullish(),
  checklistId: Id.nullish(),
})

/**
 * Instants in UTC ms, names as screens show them. `lacks`: worst first, empty where it is ready;
 * `emptyPosts`: those that nobody holds as it begins. `check`: the last venue check for it, where
 * there is one; `outdated`: it is held elsewhere, or on another day, since.
 */
export type OccasionRead = {
  id: string
  name: string
  startsAt: number
  endsAt: number
  place: string
  placeId: string | null
  expected: number
  isPublic: boolean
  permit: string | null
  planId: string | null
  planTitle: LocalizedText | null
  commander: { postId: string | null; personId: string | null; name: LocalizedText } | null
  groups: readonly { id: string; name: LocalizedText }[]
  posts: readonly { id: string; name: LocalizedText }[]
  checklistId: string | null
  lacks: readonly OccasionLack[]
  emptyPosts: readonly string[]
  check: {
    checkId: string
    signedAt: number | null
    state: 'running' | 'signed' | 'failed' | 'outdated'
  } | null
  isOver: boolean
  withdrawn: { at: number; by: string; reason: string } | null
}

export const occasionRequests = {
  'occasion/save': defineRequest({
    ...command,
    input: occasion,
    reply: reply<{ occasionId: string }>(),
  }),
  'occasion/withdraw': defineRequest({
    ...command,
    input: z.strictObject({ occasionId: Id, reason: personal(2_000) }),
    reply: reply<Empty>(),
  }),
  /** Those to come first, the nearest in front; then what is over, the last one first. */
  'occasion/list': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<{ occasions: readonly OccasionRead[] }>(),
  }),
}
