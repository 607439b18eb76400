/**
 * A lift paper as a site would write it: its own document, type, category and posts, in Chinese
 * alone, with one plan of seven steps.
 */
import type { DocumentDraft } from '#shared/domain/site-document/draft.ts'
import type { PlanDraft } from '#shared/domain/site-plan/draft.ts'
import type { Kit } from './station.ts'

export const LIFT = 'lift'
export const TRAPPED = 'lift-trapped'
export const BY = { why: '本单位电梯多，单独成册', approvedBy: '李强' }

/** `part`: keys written otherwise. For gas customer service, as the kit's site is. */
export const liftDocument = (part: DocumentDraft = {}): DocumentDraft => ({
  id: LIFT,
  title: { zh: '电梯应急预案' },
  siteKinds: ['gas-customer-service'],
  commander: 'lift-manager',
  levels: { 1: { zh: '一级' }, 2: { zh: '二级' } },
  level: 2,
  roles: {
    'lift-manager': { name: { zh: '电梯安全管理员' } },
    'lift-guard': { name: { zh: '监控室值班员' }, substitutes: ['lift-manager'] },
    'lift-firm': { name: { zh: '维保单位' }, kind: 'external', under: 'lift-manager' },
  },
  categories: { 'lift-trapped': { zh: '电梯困人' } },
  types: {
    'lift.trapped': {
      name: { zh: '电梯困人' },
      category: 'lift-trapped',
      words: ['客梯困人', '电梯困人', '困在电梯'],
      danger: true,
    },
  },
  clauses: {
    'c-01': { chapter: { zh: '三（一）' }, says: { zh: '安抚被困人员，不得强行扒门' } },
    'c-02': { chapter: { zh: '三（二）' }, says: { zh: '维保单位三十分钟内到场' } },
  },
  ...part,
})

const STEPS = [
  ['lt-01', 'verify', '核实被困人数', 'lift-guard', 'c-01'],
  ['lt-02', 'respond', '安抚被困人员', 'lift-guard', 'c-01'],
  ['lt-03', 'respond', '通知维保单位', 'lift-guard', 'c-02'],
  ['lt-04', 'on-site', '维保到场救援', 'lift-firm', 'c-02'],
  ['lt-05', 'inform', '报告管理人员', 'lift-guard', 'c-02'],
  ['lt-06', 'recover', '停用并检修', 'lift-firm', 'c-02'],
  ['lt-07', 'review', '登记救援记录', 'lift-manager', 'c-01'],
] as const

export const liftPlan = (part: PlanDraft = {}): PlanDraft => ({
  id: TRAPPED,
  document: LIFT,
  title: { zh: '电梯困人处置预案' },
  short: { zh: '电梯困人' },
  types: ['lift.trapped'],
  steps: STEPS.map(([id, stage, title, role, clause]) => ({
    ...{ id, stage, role, clause },
    title: { zh: title },
    short: { zh: title.slice(0, 7) },
    ...(id === 'lt-04' && {
      due: { within: '30m', from: 'reported' },
      late: [{ notify: 'lift-manager' }],
    }),
  })),
  ...part,
})

/** Saves both as drafts and approves them in one commit; gives the revisions. */
export async function liftApproved(kit: Kit, document = liftDocument(), plan = liftPlan()) {
  await kit.ask('documents/draft-save', { document: LIFT, draft: document })
  await kit.ask('plans/draft-save', { planId: TRAPPED, draft: plan })
  return kit.ask('documents/approve', { document: LIFT, ...BY, plans: [TRAPPED] })
}
