/**
 * The live board as frames: at most one a second, drawn once for all who see the same regions, and
 * only what has changed since the frame before.
 */
import type { IncidentLine } from '#shared/domain/hq/incident-line.ts'
import type { HqBoard } from './board.ts'
import { seenBy } from './desk.ts'
import type {
  BoardFrame,
  BoardFrames,
  BoardSeen,
  BoardSite,
  FrameReader,
  Health,
} from './hq-api.ts'
import { scopeKey } from '#shared/domain/hq/scope.ts'

type Texts = ReadonlyMap<string, string>

export const keyOf = ({ site, id }: Pick<IncidentLine, 'site' | 'id'>): string => `${site} ${id}`

const textsOf = <T>(rows: readonly T[], key: (row: T) => string): Texts =>
  new Map(rows.map((row) => [key(row), JSON.stringify(row)]))
const changedIn = <T>(rows: readonly T[], key: (row: T) => string, before: Texts, now: Texts) =>
  rows.filter((row) => before.get(key(row)) !== now.get(key(row)))

type Drawn = { sites: Texts; incidents: Texts; order: string }
const EMPTY: Drawn = { sites: new Map(), incidents: new Map(), order: '' }

/** What differs between what was sent last and `seen`; and what will have been sent then. */
export function frameOf(
  seen: BoardSeen,
  before: Drawn = EMPTY,
): { frame: BoardFrame; sent: Drawn } {
  const siteKey = ({ id }: BoardSite): string => id
  const sites = textsOf(seen.sites, siteKey)
  const incidents = textsOf(seen.incidents, keyOf)
  const order = { sites: [...sites.keys()], incidents: [...incidents.keys()] }
  const orderText = JSON.stringify(order)
  return {
    sent: { sites, incidents, order: orderText },
    frame: {
      at: seen.at,
      copies: seen.copies,
      order: orderText === before.order ? null : order,
      sites: changedIn(seen.sites, siteKey, before.sites, sites),
      incidents: changedIn(seen.incidents, keyOf, before.incidents, incidents),
    },
  }
}

type Group = { sent: Drawn; readers: Set<FrameReader>; fresh: Set<FrameReader> }

export function createBoardFrames(read: () => Promise<[HqBoard, Health['copies']]>): BoardFrames {
  const groups = new Map<string, Group>()
  return {
    join(reader) {
      const key = scopeKey(reader.person)
      const group = groups.get(key) ?? { sent: EMPTY, readers: new Set(), fresh: new Set() }
      groups.set(key, group)
      group.fresh.add(reader)
      return () => {
        group.readers.delete(reader)
        group.fresh.delete(reader)
        if (group.readers.size + group.fresh.size === 0) groups.delete(key)
      }
    },
    async send() {
      if (groups.size === 0) return
      const [board, copies] = await read()
      for (const group of groups.values()) {
        const [first] = [...group.readers, ...group.fresh]
        if (!first) continue
        const seen = seenBy(board, copies, first.person)
        const { frame, sent } = frameOf(seen, group.sent)
        const text = JSON.stringify(frame)
        for (const reader of group.readers) reader.take(text)
        if (group.fresh.size > 0) {
          const whole = JSON.stringify(frameOf(seen).frame)
          for (const reader of group.fresh) {
            group.readers.add(reader)
            reader.take(whole)
          }
          group.fresh.clear()
        }
        group.sent = sent
      }
    },
    readers: () =>
      [...groups.values()].reduce((sum, { readers, fresh }) => sum + readers.size + fresh.size, 0),
  }
}
