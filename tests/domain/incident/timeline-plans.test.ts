/** The lines of the record that say how plans come and go, in both languages. */
import { expect, it } from 'vitest'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { localized } from '#shared/domain/text.ts'
import { lineOf, type Names } from '#shared/domain/timeline/timeline.ts'
import { plan, step } from '../../kit/plan.ts'

const PLANS = [plan('p', [step('a')]), plan('q', [step('b')])]
const NAMES: Names = {
  title: (id) => localized(`步骤${id}`, `Step ${id}`),
  marked: (says) => says,
  plan: (revision) => PLANS.find((candidate) => candidate.revision === revision) ?? null,
  role: (id) => localized(id, id),
  type: (code) => localized(code, code),
  instant: String,
}
const activated: IncidentEvent = {
  type: 'PlanActivated',
  planId: 'p',
  revision: 'p-r1',
  level: null,
  commander: null,
  provisional: false,
  supersedes: null,
  stepIds: ['a'],
}
const why = localized('已有人身攻击', 'somebody is attacked')
const title = localized('预案x', 'Plan x')

const SAID: [string, IncidentEvent, string, string][] = [
  [
    'an activation by a step or a rule',
    { ...activated, why },
    '启动《预案p》，原因：已有人身攻击',
    'Activated: Plan p, because: somebody is attacked',
  ],
  [
    'a plan that takes the place of another',
    { ...activated, supersedes: 'q' },
    '启动《预案p》，取代《预案q》',
    'Activated: Plan p, in place of Plan q',
  ],
  [
    'a base that an annex brings',
    { ...activated, broughtBy: 'q', why },
    '随《预案q》启动《预案p》',
    'Activated with Plan q: Plan p',
  ],
  [
    'a confirmation',
    { type: 'ActivationConfirmed', planId: 'p', stepId: null },
    '确认启动《预案p》',
    'Activation confirmed: Plan p',
  ],
  [
    'a declined activation',
    { type: 'ActivationDeclined', planId: 'p', reason: '误判', ends: [] },
    '不确认启动《预案p》，预案终止，原因：误判',
    'Activation declined, the plan ends: Plan p, because: 误判',
  ],
  [
    'a proposal',
    { type: 'PlanProposed', planId: 'x', title, why, clause: 'S00-01' },
    '建议启动《预案x》，原因：已有人身攻击',
    'Proposed: Plan x, because: somebody is attacked',
  ],
  [
    'a dismissal',
    { type: 'ProposalDismissed', planId: 'x', title, reason: null },
    '不采纳启动《预案x》的建议',
    'Proposal dismissed: Plan x',
  ],
  [
    'a dismissal with its reason',
    { type: 'ProposalDismissed', planId: 'x', title, reason: '已劝开' },
    '不采纳启动《预案x》的建议，原因：已劝开',
    'Proposal dismissed: Plan x, because: 已劝开',
  ],
  [
    'a plan that was not started',
    {
      type: 'PlanNotStarted',
      stepId: 'a',
      planId: null,
      what: localized('启动对应预案', 'start the plan for it'),
      why: localized('原文没有写明', 'the source names none'),
    },
    '没有启动预案（启动对应预案），原因：原文没有写明',
    'No plan was started (start the plan for it), because: the source names none',
  ],
  [
    'steps that come back',
    { type: 'StepsRestored', planId: 'p', stepIds: ['a', 'b'] },
    '恢复被代替的步骤：步骤a、步骤b',
    'Replaced steps restored: Step a, Step b',
  ],
]

it.each(SAID)('%s', (_, event, zh, en) => {
  expect(lineOf(event, NAMES, PLANS)?.says).toEqual({ zh, en })
})

it('a step that opens again is said by the line of its completion', () => {
  expect(
    lineOf(
      {
        type: 'StepRepeated',
        stepId: 'a',
        limit: { startedAt: 0, dueAt: 1, endedAt: null, day: null, unpublished: false },
      },
      NAMES,
      PLANS,
    ),
  ).toBeNull()
})
