/**
 * The figures of warnings over a made-up year, against a plain count of the raw events: entered
 * early and late, adjusted, told, taken as a pre-alert, lifted, past by themselves.
 */
import { describe, expect, it } from 'vitest'
import { periodOf } from '#shared/domain/statistics/period.ts'
import {
  NO_WARNING_FIGURES,
  warningFigures,
  warningsInForce,
} from '#shared/domain/statistics/warnings.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import { decideWarnings, type WarningCommand } from '#shared/domain/warning/decide.ts'
import { warningsStream, type WarningEvent } from '#shared/domain/warning/stream.ts'
import { chance, FIRST, monthsFromFirst, SEEDS } from '../../kit/made-up-months.ts'
import { plainWarnings } from '../../kit/plain-count/warnings.ts'

const STEPS = 300
const COLOURS = ['red', 'orange', 'yellow', 'blue'] as const
const MONTHS = monthsFromFirst(11)
type Stored = { stream: string; type: string; at: number; by: string; body: object }
const store = ({ type, ...body }: WarningEvent, at: number): Stored => ({
  ...{ stream: 'warnings.', type, at, by: '周敏', body },
})

describe('the figures of warnings', () => {
  it.each(SEEDS)('seed %i in %s: the same in every month', (seed, zone) => {
    const below = chance(seed)
    const colour = () => COLOURS[below(COLOURS.length)] ?? 'red'
    const events: Stored[] = []
    let state = warningsStream.initial('')
    let at = FIRST
    for (let step = 0; step < STEPS; step += 1) {
      at += HOUR_MS * (1 + below(40))
      const warningId = `w${1 + below((state?.entered ?? 0) + 1)}`
      const states = {
        ...{ kind: '暴雨', warning: colour(), area: '本市', content: '注意', measures: '停工' },
        ...{ publisher: '气象台', publishedAt: at - HOUR_MS },
        startsAt: at + (below(9) - 4) * 12 * HOUR_MS,
        until: below(3) === 0 ? null : at + (6 + below(20)) * 12 * HOUR_MS,
      }
      const commands: readonly WarningCommand[] = [
        { type: 'EnterWarning', ...states, told: [] },
        { type: 'AdjustWarning', warningId, changed: { warning: colour() }, reason: null },
        {
          ...{ type: 'AdjustWarning', warningId, reason: null },
          changed: { until: at + below(9) * DAY_MS },
        },
        { type: 'TellWarning', warningId, who: { sealed: 'x' } },
        { type: 'TakeWarning', warningId, incidentId: `i${step}` },
        { type: 'LiftWarning', warningId, reason: null },
      ]
      const command = commands[below(commands.length)]
      if (!command) continue
      const decision = decideWarnings(state, command, { at, by: '周敏' })
      for (const event of decision.ok ? decision.events : []) {
        events.push(store(event, at))
        state = warningsStream.evolve(state, { ...event, at, by: '周敏' })
      }
    }
    const sums: Record<string, number> = {}
    for (const name of MONTHS) {
      const period = periodOf('month', name)
      if (!period) throw new Error('no such month')
      const around = { now: at, zone }
      const plain = { ...NO_WARNING_FIGURES, ...plainWarnings(events, period, around) }
      const figures = warningFigures(events, period, around)
      expect(figures, name).toEqual(plain)
      expect(warningsInForce(events, period, around)).toHaveLength(figures.inForce)
      expect(figures.red + figures.orange + figures.yellow + figures.blue).toBe(figures.inForce)
      for (const [figure, count] of Object.entries(plain))
        sums[figure] = (sums[figure] ?? 0) + count
    }
    expect(Object.entries(sums).filter(([, count]) => count === 0)).toEqual([])
  })

  it('of a period that is over are not changed by what comes later', () => {
    const entered = store(
      {
        ...{ type: 'WarningEntered', warningId: 'w1', kind: '大风', warning: 'blue' },
        ...{ area: '全市', content: '注意', measures: '加固', publisher: '气象台' },
        ...{ startsAt: FIRST, until: null, publishedAt: FIRST },
      },
      FIRST,
    )
    const october = { from: '2026-10-01', to: '2026-10-31' }
    const around = { now: FIRST + 60 * DAY_MS, zone: 'Asia/Shanghai' }
    const before = warningFigures([entered], october, around)
    expect(before).toEqual({ ...NO_WARNING_FIGURES, inForce: 1, blue: 1, days: 31 })
    const lifted = store(
      { type: 'WarningLifted', warningId: 'w1', reason: null },
      FIRST + 50 * DAY_MS,
    )
    expect(warningFigures([entered, lifted], october, around)).toEqual(before)
  })
})
