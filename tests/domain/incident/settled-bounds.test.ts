/** What is kept, archived and moved back, at the very instant, of one and of several. */
import { describe, expect, it } from 'vitest'
import { ARCHIVE_DEFAULT_DAYS, ARCHIVE_RANGE } from '#shared/domain/archiving/days.ts'
import { decideArchiving } from '#shared/domain/archiving/decide.ts'
import { drawIncident } from '#shared/domain/board/board.ts'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import { isDiscreetPlan } from '#shared/domain/incident/record/discreet.ts'
import { badValue } from '#shared/domain/incident/record/refusals.ts'
import { casualtiesOver } from '#shared/domain/incident/record/select.ts'
import { archivedAt, openAtArchive } from '#shared/domain/incident/rules/archiving.ts'
import { retainUntil } from '#shared/domain/incident/rules/evidence.ts'
import { lastMoveInto } from '#shared/domain/incident/rules/move-back.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { choice, HOUR, MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { led } from '../../kit/journalled.ts'
import { WORKDAY } from '../../kit/days.ts'

const START = Date.parse(WORKDAY)
const reason = { sealed: 'why' }

describe('evidence', () => {
  const video = { what: '录像', kind: 'video', place: '监控室', keepUntil: null } as const
  const lossy = plan('p', [
    step('cut', { evidence: { what: localized('监控', 'Video'), keepDays: 40 } }),
  ])
  const finish = (
    scenario: Scenario,
    evidence: NonNullable<Extract<IncidentCommand, { type: 'FinishStep' }>['evidence']>,
  ) =>
    scenario.send({
      ...{ type: 'FinishStep', stepId: 'cut', outcome: 'done', doneAt: null, onBehalfOf: null },
      ...{ reason: null, evidence },
    })

  it('of one step is numbered on from what is there', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(lossy)
    scenario.send({
      type: 'RecordEvidence',
      ...video,
      keeper: null,
      stepId: null,
    } as IncidentCommand)
    expect(
      finish(scenario, [video, { ...video, what: '照片', keepUntil: START + 60 * DAY_MS }]),
    ).toBeNull()
    expect(
      scenario
        .all('EvidenceRecorded')
        .map(({ evidenceId, what, keepDays, keepUntil }) => [
          ...[evidenceId, what, keepDays, keepUntil],
        ]),
    ).toEqual([
      ['1', '录像', 30, undefined],
      ['2', '录像', 40, undefined],
      ['3', '照片', 40, START + 60 * DAY_MS],
    ])
  })

  it('is kept to the latest of the end, its own instant and its days', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.move('closed', '已处理')
    const until = (keepDays: number, keepUntil?: number) =>
      retainUntil(scenario.state(), { keepDays, ...(keepUntil === undefined ? {} : { keepUntil }) })
    expect([until(0), until(1), until(-1)]).toEqual([START, START + DAY_MS, START])
    expect([until(1, START + DAY_MS + 1), until(1, START)]).toEqual([
      ...[START + DAY_MS + 1, START + DAY_MS],
    ])
  })

  it('is archived with its last end, and by what was done last in it', () => {
    const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS, archiveAfterDays: 10 })
    scenario.activate(lossy)
    finish(scenario, [
      { ...video, keepUntil: START + 60 * DAY_MS },
      { ...video, keepUntil: START + 90 * DAY_MS },
      { ...video, keepUntil: START + 50 * DAY_MS },
    ])
    scenario.move('closed')
    expect(openAtArchive(scenario.state(), scenario.world).keptUntil).toBe(START + 90 * DAY_MS)
    expect(archivedAt(scenario.state(), scenario.world)).toBe(START + 90 * DAY_MS)
  })

  it('of another step does not stand for that of a step', () => {
    const evidence = { what: localized('监控', 'Video'), keepDays: 1 }
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('cut', { evidence }), step('b', { evidence })]))
    const missing = () => ['cut', 'b'].filter((id) => scenario.step(id).unregistered)
    expect(missing()).toEqual([])
    finish(scenario, [video])
    expect(missing()).toEqual([])
    scenario.finish('b')
    expect(missing()).toEqual(['b'])
  })

  it.each<[string, IncidentCommand]>([
    ['an amended report', { type: 'AmendReport', reason, place: '天台' }],
    [
      'people',
      { type: 'AssessIncident', casualties: { dead: 0 }, loss: null, severity: null, reason: null },
    ],
    ['an impact', { type: 'RecordImpact', impact: { staff: 0 }, reason: null }],
  ])('counts the days anew from %s', (_, command) => {
    const scenario = incidentAt(WORKDAY, { archiveAfterDays: 10 })
    scenario.move('closed', '已处理')
    scenario.pass('3 d')
    expect(archivedAt(scenario.state(), scenario.world)).toBe(START + 10 * DAY_MS)
    expect(scenario.send(command)).toBeNull()
    expect(archivedAt(scenario.state(), scenario.world)).toBe(START + 13 * DAY_MS)
  })
})

it('days before archiving are whole, and from the lowest to the highest', () => {
  const [lowest, highest] = ARCHIVE_RANGE
  const set = (days: number) => decideArchiving(null, { type: 'SetArchiving', days, reason })
  for (const days of [lowest - 1, highest + 1, lowest + 0.5, Number.NaN])
    expect(set(days)).toMatchObject({ ok: false, code: 'bad-input', details: ['days'] })
  for (const days of [lowest, highest, lowest + 1])
    expect(set(days)).toEqual({
      ok: true,
      events: days === ARCHIVE_DEFAULT_DAYS ? [] : [{ type: 'ArchivingSet', days, reason }],
    })
})

describe('a move that is taken back', () => {
  const response = plan('p', [
    step('by hand'),
    step('left', { due: { within: HOUR, from: 'reported' } }),
    step('also left'),
  ])
  const begin = () => {
    const scenario = incidentAt(WORKDAY)
    const course = led(scenario)
    course.run('start', () => scenario.activate(response))
    return { scenario, ...course }
  }

  it('brings back what it left out, and nothing that a person or another command did at that instant', () => {
    const { scenario, run, events } = begin()
    run('finish', () => scenario.finish('by hand'))
    run('move', () => scenario.move('falseReport', '误触'))
    const last = lastMoveInto('falseReport', events())
    expect(last).toEqual({ from: 'responding', at: START, left: ['left', 'also left'] })
    // the same events, of which one finish is another command's, another instant's, or no finish
    const changed = (part: object) =>
      lastMoveInto(
        'falseReport',
        events().map((event) =>
          event.type === 'StepFinished' && event.stepId === 'left' ? { ...event, ...part } : event,
        ),
      )?.left
    expect(changed({ commandId: 'another' })).toEqual(['also left'])
    expect(changed({ at: START + 1 })).toEqual(['also left'])
    expect(changed({ automatic: undefined })).toEqual(['also left'])
    expect(changed({ type: 'StepAccepted' })).toEqual(['also left'])
  })

  it('is only one that a person made, into the state that it is in now', () => {
    const { scenario, run, events } = begin()
    const back = () =>
      scenario.send({
        type: 'MoveBack',
        last: lastMoveInto(scenario.state().state, events()),
        reason,
      })
    expect(back()?.code).toBe('bad-move')
    run('move', () => scenario.move('contained'))
    const last = lastMoveInto('contained', events())
    expect(scenario.send({ type: 'MoveBack', last: null, reason })?.code).toBe('bad-move')
    expect(lastMoveInto('lifted', events())).toBeNull()
    expect(back()).toBeNull()
    // a move is named, but the state is none that people move to
    expect(scenario.send({ type: 'MoveBack', last, reason })?.code).toBe('bad-move')
  })

  it('opens no step that was finished again since', () => {
    const { scenario, run, events } = begin()
    run('move', () => scenario.move('contained'))
    const at = scenario.now()
    scenario.pass('1 min')
    run('finish', () => scenario.finish('left'))
    const last = { from: 'responding', at, left: ['left', 'by hand'] } as const
    expect(events().length).toBeGreaterThan(0)
    expect(scenario.send({ type: 'MoveBack', last, reason })).toBeNull()
    expect(scenario.all('IncidentMovedBack').at(-1)).toMatchObject({ reopened: [], forgets: true })
  })
})

describe('how many are hurt, against a bound', () => {
  it.each([
    [{ dead: 1 }, 'dead', 0, [], true],
    [{ dead: 1 }, 'dead', 1, [], false],
    [{ dead: 0 }, 'dead', 0, [], false],
    [{}, 'dead', 0, [], null],
    [{}, 'dead', 0, ['dead'], true], // at least one
    [{}, 'dead', 1, ['dead'], null],
    [{ dead: 2 }, 'dead', 1, ['dead'], true],
    [{ dead: 1, serious: 1, minor: 1 }, 'hurt', 2, [], true],
    [{ dead: 1, serious: 1, minor: 1 }, 'hurt', 3, [], false],
    [{ dead: 1, serious: 1 }, 'hurt', 1, [], true],
    [{ dead: 1, serious: 1 }, 'hurt', 2, [], null],
    [{ dead: 1, serious: 1 }, 'hurt', 2, ['minor'], true],
    [{ dead: 1, serious: 1 }, 'hurt', 3, ['minor'], null],
    [{ dead: 0, serious: 0, minor: 0 }, 'hurt', 0, ['minor'], true],
  ] as const)('%j: %s over %d, at least one of %j: %s', (counts, of, bound, least, over) => {
    expect(casualtiesOver(counts, of, bound, least)).toBe(over)
  })
})

it('a plan is discreet where a type is, and none of several others is a danger', () => {
  const types = [
    { code: 'robbery', discreet: true },
    { code: 'fire', danger: true },
    { code: 'water' },
  ]
  const isOne = (...codes: readonly string[]) => isDiscreetPlan({ types: codes }, types)
  expect([isOne(), isOne('water'), isOne('robbery'), isOne('robbery', 'water')]).toEqual([
    ...[false, false, true, true],
  ])
  expect([isOne('robbery', 'water', 'fire'), isOne('robbery', 'fire', 'water')]).toEqual([
    ...[false, false],
  ])
})

it('an answer that does not fit is told what fits', () => {
  expect(badValue(['yes']).message.en).toBe('The answer must be one of: yes')
  expect(badValue(['yes', 'no']).message.zh).toBe('答案只能是：yes、no')
  expect(badValue([]).message.en).not.toContain('one of')
  expect(badValue([], 7).message.en).toContain('7')
})

it('of several limits by the calendar the question shows the day of the one that started last', () => {
  const DAY = 24 * HOUR
  const friday = '2026-11-27T22:00:00+08:00'
  const by = (of: string) => ({
    due: { within: { workday: MINUTE, holiday: 2 * MINUTE }, from: { step: of } },
  })
  const scenario = incidentAt(friday)
  // listed against the order in which they start
  scenario.activate(
    plan('p', [step('c', by('b')), step('b', by('a')), step('a')], {
      facts: [choice('day', ['workday', 'holiday'], { kind: 'calendar' })],
    }),
  )
  const shown = () => scenario.board().facts[0]?.value
  expect(shown()).toBe('workday')
  scenario.pass('3 h') // Saturday
  scenario.finish('a')
  expect(shown()).toBe('holiday')
  scenario.setClock(Date.parse(friday) + 2.5 * DAY) // Monday
  scenario.finish('b', 'done', '周末')
  expect(shown()).toBe('workday')
})

it('an incident without a type is a danger where one of the types of its plans is', () => {
  const danger = (...types: readonly string[]) => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a')], { types }))
    return drawIncident(scenario.state(), {
      ...{ world: scenario.world, now: START, open: () => null, typeName: () => null },
      ...{ types: () => [], isDanger: (code) => code === 'fire', numberOf: () => undefined },
    }).danger
  }
  expect([danger(), danger('water'), danger('fire')]).toEqual([false, false, true])
  expect([danger('fire', 'water'), danger('water', 'fire')]).toEqual([true, true])
})
