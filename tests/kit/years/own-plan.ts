/**
 * An invented plan of the site's own with what the shipped ones have little of: first, follow-up
 * and final reports, limits by the calendar, questions for statistics alone.
 */
import { localized } from '#shared/domain/text.ts'
import { MINUTE, HOUR, choice, plan, step, yesNo } from '../plan.ts'

const CLAUSES = ['W-1', 'W-2', 'W-3', 'W-4'].map((id) => ({
  id,
  chapter: localized('漏水', 'Leaks'),
  says: localized('测试', 'Test'),
}))

export const OWN_PLAN = plan(
  'own-water-leak',
  [
    step('wl-01', {
      stage: 'report',
      title: localized('首报值班领导', 'First report to the leader on duty'),
      due: { within: 15 * MINUTE, from: 'reported' },
      required: true,
      clause: 'W-1',
    }),
    step('wl-02', {
      stage: 'verify',
      due: { within: { workday: 10 * MINUTE, holiday: 20 * MINUTE }, from: 'activated' },
      clause: 'W-2',
    }),
    step('wl-03', {
      due: { within: 30 * MINUTE, from: { step: 'wl-02' } },
      after: ['wl-02'],
      clause: 'W-3',
      lifeSafety: true,
    }),
    step('wl-04', {
      stage: 'on-site',
      when: { fact: 'spreading', is: 'yes' },
      due: { within: 20 * MINUTE, from: { fact: 'spreading' } },
      clause: 'W-3',
    }),
    step('wl-05', {
      stage: 'report',
      title: localized('续报进展', 'Follow-up report'),
      due: { within: 20 * MINUTE, from: 'reported' },
      repeat: { every: 20 * MINUTE, until: 'lifted' },
      clause: 'W-1',
    }),
    step('wl-06', {
      stage: 'report',
      title: localized('终报', 'Final report'),
      due: { within: HOUR, from: 'lifted' },
      clause: 'W-4',
    }),
    step('wl-07', {
      stage: 'inform',
      due: { within: 45 * MINUTE, from: 'occurred' },
      clause: 'W-2',
    }),
    step('wl-08', {
      stage: 'recover',
      evidence: { what: localized('水表读数', 'Meter reading'), keepDays: 60 },
      clause: 'W-4',
    }),
  ],
  {
    types: ['mall-other.facility'],
    defaultLevel: 3,
    clauses: CLAUSES,
    title: localized('漏水处置', 'Water leak'),
    triggers: ['漏水'],
    facts: [
      yesNo('spreading'),
      choice('leak_cause', ['pipe', 'roof', 'tap'], { recordOnly: true }),
      choice('told_whom', ['tenants', 'owner', 'utility'], { recordOnly: true, several: true }),
    ],
  },
)
