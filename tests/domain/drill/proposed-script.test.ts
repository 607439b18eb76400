/** A script is proposed from what the plan asks, calls and times. */
import { expect, it } from 'vitest'
import { proposedNarrative, proposedScript } from '#shared/domain/drill/proposed-script.ts'
import { localized } from '#shared/domain/text.ts'
import { shippedPlan } from '../../kit/library.ts'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const PLAN = plan(
  'fire',
  [
    step('evacuate', { when: { fact: 'smoke', is: 'yes' }, title: localized('疏散', 'Evacuate') }),
    step('call', { calls: [{ number: '119', who: localized('119', '119') }] }),
    step('report', { due: { within: 10 * MINUTE, from: 'activated' } }),
    step('never', { prohibits: true, calls: [{ number: null, who: localized('x', 'x') }] }),
  ],
  {
    facts: [yesNo('smoke', { inDoubt: { answer: 'yes' } }), yesNo('later', { recordOnly: true })],
    triggers: ['冒烟'],
  },
)

it('brings the answer that opens a step, plays who is called, asks for what is timed, and ends by hand', () => {
  const script = proposedScript(PLAN)
  expect(script.map(({ after, stepId, within }) => [after, stepId, within])).toEqual([
    [MINUTE, 'evacuate', null],
    [2.5 * MINUTE, 'call', null],
    [4 * MINUTE, 'report', 10 * MINUTE],
    [null, null, null],
  ])
  expect(script[0]).toMatchObject({
    words: { zh: '现场来报：“smoke？”——是' },
    expects: { zh: '记下回答，并做“疏散”' },
  })
})

it('begins with a word that points to the plan', () => {
  expect(proposedNarrative(PLAN).zh).toBe('有人报告：冒烟')
  expect(proposedNarrative(plan('x', [])).zh).toBe('有人报告：预案x')
})

/** What the scripts that are proposed for plans of the program bring to be practised (S07-05). */
it.each([
  ['an assumed fire', 'government-hall-fire', /火/],
  ['evacuation', 'government-hall-fire', /疏散|撤离/],
  ['communications', 'government-hall-fire', /^扮演.*接电话/],
])('of a plan of the program brings %s', (_what, id, words) => {
  const script = proposedScript(shippedPlan(id))
  expect(script.some((inject) => words.test(`${inject.words.zh} ${inject.expects?.zh}`))).toBe(true)
})
