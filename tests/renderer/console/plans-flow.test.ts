/** Tests the drawing of a plan as a tree of its questions and answers. */
import { describe, expect, it } from 'vitest'
import { branchesOf, type Branch } from '#renderer/console/pages/plans/flow/branches.ts'
import { layFlow } from '#renderer/console/pages/plans/flow/flow-layout.ts'
import { linesOf, widthOf } from '#renderer/console/pages/plans/flow/text-fit.ts'
import { localized } from '#shared/domain/text.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { allPlans } from '../../kit/library.ts'
import { choice, plan, step, yesNo } from '../../kit/plan.ts'

const parts = (of: Plan) => ({
  ...of,
  typeName: (code: string) => localized(`类型${code}`, `type ${code}`),
})
const tree = (branch: Branch): unknown => [
  ...branch.steps.map(({ id }) => id),
  ...branch.forks.map(({ gate, ways }) => ({
    [gate.text.zh]: ways.map((way) => ({ [way.answer.zh]: way.leads ? tree(way.branch) : null })),
  })),
]
const size = choice('size', ['small', 'large', 'other'])
const safe = yesNo('safe')

describe('the branches of a plan', () => {
  it('puts steps without a condition first, and each answer with its steps', () => {
    const fire = plan(
      'fire',
      [
        step('a'),
        step('b', { when: { fact: 'size', is: 'small' } }),
        step('c', { when: { fact: 'size', is: ['large', 'other'] } }),
      ],
      { facts: [size] },
    )
    expect(tree(branchesOf(parts(fire)))).toEqual([
      'a',
      { 'size？': [{ small: ['b'] }, { 'large、或other': ['c'] }] },
    ])
  })

  it('draws answers on which no step depends too, so that a reader sees that none was forgotten', () => {
    const fire = plan('fire', [step('a', { when: { fact: 'safe', is: 'yes' } })], { facts: [safe] })
    expect(tree(branchesOf(parts(fire)))).toEqual([{ 'safe？': [{ 是: ['a'] }, { 否: null }] }])
  })

  it('nests a second question under the answer to the first, in the order of the questions whichever way the condition is written', () => {
    const both = {
      all: [
        { fact: 'safe', is: 'yes' },
        { fact: 'size', is: 'large' },
      ],
    }
    const fire = plan(
      'fire',
      [step('a', { when: { fact: 'size', is: 'large' } }), step('b', { when: both })],
      { facts: [size, safe] },
    )
    expect(tree(branchesOf(parts(fire)))).toEqual([
      {
        'size？': [
          { large: ['a', { 'safe？': [{ 是: ['b'] }, { 否: null }] }] },
          { 'small、或other': null },
        ],
      },
    ])
  })

  it('parts ways by the calendar, by types in their names, and by anything else that has to hold, in its own words', () => {
    const mixed = plan(
      'mixed',
      [
        step('a', { when: { calendar: 'holiday' } }),
        step('b', { when: { type: ['x.y'] } }),
        step('c', { due: { within: 60_000, from: 'reported' } }),
        step('d', { when: { step: 'c', is: 'late' } }),
        step('e', {
          when: {
            any: [
              { fact: 'safe', is: 'no' },
              { elapsed: 3_600_000, from: 'reported' },
            ],
          },
        }),
      ],
      { facts: [safe] },
    )
    expect(tree(branchesOf(parts(mixed)))).toEqual([
      'c',
      { 当天是工作日还是假日: [{ 假日: ['a'] }] },
      { 事件类型: [{ '类型x.y': ['b'] }] },
      { '“步骤c”超时？': [{ 是: ['d'] }] },
      { '“safe？”答否，或接报后满1小时？': [{ 是: ['e'] }] },
    ])
  })
})

describe('the drawing', () => {
  const say = {
    step: (step: { short: { zh: string } }) => [step.short.zh],
    gate: (gate: { text: { zh: string } }) => gate.text.zh,
    answer: (answer: { zh: string }) => answer.zh,
    always: '都要做',
  }

  it.each(allPlans().map((plan) => [plan.id, plan] as const))(
    '%s: every step once, in the column of its stage, no box over another, nothing outside',
    (_id, plan) => {
      const flow = layFlow(branchesOf(parts(plan)), plan.steps, say, 116)
      expect(flow.boxes.map((box) => box.step.id).sort()).toEqual(
        plan.steps.map((each) => each.id).sort(),
      )
      for (const box of flow.boxes) {
        expect(flow.columns.find((column) => column.stage === box.step.stage)?.x).toBe(box.x)
        expect(box.x + box.width).toBeLessThanOrEqual(flow.width)
        expect(box.y + box.height).toBeLessThanOrEqual(flow.height)
        for (const line of box.lines) expect(widthOf(line, 14)).toBeLessThanOrEqual(box.width)
      }
      const over = flow.boxes.flatMap((box, at) =>
        flow.boxes
          .slice(at + 1)
          .filter(
            (other) =>
              box.x === other.x && box.y < other.y + other.height && other.y < box.y + box.height,
          )
          .map((other) => `${box.step.id} ${other.step.id}`),
      )
      expect(over).toEqual([])
    },
  )

  it('leads from a step to each step that waits for it, and around a box in between', () => {
    const line = plan('line', [
      step('a', { stage: 'report' }),
      step('b', { stage: 'respond' }),
      step('c', { stage: 'recover', after: ['a'] }),
    ])
    const flow = layFlow(branchesOf(parts(line)), line.steps, say, 116)
    const [order] = flow.lines.filter(({ kind }) => kind === 'order')
    const between = flow.boxes.find((box) => box.step.id === 'b')!
    const runs = [...order!.d.matchAll(/V([\d.]+)H/g)].map(([, y]) => Number(y))
    expect(runs.some((y) => y > between.y + between.height)).toBe(true)
  })
})

describe('lines of a drawing', () => {
  it('break Chinese anywhere but before a mark of punctuation, Latin between words', () => {
    expect(linesOf('火势能否靠自己扑灭？', 14 * 5, 14)).toEqual(['火势能否靠', '自己扑灭？'])
    expect(linesOf('火势能否，扑灭', 14 * 4, 14)).toEqual(['火势能否，', '扑灭'])
    expect(linesOf('Are all people safe?', 80, 14)).toEqual(['Are all', 'people', 'safe?'])
    expect(linesOf('', 80, 14)).toEqual([])
  })
})
