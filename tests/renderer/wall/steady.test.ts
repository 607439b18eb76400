/**
 * What a wall says of an incident beside its figures changes by time alone at the instants that
 * `nextChange` names, and at no others: in between nobody has to work it out again.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ref, shallowRef } from 'vue'
import { countsOf } from '#shared/domain/board/counts.ts'
import { isLate, lateLimits } from '#shared/domain/board/late.ts'
import { gravityOf, isLeftOver } from '#shared/domain/board/strip.ts'
import { matterOf } from '#shared/domain/board/matter.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { urgencyOf } from '#shared/domain/board/urgency.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { blinking } from '#renderer/wall/incident-row.ts'
import { newsSince } from '#renderer/wall/news.ts'
import { nextChange, useSteady } from '#renderer/wall/steady.ts'
import { isPressing } from '#renderer/wall/wall-pages.ts'
import { alert, fact, incident, MINUTE, NOW, SECOND, step } from '../board-parts.ts'

/** All that the wall works out from it and the time, but what counts. */
const assessment = (each: BoardIncident, now: number): string =>
  JSON.stringify([
    matterOf(each, now),
    urgencyOf({ ...each }, now), // of a copy, for which no rank is remembered
    gravityOf({ ...each }, now),
    [isLeftOver({ ...each }, now), isPressing({ ...each }, now)],
    [lateLimits(each, now), isLate(each, now), blinking(each, now)],
    countsOf([each], now),
    ...newsSince(null, [each], now).news.standings.values(),
    each.alerts.map(({ soundedAt }) => now - soundedAt < MINUTE),
  ])

const instant = fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }).map((ms) => NOW + ms)
const maybe = fc.option(instant, { nil: null })
const steps = fc.array(
  fc
    .record({
      openedAt: maybe,
      nudgeAt: maybe,
      startedAt: maybe,
      dueAt: maybe,
      lifeSafety: fc.boolean(),
      state: fc.constantFrom('open', 'accepted', 'waiting', 'done'),
    })
    .map((part) => step(part)),
  { maxLength: 4 },
)
const alerts = fc.array(
  fc
    .record({
      kind: fc.constantFrom('late', 'nudge', 'unattended'),
      dueAt: instant,
      soundedAt: instant,
      raisedAt: fc.oneof(
        instant,
        instant.map((at) => at - DAY_MS),
      ),
      acknowledgedAt: maybe,
      shelved: fc.option(
        instant.map((until) => ({ until, by: '周敏', reason: null })),
        { nil: null },
      ),
    })
    .map((part) => alert(part)),
  { maxLength: 3 },
)
const question = fc.option(
  maybe.map((nudgeAt) => fact({ key: 'asked', nudgeAt })),
  { nil: null },
)
const incidents = fc
  .record({ steps, alerts, question, level: fc.constantFrom(null, 1, 2, 3) })
  .map(({ question: open, ...part }) => {
    const decides = part.steps.map(({ id }) => id)
    return incident({
      ...part,
      facts: open ? [{ ...open, decides }] : [],
      asks: open ? { key: 'asked', planId: 'plan-1' } : null,
    })
  })

describe('between two instants at which something may change', () => {
  it('nothing is assessment otherwise, to the millisecond before the second one', () =>
    fc.assert(
      fc.property(incidents, instant, (each, from) => {
        const before = assessment(each, from)
        const next = Math.min(nextChange(each, from), NOW + 3 * DAY_MS)
        for (const part of [0.01, 0.3, 0.7, 1]) {
          const now = Math.ceil(from + (next - from) * part) - 1
          if (now >= from) expect(assessment(each, now)).toBe(before)
        }
      }),
      { numRuns: 400 },
    ))
})

describe('the instant since which all stand as they do', () => {
  const limited = incident({
    steps: [step({ openedAt: null, startedAt: NOW - MINUTE, dueAt: NOW + 9 * MINUTE })],
  })

  it('moves when a limit comes near and when it passes, and with no other second', () => {
    const now = ref(NOW)
    const steady = useSteady(shallowRef([limited]), now)
    const moved = new Set<number>()
    for (; now.value < NOW + 20 * MINUTE; now.value += SECOND) moved.add(steady.value - NOW)
    expect([...moved]).toEqual([0, 7 * MINUTE, 7 * MINUTE + SECOND, 9 * MINUTE])
  })

  it('moves with other incidents, and with a clock that is set back', () => {
    const [all, now] = [shallowRef([limited]), ref(NOW)]
    const steady = useSteady(all, now)
    expect(steady.value).toBe(NOW)
    now.value += SECOND
    expect(steady.value).toBe(NOW)
    all.value = [...all.value]
    expect(steady.value).toBe(NOW + SECOND)
    now.value -= MINUTE
    expect(steady.value).toBe(now.value)
  })
})
