/** What a public wall is told of each change: of a discreet incident nothing, and no gap by it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { createPublicFeed, type PublicFeed } from '#main/core/engine/public-feed.ts'
import type { BeatPush, IncidentPush, Push } from '#shared/domain/board/push.ts'
import type { Board, BoardIncident } from '#shared/domain/board/types.ts'
import { board, incident, NOW } from '../renderer/board-parts.ts'

const month = { ...board().month, incidents: 4 } // without what no wall may know
const seen = (position: number, ...incidents: readonly BoardIncident[]): Board =>
  board({ position, incidents })
const open = incident({ id: 'open' })
const secret = incident({ id: 'secret', discreet: true })

/** A feed whose wall has read the board at position 100, with one open incident on it. */
let feed: PublicFeed
beforeEach(() => {
  feed = createPublicFeed({ publicMonth: () => month }, 100)
  feed.board(seen(100, open))
})

const push = (position: number, of: BoardIncident | string): IncidentPush => ({
  kind: 'incident',
  previous: position - 1,
  position,
  now: NOW,
  incidentId: typeof of === 'string' ? of : of.id,
  incident: typeof of === 'string' ? null : of,
  month: board().month,
  lastIncidentAt: board().lastIncidentAt,
})
const beat = (position: number, head: BeatPush['head'] = null): BeatPush => ({
  ...{ kind: 'beat', cycle: 1, position, head, now: NOW, walls: [], storageFailed: false },
})
/** Nobody may be asked for the board where a push of the incident is enough. */
const unasked = (): Board => {
  throw new Error('the whole board is not needed')
}
const ids = (news: Push | null) =>
  news?.kind === 'board' ? news.board.incidents.map(({ id }) => id) : news?.kind

describe('a change of an incident', () => {
  it('that every wall may know is told as it is, with the figures of public walls', () => {
    expect(feed.incident(push(101, open), unasked)).toMatchObject({
      kind: 'incident',
      previous: 100,
      position: 101,
      month: { incidents: 4 },
    })
  })

  it('that is new is told likewise, and so is its end', () => {
    const other = incident({ id: 'other' })
    expect(feed.incident(push(101, other), unasked)).toMatchObject({ incidentId: 'other' })
    expect(feed.incident(push(102, 'other'), unasked)).toMatchObject({
      previous: 101,
      incident: null,
    })
  })

  it('that is discreet is not told, and the next push leaves no gap by it', () => {
    expect(feed.incident(push(101, secret), unasked)).toBeNull()
    expect(feed.incident(push(102, open), unasked)).toMatchObject({ previous: 100, position: 102 })
  })

  it('that is shown in part is told in part, and one that is never shown is not told', () => {
    const part = incident({ id: 'part', place: '七号诊室', disclosure: 'presence' })
    expect(feed.incident(push(101, part), unasked)).toMatchObject({
      ...{ previous: 100, incident: { id: 'part', place: '' } },
    })
    const none = incident({ id: 'none', disclosure: 'never' })
    expect(feed.incident(push(102, none), unasked)).toBeNull()
  })

  it('that a whole board has taken away is told no more', () => {
    const hidden = { ...open, disclosure: 'never' as const }
    expect(ids(feed.whole(seen(101, hidden)))).toEqual([])
    expect(feed.incident(push(102, hidden), unasked)).toBeNull()
  })

  it('that becomes discreet leaves with one push of the whole board', () => {
    const hidden = { ...open, discreet: true }
    const news = feed.incident(push(101, hidden), () => seen(101, hidden))
    expect(ids(news)).toEqual([])
    expect(feed.incident(push(102, hidden), unasked)).toBeNull()
    expect(feed.incident(push(103, incident({ id: 'next' })), unasked)).toMatchObject({
      previous: 101,
    })
  })

  it('of which no wall knew ends without a word, unless something else has changed', () => {
    expect(feed.incident(push(101, 'secret'), () => seen(101, open))).toBeNull()
    const other = incident({ id: 'other' })
    expect(ids(feed.incident(push(102, 'secret'), () => seen(102, open, other)))).toEqual([
      'open',
      'other',
    ])
  })
})

describe('the whole board', () => {
  it('is told only where it shows something else, whatever the position and the walls', () => {
    const walls = [{ id: 'w', lastSeen: NOW, sound: 'on' as const, size: '1x1' }]
    expect(feed.whole({ ...seen(105, open), now: NOW + 1, walls, storageFailed: true })).toBeNull()
    expect(feed.whole(seen(106, open, secret))).toBeNull()
    expect(ids(feed.whole(seen(107)))).toEqual([])
    expect(feed.whole(seen(108))).toBeNull()
  })

  it('is not told anew for another order of the same incidents', () => {
    const other = incident({ id: 'other' })
    feed.whole(seen(101, open, other))
    expect(feed.whole(seen(102, other, open))).toBeNull()
  })

  it('is told of what a wall has by the pushes before', () => {
    const later = { ...open, version: 2 }
    feed.incident(push(101, later), unasked)
    expect(feed.whole(seen(102, later))).toBeNull()
    expect(feed.whole(seen(103, open))).not.toBeNull()
  })

  it('is told in any case where nobody has listened', () => {
    feed.begin()
    expect(ids(feed.whole(seen(101, open)))).toEqual(['open'])
    expect(feed.whole(seen(102, open))).toBeNull()
  })

  it('is another one for who reads it, while those who listen have yet to be told', () => {
    const other = incident({ id: 'other' })
    expect(feed.board(seen(101, open, other)).incidents).toHaveLength(2)
    expect(ids(feed.whole(seen(101, open, other)))).toEqual(['open', 'other'])
  })
})

describe('a beat', () => {
  const head = (position: number) => ({ position, hash: `h${position}`, record: 'r' })

  it('carries the position of the push before it, so that discreet changes leave no gap', () => {
    expect(feed.beat(beat(100))).toMatchObject({ previous: 100, position: 100 })
    feed.incident(push(101, open), unasked)
    feed.incident(push(102, secret), unasked)
    expect(feed.beat(beat(102))).toMatchObject({ previous: 101, position: 102 })
    expect(feed.beat(beat(103))).toMatchObject({ previous: 102, position: 103 })
  })

  it('has a head that moves with what is public alone', () => {
    expect(feed.beat(beat(100, head(100))).head).toEqual(head(100))
    feed.incident(push(101, secret), unasked)
    expect(feed.beat(beat(101, head(101))).head).toEqual(head(100))
    feed.incident(push(102, open), unasked)
    expect(feed.beat(beat(102, head(102))).head).toEqual(head(102))
  })

  it('has none before the record has one, and keeps it where one is missing', () => {
    expect(feed.beat(beat(100)).head).toBeNull()
    feed.beat(beat(100, head(99)))
    expect(feed.beat(beat(100)).head).toEqual(head(99))
  })
})
