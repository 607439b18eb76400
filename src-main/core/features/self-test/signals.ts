/** The handler that takes what a wall answers to the self-test: its own and no other's. */
import type { SignalHandler } from '../handler.ts'

const answerSelfTest: SignalHandler<'wall/self-test'> = (
  { wallId, testId, dom, picture, level },
  { screens, selfTestRun, session },
) => {
  if (screens.isOf(wallId, session ?? wallId))
    selfTestRun.answer(testId, wallId, { dom, picture, level })
  return {}
}

export const selfTestSignals = { 'wall/self-test': answerSelfTest }
