/** What a step wants written down and secured: it stands in the record with the step. */
import { describe, expect, it } from 'vitest'
import { isEndingSoon, retained } from '#shared/domain/incident/rules/evidence.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const working = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [
      step('number', { note: true }),
      step('video', { evidence: { what: localized('录像', 'Video'), keepDays: 30 } }),
    ]),
  )
  return scenario
}
const VIDEO = { what: '大厅3号机', kind: 'video', place: '监控室', keepUntil: null } as const
const finish = (scenario: Scenario, stepId: string, part: object) =>
  scenario.send({
    type: 'FinishStep',
    stepId,
    outcome: 'done',
    reason: null,
    onBehalfOf: null,
    ...part,
  })

describe('words', () => {
  it('stand with the step that was finished, and in the record', () => {
    const scenario = working()
    expect(scenario.step('number')).toMatchObject({ note: true, words: null })
    finish(scenario, 'number', { words: { sealed: '雀' } })
    expect(scenario.step('number').words).toBe('话')
    expect(scenario.all('StepFinished')).toMatchObject([{ words: { sealed: '雀' } }])
  })

  it('are a note on a step that was taken', () => {
    const scenario = working()
    scenario.send({
      ...{ type: 'AcceptStep', stepId: 'number', reason: null, onBehalfOf: null },
      words: { sealed: '雀' },
    })
    expect(scenario.all('NoteAdded')).toMatchObject([{ stepId: 'number', words: { sealed: '雀' } }])
  })
})

describe('evidence of a step', () => {
  it('is registered with it, for as long as the plan has it or longer', () => {
    const scenario = working()
    const later = scenario.now() + 90 * DAY_MS
    finish(scenario, 'video', { evidence: [VIDEO, { ...VIDEO, keepUntil: later }] })
    expect(scenario.step('video').unregistered).toBe(false)
    scenario.move('closed')
    expect(scenario.board().evidence.map(({ stepId, keepUntil }) => [stepId, keepUntil])).toEqual([
      ['video', Date.parse(WORKDAY) + 30 * DAY_MS],
      ['video', later],
    ])
    const [first] = retained(scenario.state())
    expect(isEndingSoon(first!.until, first!.until - 3 * DAY_MS)).toBe(true)
    expect(isEndingSoon(first!.until, first!.until - 3 * DAY_MS - 1)).toBe(false)
  })

  it('is not demanded: a step ticked without it says so, is listed at closing, and nothing sounds', () => {
    const scenario = working()
    expect(finish(scenario, 'video', {})).toBeNull()
    expect(scenario.step('video').unregistered).toBe(true)
    const closing = scenario.board().gates.find(({ to }) => to === 'closed')
    expect(closing).toMatchObject({ unregistered: ['video'], blocks: [] })
    expect(scenario.board().alerts).toEqual([])
    expect(scenario.move('closed')).toBeNull()
  })
})
