/** A sentence is written into the drafts as a person says, and is used from then on. */
import { describe, expect, it } from 'vitest'
import { standingOf } from '#shared/domain/plan-paper/standing.ts'
import { readSentence } from '#shared/domain/plan-paper/step-of-sentence.ts'
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
/** What the rules read where a sentence brings nothing along. */
const NOTHING = { steps: [], questions: {}, posts: {}, nobody: 'new-p00' }
const SENTENCE = { number: '三（二）', text: '维保人员应在30分钟内到场，不得强行扒门。' }
const write = (
  as: SentenceRole,
  { sentence = SENTENCE, plan = PLAN as PlanDraft | null, stepId = null as string | null } = {},
): SentenceWritten => {
  const after = writeSentence({ document: DOCUMENT, plan }, sentence, as, {
    stepId,
    stepsOf: () => null,
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
      stepsOf: () => ({ ...NOTHING, steps: [{ due, id: 'other' }] }),
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
      stepsOf: () => null,
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
    const options = { stepId: null, stepsOf: () => null }
    expect(writeSentence(none, SENTENCE, 'step-before', options)).toMatchObject({
      code: 'no-step-before',
    })
  })
})

describe('a sentence that says them itself brings', () => {
  const LIFT: PlanDraft = {
    ...DOCUMENT,
    roles: {
      chief: { name: { zh: '总指挥' } },
      desk: { name: { zh: '监控室值班员' } },
      firm: { name: { zh: '维保单位' }, aliases: ['维保人员'] },
    },
  }
  const read = (text: string, plan: PlanDraft = PLAN, stepId: string | null = null) => {
    const drafts = { document: LIFT, plan }
    const options = { stepId, stepsOf: readSentence }
    const after = writeSentence(drafts, { number: '四', text }, 'step', options)
    if (!after.ok) throw new Error(after.code)
    return after
  }
  const last = (after: SentenceWritten) => stepsOf(after).at(-1)

  it('its post, by its name or another name of it, not that of the step beside', () => {
    expect(last(read('监控室值班员保存录像。'))).toMatchObject({ role: 'desk' })
    expect(last(read('维保人员切断电源。', PLAN, 'l1-01'))).toMatchObject({ role: 'firm' })
    expect(last(read('安抚乘客家属。'))).toMatchObject({ role: 'firm' })
  })

  it('a post that the document lacks, with an id that is free there', () => {
    const after = read('物业主管到场组织疏散。')
    expect(last(after)).toMatchObject({ role: 'lift-p01' })
    expect(after.document['roles']).toMatchObject({ 'lift-p01': { name: { zh: '物业主管' } } })
    expect(read('维保单位组织检查。').document['roles']).toBe(LIFT['roles'])
  })

  it('its limit, and the commander of the document is told when it is late', () => {
    expect(last(read('维保单位30分钟内到场。'))).toMatchObject({
      role: 'firm',
      due: { within: '30m' },
      late: [{ notify: 'chief', proposed: true }],
    })
  })

  it('its condition as a question of the plan, asked once however often it is said', () => {
    const once = read('乘客受伤的，监控室值班员拨打120。')
    expect(last(once)).toMatchObject({ when: { fact: 'q-1', is: 'yes' }, role: 'desk' })
    expect(once.plan?.['facts']).toMatchObject({
      'q-1': { question: { zh: '乘客受伤？' }, decidedBy: 'desk', clause: 'lift-02' },
    })
    const twice = read('乘客受伤的，监控室值班员通知家属。', once.plan ?? {})
    expect(Object.keys(twice.plan?.['facts'] ?? {})).toEqual(['q-1'])
    const other = read('停电的，监控室值班员通知工程部。', once.plan ?? {})
    expect(last(other)).toMatchObject({ when: { fact: 'q-2', is: 'yes' } })
  })

  it('a step for each of its acts, in their order', () => {
    const after = read('监控室值班员拨打119，并通知维保单位到场。', PLAN, 'l1-01')
    expect(stepsOf(after).map(({ id }) => id)).toEqual(['l1-01', 'l1-03', 'l1-04', 'l1-02'])
    expect(after.path).toBe('steps.l1-03')
  })

  it('as a prohibition all that it says, in a single step', () => {
    const text = '乘客不得扒门，不得倚靠轿门。'
    const options = { stepId: null, stepsOf: readSentence }
    const drafts = { document: LIFT, plan: PLAN }
    const after = writeSentence(drafts, { number: '', text }, 'prohibition', options)
    expect(after.ok && stepsOf(after).slice(2)).toMatchObject([
      { prohibits: true, title: { zh: text } },
    ])
  })
})

it('a new wording stands in the place of the old one in its clause', () => {
  const now = { number: '二', text: '安抚乘客，说明救援时间' }
  expect(requote(DOCUMENT, '安抚乘客。', now)).toMatchObject({
    clauses: { 'lift-01': { chapter: { zh: '一' }, number: '二', quote: now.text } },
  })
  expect(requote(DOCUMENT, '没有引用', now)).toBeNull()
})
