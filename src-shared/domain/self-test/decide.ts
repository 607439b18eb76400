/** Decides whether a self-test may begin now, what is recorded of its end, and when it is made. */
import { isSame } from '../canonical.ts'
import { accept, refuse, unreachable, type Decision, type Refusal } from '../decision.ts'
import { localized } from '../text.ts'
import type { SelfTestEnded, SelfTestEvent, SelfTests } from './events.ts'
import { USUAL_SELF_TEST, type SelfTestReason, type SelfTestSetting } from './self-test.ts'

export type BeginSelfTest = {
  type: 'BeginSelfTest'
  testId: string
  reason: SelfTestReason
  aloud: boolean
}
export type EndSelfTest = { type: 'EndSelfTest' } & Omit<SelfTestEnded, 'type'>
export type SetSelfTest = { type: 'SetSelfTest' } & SelfTestSetting
export type SelfTestCommand = BeginSelfTest | EndSelfTest | SetSelfTest

/**
 * `isHeldBack`: something that people are busy with runs. `screens`: how many can be tested.
 * `isRunning`: one is under way.
 */
export type SelfTestWorld = { isHeldBack: boolean; screens: number; isRunning: boolean }

const heldBack = (): Refusal =>
  refuse(
    'self-test-held-back',
    localized(
      '有事件还没控制，或有红色、橙色预警，先不自检；结束后自动补做',
      'An incident is not contained yet, or a red or orange warning is in force: no self-test now; it is made by itself afterwards',
    ),
  )
const nothingConnected = (): Refusal =>
  refuse(
    'no-wall-connected',
    localized(
      '没有大屏在线，没有可自检的屏；正在回放或量尺寸的不测',
      'No wall is connected: there is no screen to test; one with a replay or being measured is not tested',
    ),
  )

/**
 * Nothing follows from beginning one while one is under way, from the end of another, or from
 * setting what is set. Refuses `self-test-held-back` and `no-wall-connected`.
 */
export function decideSelfTest(
  tests: SelfTests,
  command: SelfTestCommand,
  { isHeldBack, screens, isRunning }: SelfTestWorld,
): Decision<SelfTestEvent> {
  switch (command.type) {
    case 'BeginSelfTest': {
      if (isRunning) return accept()
      if (isHeldBack) return heldBack()
      if (screens === 0) return nothingConnected()
      const { testId, reason, aloud } = command
      return accept({ type: 'SelfTestBegun', testId, reason, aloud })
    }
    case 'EndSelfTest':
      return tests.begun?.testId === command.testId && tests.last?.testId !== command.testId
        ? accept({ ...command, type: 'SelfTestEnded' })
        : accept()
    case 'SetSelfTest': {
      const { time, aloud } = command
      const setting = { time, aloud }
      return isSame(setting, tests.setting ?? USUAL_SELF_TEST)
        ? accept()
        : accept({ type: 'SelfTestSet', ...setting })
    }
    default:
      return unreachable(command)
  }
}
