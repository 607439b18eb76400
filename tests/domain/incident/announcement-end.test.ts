/** When an announcement is over with its incident, by what it is about and when it was composed. */
import { expect, test } from 'vitest'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import type { ReachedState } from '#shared/domain/plan/plan.ts'
import { isOver, takenDownAt } from '#shared/domain/incident/rules/announcements.ts'

const ended = null
const rows: [string, boolean, ReachedState | undefined, IncidentState, boolean][] = [
  ['life safety, the fire goes on', true, undefined, 'responding', false],
  ['life safety, contained', true, undefined, 'contained', true],
  ['other, contained', false, undefined, 'contained', false],
  ['other, lifted', false, undefined, 'lifted', true],
  ['other, a false report', false, undefined, 'falseReport', true],
  ['other, archived', false, undefined, 'archived', true],
  ['other, passed on', false, undefined, 'transferred', true],
  ['life safety, of after it was contained', true, 'contained', 'contained', false],
  ['the same, lifted', true, 'contained', 'lifted', true],
  ['of after it was lifted', false, 'lifted', 'recovering', false],
  ['the same, closed', false, 'lifted', 'closed', true],
]
test.each(rows)('%s', (_what, lifeSafety, composedIn, state, over) => {
  const announcement = { ended, lifeSafety, ...(composedIn && { composedIn }) }
  expect(isOver(announcement, { state })).toBe(over)
})

test('it was taken down at the first such moment since it was composed', () => {
  const announcement = { ended, lifeSafety: true, at: 20 }
  const at = (moments: object, state: IncidentState = 'closed') =>
    takenDownAt(announcement, { state, moments })
  expect(at({ contained: 30, lifted: 40, closed: 50 })).toBe(30)
  expect(at({ contained: 10, closed: 50 })).toBe(50) // it broke out again in between
  expect(at({ contained: 10 }, 'contained')).toBe(null)
})
