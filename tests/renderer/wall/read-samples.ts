/** What a station answers to the questions of a wall, for the specs of its calm and its month. */
import type {
  ComingDateRead,
  RequiredPostRead,
  WallCalm,
  WallMonth,
} from '#shared/contract/wall.ts'
import type { PeriodFigures } from '#shared/domain/statistics/day-tallies.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import { NOW } from '../board-parts.ts'

/** 20:00 of the day of the samples. */
export const EVENING = Date.UTC(2026, 10, 24, 12, 0, 0)

export const requiredPost = (
  id: string,
  zh: string,
  people: readonly string[],
  part: Partial<RequiredPostRead> = {},
): RequiredPostRead => ({
  ...{ id, name: localized(zh, id), neededFor: 'necessary', people, isCovered: false, until: null },
  ...{ lacking: people.length > 0 ? 0 : 1, isEmpty: people.length === 0 },
  ...part,
})

export const POSTS = {
  desk: requiredPost('duty-officer', '值班员', ['周敏'], { neededFor: 'desk', until: EVENING }),
  head: requiredPost('head', '部门经理', ['陈国栋'], { neededFor: 'command' }),
  warnings: requiredPost('warning-contact', '预警联络人', ['何静'], { neededFor: 'warnings' }),
} as const

export const coming = (part: Partial<ComingDateRead>): ComingDateRead => ({
  ...{ kind: 'numbers', date: '2026-11-27', at: null, about: null, count: 1, name: null },
  ...{ line: null, isCritical: false },
  ...part,
})

/** A station that lacks nothing. */
export const calmRead = (part: Partial<WallCalm> = {}): WallCalm => ({
  at: NOW,
  means: {
    posts: Object.values(POSTS),
    selfTest: { at: NOW - HOUR_MS, passed: true },
    backupAt: NOW - HOUR_MS,
    isChainWhole: true,
  },
  dates: [],
  due: { critical: 0, due: 0 },
  since: { incidents: 0, drills: 0, falseReports: 0, late: 0, closed: 0 },
  ...part,
})

export const figures = (part: Partial<PeriodFigures> = {}): PeriodFigures => ({
  ...{ from: '2026-11-01', to: '2026-11-24', incidents: 23, byCategory: {} },
  limits: { due: 50, met: 47, late: 3 },
  nudges: { due: 12, met: 9, late: 3 },
  firstStep: { median: 72_000, n: 20 },
  ...part,
})

const category = (
  zh: string,
  ...[now, previous, lastYear]: [number, number | null, number | null]
) => ({
  ...{ code: zh, name: localized(zh, `Kind ${zh}`), now, previous, lastYear },
})
const DAYS = 389

export const monthRead = (part: Partial<WallMonth> = {}): WallMonth => ({
  now: figures(),
  previous: figures({ from: '2026-10-01', to: '2026-10-24', incidents: 26 }),
  lastYear: figures({ from: '2025-11-01', to: '2025-11-24', incidents: 21 }),
  categories: [
    category('系统故障', 9, 8, 10),
    category('人身安全', 6, 9, 4),
    category('停电', 4, 4, 3),
    category('秩序混乱', 4, 5, 4),
  ],
  drills: 2,
  byDay: {
    from: '2025-11-01',
    incidents: Array.from({ length: DAYS }, (_, day) => (day % 9 === 0 ? 1 : 0)),
    drills: Array.from({ length: DAYS }, (_, day) => (day % 40 === 3 ? 1 : 0)),
  },
  byWeekdayHour: Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (__, hour) => (hour === 9 + day ? day : 0)),
  ),
  recordSince: '2025-11',
  at: NOW,
  ...part,
})
