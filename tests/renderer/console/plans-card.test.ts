/** Tests the action card of a post: its steps, in the order in which they come. */
import { describe, expect, it } from 'vitest'
import { cardOf, postsOf } from '#renderer/console/pages/plans/card/action-card.ts'
import { fit, SIZES } from '#renderer/console/pages/plans/card/fit-on-paper.ts'
import { localized } from '#shared/domain/text.ts'
import { allPlans } from '../../kit/library.ts'
import { plan, escalationStep, step, yesNo } from '../../kit/plan.ts'

const fire = plan(
  'fire',
  [
    step('inform', { stage: 'inform', role: 'guards' }),
    step('call', { stage: 'report', role: 'guards' }),
    step('never', { stage: 'on-site', role: 'guards', prohibits: true }),
    step('help', {
      stage: 'on-site',
      role: 'head',
      helpers: ['guards'],
      due: { within: 60_000, from: 'reported' },
      late: [escalationStep('manager', 0), escalationStep('leader', 60_000)],
    }),
  ],
  {
    facts: [
      yesNo('small', { decidedBy: 'guards' }),
      yesNo('day', { kind: 'calendar', decidedBy: 'guards' }),
    ],
  },
)

describe('the action card of a post', () => {
  it('puts nothing before what it waits for, whatever its stage', () => {
    const waiting = {
      steps: [
        step('hang-up', { stage: 'on-site', role: 'guards' }),
        step('tell', { stage: 'report', role: 'guards', after: ['hang-up'] }),
        step('calm', { stage: 'report', role: 'guards' }),
      ],
      facts: [],
      roles: [],
    }
    expect(cardOf(waiting, 'guards').steps.map((row) => row.step.id)).toEqual([
      'calm',
      'hang-up',
      'tell',
    ])
  })

  it('lists what it does in the order of the stages, its own and where it helps; prohibitions stand apart', () => {
    const card = cardOf(fire, 'guards')
    expect(card.steps.map(({ step: { id }, helps }) => `${id}${helps ? ' helps' : ''}`)).toEqual([
      'call',
      'help helps',
      'inform',
    ])
    expect(card.never.map(({ id }) => id)).toEqual(['never'])
  })

  it('has what the paper forbids without saying whom, since that binds everybody', () => {
    const roles = [{ ...fire.roles[0]!, id: 'p00', name: localized('岗位待定', 'undecided') }]
    const steps = [
      ...fire.steps,
      step('no-pulling', { role: 'p00', prohibits: true }),
      step('dismantle', { role: 'p00' }),
    ]
    const card = cardOf({ ...fire, roles, steps }, 'guards')
    expect(card.never.map(({ id }) => id)).toEqual(['no-pulling', 'never'])
    expect(card.steps.map(({ step: { id } }) => id)).not.toContain('dismantle')
  })

  it('asks what the post answers, but not what the calendar answers', () => {
    expect(cardOf(fire, 'guards').questions.map(({ key }) => key)).toEqual(['small'])
  })

  it('says of whose lateness a post is told', () => {
    expect(
      cardOf(fire, 'leader').notices.map(({ step: { id }, level: { after } }) => [id, after]),
    ).toEqual([['help', 60_000]])
  })

  it('is there for owners, helpers and whoever is told, each once', () => {
    expect(postsOf(fire)).toEqual(['guards', 'head', 'manager', 'leader'])
  })

  it('leaves out no step of any shipped plan', () => {
    for (const plan of allPlans()) {
      const onCards = new Set(
        postsOf(plan).flatMap((role) => {
          const card = cardOf(plan, role)
          return [
            ...card.steps.filter(({ helps }) => !helps).map(({ step: { id } }) => id),
            ...card.never.map(({ id }) => id),
          ]
        }),
      )
      expect([...onCards].sort(), plan.id).toEqual(plan.steps.map(({ id }) => id).sort())
    }
  })
})

describe('the size of its writing', () => {
  const sheet = (needs: number) => {
    // a sheet whose content is `needs` px high at the usual size, in a frame of 100
    const element = document.createElement('article')
    const content = {
      get scrollHeight() {
        return needs * Number(element.style.getPropertyValue('--fit'))
      },
      clientHeight: 100,
    } as HTMLElement
    return { element, content }
  }

  it('is the largest with which everything stays on one page', () => {
    const { element, content } = sheet(90)
    expect(fit(element, content)).toBe(true)
    expect(element.style.getPropertyValue('--fit')).toBe('1.1')
  })

  it('never goes below the smallest: what needs less goes on to a second page', () => {
    const { element, content } = sheet(200)
    expect(fit(element, content)).toBe(false)
    expect(element.style.getPropertyValue('--fit')).toBe(String(SIZES.at(-1)))
  })
})
