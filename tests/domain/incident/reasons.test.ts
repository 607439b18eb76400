/**
 * Late and skipped steps need a reason before the incident closes; a correction adds, it takes
 * nothing back (design §2, §3).
 */
import { describe, expect, it } from 'vitest'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const timed = (): Led => {
  const led = reported(WORKDAY)
  led.activate(
    plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' } }), step('b')]),
  )
  return led
}

describe('a reason is needed', () => {
  it('as soon as a step is late, and while it is not given the incident does not close', () => {
    const led = timed()
    led.pass('11 min')
    expect(led.step('a').needsReason).toBe(true)
    expect(led.board().blocks).toEqual(['a'])
    led.finish('a')
    expect(led.move('closed')).toEqual({
      ok: false,
      code: 'close-blocked',
      details: ['a'],
      message: {
        zh: '还不能结案，请先完成或说明：步骤a',
        en: 'It cannot be closed yet. Finish or explain first: Step a',
      },
    })
    led.explain('a', '路上堵车')
    expect(led.step('a')).toMatchObject({ needsReason: false, explained: '路上堵车', late: true })
    expect(led.board().blocks).toEqual([])
    expect(led.move('closed')).toBeNull()
  })

  it('for a skipped step', () => {
    const led = timed()
    led.finish('b', 'skipped')
    expect(led.board().blocks).toEqual(['b'])
    led.explain('b')
    expect(led.board().blocks).toEqual([])
  })

  it('but not again if it was said with the step itself', () => {
    const led = timed()
    led.pass('11 min')
    led.finish('a', 'done', '等钥匙')
    led.finish('b', 'skipped', '无须')
    expect(led.board().blocks).toEqual([])
  })

  it('nor for a step done in time, or not applicable', () => {
    const led = timed()
    led.finish('a')
    led.finish('b', 'not-applicable')
    expect(led.board().blocks).toEqual([])
  })

  it('for a late step that was found not to apply', () => {
    const led = timed()
    led.pass('11 min')
    led.finish('a', 'not-applicable')
    expect(led.board().blocks).toEqual(['a'])
  })

  it('also for a late step that is hidden by now', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan(
        'p',
        [step('a', { when: { fact: 'k', is: 'yes' }, due: { within: MINUTE, from: 'reported' } })],
        { facts: [yesNo('k')] },
      ),
    )
    led.answer('k', 'yes')
    led.pass('2 min')
    led.answer('k', 'no')
    expect(led.step('a')).toMatchObject({ state: 'hidden', late: true })
    expect(led.move('closed')?.code).toBe('close-blocked')
    expect(led.explain('a')).toBeNull()
    expect(led.move('closed')).toBeNull()
  })

  it('and is refused where none is needed', () => {
    const led = timed()
    expect(led.explain('a')).toEqual({
      ok: false,
      code: 'no-reason-needed',
      message: {
        zh: '“步骤a”没有超时也没有跳过，无须说明',
        en: '"Step a" is neither late nor skipped: no reason is needed',
      },
    })
    led.finish('a')
    expect(led.explain('a')?.code).toBe('no-reason-needed')
  })

  it('a later reason takes the place of an earlier one; both stay in the record', () => {
    const led = timed()
    led.pass('11 min')
    led.explain('a', '一')
    led.explain('a', '二')
    expect(led.step('a').explained).toBe('二')
    expect(led.all('StepExplained').map((event) => event.reason)).toEqual(['一', '二'])
  })

  it('can be added after the incident is closed', () => {
    const led = timed()
    led.pass('11 min')
    led.explain('a', '一')
    led.move('closed')
    expect(led.explain('a', '补充')).toBeNull()
    expect(led.state()).toMatchObject({
      state: 'closed',
      steps: { a: { explained: { reason: '补充' } } },
    })
  })
})

describe('what blocks closing', () => {
  it('is every required step that is unfinished and not hidden, and every missing reason, in the order of the plan', () => {
    const led = reported(WORKDAY)
    led.activate(
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
    led.answer('no', 'no')
    led.pass('2 min')
    led.finish('skipped', 'skipped')
    expect(led.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: ['late', 'required', 'waits', 'unknown', 'skipped'],
      message: {
        zh: '还不能结案，请先完成或说明：步骤late、步骤required、步骤waits、步骤unknown、步骤skipped',
        en: 'It cannot be closed yet. Finish or explain first: Step late; Step required; Step waits; Step unknown; Step skipped',
      },
    })
    expect(led.board().blocks).toEqual(['late', 'required', 'waits', 'unknown', 'skipped'])
    expect(led.state().state).toBe('responding')
  })

  it.each(['done', 'already-done', 'not-applicable', 'skipped'] as const)(
    'a required step that is %s, with a reason, does not',
    (outcome) => {
      const led = reported(WORKDAY)
      led.activate(plan('p', [step('a', { required: true })]))
      led.finish('a', outcome, '有原因')
      expect(led.move('closed')).toBeNull()
    },
  )
})

describe('a life-safety step', () => {
  const saving = (): Led => {
    const led = reported(WORKDAY)
    led.activate(
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
    led.answer('no', 'no')
    led.accept('accepted')
    return led
  }

  it('that is unfinished blocks closing, also while it waits; one that is hidden does not', () => {
    const led = saving()
    expect(led.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: ['open', 'accepted', 'waits', 'unknown'],
    })
    led.finish('open')
    led.finish('accepted')
    led.answer('k', 'no')
    expect(led.board().blocks).toEqual(['waits']) // it applies now
    led.finish('waits', 'already-done')
    expect(led.move('closed')).toBeNull()
  })

  it('that is not applicable needs a reason before the close, and is not refused without one', () => {
    const led = saving()
    expect(led.finish('open', 'not-applicable')).toBeNull()
    expect(led.step('open').needsReason).toBe(true)
    led.finish('accepted', 'not-applicable', '现场无人')
    led.finish('waits')
    led.answer('k', 'no')
    expect(led.step('accepted').needsReason).toBe(false)
    expect(led.move('closed')).toMatchObject({ code: 'close-blocked', details: ['open'] })
    expect(led.explain('open', '楼内已清空')).toBeNull()
    expect(led.move('closed')).toBeNull()
  })

  it('behind a question that nobody answered blocks closing: silence is no way past it', () => {
    const led = saving()
    for (const id of ['open', 'accepted', 'waits']) led.finish(id)
    expect(led.move('closed')).toMatchObject({ code: 'close-blocked', details: ['unknown'] })
    led.answer('k', 'no')
    expect(led.move('closed')).toBeNull()
  })
})

describe('a correction', () => {
  it('opens the step again and keeps what was recorded before', () => {
    const led = timed()
    led.accept('b')
    led.finish('b', 'skipped', '弄错')
    expect(led.correct('b', '其实要做')).toBeNull()
    expect(led.step('b')).toMatchObject({
      state: 'open',
      acceptedBy: null,
      doneAt: null,
      reason: null,
    })
    led.finish('b')
    expect(led.all('StepFinished').map((event) => event.outcome)).toEqual(['skipped', 'done'])
    expect(led.all('StepCorrected')).toMatchObject([
      { stepId: 'b', reason: '其实要做', by: '周敏' },
    ])
    expect(led.state().steps.b?.corrections).toBe(1)
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
    const led = timed()
    led.pass('11 min')
    led.finish('a')
    expect(led.board().alerts).toEqual([])
    led.correct('a')
    expect(led.step('a')).toMatchObject({ state: 'open', late: true })
    expect(led.board().alerts).toMatchObject([{ id: 'i1.2', kind: 'late', stepId: 'a' }])
    led.finish('a')
    expect(led.step('a').late).toBe(true)
    expect(led.all('StepLate')).toHaveLength(1)
  })

  it('of a step done in time, after its limit: late at once', () => {
    const led = timed()
    led.pass('5 min')
    led.finish('a')
    led.pass('15 min')
    led.correct('a')
    expect(led.step('a')).toMatchObject({ state: 'open', late: true })
    expect(led.all('StepLate')).toMatchObject([{ stepId: 'a', lateByMs: 10 * MINUTE }])
    expect(led.board().alerts).toHaveLength(1)
  })

  it('before the limit lets it run on as it was', () => {
    const led = timed()
    const dueAt = led.step('a').dueAt
    led.finish('a')
    led.pass('5 min')
    led.correct('a')
    expect(led.step('a')).toMatchObject({ state: 'open', late: false, dueAt })
    led.pass('5 min')
    expect(led.step('a').late).toBe(true)
  })

  it('makes steps after it wait again, but leaves finished ones finished', () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('a'), step('b', { after: ['a'] }), step('c', { after: ['a'] })]))
    led.finish('a')
    led.finish('b')
    led.correct('a')
    expect(led.board().steps.map(({ state }) => state)).toEqual(['open', 'done', 'waiting'])
  })

  it('of a step whose answer has changed meanwhile hides it', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [step('a', { when: { fact: 'k', is: 'yes' } })], { facts: [yesNo('k')] }),
    )
    led.answer('k', 'yes')
    led.finish('a')
    led.answer('k', 'no')
    expect(led.step('a').state).toBe('done')
    led.correct('a')
    expect(led.step('a').state).toBe('hidden')
  })
})
