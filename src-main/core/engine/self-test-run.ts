/**
 * Holds the self-test that is under way: what the beat brings to every screen, and what the screens
 * that were connected have answered. It writes nothing.
 */
import type { ShownSelfTest } from '#shared/domain/board/push.ts'
import type { WallSign } from '#shared/domain/board/wall-sign.ts'
import {
  failedStages,
  isTested,
  type ScreenAnswer,
  type ScreenAside,
  type ScreenResult,
} from '#shared/domain/self-test/self-test.ts'

type Running = ShownSelfTest & {
  screens: readonly WallSign[]
  aside: readonly ScreenAside[]
  answers: Map<string, ScreenAnswer>
  isShown: boolean
}

export type SelfTestRun = {
  /** `screens`: those that are connected. Nothing is shown yet. */
  begin: (test: ShownSelfTest, screens: readonly WallSign[]) => void
  /** From now on every beat brings it. */
  show: () => void
  /** What the beat brings; null: nothing is tested. */
  shown: () => ShownSelfTest | null
  /** The id of what is under way, shown or not. */
  running: () => string | null
  /** The first answer of a screen to this test counts; any other is nobody's. */
  answer: (testId: string, wallId: string, answer: ScreenAnswer) => void
  /** Heard once the last screen has answered. */
  onAnswered: (listener: () => void) => void
  /** Of each screen that had to answer; empty while nothing is under way. */
  results: () => readonly ScreenResult[]
  /** Those that were connected when it began and show something else. */
  aside: () => readonly ScreenAside[]
  end: () => void
}

export function createSelfTestRun(): SelfTestRun {
  let current: Running | null = null
  let answered: () => void = () => undefined

  return {
    begin({ testId, aloud }, connected) {
      const aside = connected.flatMap(({ id, named = null, size, aside: why }) =>
        why ? [{ id, named, size, why }] : [],
      )
      const screens = connected.filter(isTested)
      current = { testId, aloud, screens, aside, answers: new Map(), isShown: false }
    },
    show() {
      if (current) current.isShown = true
    },
    shown: () => (current?.isShown ? { testId: current.testId, aloud: current.aloud } : null),
    running: () => current?.testId ?? null,
    answer(testId, wallId, answer) {
      if (!current?.isShown || current.testId !== testId) return
      const { screens, answers } = current
      if (!screens.some(({ id }) => id === wallId) || answers.has(wallId)) return
      answers.set(wallId, answer)
      if (answers.size === screens.length) answered()
    },
    onAnswered(listener) {
      answered = listener
    },
    results: () =>
      (current?.screens ?? []).map(({ id, named = null, size, safe }) => {
        const answer = current?.answers.get(id) ?? null
        const [failed, level] = [failedStages(answer), answer?.level ?? null]
        return { id, named, size, failed, level, ...(safe ? { safe } : {}) }
      }),
    aside: () => current?.aside ?? [],
    end() {
      current = null
    },
  }
}
