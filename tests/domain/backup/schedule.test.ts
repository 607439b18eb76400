/** Tests which backups are kept, when the next is due, and how late the last one is. */
import { expect, test } from 'vitest'
import { decideBackupPlace } from '#shared/domain/backup/decide.ts'
import {
  latenessOf,
  nextBackupAt,
  newestOf,
  superfluous,
  type DatedCopy,
} from '#shared/domain/backup/schedule.ts'
import { backupPlaceStream } from '#shared/domain/backup/stream.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import { stateAfter, recorded } from '../../kit/decider.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-11-26T12:30:00+08:00')
const copy = (madeAt: number): DatedCopy => ({ name: new Date(madeAt).toISOString(), madeAt })
const left = (copies: readonly DatedCopy[], now = NOW, zone = ZONE): DatedCopy[] => {
  const gone = new Set(superfluous(copies, now, zone))
  return copies.filter(({ name }) => !gone.has(name))
}

test('three years of hourly backups leave 24 hours, 31 days and 24 months, each the newest', () => {
  const copies: DatedCopy[] = []
  for (let at = NOW - 3 * 365 * DAY_MS; at <= NOW; at += HOUR_MS) copies.push(copy(at))
  const remaining = left(copies)
  // the newest of the day and of the month are the newest of an hour; the month before is a day's
  expect(remaining).toHaveLength(24 + (31 - 2) + (24 - 2))
  expect(remaining.at(-1)).toEqual(copies.at(-1))
  const months = remaining.filter(({ madeAt }) => madeAt < NOW - 40 * DAY_MS)
  expect(
    months.map(({ madeAt }) => new Date(madeAt + 8 * HOUR_MS).toISOString().slice(0, 16)),
  ).toContain('2025-02-28T23:30')
})

test('thinned hour by hour as they are made, they come to the same', () => {
  let copies: DatedCopy[] = []
  for (let at = NOW - 100 * DAY_MS; at <= NOW; at += HOUR_MS)
    copies = left([...copies, copy(at)], at)
  expect(copies.length).toBe(24 + 29 + 2)
  expect(left(copies)).toEqual(copies)
})

test('days are those of the zone of the site', () => {
  const late = Array.from({ length: 30 }, (_, n) => copy(NOW - n * HOUR_MS))
  const days = (zone: string): number => left(late, NOW, zone).length
  expect([days('Asia/Shanghai'), days('America/New_York')]).toEqual([24, 25])
})

test('what a clock that ran ahead has left is neither the last one nor taken away', () => {
  const ahead = copy(NOW + 40 * DAY_MS)
  const copies = [copy(NOW - MINUTE_MS), copy(NOW - 2 * MINUTE_MS), ahead]
  expect(newestOf(copies, NOW)).toEqual(copies[0])
  expect(left(copies)).toEqual([copies[0], ahead])
  expect(newestOf([ahead], NOW)).toBeNull()
})

test('the next one is due when the hour after the last begins, the first at once', () => {
  expect(nextBackupAt(NOW, 0)).toBe(NOW + 30 * MINUTE_MS)
  expect(nextBackupAt(NOW + 30 * MINUTE_MS, 0)).toBe(NOW + 90 * MINUTE_MS)
  expect(nextBackupAt(null, NOW)).toBe(NOW)
})

test('it is late after 25 hours and overdue after 49', () => {
  const after = (ms: number): string => latenessOf(NOW, NOW + ms)
  expect([25 * HOUR_MS - 1, 25 * HOUR_MS, 49 * HOUR_MS - 1, 49 * HOUR_MS].map(after)).toEqual([
    'no',
    'late',
    'late',
    'overdue',
  ])
})

test('the place is a whole path, or none', () => {
  const set = { type: 'SetBackupPlace', reason: null } as const
  const event = { type: 'BackupPlaceSet', folder: '/mnt/disk', reason: null } as const
  expect(decideBackupPlace(null, { ...set, folder: '/mnt/disk' })).toEqual(recorded(event))
  expect(decideBackupPlace(null, { ...set, folder: 'disk' })).toMatchObject({
    code: 'folder-not-whole',
  })
  const place = stateAfter(backupPlaceStream, event)
  expect(decideBackupPlace(place, { ...set, folder: '/mnt/disk' })).toMatchObject({
    code: 'no-change',
  })
  expect(decideBackupPlace(place, { ...set, folder: null })).toMatchObject({ ok: true })
  expect(decideBackupPlace(null, { ...set, folder: null })).toMatchObject({ code: 'no-change' })
})
