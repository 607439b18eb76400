/** What becomes of every sentence of a paper follows from the drafts, and from nothing else. */
import { describe, expect, it } from 'vitest'
import { refusedForOpen } from '#shared/domain/plan-paper/approval.ts'
import { coveredDrafts } from '#shared/domain/plan-paper/covered.ts'
import { compareEditions } from '#shared/domain/plan-paper/editions.ts'
import type { OpenedSentence } from '#shared/domain/plan-paper/paper.ts'
import { withoutNumbersOfPersons } from '#shared/domain/person-numbers.ts'
import { countsOf, standingOf, type Made } from '#shared/domain/plan-paper/standing.ts'

const sentence = (id: string, text: string | null, part: Partial<OpenedSentence> = {}) => ({
  ...{ id, number: '', paragraph: 0, heading: false, text },
  ...part,
})
const clause = (quote: string) => ({ chapter: { zh: '一' }, quote })
const textsWith = (part: Partial<Made> = {}): Made => ({
  document: {
    id: 'lift',
    clauses: { 'lift-01': clause('发现困人，立即报告值班长。'), 'lift-02': clause('安抚乘客') },
  },
  plans: [],
  ...part,
})
const plan = (part: object) => ({ id: 'lift-1', document: 'lift', ...part })
const stateOf = (text: string | null, of: Made, aside = {}): string | undefined =>
  standingOf([sentence('a', text)], aside, of)[0]?.state
const step = (part: object) => plan({ steps: [{ id: 'l-01', title: { zh: '报告' }, ...part }] })

describe('a sentence is used', () => {
  it.each([
    ['by a step', { plans: [step({ clause: 'lift-01' })] }],
    ['by a step that cites it beside another', { plans: [step({ clauses: ['lift-01'] })] }],
    ['by a question', { plans: [plan({ facts: { size: { clause: 'lift-01' } } })] }],
    ['by who may start it', { plans: [plan({ activation: { clause: 'lift-01' } })] }],
    ['by a rule to start', { plans: [plan({ start: [{ clause: 'lift-01' }] })] }],
  ])('%s', (_, of) => {
    expect(stateOf('发现困人，立即报告值班长。', textsWith(of))).toBe('used')
  })

  it.each([
    ['a definition', { definitions: [{ term: { zh: '困人' }, clause: 'lift-01' }] }],
    ['the purpose', { purpose: { says: { zh: '目的' }, clauses: ['lift-01'] } }],
    ['what is done in quiet times', { readiness: [{ what: { zh: '检' }, clause: 'lift-01' }] }],
    ['a post', { roles: { chief: { name: { zh: '值班长' }, clauses: ['lift-01'] } } }],
    ['what a feature answers', { answers: { 'lift-01': 'types-without-plan' } }],
  ])('by %s of the document', (_, part) => {
    const document = { ...textsWith().document, ...part }
    expect(stateOf('发现困人，立即报告值班长。', textsWith({ document }))).toBe('used')
  })

  it('however it is spaced and ended, and within a quotation of several sentences', () => {
    const document = { clauses: { c: clause('先切断电源。再安抚乘客；不要强行扒门。') } }
    const of = { document, plans: [step({ clause: 'c' })] }
    const texts = [' 先切断 电源', '再安抚乘客；不要强行扒门。', '不要强行扒门', '乘客']
    expect(texts.map((text) => stateOf(text, of))).toEqual(['used', 'used', 'used', 'open'])
  })

  it('if it is a heading, by nothing', () => {
    const results = standingOf([sentence('h', '一、总则', { heading: true })], {}, textsWith())
    expect(results).toEqual([{ state: 'used', uses: [] }])
  })

  it('and it is said where, in the words of the draft', () => {
    const of = textsWith({ plans: [step({ clause: 'lift-01' })] })
    expect(standingOf([sentence('a', '发现困人，立即报告值班长')], {}, of)[0]?.uses).toEqual([
      { planId: 'lift-1', path: 'steps.l-01', title: '报告' },
    ])
  })
})

describe('a sentence is open', () => {
  it('while its clause is cited by nothing, and again as soon as nothing cites it', () => {
    const text = '安抚乘客'
    expect(stateOf(text, textsWith())).toBe('open')
    expect(stateOf(text, textsWith({ plans: [step({ clause: 'lift-02' })] }))).toBe('used')
    expect(stateOf(text, textsWith({ plans: [step({ clause: 'lift-01' })] }))).toBe('open')
  })

  it('unless somebody set it aside, or its words are gone', () => {
    const aside = { a: { at: 1, by: '周敏', reason: null } }
    expect(stateOf('安抚乘客', textsWith(), aside)).toBe('aside')
    expect(stateOf('安抚乘客', textsWith({ plans: [step({ clause: 'lift-02' })] }), aside)).toBe(
      'used',
    )
    expect(stateOf(null, textsWith())).toBe('purged')
  })

  it('whatever else stands in the drafts', () => {
    const strange = { document: { clauses: 3, purpose: [1] }, plans: [{ steps: 'x', facts: 1 }] }
    expect(stateOf('安抚乘客', strange)).toBe('open')
  })

  it('and counts: headings as nothing, purged words as set aside', () => {
    const sentences = [
      sentence('h', '一', { heading: true }),
      ...[sentence('a', '安抚乘客'), sentence('b', null), sentence('c', '别的')],
    ]
    const of = textsWith({ plans: [step({ clause: 'lift-02' })] })
    expect(countsOf(sentences, standingOf(sentences, {}, of))).toEqual({
      ...{ used: 1, aside: 1, open: 1 },
    })
  })
})

it('while sentences are open, texts are approved only as incomplete', () => {
  const [complete, incomplete] = [{}, { completeness: 'incomplete' }]
  expect(refusedForOpen(2, [incomplete, complete])?.code).toBe('paper-has-open-sentences')
  expect([refusedForOpen(2, [incomplete]), refusedForOpen(0, [complete])]).toEqual([null, null])
})

describe('numbers of persons stay out of drafts', () => {
  it('mobile and identity numbers, and no other', () => {
    expect(withoutNumbersOfPersons('张三13800138000、010-88886666、119')).toBe(
      '张三（号码略）、010-88886666、119',
    )
    expect(withoutNumbersOfPersons('电话 138-0013-8000')).toBe('电话 （号码略）')
    expect(withoutNumbersOfPersons('证号11010519491231002X')).toBe('证号（号码略）')
    expect(withoutNumbersOfPersons('设备编号20261124001380013800099')).toContain('2026112400')
  })

  it('a sentence that has one is a clause only where it is used', () => {
    const texts = ['张三 13800138000', '维保李四 13900139000 负责放人']
    const clauses = { a: clause(texts[0] ?? ''), b: clause(texts[1] ?? '') }
    const calls = [{ who: { zh: '李四' }, number: '13900139000' }]
    const readiness = ['a', 'b'].map((id) => ({ what: { zh: id }, clause: id }))
    const document = { clauses, readiness }
    const drafts = { document, plans: [step({ clause: 'b', calls })] }
    const covered = coveredDrafts(drafts, texts)
    expect(Object.keys(covered.document['clauses'] as object)).toEqual(['b'])
    expect(covered.document['readiness']).toEqual([readiness[1]])
    expect(JSON.stringify(covered)).not.toMatch(/1[38][09]00/)
    expect(covered.plans).toMatchObject([{ steps: [{ calls: [{ who: { zh: '李四' } }] }] }])
    const [used] = standingOf([sentence('s', texts[1] ?? '')], {}, covered)
    expect(used?.state).toBe('used')
  })
})

describe('two editions', () => {
  it('what is new, gone, worded differently, or only numbered differently', () => {
    const before = [
      sentence('a', '发现困人，立即报告值班长'),
      sentence('b', '30分钟内维保人员到场', { number: '二' }),
      sentence('c', '安抚乘客', { number: '三' }),
      sentence('d', '每月演练一次'),
    ]
    const now = [
      sentence('a', '发现困人，立即报告值班长'),
      sentence('n', '拨打119，说明楼号'),
      sentence('b2', '20分钟内维保人员到场', { number: '二' }),
      sentence('c2', '安抚乘客。', { number: '四' }),
    ]
    expect(compareEditions(before, now)).toEqual({
      ...{ moved: { c2: 'c' }, changed: { b2: 'b' }, added: ['n'], gone: ['d'] },
    })
    expect(compareEditions([], now)).toMatchObject({ gone: [], added: ['a', 'n', 'b2', 'c2'] })
  })

  it('equal sentences are paired in their order', () => {
    const before = [sentence('x', '同上'), sentence('y', '同上')]
    const now = [sentence('p', '同上'), sentence('q', '同上'), sentence('r', '同上')]
    expect(compareEditions(before, now)).toMatchObject({
      ...{ moved: { p: 'x', q: 'y' }, added: ['r'], gone: [] },
    })
  })

  it('a whole paper under one number is compared as far as the desk can wait', () => {
    const edition = (words: string) =>
      Array.from({ length: 600 }, (_, at) =>
        sentence(`${words}${at}`, `值班员报告第${at}号岗位，${words}`, { number: '一' }),
      )
    const { changed, added, gone } = compareEditions(edition('甲'), edition('乙'))
    const paired = Object.keys(changed).length
    expect(paired).toBeGreaterThan(0)
    expect(paired).toBeLessThan(600)
    expect([added.length, gone.length]).toEqual([600 - paired, 600 - paired])
  })
})
