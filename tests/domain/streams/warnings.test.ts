/** Warnings from outside (突发事件应对法 art. 64, 70): entered, adjusted, told, a pre-alert, lifted. */
import { describe, expect, it } from 'vitest'
import { drawWarnings, inForce } from '#shared/domain/board/warnings.ts'
import { decideWarnings, type WarningCommand } from '#shared/domain/warning/decide.ts'
import {
  everyWarning,
  standingWarnings,
  warningsStream,
  type WarningEvent,
} from '#shared/domain/warning/stream.ts'
import type { WarningFields } from '#shared/domain/warning/warning.ts'
import { DAY_MS, HOUR_MS } from '#shared/domain/units.ts'
import { AT, META, recorded, stateAfter } from '../../kit/decider.ts'

const RAIN: WarningFields = {
  kind: '暴雨',
  warning: 'yellow',
  startsAt: AT,
  until: AT + 6 * HOUR_MS,
  area: '全区',
  content: '三小时内降雨50毫米以上',
  measures: '检查地下车库挡板',
  publisher: '区气象台',
  publishedAt: AT - HOUR_MS,
}
const entered = (part: Partial<WarningFields> = {}, warningId = 'w1'): WarningEvent => ({
  type: 'WarningEntered',
  warningId,
  ...RAIN,
  ...part,
})
const lifted = (warningId = 'w1'): WarningEvent => ({
  type: 'WarningLifted',
  warningId,
  reason: null,
})
const stateOf = (...events: readonly WarningEvent[]) => stateAfter(warningsStream, ...events)
const decide = (command: WarningCommand, events: readonly WarningEvent[] = [], at = AT) =>
  decideWarnings(stateOf(...events), command, { ...META, at })
const adjust = (changed: Partial<WarningFields>): WarningCommand => ({
  type: 'AdjustWarning',
  warningId: 'w1',
  changed,
  reason: null,
})
const codeOf = (decision: ReturnType<typeof decide>): string =>
  decision.ok ? 'taken' : decision.code

describe('a warning', () => {
  it('given none, when it is entered, then it has its eight fields and who was told', () => {
    const who = { sealed: 'a' }
    expect(decide({ type: 'EnterWarning', ...RAIN, told: [who] })).toEqual(
      recorded(entered(), { type: 'WarningTold', warningId: 'w1', who }),
    )
    const state = stateOf(entered(), { type: 'WarningTold', warningId: 'w1', who })
    expect(warningsStream.documents.warnings.hasForm(state, 'warnings')).toBe(true)
    expect(state?.known).toMatchObject([{ ...RAIN, id: 'w1', told: [{ who }], lifted: null }])
  })

  it('given one, when another is entered, then it has an id of its own', () => {
    const second = decide({ type: 'EnterWarning', ...RAIN, told: [] }, [entered()])
    expect(second).toEqual(recorded(entered({}, 'w2')))
  })

  it('ends after it begins and ahead of now, and was issued before it is entered', () => {
    const enter = (part: Partial<WarningFields>) =>
      codeOf(decide({ type: 'EnterWarning', ...RAIN, ...part, told: [] }))
    expect(enter({ until: AT })).toBe('bad-input')
    expect(enter({ startsAt: AT + HOUR_MS, until: AT + HOUR_MS })).toBe('bad-input')
    expect(enter({ publishedAt: AT + 1 })).toBe('bad-input')
    expect(enter({ until: null, startsAt: AT + DAY_MS })).toBe('taken')
  })

  it('when it is adjusted, then all that it says stands in the record, and a higher colour counts anew', () => {
    const orange = decide(adjust({ warning: 'orange' }), [entered()])
    expect(orange).toEqual(
      recorded({
        type: 'WarningAdjusted',
        warningId: 'w1',
        ...RAIN,
        warning: 'orange',
        reason: null,
      }),
    )
    const raised = (warning: WarningFields['warning']): number | undefined =>
      warningsStream.evolve(stateOf(entered()), {
        ...{ type: 'WarningAdjusted', warningId: 'w1', ...RAIN, warning, reason: null },
        ...{ at: AT + HOUR_MS, by: '周敏' },
      })?.known[0]?.raisedAt
    const before = stateOf(entered())?.known[0]?.raisedAt
    expect([raised('red'), raised('blue')]).toEqual([AT + HOUR_MS, before])
  })

  it('refuses what nobody entered, what it says already, and what is over', () => {
    expect(codeOf(decide(adjust({ area: '市区' })))).toBe('unknown-warning')
    expect(codeOf(decide(adjust({ area: RAIN.area }), [entered()]))).toBe('no-change')
    const lift: WarningCommand = { type: 'LiftWarning', warningId: 'w1', reason: null }
    expect(decide(lift, [entered()])).toEqual(recorded(lifted()))
    for (const command of [lift, adjust({ warning: 'red' })])
      expect(codeOf(decide(command, [entered(), lifted()]))).toBe('warning-over')
    const tell: WarningCommand = { type: 'TellWarning', warningId: 'w1', who: { sealed: 'a' } }
    expect(codeOf(decide(tell, [entered()], AT + 6 * HOUR_MS))).toBe('warning-over')
  })

  it('whose time has passed goes on with a later end, and with nothing else', () => {
    const late = AT + 7 * HOUR_MS
    expect(codeOf(decide(adjust({ area: '市区' }), [entered()], late))).toBe('warning-over')
    expect(codeOf(decide(adjust({ until: late + HOUR_MS }), [entered()], late))).toBe('taken')
  })

  it('is the pre-alert of an incident once', () => {
    const take: WarningCommand = { type: 'TakeWarning', warningId: 'w1', incidentId: 'i1' }
    const taken: WarningEvent = { type: 'WarningTaken', warningId: 'w1', incidentId: 'i1' }
    expect(decide(take, [entered()])).toEqual(recorded(taken))
    expect(codeOf(decide(take, [entered(), taken]))).toBe('no-change')
  })
})

describe('the warnings in force', () => {
  const all = stateOf(
    entered({ warning: 'blue' }),
    entered({ warning: 'red', until: null }, 'w2'),
    entered({ warning: 'orange' }, 'w3'),
    lifted('w3'),
  )
  it('stand red first, and go by themselves when their time is over', () => {
    const shown = drawWarnings(all, () => null, AT + HOUR_MS)
    expect(shown.map(({ id }) => id)).toEqual(['w2', 'w1'])
    expect(inForce(shown, AT + 6 * HOUR_MS).map(({ id }) => id)).toEqual(['w2'])
    expect(inForce(shown, AT + 6 * HOUR_MS - 1)).toHaveLength(2)
  })

  it('are all that an emergency record takes along; their ids are given on', () => {
    const events = [entered(), lifted(), entered({ until: null }, 'w2')].map((event) => ({
      ...{ type: event.type, at: AT, by: '周敏' },
      body: Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'type')),
    }))
    expect(everyWarning(events).map(({ id }) => id)).toEqual(['w1', 'w2'])
    const state = warningsStream.replay('', standingWarnings(events, AT + DAY_MS))
    expect(state).toMatchObject({ entered: 2, known: [{ id: 'w2' }] })
  })
})
