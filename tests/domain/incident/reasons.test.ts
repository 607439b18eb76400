/**
 * Late and skipped steps need a reason before the incident closes; a correction adds, it takes
 * nothing back.
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const timed = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' } }), step('b')]),
  )
  return scenario
}

describe('a reason is needed', () => {
  it('as soon as a step is late, and while it is not given the incident does not close', () => {
    const scenario = timed()
    scenario.pass('11 min')
    expect(scenario.step('a').needsReason).toBe(true)
    expect(scenario.board().blocks).toEqual(['a'])
    scenario.finish('a')
    expect(scenario.move('closed')).toEqual({
      ok: false,
      code: 'close-blocked',
      details: ['a'],
      message: {
        zh: '还不能结案，请先完成或说明：步骤a',
        en: 'It cannot be closed yet. First finish these steps or give a reason: Step a',
      },
    })
    scenario.explain('a', '路上堵车')
    expect(scenario.step('a')).toMatchObject({
      needsReason: false,
      explained: '路上堵车',
      late: true,
    })
    expect(scenario.board().blocks).toEqual([])
    expect(scenario.move('closed')).toBeNull()
  })

  it('for a skipped step', () => {
    const scenario = timed()
    scenario.finish('b', 'skipped')
    expect(scenario.board().blocks).toEqual(['b'])
    scenario.explain('b')
    expect(scenario.board().blocks).toEqual([])
  })

  it('not again if it was said with the step itself', () => {
    const scenario = timed()
    scenario.pass('11 min')
    scenario.finish('a', 'done', '等钥匙')
    scenario.finish('b', 'skipped', '无须')
    expect(scenario.board().blocks).toEqual([])
  })

  it('not for a step done in time, or not applicable', () => {
    const scenario = timed()
    scenario.finish('a')
    scenario.finish('b', 'not-applicable')
    expect(scenario.board().blocks).toEqual([])
  })

  it('for a late step that was found not to apply', () => {
    const scenario = timed()
    scenario.pass('11 min')
    scenario.finish('a', 'not-applicable')
    expect(scenario.board().blocks).toEqual(['a'])
  })

  it('for a late step that is hidden by now', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [step('a', { when: { fact: 'k', is: 'yes' }, due: { within: MINUTE, from: 'reported' } })],
        { facts: [yesNo('k')] },
      ),
    )
    scenario.answer('k', 'yes')
    scenario.pass('2 min')
    scenario.answer('k', 'no')
    expect(scenario.step('a')).toMatchObject({ state: 'hidden', late: true })
    expect(scenario.move('closed')?.code).toBe('close-blocked')
    expect(scenario.explain('a')).toBeNull()
    expect(scenario.move('closed')).toBeNull()
  })

  it('else it is refused', () => {
    const scenario = timed()
    expect(scenario.explain('a')).toEqual({
      ok: false,
      code: 'no-reason-needed',
      message: {
        zh: '“步骤a”没有超时也没有跳过，无须说明',
        en: '"Step a" is neither late nor skipped: no reason is needed',
      },
    })
    scenario.finish('a')
    expect(scenario.explain('a')?.code).toBe('no-reason-needed')
  })

  it('a later reason takes the place of an earlier one; both stay in the record', () => {
    const scenario = timed()
    scenario.pass('11 min')
    scenario.explain('a', '一')
    scenario.explain('a', '二')
    expect(scenario.step('a').explained).toBe('二')
    expect(scenario.all('StepExplained').map((event) => event.reason)).toEqual(['一', '二'])
  })

  it('can be added after the incident is closed', () => {
    const scenario = timed()
    scenario.pass('11 min')
    scenario.explain('a', '一')
    scenario.finish('b')
    scenario.move('closed')
    expect(scenario.explain('a', '补充')).toBeNull()
    expect(scenario.state()).toMatchObject({
      state: 'closed',
      steps: { a: { explained: { reason: '补充' } } },
    })
  })
})

describe('what blocks closing', () => {
  it('is every required step that is unfinished and not hidden, and every missing reason, in the order of the plan', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('late', { due: { within: MINUTE, from: 'reported' } }),
          step('optional'),
          step('required', { required: true }),
          step('waits', { required: true, after: ['required'] }),
          step('unknown', { required: true, when: { fact: 'k', is: 'yes' } }),
          step('hidden', { required: true, when: { fact: 'no', is: 'yes' } }),
          step('skipped'),
        ],
        { facts: [yesNo('k'), yesNo('no')] },
      ),
    )
    scenario.answer('no', 'no')
    scenario.pass('2 min')
    scenario.finish('skipped', 'skipped')
    expect(scenario.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: ['late', 'required', 'waits', 'unknown', 'skipped'],
      message: {
        zh: '还不能结案，请先完成或说明：步骤late、步骤required、步骤waits、步骤unknown、步骤skipped',
        en: 'It cannot be closed yet. First finish these steps or give a reason: Step late; Step required; Step waits; Step unknown; Step skipped',
      },
    })
    expect(scenario.board().blocks).toEqual(['late', 'required', 'waits', 'unknown', 'skipped'])
    expect(scenario.state().state).toBe('responding')
  })

  it.each(['done', 'already-done', 'not-applicable', 'skipped'] as const)(
    'a required step that is %s, with a reason, does not',
    (outcome) => {
      const scenario = incidentAt(WORKDAY)
      scenario.activate(plan('p', [step('a', { required: true })]))
      scenario.finish('a', outcome, '有原因')
      expect(scenario.move('closed')).toBeNull()
    },
  )
})

describe('a life-safety step', () => {
  const saving = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('open', { lifeSafety: true }),
          step('accepted', { lifeSafety: true }),
          step('waits', { lifeSafety: true, after: ['open'] }),
          step('unknown', { lifeSafety: true, when: { fact: 'k', is: 'yes' } }),
          step('hidden', { lifeSafety: true, when: { fact: 'no', is: 'yes' } }),
        ],
        { facts: [yesNo('k'), yesNo('no')] },
      ),
    )
    scenario.answer('no', 'no')
    scenario.accept('accepted')
    return scenario
  }

  it('that is unfinished blocks closing, also while it waits; one that is hidden does not', () => {
    const scenario = saving()
    expect(scenario.move('closed')).toMatchObject({
      code: 'life-safety-open',
      details: ['open', 'accepted', 'waits', 'k'],
    })
    scenario.finish('open')
    scenario.finish('accepted')
    scenario.answer('k', 'no')
    expect(scenario.board().blocks).toEqual(['waits']) // it applies now
    scenario.finish('waits', 'already-done')
    expect(scenario.move('closed')).toBeNull()
  })

  it('that is not applicable needs a reason before the close, and is not refused without one', () => {
    const scenario = saving()
    expect(scenario.finish('open', 'not-applicable')).toBeNull()
    expect(scenario.step('open').needsReason).toBe(true)
    scenario.finish('accepted', 'not-applicable', '现场无人')
    scenario.finish('waits')
    scenario.answer('k', 'no')
    expect(scenario.step('accepted').needsReason).toBe(false)
    expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['open'] })
    expect(scenario.explain('open', '楼内已清空')).toBeNull()
    expect(scenario.move('closed')).toBeNull()
  })

  it('behind a question that nobody answered blocks closing: silence is no way past it', () => {
    const scenario = saving()
    for (const id of ['open', 'accepted', 'waits']) scenario.finish(id)
    expect(scenario.move('closed')).toMatchObject({ code: 'life-safety-open', details: ['k'] })
    scenario.answer('k', 'no')
    expect(scenario.move('closed')).toBeNull()
  })
})

describe('a correction', () => {
  it('opens the step again and keeps what was recorded before', () => {
    const scenario = timed()
    scenario.accept('b')
    scenario.finish('b', 'skipped', '弄错')
    expect(scenario.correct('b', '其实要做')).toBeNull()
    expect(scenario.step('b')).toMatchObject({
      state: 'open',
      acceptedBy: null,
      doneAt: null,
      reason: null,
    })
    scenario.finish('b')
    expect(scenario.all('StepFinished').map((event) => event.outcome)).toEqual(['skipped', 'done'])
    expect(scenario.all('StepCorrected')).toMatchObject([
      { stepId: 'b', reason: '其实要做', by: '周敏' },
    ])
    expect(scenario.state().steps.b?.corrections).toBe(1)
  })

  it('of an unfinished step is refused', () => {
    expect(timed().correct('b')).toEqual({
      ok: false,
      code: 'step-not-finished',
      message: {
        zh: '“步骤b”还没有完成，无须更正',
        en: '"Step b" is not finished: there is nothing to correct',
      },
    })
  })

  it('does not take lateness back, and raises its alert again', () => {
    const scenario = timed()
    scenario.pass('11 min')
    scenario.finish('a')
    expect(scenario.board().alerts).toEqual([])
    scenario.correct('a')
    expect(scenario.step('a')).toMatchObject({ state: 'open', late: true })
    expect(scenario.board().alerts).toMatchObject([{ id: 'i1.2', kind: 'late', stepId: 'a' }])
    scenario.finish('a')
    expect(scenario.step('a').late).toBe(true)
    expect(scenario.all('StepLate')).toHaveLength(1)
  })

  it('of a step done in time, after its limit: late at once', () => {
    const scenario = timed()
    scenario.pass('5 min')
    scenario.finish('a')
    scenario.pass('15 min')
    scenario.correct('a')
    expect(scenario.step('a')).toMatchObject({ state: 'open', late: true })
    expect(scenario.all('StepLate')).toMatchObject([{ stepId: 'a', lateByMs: 10 * MINUTE }])
    expect(scenario.board().alerts).toHaveLength(1)
  })

  it('before the limit lets it run on as it was', () => {
    const scenario = timed()
    const dueAt = scenario.step('a').dueAt
    scenario.finish('a')
    scenario.pass('5 min')
    scenario.correct('a')
    expect(scenario.step('a')).toMatchObject({ state: 'open', late: false, dueAt })
    scenario.pass('5 min')
    expect(scenario.step('a').late).toBe(true)
  })

  it('makes steps after it wait again, but leaves finished ones finished', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('a'), step('b', { after: ['a'] }), step('c', { after: ['a'] })]),
    )
    scenario.finish('a')
    scenario.finish('b')
    scenario.correct('a')
    expect(scenario.board().steps.map(({ state }) => state)).toEqual(['open', 'done', 'waiting'])
  })

  it('of a step whose answer has changed meanwhile hides it', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('a', { when: { fact: 'k', is: 'yes' } })], { facts: [yesNo('k')] }),
    )
    scenario.answer('k', 'yes')
    scenario.finish('a')
    scenario.answer('k', 'no')
    expect(scenario.step('a').state).toBe('done')
    scenario.correct('a')
    expect(scenario.step('a').state).toBe('hidden')
  })
})
