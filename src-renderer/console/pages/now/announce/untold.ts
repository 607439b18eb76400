/** Where somebody still has to say of an announcement whether it went there. */
import type { BoardAnnouncement } from '#shared/domain/board/announcements.ts'
import type { AnnouncePlace } from '#shared/domain/incident/record/announcements.ts'
import { lastTry } from '#shared/domain/incident/rules/announcements.ts'

export type Untold = AnnouncePlace

/**
 * Walls show it by themselves. A channel whose text the station puts into a folder is there, too:
 * when that failed, a person can still send it by hand.
 */
export function untoldPlaces(announcement: BoardAnnouncement): readonly Untold[] {
  const { targets, sent, outAt, ended, over, outlets = [] } = announcement
  if (outAt === null || ended || over) return []
  return [
    ...targets
      .filter((target) => target !== 'wall' && !sent.some((act) => act.target === target))
      .map((target) => ({ target })),
    ...outlets
      .filter(({ id }) => lastTry(announcement, id)?.failed ?? true)
      .map(({ id, name }) => ({ outletId: id, name })),
  ]
}
