/** The draft that comes of a whole paper: plans, posts, limits, conditions, pages, states. */
import { describe, expect, it } from 'vitest'
import type { WrittenJson } from '#shared/domain/paper/paper.ts'
import { draftOf, LIFT_LINES, LIFT_TITLE } from './lift-paper.ts'

const zh = (text: unknown): string => (text as { zh: string }).zh
const draft = draftOf(LIFT_LINES)
const [plan = {}] = draft.plans
const steps = plan['steps'] as WrittenJson[]
const step = (short: string): WrittenJson => {
  const [first] = steps.filter((item) => zh(item['short']) === short)
  if (!first) throw new Error(`no step ${short}: ${steps.map((item) => zh(item['short'])).join()}`)
  return first
}
const roles = draft.document['roles'] as Record<string, WrittenJson>
const roleName = (id: unknown): string => zh(roles[id as string]?.['name'])

describe('a paper of one kind of incident', () => {
  it('becomes one plan of its document, of the type that its title names', () => {
    expect(draft.plans).toHaveLength(1)
    expect(plan).toMatchObject({ id: 'lift-1', document: 'lift', completeness: 'incomplete' })
    expect(zh(plan['title'])).toBe(LIFT_TITLE)
    expect(plan['triggers']).toEqual([expect.stringContaining('客梯')])
    expect(draft.document['types']).toHaveProperty('lift-t01')
  })

  it.each([
    ['自动扶梯夹人应急预案', { name: { zh: '扶梯伤人' }, danger: true }],
    ['游泳馆溺水应急预案', { name: { zh: '溺水' }, danger: true }],
    ['电梯、扶梯困人应急预案', { name: { zh: '电梯困人' } }],
  ])('%s is of a type that says whether people come to harm', (title, type) => {
    const { document } = draftOf(['一、处置程序', '1. 值班员拨打120。'], title)
    expect(Object.values(document['types'] as object)).toMatchObject([type])
  })

  it('gives each step to the post that its sentence names', () => {
    expect(roleName(step('安抚乘客')['role'])).toBe('消控室值班员')
    expect(roleName(step('报维保单位')['role'])).toBe('电梯管理员')
    expect(step('报维保单位')['role']).toBe('duty-engineer') // the post of the register
  })

  it('takes a limit with what it counts from, and has the commander alerted', () => {
    const timed = steps.filter(({ due }) => due !== undefined)
    expect(timed).toHaveLength(1)
    expect(timed[0]).toMatchObject({
      due: { within: '30m', from: 'reported' },
      late: [{ notify: draft.document['commander'], proposed: true }],
    })
    expect(roleName(draft.document['commander'])).toBe('工程部经理')
  })

  it('asks the question of a condition and opens its steps by the answer', () => {
    const facts = plan['facts'] as Record<string, WrittenJson>
    const [key = '', question = {}] = Object.entries(facts)[0] ?? []
    expect(zh(question['question'])).toBe('乘客有受伤或身体不适？')
    expect(question['inDoubt']).toEqual({ answer: 'yes' })
    expect(step('拨打120')).toMatchObject({
      when: { fact: key, is: 'yes' },
      lifeSafety: true,
      calls: [{ number: '120', who: { zh: '医疗急救' } }],
    })
  })

  it('marks what must not be done, and has nobody tick it', () => {
    const forbidden = steps.filter(({ prohibits }) => prohibits === true)
    expect(forbidden.map(({ title }) => zh(title))).toEqual(['严禁无证人员擅自打开轿门'])
  })

  it('lets a step wait until a time has passed', () => {
    expect(step('拨打119')['when']).toEqual({
      all: [{ elapsed: '1h', from: 'reported' }, { not: { state: 'contained' } }],
    })
  })

  it('puts the rest on the pages of the document', () => {
    expect(draft.document['purpose']).toMatchObject({ says: { zh: LIFT_LINES[2] } })
    expect(draft.document['scope']).toMatchObject({ says: { zh: LIFT_LINES[4] } })
    expect(draft.document['readiness']).toMatchObject([{ kind: 'drill', every: '6mo' }])
  })
})

describe('the sentences of a paper', () => {
  it('stand in it with the number that the paper prints', () => {
    const [sentence] = draft.sentences.filter(({ text }) => text.includes('接报后'))
    expect(sentence).toMatchObject({ number: '四2', label: '2.', kind: 'step' })
    expect(sentence?.uses.length).toBeGreaterThan(0)
  })

  it('are the same by id when the paper is read again', () => {
    const again = draftOf(LIFT_LINES)
    expect(again.sentences.map(({ id }) => id)).toEqual(draft.sentences.map(({ id }) => id))
    expect(new Set(draft.sentences.map(({ id }) => id)).size).toBe(draft.sentences.length)
  })

  it('are clauses with their own words, whether something uses them or not', () => {
    const clauses = Object.values(draft.document['clauses'] as Record<string, WrittenJson>)
    const texts = draft.sentences.filter(({ kind }) => kind !== 'heading').map(({ text }) => text)
    expect(clauses.map(({ quote }) => quote)).toEqual(texts)
  })
})
