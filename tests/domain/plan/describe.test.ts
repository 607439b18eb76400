/**
 * Tests the words for what a plan says: the same on the plan page, the action card and in a
 * comparison.
 */
import { expect, it } from 'vitest'
import {
  describeCondition,
  describeDue,
  describeRepeat,
  describeEscalation,
} from '#shared/domain/plan/describe.ts'
import { shippedPlan } from '../../kit/library.ts'

const hotline = shippedPlan('gas-hotline-failure')
const stepOf = (id: string) => hotline.steps.find((step) => step.id === id)!

it('S09-77: the supervisor’s limit, with the step it counts from', () => {
  const { due } = stepOf('hl-06')
  expect(describeDue(due!, hotline)).toEqual({
    zh: expect.stringMatching(/^“.+”完成后3分钟内$/),
    en: expect.stringMatching(/^within 3 minutes after “.+” is done$/),
  })
})

it('names a question and its answer, parts and their opposite', () => {
  const description = describeCondition(
    {
      all: [
        { fact: 'fixable_now', is: 'no' },
        { not: { any: [{ calendar: 'holiday' }, { elapsed: 600_000, from: 'reported' }] } },
      ],
    },
    hotline,
  )
  expect(description.zh).toMatch(/^“.+”答.+，且不是：假日，或接报后满10分钟$/)
  expect(description.en).toMatch(
    /^“.+” is .+ and not: on a holiday or 10 minutes after the report$/,
  )
})

it('says strictly over, with the unit', () => {
  const facts = [
    {
      ...hotline.facts[0]!,
      key: 'loss',
      kind: 'number' as const,
      question: { zh: '损失多少', en: 'How much was lost' },
      unit: { zh: '元', en: 'yuan' },
    },
  ]
  expect(describeCondition({ fact: 'loss', over: 5000 }, { ...hotline, facts })).toEqual({
    zh: '“损失多少”超过5000元',
    en: '“How much was lost” over 5000 yuan',
  })
})

it('says people, level and type', () => {
  expect(describeCondition({ casualties: 'hurt', over: 2 }, hotline).zh).toBe('伤亡超过2人')
  expect(describeCondition({ level: 2 }, hotline).zh).toBe('响应级别达到二级')
  expect(describeCondition({ type: ['other.fight'] }, hotline).en).toBe('the type is other.fight')
})

it('says the escalation and the repetition', () => {
  expect(
    describeEscalation({ after: 0, notify: 'line-head', say: null, proposed: false }, hotline).zh,
  ).toBe('超时即通知职能线负责人')
  expect(
    describeEscalation(
      { after: 300_000, notify: 'line-head', say: { zh: '到场', en: 'Come' }, proposed: false },
      hotline,
    ).en,
  ).toBe('alerted 5 minutes later: Line head (Come)')
  expect(describeRepeat({ every: 1_800_000, until: 'contained' })).toEqual({
    zh: '每30分钟一次，直到已控制',
    en: 'every 30 minutes until it is contained',
  })
})
