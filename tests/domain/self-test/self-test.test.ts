/** What of a self-test counts as passed, and what its stream records. */
import { describe, expect, it, test } from 'vitest'
import { decideSelfTest, type SelfTestCommand } from '#shared/domain/self-test/decide.ts'
import {
  NO_SELF_TEST,
  type SelfTestEvent,
  type SelfTests,
} from '#shared/domain/self-test/events.ts'
import {
  failedStages,
  hasPassed,
  LEAST_LEVEL,
  outcomesOf,
  type ScreenAnswer,
  type ScreenResult,
} from '#shared/domain/self-test/self-test.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { AT, recorded, stateAfter } from '../../kit/decider.ts'

const well: ScreenAnswer = { dom: true, picture: true, level: -4 }
const screen = (answer: ScreenAnswer | null, id = 'w1'): ScreenResult => ({
  ...{ id, named: null, size: '1920x1080@1', failed: failedStages(answer) },
  level: answer?.level ?? null,
})

describe('a screen', () => {
  test.each<[string, ScreenAnswer | null, readonly string[]]>([
    ['answers well', well, []],
    ['gives no answer', null, ['stream']],
    ['does not show the mark', { ...well, dom: false }, ['dom']],
    ['shows neither mark nor picture', { ...well, dom: false, picture: false }, ['dom']],
    ['has not painted it', { ...well, picture: false }, ['picture']],
    ['has no tone', { ...well, level: null }, ['tone']],
    ['has a tone too soft to be one', { ...well, level: LEAST_LEVEL - 0.1 }, ['tone']],
    ['has a tone that just is one', { ...well, level: LEAST_LEVEL }, []],
    ['neither shows nor sounds', { dom: false, picture: false, level: null }, ['dom', 'tone']],
  ])('that %s has failed in %j', (_case, answer, expected) => {
    expect(failedStages(answer)).toEqual(expected)
  })

  it('is ticked stage by stage; what comes after one that failed was not reached', () => {
    const ticks = (answer: ScreenAnswer | null, engineInTime = true) =>
      Object.values(outcomesOf(screen(answer), { engineInTime }))
    expect(ticks(well)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed', 'passed'])
    expect(ticks({ ...well, dom: false })).toEqual([
      ...['passed', 'passed', 'passed', 'failed', 'unreached', 'passed'],
    ])
    expect(ticks(null, false)).toEqual([
      ...['passed', 'failed', 'failed', 'unreached', 'unreached', 'unreached'],
    ])
  })
})

test('it is passed when every screen that was there was reached in all, one at least, and in time', () => {
  const of = (...screens: readonly ScreenResult[]) => ({ engineInTime: true, screens })
  expect(hasPassed(of(screen(well), screen(well, 'w2')))).toBe(true)
  expect(hasPassed(of(screen(well), screen(null, 'w2')))).toBe(false)
  expect(hasPassed(of())).toBe(false)
  expect(hasPassed({ engineInTime: false, screens: [screen(well)] })).toBe(false)
})

const BEGIN: SelfTestCommand = {
  ...{ type: 'BeginSelfTest', testId: 't1', reason: 'daily', aloud: false },
}
const END: SelfTestCommand = {
  ...{ type: 'EndSelfTest', testId: 't1', engineInTime: true, screens: [screen(well)], absent: [] },
}
const began: SelfTestEvent = { ...BEGIN, type: 'SelfTestBegun' } as SelfTestEvent
const ended: SelfTestEvent = { ...END, type: 'SelfTestEnded' } as SelfTestEvent
const after = (...events: readonly SelfTestEvent[]): SelfTests =>
  stateAfter(stationStream, ...events).selfTests ?? NO_SELF_TEST
const QUIET = { isHeldBack: false, screens: 1, isRunning: false }

describe('its events', () => {
  it('given nothing is wrong, when it begins, then one event is written, on the stream of the station', () => {
    expect(decideSelfTest(after(), BEGIN, QUIET)).toEqual(recorded(began))
  })

  it('given one is under way, when another is begun, then nothing follows', () => {
    expect(decideSelfTest(after(began), BEGIN, { ...QUIET, isRunning: true })).toEqual(recorded())
  })

  test.each([
    ['an incident is not contained', { isHeldBack: true }, 'self-test-held-back'],
    ['no wall is connected', { screens: 0 }, 'no-wall-connected'],
  ])('given %s, then it is refused', (_case, world, code) => {
    expect(decideSelfTest(after(), BEGIN, { ...QUIET, ...world })).toMatchObject({
      ...{ ok: false, code },
    })
  })

  it('given it began, when it ends, then its result stands until the next one', () => {
    expect(decideSelfTest(after(began), END, QUIET)).toEqual(recorded(ended))
    expect(after(began, ended).last).toMatchObject({
      ...{ testId: 't1', begunAt: AT - 120_000, endedAt: AT - 60_000, reason: 'daily' },
    })
    expect(after(began, ended, { ...began, testId: 't2' } as SelfTestEvent).last?.testId).toBe('t1')
  })

  it('given it has ended, or another began since, when it ends again, then nothing follows', () => {
    expect(decideSelfTest(after(began, ended), END, QUIET)).toEqual(recorded())
    const later = { ...began, testId: 't2' } as SelfTestEvent
    expect(decideSelfTest(after(began, later), END, QUIET)).toEqual(recorded())
    expect(after(later, ended).last).toBeNull()
  })

  it('given it was heard, then it is known when, also after silent ones', () => {
    const aloud = { ...began, aloud: true } as SelfTestEvent
    expect(after(aloud, ended).aloudAt).toBe(AT - 60_000)
    const silent = [
      { ...began, testId: 't2' },
      { ...ended, testId: 't2' },
    ] as SelfTestEvent[]
    expect(after(aloud, ended, ...silent).aloudAt).toBe(AT - 180_000)
  })

  it('given a time is set, then it holds; setting it again is nothing, as is the usual one', () => {
    const set = (time: string, aloud: boolean) => ({ type: 'SetSelfTest', time, aloud }) as const
    expect(decideSelfTest(after(), set('10:00', false), QUIET)).toEqual(recorded())
    const late: SelfTestEvent = { type: 'SelfTestSet', time: '22:00', aloud: true }
    expect(decideSelfTest(after(), set('22:00', true), QUIET)).toEqual(recorded(late))
    expect(decideSelfTest(after(late), set('22:00', true), QUIET)).toEqual(recorded())
    expect(after(late, began, ended).setting).toEqual({ time: '22:00', aloud: true })
  })

  it('given screens were there and not tested, then its result says so, and has its form', () => {
    const aside = [{ id: 'w2', named: null, size: '', why: 'replay' as const }]
    const tests = after(began, { ...ended, aside } as SelfTestEvent)
    expect(tests.last).toMatchObject({ aside })
    expect(stationStream.documents['self-test'].hasForm(tests, 'station')).toBe(true)
    expect(after(began, ended).last).not.toHaveProperty('aside')
  })

  it('its document has its form, whole, and none with a field too many', () => {
    const { hasForm } = stationStream.documents['self-test']
    const body = JSON.parse(JSON.stringify(after(began, ended))) as object
    expect(hasForm(body, 'station')).toBe(true)
    expect(hasForm({ ...body, more: 1 }, 'station')).toBe(false)
  })
})
