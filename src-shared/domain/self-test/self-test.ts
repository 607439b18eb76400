/**
 * What the daily self-test of the way from a command to the loudspeaker is: its
 * stages, what a screen answers, and what of it counts as passed.
 */
import type { WallAside, WallSign } from '../board/wall-sign.ts'

/**
 * In the order in which they are gone through. `command`: the event is on disk. `engine`: the
 * deadline engine has handed it over in time. The rest is the screen's: it heard of it over its
 * ordinary stream, its page shows the mark, the browser has painted that, the tone has a level.
 */
export const SELF_TEST_STAGES = ['command', 'engine', 'stream', 'dom', 'picture', 'tone'] as const
export type SelfTestStage = (typeof SELF_TEST_STAGES)[number]
export const SCREEN_STAGES = ['stream', 'dom', 'picture', 'tone'] as const
export type ScreenStage = (typeof SCREEN_STAGES)[number]

/**
 * `time`: the local time of day at which it is due, `10:00`. `aloud`: at the beginning of each
 * shift it is made once more, and its tone goes through to the loudspeaker.
 */
export type SelfTestSetting = { time: string; aloud: boolean }
export const USUAL_SELF_TEST: SelfTestSetting = { time: '10:00', aloud: false }

/** Why one was begun: the time of day, the beginning of a shift, one that failed, a person. */
export const SELF_TEST_REASONS = ['daily', 'shift', 'again', 'person'] as const
export type SelfTestReason = (typeof SELF_TEST_REASONS)[number]

/** `level`: of the tone before the loudspeaker, dBFS (RMS); null: nothing was to be measured. */
export type ScreenAnswer = { dom: boolean; picture: boolean; level: number | null }

/** So loud a tone is at least: the softest that the wall plays for an alert measures −14 dBFS. */
export const LEAST_LEVEL = -30

/**
 * One screen that was connected when it began. `named`: the wall of the site that it is. `failed`:
 * empty, it has passed; what comes after a stage that failed was not reached. `safe`: its plain
 * page stood there, which passes none.
 */
export type ScreenResult = {
  id: string
  named: string | null
  size: string
  failed: readonly ScreenStage[]
  level: number | null
  safe?: true
}

/**
 * One that was connected and not tested, since somebody had it show something else: nothing is
 * wrong with it, and nothing is proved of it.
 */
export type ScreenAside = Pick<ScreenResult, 'id' | 'named' | 'size'> & { why: WallAside }

/** Whether it has to answer. */
export const isTested = ({ aside }: Pick<WallSign, 'aside'>): boolean => aside === undefined

/**
 * `engineInTime`: the engine handed it over within its three seconds. `absent`: ids of the walls of
 * the site of which no screen was there. `aside`: screens that were there and not tested.
 */
export type SelfTestResult = {
  testId: string
  begunAt: number
  endedAt: number
  by: string
  reason: SelfTestReason
  aloud: boolean
  engineInTime: boolean
  screens: readonly ScreenResult[]
  absent: readonly string[]
  aside?: readonly ScreenAside[]
}

/** What a screen has failed in by its answer; null: it gave none, so nothing reached it. */
export function failedStages(answer: ScreenAnswer | null): readonly ScreenStage[] {
  if (answer === null) return ['stream']
  const { dom, picture, level } = answer
  return [
    ...(dom ? [] : (['dom'] as const)),
    ...(dom && !picture ? (['picture'] as const) : []),
    ...(level === null || level < LEAST_LEVEL ? (['tone'] as const) : []),
  ]
}

/** Every screen that was connected went through every stage, and there was one at least. */
export const hasPassed = ({
  engineInTime,
  screens,
}: Pick<SelfTestResult, 'engineInTime' | 'screens'>): boolean =>
  engineInTime && screens.length > 0 && screens.every(({ failed }) => failed.length === 0)

/** How one stage went for a screen; `unreached`: one before it failed. */
export type StageOutcome = 'passed' | 'failed' | 'unreached'

/** Stage by stage, in their order. Tone and picture do not hang on each other. */
export function outcomesOf(
  { failed }: Pick<ScreenResult, 'failed'>,
  { engineInTime }: Pick<SelfTestResult, 'engineInTime'>,
): Readonly<Record<SelfTestStage, StageOutcome>> {
  const outcome = (stage: ScreenStage, ...needed: readonly ScreenStage[]): StageOutcome => {
    if (failed.includes(stage)) return 'failed'
    return needed.some((before) => failed.includes(before)) ? 'unreached' : 'passed'
  }
  return {
    command: 'passed', // what was not saved has no result
    engine: engineInTime ? 'passed' : 'failed',
    stream: outcome('stream'),
    dom: outcome('dom', 'stream'),
    picture: outcome('picture', 'stream', 'dom'),
    tone: outcome('tone', 'stream'),
  }
}
