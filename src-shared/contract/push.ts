/** The pushes that the station sends to every screen, over each transport. */
import type { CallerRole } from './request.ts'

export type { BeatPush, BoardPush, IncidentPush, Push } from '../domain/board/push.ts'
export type { BareBeat } from '../domain/board/push.ts'
export { barely, beatAt, briefly, fromBrief } from '../domain/board/push.ts'

/**
 * Who listens: the console hears everything, a wall nothing personal, a public wall nothing of
 * discreet incidents either.
 */
export const AUDIENCES = ['desk', 'wall', 'public'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What whoever is signed in so gets to hear. */
export function audienceOf(caller: { role: CallerRole; public?: true }): Audience {
  if (caller.role !== 'wall') return 'desk'
  return caller.public ? 'public' : 'wall'
}
