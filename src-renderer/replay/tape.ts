/**
 * Moves an incident along its tape: where it stands, how fast it runs, and what a key does to
 * it. Elapsed time is handed in; instants are UTC ms.
 */
import type { Moment } from '#shared/contract/statistics.ts'

/** Times as fast as it was. */
export const SPEEDS = [1, 5, 10, 30, 60] as const
export type Speed = (typeof SPEEDS)[number]
/** `at`: the instant that is shown. Nothing stands still by itself but at the end. */
export type Tape = { moments: readonly Moment[]; at: number; playing: boolean; speed: Speed }
export type TapeAction = 'play' | 'next' | 'previous' | 'faster' | 'slower' | 'first' | 'last'

const KEYS: Readonly<Record<string, TapeAction>> = {
  ' ': 'play',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'faster',
  ArrowDown: 'slower',
  Home: 'first',
  End: 'last',
}

/** What a key asks of the tape, or null: with a key held beside it, it is somebody else's. */
export const actionOf = ({
  key,
  ctrlKey,
  altKey,
  metaKey,
  shiftKey,
}: Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>): TapeAction | null => (ctrlKey || altKey || metaKey || shiftKey ? null : (KEYS[key] ?? null))

const first = ({ moments }: Tape): number => moments[0]?.at ?? 0
const last = ({ moments }: Tape): number => moments.at(-1)?.at ?? 0

/** It begins with the report, and stands. */
export const tapeOf = (moments: readonly Moment[]): Tape => ({
  moments,
  at: moments[0]?.at ?? 0,
  playing: false,
  speed: 10,
})

/** The moment that is shown: the last that is not after the instant. From 0; -1 without any. */
export const shownOf = ({ moments, at }: Tape): number =>
  Math.max(
    moments.findLastIndex((moment) => moment.at <= at),
    Math.min(0, moments.length - 1),
  )

export const seek = (tape: Tape, at: number): Tape => ({
  ...tape,
  at: Math.min(Math.max(at, first(tape)), last(tape)),
})

/** So much time has passed at the desk (ms). At its end the tape stops. */
export function advance(tape: Tape, elapsedMs: number): Tape {
  if (!tape.playing) return tape
  const moved = seek(tape, tape.at + elapsedMs * tape.speed)
  return moved.at >= last(tape) ? { ...moved, playing: false } : moved
}

const speedBeside = (speed: Speed, by: 1 | -1): Speed => SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed

export function applyAction(tape: Tape, action: TapeAction): Tape {
  switch (action) {
    case 'play':
      return tape.playing
        ? { ...tape, playing: false }
        : { ...tape, playing: true, at: tape.at >= last(tape) ? first(tape) : tape.at }
    case 'next':
      return seek(tape, tape.moments.find(({ at }) => at > tape.at)?.at ?? last(tape))
    case 'previous':
      return seek(tape, tape.moments.findLast(({ at }) => at < tape.at)?.at ?? first(tape))
    case 'faster':
      return { ...tape, speed: speedBeside(tape.speed, 1) }
    case 'slower':
      return { ...tape, speed: speedBeside(tape.speed, -1) }
    case 'first':
      return seek(tape, first(tape))
    case 'last':
      return seek(tape, last(tape))
    default:
      return action satisfies never
  }
}
