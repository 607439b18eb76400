/**
 * What a key means: what stood on the screen when a person decided to press it. A change needs
 * 0.8 s to be read; before that a key means what stood there earlier. What this desk's own last
 * command has led to is expected, and may be acted on as soon as it is painted. Instants are those
 * of events, in ms.
 */
export const READ_MS = 800

export type Meant<T> = {
  target: T | null
  /** It stands there now; else something else has taken its place too short a time ago. */
  isShown: boolean
}

export type KeyTarget<T> = {
  /** Something else stands there; nobody can mean it before it is painted. */
  changed: (target: T | null) => void
  /** The last change has been painted. */
  painted: (at: number) => void
  /** The last change is what this desk's command has led to; may be known after it is painted. */
  expected: () => void
  meant: (pressedAt: number) => Meant<T>
}

type View<T> = { target: T | null; paintedAt: number; expected: boolean }

const steadyAt = <T>({ paintedAt, expected }: View<T>): number =>
  expected ? paintedAt : paintedAt + READ_MS

export function keyTarget<T>(): KeyTarget<T> {
  // oldest first; what nobody can mean any more is dropped
  let views: readonly View<T>[] = [
    { target: null, paintedAt: Number.NEGATIVE_INFINITY, expected: true },
  ]
  const mend = (part: Partial<View<T>>): void => {
    views = views.map((view, index) => (index === views.length - 1 ? { ...view, ...part } : view))
  }
  /** Those that stood there long enough to be read, by `at`, before something took their place. */
  const readable = (at: number): readonly View<T>[] =>
    views.filter((view, index) => steadyAt(view) <= Math.min(at, views[index + 1]?.paintedAt ?? at))
  return {
    changed(target) {
      views = [...views, { target, paintedAt: Number.POSITIVE_INFINITY, expected: false }]
    },
    painted(at) {
      mend({ paintedAt: at })
      // a press that is heard now may be older than this picture
      const oldest = readable(at).at(-2)
      if (oldest) views = views.slice(views.indexOf(oldest))
    },
    expected: () => mend({ expected: true }),
    meant(pressedAt) {
      const view = readable(pressedAt).at(-1)
      return { target: view?.target ?? null, isShown: view === views.at(-1) }
    },
  }
}
