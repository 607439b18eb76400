/** Where the header stands: by the time alone, never in one place for longer than two hours. */
import { describe, expect, it, vi } from 'vitest'
import { placeAt, placed, type Placed } from '#renderer/wall/head-place.ts'
import { incident, MINUTE, NOW, SECOND } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { live, push, rows, show, shown, useWall, wall } from './wall-kit.ts'

const HOUR = 60 * MINUTE
const DAY = Date.UTC(2026, 10, 24)

/** The longest that it stands in one place over three days, looked at once a second. */
function longest(isRead: (at: number) => boolean): number {
  let last: Placed | null = null
  let since = DAY
  let most = 0
  for (let at = DAY; at < DAY + 72 * HOUR; at += 10 * SECOND) {
    const before: Placed | null = last
    last = placed(before, at, isRead(at))
    if (before && before.place !== last.place) since = at
    most = Math.max(most, at - since)
  }
  return most
}

describe('the place of the header', () => {
  it('changes with the time, the same on every wall and after each start', () => {
    expect(placeAt(NOW)).toBe('usual')
    expect(placeAt(NOW + 90 * MINUTE)).toBe('other')
    expect(placed(null, NOW + 90 * MINUTE, true)).toEqual({ place: 'other', dueSince: null })
  })

  it('is never the same for longer than two hours, whatever goes on', () => {
    expect(longest(() => false)).toBeLessThanOrEqual(90 * MINUTE)
    expect(longest(() => true)).toBeLessThanOrEqual(2 * HOUR)
    expect(longest((at) => at % (7 * MINUTE) < 6 * MINUTE)).toBeLessThanOrEqual(2 * HOUR)
  })

  it('waits for whoever reads, and no longer once nobody does', () => {
    const border = DAY + 90 * MINUTE
    const usual = placed(null, border - SECOND, false)
    const waiting = placed(usual, border, true)
    expect(waiting).toEqual({ place: 'usual', dueSince: border })
    expect(placed(waiting, border + MINUTE, false).place).toBe('other')
    expect(placed(waiting, border + 30 * MINUTE, true).place).toBe('other')
  })

  it('given the clock of the station is set back, then it is where it belongs at once', () => {
    const waiting: Placed = { place: 'usual', dueSince: DAY + 4.5 * HOUR }
    expect(placed(waiting, DAY + 2 * HOUR, true).place).toBe('other')
  })
})

describe('on the wall', () => {
  useWall()
  /** Half past three in Shanghai: from then on the other place is due. */
  const BORDER = Date.UTC(2026, 10, 24, 7, 30)
  const isMoved = (): boolean => wall.classes().includes('moved')
  const quiet = { ...sampleBoard(1), incidents: [] }

  it('given nobody reads, then it moves at its second; loaded again, it stands there', async () => {
    vi.setSystemTime(BORDER - 2 * SECOND)
    await show({ ...quiet, now: Date.now() })
    expect(isMoved()).toBe(false)
    await live(3)
    expect(isMoved()).toBe(true)
    wall.unmount()
    await show({ ...quiet, now: Date.now() })
    expect(isMoved()).toBe(true)
  })

  it('given there are pages, then it moves when one turns, not while it is read', async () => {
    vi.setSystemTime(BORDER - 4 * SECOND)
    const seen = sampleBoard(8).incidents.map((each) => ({
      ...each,
      alerts: each.alerts.map((alert) => ({ ...alert, acknowledgedAt: NOW })),
    }))
    await show({ ...sampleBoard(8), incidents: seen, now: Date.now() })
    const page = (): string => wall.get('.head .page').text()
    let before = page()
    for (let second = 0; second < 20; second++) {
      const was = isMoved()
      await live(1)
      if (isMoved() !== was) expect(page()).not.toBe(before)
      before = page()
    }
    expect(isMoved()).toBe(true)
    expect(rows().length).toBeGreaterThan(0)
  })

  it('given something is new, then it waits until that was seen', async () => {
    vi.setSystemTime(BORDER - 2 * SECOND)
    await show({ ...quiet, now: Date.now() })
    push({
      kind: 'incident',
      ...{ previous: shown.position, position: shown.position + 1, now: Date.now() },
      incidentId: 'new',
      incident: incident({ id: 'new', receivedAt: Date.now() }),
      ...{ month: shown.month, lastIncidentAt: null },
    })
    await live(6)
    expect(isMoved()).toBe(false)
    await live(14)
    expect(isMoved()).toBe(true)
  })
})
