/** Tests what the board says of each step: its own words, its clause, its people, its limit. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { CALENDAR, HOLIDAY, UNPUBLISHED_DAY, WORKDAY } from '../../kit/days.ts'

describe('a step on the board', () => {
  it('shows its limit with id, chapter and our paraphrase of the clause', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('a', { clause: 'S09-77', due: { within: 3 * MINUTE, from: 'reported' } })], {
        clauses: [
          {
            id: 'S09-77',
            chapter: localized('五（二）', 'Part 5 (2)'),
            says: localized('三分钟内上报', 'Report within three minutes'),
          },
        ],
      }),
    )
    expect(scenario.step('a')).toMatchObject({
      planId: 'p',
      clause: 'S09-77',
      chapter: { zh: '五（二）', en: 'Part 5 (2)' },
      says: { zh: '三分钟内上报', en: 'Report within three minutes' },
      startedAt: scenario.now(),
      dueAt: scenario.now() + 3 * MINUTE,
    })
  })

  it('shows what it asks for: calls, words, materials, list, marks', () => {
    const part = {
      stage: 'inform',
      urgency: 'immediate',
      lifeSafety: true,
      required: true,
      prohibits: true,
      proposed: true,
      calls: [{ number: '119', who: localized('消防', 'Fire') }],
      say: localized('快来', 'Come'),
      materials: [localized('灭火器', 'Extinguisher')],
      list: { of: localized('楼层', 'Floors'), order: localized('逐层', 'One by one') },
    } as const
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a', part)]))
    expect(scenario.step('a')).toMatchObject(part)
  })

  it('names its post, and the people on duty there if a roster exists', () => {
    const owned = plan('p', [step('a', { role: 'head' })])
    const without = incidentAt(WORKDAY)
    without.activate(owned)
    expect(without.step('a')).toMatchObject({
      roleId: 'head',
      role: { zh: '岗位head', en: 'Post head' },
      people: [],
    })
    const withRoster = incidentAt(WORKDAY, { roster: { head: ['赵勇', '孙丽'], desk: ['王芳'] } })
    withRoster.activate(owned)
    expect(withRoster.step('a').people).toEqual(['赵勇', '孙丽'])
  })

  it('names a unit outside that is filed under its own name once', () => {
    const owned = plan('p', [step('a', { role: 'head' })])
    const roster = { head: ['岗位head', '云小丁'] }
    const scenario = incidentAt(WORKDAY, { roster })
    scenario.activate(owned)
    expect(scenario.step('a')).toMatchObject({ role: { zh: '岗位head' }, people: ['云小丁'] })
  })

  it('says how the calendar was judged, and whether the year was published', () => {
    for (const [at, day, unpublished] of [
      [WORKDAY, 'workday', false],
      [HOLIDAY, 'holiday', false],
      [UNPUBLISHED_DAY, 'holiday', true],
    ] as const) {
      const scenario = incidentAt(at, { calendar: CALENDAR })
      scenario.activate(
        plan('p', [
          step('a', {
            due: { within: { workday: MINUTE, holiday: 2 * MINUTE }, from: 'reported' },
          }),
        ]),
      )
      expect(scenario.step('a')).toMatchObject({ day, unpublished })
    }
  })

  it("keeps the order of the plans, and within a plan the plan's own", () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('z'), step('a')]))
    scenario.activate(plan('q', [step('m')]))
    expect(scenario.board().steps.map(({ id }) => id)).toEqual(['z', 'a', 'm'])
  })
})

it('a reason said with an acceptance is kept, shown until the step is finished, and is no excuse for lateness', () => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan('p', [step('a', { due: { within: MINUTE, from: 'reported' } }), step('b')]),
  )
  scenario.accept('a', '等电工')
  scenario.accept('b')
  expect(scenario.all('StepAccepted')).toMatchObject([
    { stepId: 'a', reason: '等电工' },
    { stepId: 'b' },
  ])
  expect(scenario.all('StepAccepted')[1]).not.toHaveProperty('reason') // as in records from before
  scenario.pass('2 min')
  expect(scenario.step('a')).toMatchObject({
    state: 'accepted',
    reason: '等电工',
    needsReason: true,
  })
  expect(scenario.step('b').reason).toBeNull()
  scenario.finish('a')
  expect(scenario.step('a').reason).toBeNull()
})

describe("a countdown needs only the station's now", () => {
  it('a step is late on the board from dueAt on, also before the ticker has recorded it', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a', { due: { within: MINUTE, from: 'reported' } })]))
    scenario.setClock(MINUTE - 1)
    expect(scenario.step('a')).toMatchObject({ late: false, needsReason: false })
    scenario.setClock(1)
    expect(scenario.step('a')).toMatchObject({ late: true, needsReason: true })
  })
})

describe('a limit whose anchor has not happened', () => {
  const scenario = (): ReturnType<typeof incidentAt> => {
    const fresh = incidentAt(WORKDAY)
    fresh.activate(
      plan('p', [
        step('anchor'),
        step('timed', { due: { within: MINUTE, from: { step: 'anchor' } } }),
        step('waits', { after: ['timed'], due: { within: MINUTE, from: { step: 'timed' } } }),
        step('plain'),
      ]),
    )
    return fresh
  }
  const pending = (scenario: ReturnType<typeof incidentAt>): string[] =>
    scenario
      .board()
      .steps.filter((each) => each.pending)
      .map(({ id }) => id)

  it('is pending while its step is open or accepted: no clock yet, and not the same as no limit', () => {
    const running = scenario()
    expect(pending(running)).toEqual(['timed'])
    expect(running.step('timed')).toMatchObject({ state: 'open', startedAt: null, dueAt: null })
    running.accept('timed')
    expect(pending(running)).toEqual(['timed'])
  })

  it('is pending no more once it has started, or once its step is finished without it', () => {
    const [started, finished] = [scenario(), scenario()]
    started.finish('anchor')
    expect(pending(started)).toEqual([])
    expect(started.step('timed').dueAt).toBe(started.now() + MINUTE)
    finished.finish('timed', 'skipped', '不用')
    expect(pending(finished)).toEqual(['waits'])
  })
})
