/**
 * The record names who did what: what only follows from it is the station's, whoever sent the
 * command that it followed from.
 */
import { expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const CALL = [{ who: localized('消防', 'Fire brigade'), number: '119' }] as never

it('a person bears what he did, and nothing that came of it', () => {
  const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS })
  scenario.activate(
    plan('p', [
      step('call', { calls: CALL, urgency: 'immediate' }),
      step('timed', { due: { within: 5 * MINUTE, from: 'reported' } }),
      step('again', { repeat: { every: HOUR, until: 'contained' } }),
    ]),
  )
  scenario.activate(plan('q', [step('dial', { calls: CALL })]))
  scenario.setClock('6 min') // what is due is recorded with the next command
  scenario.finish('call')
  scenario.finish('again')
  scenario.move('contained')
  const by = (author: string): string[] => [
    ...new Set(scenario.recorded.filter((event) => event.by === author).map(({ type }) => type)),
  ]
  expect(by('周敏').sort()).toEqual([
    'IncidentMoved',
    'IncidentReported',
    'PlanActivated',
    'StepFinished',
  ])
  expect(by('Vigil')).toEqual(
    expect.arrayContaining(['StepsChanged', 'StepLate', 'AlertRaised', 'StepRepeated']),
  )
  const finished = scenario.all('StepFinished').map(({ stepId, by: author }) => [stepId, author])
  expect(finished).toEqual([
    ['call', '周敏'],
    ['dial', 'Vigil'],
    ['again', '周敏'],
    ['again', 'Vigil'],
  ])
  expect(scenario.step('dial')).toMatchObject({
    ...{ doneBy: 'Vigil', automatic: { zh: '《预案p》里已经打过' } },
  })
})
