/**
 * Seen after: with fifty open each kind of change brings the row of its incident onto the wall,
 * from whatever page, within two seconds. Time is moved in steps of a tenth of one.
 */
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { alert, board, incident, NOW, people, plan, SECOND, step } from '../board-parts.ts'
import { beat, push, rows, show, useWall, wall } from './wall-kit.ts'

useWall()

const OPEN = 50
const STEP_MS = 100
/** The one that changes: no page shows it before. */
const ID = 'i40'
const ringing = alert({ id: 'ringing', kind: 'late', acknowledgedAt: null, raisedAt: NOW })
const overdue = step({ id: 'overdue', startedAt: NOW - SECOND, dueAt: NOW - SECOND })

const many = (part: Partial<BoardIncident> = {}): BoardIncident[] =>
  Array.from({ length: OPEN }, (_, n) =>
    incident({
      ...{ id: `i${n}`, place: `${n + 1}号厅`, receivedAt: NOW + n, level: 4 },
      ...(n < 8 ? { danger: true } : {}),
      ...(`i${n}` === ID ? part : {}),
    }),
  )

type Change = {
  before?: Partial<BoardIncident>
  after?: Partial<BoardIncident>
  fresh?: boolean // it is reported only then
  gone?: boolean
}
const smoke = plan({ planId: 'smoke' })
const CHANGES: Readonly<Record<string, Change>> = {
  new: { fresh: true },
  raised: { after: { level: 2 } },
  casualties: { after: { casualties: people({ dead: 2 }) } },
  switched: {
    before: { plans: [smoke] },
    after: { plans: [{ ...smoke, supersededBy: 'fire' }, plan({ planId: 'fire' })] },
  },
  contained: { after: { state: 'contained' } },
  'false report': { gone: true },
  late: { after: { steps: [step({ startedAt: NOW, dueAt: NOW + 4 * SECOND })] } },
  acknowledged: {
    before: { steps: [overdue], alerts: [ringing], level: 4 },
    after: { steps: [overdue], alerts: [{ ...ringing, acknowledgedAt: NOW }] },
  },
}

/** Milliseconds until the row stands there; `most` at the most. */
async function untilSeen(most: number): Promise<number> {
  for (let passed = 0; passed <= most; passed += STEP_MS) {
    await nextTick()
    if (rows().includes(ID)) return passed
    await vi.advanceTimersByTimeAsync(STEP_MS)
    if ((passed + STEP_MS) % SECOND === 0) beat()
  }
  return Infinity
}

describe.each([
  ['usual', 1920, 1080, ''],
  ['far', 1920, 1080, '?d=8&w=1210'],
  ['upright', 1080, 1920, ''],
])('on a %s wall of fifty', (_, width, height, search) => {
  it.each(Object.entries(CHANGES))('%s is seen within two seconds', async (kind, change) => {
    vi.stubGlobal('innerWidth', width)
    vi.stubGlobal('innerHeight', height)
    const { before = {}, after = {}, fresh, gone } = change
    const start = many(before).filter(({ id }) => !fresh || id !== ID)
    await show(board({ incidents: start }), search)
    await vi.advanceTimersByTimeAsync(3 * SECOND - 20)
    // what is late already has come forward, and gone again
    for (let turn = 0; rows().includes(ID) && turn < 40; turn++) {
      await vi.advanceTimersByTimeAsync(SECOND)
      beat()
    }
    expect(rows()).not.toContain(ID)
    const now = Date.now()
    const changed = many({ ...before, ...after })
    const left = kind === 'late' ? dueIn(changed, now) : changed
    push({
      kind: 'board',
      board: board({
        position: 200,
        now,
        incidents: gone ? left.filter(({ id }) => id !== ID) : left,
      }),
    })
    if (kind === 'late') {
      await vi.advanceTimersByTimeAsync(SECOND)
      beat()
    }
    expect(await untilSeen(4 * SECOND)).toBeLessThanOrEqual(2 * SECOND)
    expect(wall.get(`[data-incident="${ID}"]`).classes()).toContain('told')
  })
})

/** Its limit passes a second later. */
const dueIn = (incidents: readonly BoardIncident[], now: number): BoardIncident[] =>
  incidents.map((each) =>
    each.id === ID
      ? incident({ ...each, steps: [step({ startedAt: now, dueAt: now + SECOND })] })
      : each,
  )
