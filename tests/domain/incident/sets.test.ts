/**
 * One book: what an answer sets of the incident stands where figures, board and conditions look
 * for it, and nobody is asked twice.
 */
import { describe, expect, it } from 'vitest'
import { judgedTable } from '#shared/domain/document/incident-tables.ts'
import { lintPlan } from '#shared/domain/plan/lint.ts'
import type { Question, SetValue } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { amount, choice, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const YUAN = localized('元', 'yuan')
const LEVELS = choice('grade', ['I', 'II', 'III', 'IV'], { sets: 'level' })
const asking = (...facts: Question[]): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', { when: { casualties: 'hurt', over: 0 } })], { facts, defaultLevel: 3 }),
  )
  return scenario
}
const setting = (question: Question, sets: SetValue): Question => ({ ...question, sets })

describe('an answer sets', () => {
  it('the loss, and a later one corrects it', () => {
    const scenario = asking(amount('yuan', { sets: 'loss', unit: YUAN }))
    scenario.answer('yuan', 8000)
    scenario.answer('yuan', 3000)
    expect(scenario.board().loss).toBe(3000)
    expect(scenario.all('LossEstimated').map(({ yuan, before }) => [yuan, before])).toEqual([
      [8000, null],
      [3000, 8000],
    ])
  })

  it.each([
    ['partly', 'partly'],
    ['closed', 'closed'],
  ])('the operating state: %s', (value, operating) => {
    const scenario = asking(choice('open', ['open', 'partly', 'closed'], { sets: 'operating' }))
    scenario.answer('open', value)
    expect(scenario.board().impact?.operating).toBe(operating)
  })

  it('the operating state by a yes: it has stopped', () => {
    const scenario = asking(yesNo('stopped', { sets: 'operating' }))
    scenario.answer('stopped', 'yes')
    expect(scenario.board().impact?.operating).toBe('closed')
  })

  it.each(['continues', 'paused', 'cancelled'])('the effect on the meeting: %s', (value) => {
    const options = ['continues', 'paused', 'cancelled']
    const scenario = asking(choice('meeting', options, { sets: 'meeting' }))
    scenario.answer('meeting', value)
    expect(scenario.board().impact?.meeting).toBe(value)
    scenario.answer('meeting', value)
    expect(scenario.all('ImpactRecorded')).toHaveLength(1)
  })

  it('the level: raising asks nothing, lowering needs the reason that it always needs', () => {
    const scenario = asking(LEVELS)
    expect(scenario.answer('grade', 'I')).toBeNull()
    expect(scenario.board().level).toBe(1)
    expect(scenario.answer('grade', 'II')).toMatchObject({ code: 'reason-needed' })
    expect(scenario.board().facts[0]?.value).toBe('I')
    const lower = { type: 'AnswerFact', key: 'grade', planId: null, value: 'II' } as const
    expect(scenario.send({ ...lower, reason: '伤者已送医' })).toBeNull()
    expect(scenario.all('LevelChanged').at(-1)).toMatchObject({
      from: 1,
      to: 2,
      reason: '伤者已送医',
    })
  })

  it('no level that no plan of the incident has', () => {
    const scenario = incidentAt(WORKDAY)
    const levels = [2, 3].map((level) => ({ level, name: localized(`${level}级`, `${level}`) }))
    scenario.activate(plan('p', [step('a')], { facts: [LEVELS], levels, defaultLevel: 3 }))
    expect(scenario.answer('grade', 'I')).toBeNull()
    expect(scenario.board().level).toBe(3)
    expect(scenario.answer('grade', 'II')).toBeNull()
    expect(scenario.board().level).toBe(2)
  })

  it('no number that nothing else takes either: a slip stays out of every sum', () => {
    const people = asking(amount('dead', { sets: 'casualties.dead' }))
    expect(people.answer('dead', 10_000_001)).toMatchObject({ code: 'bad-value' })
    expect(people.answer('dead', 10_000_000)).toBeNull()
    const loss = asking(amount('yuan', { sets: 'loss', unit: YUAN }))
    expect(loss.answer('yuan', 1e300)).toMatchObject({ code: 'bad-value' })
    expect(loss.answer('yuan', 1e13)).toBeNull()
  })

  it('a number of people', () => {
    const scenario = asking(amount('dead', { sets: 'casualties.dead' }))
    scenario.answer('dead', 2)
    expect(scenario.board().casualties).toMatchObject({ dead: 2, serious: null })
    expect(scenario.step('a').state).toBe('open')
  })

  it('no number of people by a word that is none', () => {
    const scenario = asking(choice('dead', ['some', 'many'], { sets: 'casualties.dead' }))
    expect(scenario.answer('dead', 'some')).toBeNull()
    expect(scenario.board()).toMatchObject({ casualties: null, atLeastOne: [] })
    expect(scenario.all('CasualtiesCounted')).toEqual([])
  })

  it('never the state: that it is contained opens the gate', () => {
    const scenario = asking(yesNo('over', { sets: 'contained' }))
    const reportedBy = () => scenario.board().gates.find(({ to }) => to === 'contained')?.told
    expect(reportedBy()).toBeNull()
    scenario.answer('over', 'yes')
    expect(scenario.state().state).toBe('responding')
    expect(reportedBy()).toMatchObject({ by: '周敏' })
    scenario.answer('over', 'no')
    expect(reportedBy()).toBeNull()
  })
})

describe('at least one', () => {
  const hurt = (): Scenario => asking(yesNo('badly', { sets: 'casualties.serious' }))

  it('is shown, opens what waits for people, and is in no sum', () => {
    const scenario = hurt()
    expect(scenario.step('a').state).toBe('waiting')
    scenario.answer('badly', 'yes')
    expect(scenario.board()).toMatchObject({ atLeastOne: ['serious'], casualties: null })
    expect(scenario.step('a').state).toBe('open')
    expect(scenario.board().severitySuggested).toBeNull()
  })

  it('stands in the record as a word, and not as a number', () => {
    const scenario = hurt()
    scenario.answer('badly', 'yes')
    const { columns, rows } = judgedTable(scenario.board())
    expect(columns.map(({ id }) => id)).toEqual(['serious'])
    expect(rows).toEqual([[{ value: '≥1' }]])
  })

  it('ends with a count, and with a no', () => {
    const counted = hurt()
    counted.answer('badly', 'yes')
    const count = { type: 'AssessIncident', loss: null, severity: null, reason: null } as const
    counted.send({ ...count, casualties: { serious: 2 } })
    expect(counted.board()).toMatchObject({ atLeastOne: [], casualties: { serious: 2 } })
    counted.answer('badly', 'yes')
    expect(counted.board().atLeastOne).toEqual([])
    const denied = hurt()
    denied.answer('badly', 'yes')
    denied.answer('badly', 'no')
    expect(denied.board().atLeastOne).toEqual([])
    expect(denied.step('a').state).toBe('waiting')
  })

  it('comes from the report as well, in nobody’s name', () => {
    const scenario = incidentAt(WORKDAY, { words: '有人流血' })
    const from = { type: {}, channel: {}, heard: { yes: ['流血'] } }
    scenario.activate(
      plan('p', [step('a')], { facts: [yesNo('badly', { sets: 'casualties.serious', from })] }),
    )
    expect(scenario.board().atLeastOne).toEqual(['serious'])
    expect(scenario.all('CasualtiesAnswered')).toMatchObject([{ some: true, by: 'Vigil' }])
  })
})

describe('a condition on the state', () => {
  const reviewing = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('review', { when: { state: 'contained' }, required: true }),
          step('after', { when: { state: 'lifted' } }),
          step('until', { when: { not: { state: 'contained' } } }),
          step('report', {
            when: { all: [{ state: 'contained' }, { fact: 'grave', is: 'yes' }] },
            due: { within: 60_000, from: 'contained' },
          }),
        ],
        { facts: [yesNo('grave')] },
      ),
    )
    return scenario
  }
  const states = ({ board }: Scenario) => board().steps.map(({ state }) => state)

  it('waits until the incident has come so far, and holds in the later states', () => {
    const scenario = reviewing()
    expect(states(scenario)).toEqual(['waiting', 'waiting', 'open', 'waiting'])
    scenario.move('contained')
    expect(states(scenario)).toEqual(['open', 'waiting', 'hidden', 'waiting'])
    scenario.move('lifted')
    expect(states(scenario)).toEqual(['open', 'open', 'hidden', 'waiting'])
  })

  it('blocks closing as any other: a close from responding is no way round the review', () => {
    const scenario = reviewing()
    scenario.finish('until')
    expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['review'] })
  })

  it('asks no question before its time', () => {
    const scenario = reviewing()
    expect(scenario.board().asks).toBeNull()
    scenario.move('contained')
    expect(scenario.board().asks).toEqual({ key: 'grave', planId: 'p' })
  })
})

describe('the linter', () => {
  const findings = (...facts: Question[]) =>
    lintPlan(plan('p', [step('a')], { facts }))
      .filter(({ path }) => path.endsWith('.sets'))
      .map(({ code, path }) => [code, path])

  it('takes each value from a question that can set it', () => {
    expect(
      findings(
        amount('yuan', { sets: 'loss', unit: YUAN }),
        LEVELS,
        yesNo('stopped', { sets: 'operating' }),
        choice('meeting', ['continues', 'paused', 'cancelled'], { sets: 'meeting' }),
        yesNo('over', { sets: 'contained' }),
        amount('dead', { sets: 'casualties.dead' }),
        yesNo('lost', { sets: 'casualties.missing' }),
      ),
    ).toEqual([])
  })

  it.each([
    ['loss', yesNo('k')],
    ['loss', amount('k', { unit: localized('万元', '10,000 yuan') })],
    ['level', choice('k', ['high', 'low'])],
    ['operating', choice('k', ['open', 'otherwise'])],
    ['meeting', yesNo('k')],
    ['contained', amount('k')],
    ['casualties.dead', choice('k', ['few', 'many'])],
  ] as const)('refuses for %s a question of another kind', (sets, question) => {
    expect(findings(setting(question, sets))).toEqual([['wrong-kind', 'facts.k.sets']])
  })

  it('refuses two questions for one value', () => {
    const [first, second] = [
      yesNo('one', { sets: 'contained' }),
      yesNo('two', { sets: 'contained' }),
    ]
    expect(findings(first, second)).toEqual([['value-asked-twice', 'facts.two.sets']])
  })
})
