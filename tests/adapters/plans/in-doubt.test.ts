/**
 * Every deciding question of the 39 plans with what is assumed while nobody answers: one that comes
 * to decide, or that decides otherwise, is read here and judged against its source.
 */
import { describe, expect, it } from 'vitest'
import type { Plan, Question } from '#shared/domain/plan/plan.ts'
import { decidingFacts, leavesOf } from '#shared/domain/plan/walk.ts'
import { library } from './shipped-library.ts'

/** By plan: its deciding questions and the answer in doubt, `none` where none is safe. */
const IN_DOUBT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'bank-casualty': {},
  'bank-fire': {},
  'bank-natural-disaster': { evacuate: 'yes' },
  'bank-network-security': {},
  'bank-power-cut': {},
  'branch-general': { outside_help: 'yes' },
  'branch-network-attack': {},
  'company-accident': { evacuate: 'yes', outside_help: 'yes' },
  'company-failure': {},
  'company-sudden-event': { evacuate: 'yes', outside_help: 'yes' },
  'conference-service': {
    nature: ['safety', 'injury', 'illness'],
    evacuate: 'yes',
    hospital: 'yes',
  },
  'gas-accident-hotline': { casualties: 'yes', fire_or_explosion: 'yes' },
  'gas-agitated-customer': { attack: 'yes', channel: 'none' },
  'gas-counter-system-failure': {},
  'gas-customer-fall-or-illness': { severity: 'serious' },
  'gas-electrical-failure-programme': {},
  'gas-explosion': { kind: 'suspicious-object', casualties: 'yes' },
  'gas-fight-theft-robbery': { act: 'robbery', people_safe: 'no' },
  'gas-fire-alarm-programme': { fire_size: 'large', alarm_heard: 'yes' },
  'gas-hall-power-cut': {},
  'gas-hotline-failure': { fault_kind: 'none', fixable_now: 'none' },
  'gas-premises-fire': { fire_stage: 'serious', people_safe: 'no' },
  'gas-property-loss-company': {},
  'gas-property-loss-customer': {},
  'gas-recharge-terminal-failure': {},
  'gas-safety-home-visit-attack': {
    attack_kind: ['restraint'],
    dissuaded: 'no',
    badly_hurt: 'yes',
  },
  'gas-safety-not-customer-caused': { cause: 'traffic', badly_hurt: 'yes' },
  'gas-safety-premises-attack': {
    attack_kind: ['restraint'],
    dissuaded: 'no',
    continues: 'yes',
    badly_hurt: 'yes',
  },
  'gas-threatening-call': { threat_kind: 'unclear' },
  'generic-service': { is_fire: 'yes', needs_evacuation: 'yes' },
  'government-hall-disturbance': { harm: 'yes' },
  'government-hall-fire': { fire_size: 'large' },
  'government-hall-power-cut': {},
  'hotel-fire': {},
  'mall-fire': {},
  'mall-natural-disaster': { disaster_type: 'none', evacuate: 'yes' },
  'mall-other-event': { event_type: 'none' },
  'mall-personal-injury': {},
  'municipal-centre-general': { activate: 'yes' },
}

const assumedAnswer = ({ inDoubt }: Question): unknown =>
  inDoubt && ('answer' in inDoubt ? inDoubt.answer : 'none')

it('says for each deciding question of the 39 plans what is assumed while nobody answers', () => {
  expect(
    Object.fromEntries(
      library
        .plans()
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map((plan) => [
          plan.id,
          Object.fromEntries(decidingFacts(plan).map((fact) => [fact.key, assumedAnswer(fact)])),
        ]),
    ),
  ).toEqual(IN_DOUBT)
})

/** Steps of life safety that an answer opens by itself. */
const opened = (plan: Plan, fact: Question): readonly string[] =>
  plan.steps
    .filter(
      (step) =>
        step.lifeSafety &&
        leavesOf(step.when).some(
          (leaf) =>
            'fact' in leaf &&
            leaf.fact === fact.key &&
            'is' in leaf &&
            [leaf.is].flat().some((value) => [assumedAnswer(fact)].flat().includes(value)),
        ),
    )
    .map(({ id }) => id)

describe('what is assumed opens a step of life safety', () => {
  it.each(
    library.plans().flatMap((plan) =>
      decidingFacts(plan)
        .filter((fact) => assumedAnswer(fact) !== 'none')
        .map((fact) => [`${plan.id} ${fact.key}`, plan, fact] as const),
    ),
  )('%s', (_name, plan, fact) => {
    expect(opened(plan, fact)).not.toEqual([])
  })
})

it('a question about which the source says what to do in doubt follows it', () => {
  const doubtful = library.plans().flatMap((plan) =>
    decidingFacts(plan).flatMap((fact) => {
      const criterion = fact.criterion?.zh ?? ''
      const doubt = /拿不准|说不清|宁多勿漏/.test(criterion)
      return doubt ? [[`${plan.id} ${fact.key}`, assumedAnswer(fact)] as const] : []
    }),
  )
  expect(doubtful.length).toBeGreaterThan(15)
  expect(doubtful.filter(([, answer]) => answer === 'none')).toEqual([])
})
