/** A plan against fire with three steps, and the answers of a station that has it. */
import { localized } from '#shared/domain/text.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { choice, escalationStep, plan, step } from '../../kit/plan.ts'
import { accepted } from './desk.ts'
import { documentSummary, planSummary, revision, typeSummary } from './plans.ts'

export const fire: Plan = plan(
  'fire',
  [
    step('call', {
      stage: 'report',
      title: localized('拨打119', 'Call 119'),
      calls: [{ number: '119', who: localized('消防', 'Fire service') }],
      say: localized('{place}着火', 'Fire at {place}'),
      urgency: 'immediate',
      lifeSafety: true,
    }),
    step('out', {
      stage: 'on-site',
      title: localized('疏散', 'Evacuate'),
      after: ['call'],
      when: { fact: 'size', is: 'large' },
      due: { within: { workday: 900_000, holiday: 2_700_000 }, from: 'reported' },
      late: [escalationStep('manager', 300_000, { proposed: true })],
      starts: { plan: null, handsOver: true, what: localized('转安全预案', 'To the safety plan') },
    }),
    step('lift', {
      stage: 'on-site',
      title: localized('不乘电梯', 'No lifts'),
      say: localized('请走楼梯', 'Take the stairs'),
      prohibits: true,
      proposed: true,
    }),
  ],
  {
    facts: [
      choice('size', ['large', 'small'], { criterion: localized('拿不准算大', 'In doubt, large') }),
    ],
    types: ['fire.hall'],
    openPoints: [localized('谁开门', 'Who opens')],
  },
)

export const fireAnswers = {
  'documents/list': () =>
    accepted<'documents/list'>([documentSummary('test', { plans: ['fire'] })]),
  'types/list': () =>
    accepted<'types/list'>([
      typeSummary('fire.hall', {
        name: localized('大厅火灾', 'Fire in the hall'),
        plans: ['fire'],
      }),
      typeSummary('fire.flood', { name: localized('水淹', 'Flood') }),
    ]),
  'plans/list': () =>
    accepted<'plans/list'>([
      planSummary('fire', {
        document: 'test',
        types: ['fire.hall'],
        typeNames: [localized('大厅火灾', 'Fire in the hall')],
        steps: 3,
        own: true,
        draft: true,
      }),
      planSummary('theft', { document: 'test', abolished: true }),
    ]),
  'plans/drafts': () => accepted<'plans/drafts'>([]),
  'documents/drafts': () => accepted<'documents/drafts'>([]),
  'plans/read': () => accepted<'plans/read'>(fire),
  'plans/revisions': () =>
    accepted<'plans/revisions'>([
      revision({
        number: '2',
        kind: 'revised',
        at: Date.UTC(2026, 10, 20),
        by: '周敏',
        why: '演练',
        approvedBy: '陈国栋',
        revision: 'fire-r1',
        steps: 3,
      }),
      revision({ revision: 'old-text-1', steps: 2 }),
    ]),
}
