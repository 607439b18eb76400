/**
 * Names the times of attention (催办): after how long what nobody has taken in hand is asked for.
 * They are the site's own figures and no limits of a plan; docs/attention.md gives their reasons.
 */
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../units.ts'

/**
 * All in ms. `lifeSafety`, `atOnce`, `prompt`: from the opening of a step until somebody takes it;
 * `question`: from when it can be answered; `takenLifeSafety`: from the last word on a step that is
 * taken; `untouched`: from the last act of a person; `unattended`: from the report.
 */
export type AttentionTimes = {
  lifeSafety: number
  question: number
  takenLifeSafety: number
  atOnce: number
  prompt: number
  untouched: number
  unattended: number
}
export type AttentionTime = keyof AttentionTimes

export const ATTENTION_DEFAULTS: AttentionTimes = {
  lifeSafety: 60 * SECOND_MS,
  question: 60 * SECOND_MS,
  takenLifeSafety: 5 * MINUTE_MS,
  atOnce: 3 * MINUTE_MS,
  prompt: 10 * MINUTE_MS,
  untouched: 10 * MINUTE_MS,
  unattended: 2 * MINUTE_MS,
}

/** Lowest and highest that a site may set, in ms. None can be switched off. */
export const ATTENTION_RANGES: Readonly<Record<AttentionTime, readonly [number, number]>> = {
  lifeSafety: [30 * SECOND_MS, 300 * SECOND_MS],
  question: [30 * SECOND_MS, 600 * SECOND_MS],
  takenLifeSafety: [2 * MINUTE_MS, 15 * MINUTE_MS],
  atOnce: [MINUTE_MS, 15 * MINUTE_MS],
  prompt: [5 * MINUTE_MS, HOUR_MS],
  untouched: [5 * MINUTE_MS, 30 * MINUTE_MS],
  unattended: [MINUTE_MS, 10 * MINUTE_MS],
}

export const ATTENTION_TIMES = Object.keys(ATTENTION_DEFAULTS) as readonly AttentionTime[]

/** With every step taken an incident may rest three times as long, contained six times. */
export const RESTING = { taken: 3, contained: 6 } as const

/** A step that is taken is asked after at once, twice and then six times its time. */
export const AFTER_TAKEN = [1, 2, 6] as const

/** A forgotten step of life safety cannot hide longer than this behind other work. */
export const LONGEST_DEFERRED_MS = 180 * SECOND_MS

/** The attention of one incident never begins to sound twice within this time. */
export const SOUND_SPACING_MS = 3 * MINUTE_MS
/** Nor more than three times within this time, however fast it is acknowledged. */
export const SOUND_WINDOW_MS = 10 * MINUTE_MS
export const MOST_SOUNDS = 3
