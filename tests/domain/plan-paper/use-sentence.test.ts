/** A sentence is written into the drafts as a person says, and is used from then on. */
import { describe, expect, it } from 'vitest'
import { standingOf } from '#shared/domain/plan-paper/standing.ts'
import {
  requote,
  writeSentence,
  type SentenceRole,
  type SentenceWritten,
} from '#shared/domain/plan-paper/use-sentence.ts'
import type { PlanDraft } from '#shared/domain/site-plan/draft.ts'

const DOCUMENT: PlanDraft = {
  id: 'lift',
  commander: 'chief',
  clauses: { 'lift-01': { chapter: { zh: '一' }, quote: '安抚乘客' } },
}
const PLAN: PlanDraft = {
  id: 'lift-1',
  document: 'lift',
  steps: [
    { id: 'l1-01', stage: 'report', title: { zh: '报告' }, role: 'desk', clause: 'lift-01' },
    { id: 'l1-02', stage: 'on-site', title: { zh: '放人' }, role: 'firm', clause: 'lift-01' },
  ],
}
const SENTENCE = { number: '三（二）', text: '维保人员应在30分钟内到场，不得强行扒门。' }
const write = (
  as: SentenceRole,
  { sentence = SENTENCE, plan = PLAN as PlanDraft | null, stepId = null as string | null } = {},
): SentenceWritten => {
  const after = writeSentence({ document: DOCUMENT, plan }, sentence, as, {
    stepId,
    stepOf: () => ({}),
  })
  if (!after.ok) throw new Error(after.code)
  return after
}
const stepsOf = ({ plan }: SentenceWritten) => plan?.['steps'] as readonly PlanDraft[]

describe('a sentence', () => {
  it('becomes the last step, with a clause of its own and what the step beside it has', () => {
    const after = write('step')
    expect(after.path).toBe('steps.l1-03')
    expect(stepsOf(after)[2]).toEqual({
      ...{ id: 'l1-03', stage: 'on-site', role: 'firm', clause: 'lift-02' },
      title: { zh: SENTENCE.text },
      short: { zh: '维保人员应在3' },
    })
    expect(after.document['clauses']).toMatchObject({
      'lift-02': { chapter: { zh: '三（二）' }, number: '三（二）', quote: SENTENCE.text },
    })
  })

  it('stands behind a step that is named, and takes what the rules of reading know', () => {
    const due = { within: '30m', from: 'reported' }
    const after = writeSentence({ document: DOCUMENT, plan: PLAN }, SENTENCE, 'step', {
      stepId: 'l1-01',
      stepOf: () => ({ due, id: 'other' }),
    })
    expect(after).toMatchObject({
      plan: { steps: [{ id: 'l1-01' }, { id: 'l1-03', due, stage: 'report' }, { id: 'l1-02' }] },
    })
  })

  it('joins the step before it, once', () => {
    const after = write('step-before', { stepId: 'l1-01' })
    expect(stepsOf(after)[0]).toMatchObject({ clause: 'lift-01', clauses: ['lift-02'] })
    const again = writeSentence(after, SENTENCE, 'step-before', {
      stepId: 'l1-01',
      stepOf: () => ({}),
    })
    expect(again).toMatchObject({ document: after.document, plan: after.plan })
  })

  it('becomes a prohibition, a requirement, a definition', () => {
    expect(stepsOf(write('prohibition'))[2]).toMatchObject({ prohibits: true })
    expect(write('readiness')).toMatchObject({
      path: 'readiness.0',
      plan: null,
      document: { readiness: [{ id: 'rd-01', what: { zh: SENTENCE.text }, clause: 'lift-02' }] },
    })
    const text = '本预案所称困人，是指轿厢停止、门打不开，里面有人。'
    expect(write('definition', { sentence: { number: '', text } })).toMatchObject({
      document: {
        definitions: [{ term: { zh: '困人' }, says: { zh: '轿厢停止、门打不开，里面有人。' } }],
      },
    })
  })

  it.each(['step', 'step-before', 'prohibition', 'readiness', 'definition'] as const)(
    'is used once it is a %s',
    (as) => {
      const { document, plan } = write(as)
      const sentence = { id: 's', paragraph: 0, heading: false, ...SENTENCE }
      const [result] = standingOf([sentence], {}, { document, plans: plan ? [plan] : [] })
      expect(result?.state).toBe('used')
    },
  )

  it('uses the clause that quotes it already', () => {
    const sentence = { number: '九', text: '安抚乘客。' }
    expect(write('step', { sentence }).document).toBe(DOCUMENT)
  })

  it('brings no number of a person into the drafts', () => {
    const sentence = { number: '', text: '张三 13800138000 负责' }
    expect(JSON.stringify(write('step', { sentence }))).not.toContain('13800138000')
  })

  it('joins nothing where there is no step', () => {
    const none = { document: DOCUMENT, plan: { id: 'lift-1', steps: [] } }
    const options = { stepId: null, stepOf: () => ({}) }
    expect(writeSentence(none, SENTENCE, 'step-before', options)).toMatchObject({
      code: 'no-step-before',
    })
  })
})

it('a new wording stands in the place of the old one in its clause', () => {
  const now = { number: '二', text: '安抚乘客，说明救援时间' }
  expect(requote(DOCUMENT, '安抚乘客。', now)).toMatchObject({
    clauses: { 'lift-01': { chapter: { zh: '一' }, number: '二', quote: now.text } },
  })
  expect(requote(DOCUMENT, '没有引用', now)).toBeNull()
})
