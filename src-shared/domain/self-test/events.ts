/** What the stream of the station records of self-tests, and what follows from it. */
import type { Recorded } from '../decision.ts'
import { WALL_ASIDES } from '../board/wall-sign.ts'
import * as is from '../form.ts'
import {
  SCREEN_STAGES,
  SELF_TEST_REASONS,
  type ScreenAside,
  type ScreenResult,
  type SelfTestReason,
  type SelfTestResult,
  type SelfTestSetting,
} from './self-test.ts'

/** The one event that the command under test writes: it goes the way that is tested. */
export type SelfTestBegun = {
  type: 'SelfTestBegun'
  testId: string
  reason: SelfTestReason
  aloud: boolean
}
/**
 * What came of it. `screens`: those that were connected; `absent`: walls of which none was;
 * `aside`: those that showed something else, if any.
 */
export type SelfTestEnded = {
  type: 'SelfTestEnded'
  testId: string
  engineInTime: boolean
  screens: readonly ScreenResult[]
  absent: readonly string[]
  aside?: readonly ScreenAside[]
}
export type SelfTestSet = { type: 'SelfTestSet' } & SelfTestSetting
export type SelfTestEvent = SelfTestBegun | SelfTestEnded | SelfTestSet

type Begun = Pick<SelfTestResult, 'testId' | 'begunAt' | 'by' | 'reason' | 'aloud'>

/**
 * `setting`: null while nobody has set one. `begun`: the latest, ended or not. `aloudAt`: when one
 * was heard last, UTC ms.
 */
export type SelfTests = {
  setting: SelfTestSetting | null
  begun: Begun | null
  last: SelfTestResult | null
  aloudAt: number | null
}

export const NO_SELF_TEST: SelfTests = { setting: null, begun: null, last: null, aloudAt: null }

/** What one event leaves of it; the end of one that did not begin changes nothing. */
export function selfTestsAfter(
  before: SelfTests | null,
  event: Recorded<SelfTestEvent>,
): SelfTests {
  const tests = before ?? NO_SELF_TEST
  switch (event.type) {
    case 'SelfTestSet':
      return { ...tests, setting: { time: event.time, aloud: event.aloud } }
    case 'SelfTestBegun': {
      const { testId, reason, aloud, at, by } = event
      return { ...tests, begun: { testId, begunAt: at, by, reason, aloud } }
    }
    case 'SelfTestEnded': {
      const { testId, engineInTime, screens, absent, aside, at } = event
      if (tests.begun?.testId !== testId) return tests
      const result = { endedAt: at, engineInTime, screens, absent, ...(aside ? { aside } : {}) }
      const last = { ...tests.begun, ...result }
      return { ...tests, last, aloudAt: last.aloud ? at : tests.aloudAt }
    }
  }
}

type Written = { type: string; body: unknown }

/**
 * The events that the state still stands on, in their order: an emergency record takes no more of
 * the years along. `tests`: after all of them. One that did not come to an end is made again.
 */
export function standingSelfTests<E extends Written & { at: number }>(
  events: readonly E[],
  { last, aloudAt }: SelfTests,
): readonly E[] {
  const idOf = ({ body }: Written): string => (body as { testId?: string }).testId ?? ''
  const ended = events.filter(({ type }) => type === 'SelfTestEnded')
  const aloud = ended.findLast(({ at }) => at === aloudAt)
  const ids = new Set([...(last ? [last.testId] : []), ...(aloud ? [idOf(aloud)] : [])])
  const lastSet = events.findLastIndex(({ type }) => type === 'SelfTestSet')
  return events.filter(
    (event, index) =>
      index === lastSet ||
      ((event.type === 'SelfTestBegun' || event.type === 'SelfTestEnded') && ids.has(idOf(event))),
  )
}

const begun = {
  testId: is.words,
  begunAt: is.number,
  by: is.words,
  reason: is.oneOf(SELF_TEST_REASONS),
  aloud: is.flag,
}

export const hasFormOfSelfTests = is.fields<SelfTests>({
  setting: is.orNull(is.fields<SelfTestSetting>({ time: is.words, aloud: is.flag })),
  begun: is.orNull(is.fields<Begun>(begun)),
  last: is.orNull(
    is.fields<SelfTestResult>({
      ...begun,
      endedAt: is.number,
      engineInTime: is.flag,
      screens: is.list(
        is.fields<ScreenResult>({
          id: is.words,
          named: is.orNull(is.words),
          size: is.words,
          failed: is.list(is.oneOf(SCREEN_STAGES)),
          level: is.orNull(is.number),
          safe: is.maybe(is.flag),
        }),
      ),
      absent: is.list(is.words),
      aside: is.maybe(
        is.list(
          is.fields<ScreenAside>({
            id: is.words,
            named: is.orNull(is.words),
            size: is.words,
            why: is.oneOf(WALL_ASIDES),
          }),
        ),
      ),
    }),
  ),
  aloudAt: is.orNull(is.number),
})
