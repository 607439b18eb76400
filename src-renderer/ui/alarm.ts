/**
 * The audible alarm of a screen: one tone a priority, and two that are like none of them: the
 * trouble tone of a screen that has lost its station, and that of a fault of the station itself.
 */
import { shallowReadonly, shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { BoardAlert } from '#shared/domain/board/types.ts'
import type { Priority } from '#shared/domain/incident/record/state.ts'

/**
 * on: it can be heard. blocked: the browser keeps it silent until somebody clicks, or nothing
 * plays. off: this machine has no sound.
 */
export type SoundState = 'on' | 'blocked' | 'off'
export type SoundingAlert = Pick<
  BoardAlert,
  'id' | 'priority' | 'acknowledgedAt' | 'silencedUntil'
> & {
  kind?: BoardAlert['kind'] | 'fault'
  shelved?: Pick<NonNullable<BoardAlert['shelved']>, 'until'> | null
  once?: boolean // a call about it is under way: it is heard once and then shown
}

export interface Alarm {
  /**
   * Says what is on the board now; call it with every push and every tick. `now` is the station's,
   * UTC ms.
   */
  setUnacknowledged(alerts: readonly SoundingAlert[], now: number): void
  /** The trouble tone, every ten seconds while it is on: this screen has lost its station. */
  setTrouble(on: boolean): void
  /**
   * The tone of news: something is new, or people are worse off. Once, and not at all while an
   * alert, trouble or a fault is heard, nor within fifteen seconds of the last.
   */
  tell(): void
  /** The tone of a fault, every ten seconds while one of these waits for somebody. */
  setFaults(waiting: boolean): void
  readonly state: Readonly<Ref<SoundState>>
  /** The browser keeps it silent until somebody touches the page. */
  readonly waitsForTouch: Readonly<Ref<boolean>>
  /** Plays the tone of one priority now, so that people learn it. */
  test(priority?: Priority): void
  /** What the screen gives out at this moment, 0 to 1 (RMS): sound is measured, not assumed. */
  loudness(): number
  /**
   * Plays the tone of an alert on a way of its own, beside whatever sounds, and says how loud it
   * was before the loudspeaker: its loudest RMS in dBFS; null: nothing played. Only `aloud` lets it
   * on to the loudspeaker.
   */
  measure(aloud: boolean): Promise<number | null>
  stop(): void
}

/** `beats` of `length` s with gaps of `gap` s; `loud`: 0 to 1, absent: as loud as tones are. */
type Tone = {
  hertz: readonly number[]
  beats: number
  length: number
  gap: number
  loud?: number
}

// Tones that may sound together are 20 % apart or more; the more urgent, the higher and the faster.
export const TONES: Readonly<Record<Priority | 'trouble' | 'fault' | 'news', Tone>> = {
  1: { hertz: [988], beats: 6, length: 0.14, gap: 0.1 },
  2: { hertz: [740], beats: 3, length: 0.24, gap: 0.2 },
  3: { hertz: [554], beats: 2, length: 0.4, gap: 0.3 },
  trouble: { hertz: [392, 294], beats: 4, length: 0.5, gap: 0.02 },
  fault: { hertz: [240], beats: 3, length: 0.7, gap: 0.1 },
  news: { hertz: [1_245, 1_568], beats: 2, length: 0.35, gap: 0.03, loud: 0.4 },
}
/** The tone of the lowest priority, once and softly. */
const SOFT: Tone = { ...TONES[3], beats: 1, loud: 0.2 }
const EVERY = 10_000 // ms
/** News has one tone in so long (ms). */
const NEWS_EVERY = 15_000
/** An alert that is heard once is still in the ear for so long (ms). */
const AFTER_ALERT = 3_000
const LOUD = 0.6
/** So many samples are looked at in one, a third of a second, so that a slow timer misses none. */
const WINDOW = 16_384
const LOOK_EVERY = 40 // ms
/** So often a browser is asked whether it allows sound now (ms): each time costs a quiet wall's. */
const RESUME_EVERY = 4_000
/** A browser that allows sound has begun to play by then (ms). */
const STARTED_AFTER = 3_000

/** The alerts that must be heard: not acknowledged, not silenced for the moment, not put off. */
export const sounding = (alerts: readonly SoundingAlert[], now: number): SoundingAlert[] =>
  alerts.filter(
    ({ acknowledgedAt, silencedUntil, shelved }) =>
      acknowledgedAt === null && (silencedUntil ?? 0) <= now && (shelved?.until ?? 0) <= now,
  )

/** The most urgent one speaks; 1 is the highest. */
export const urgent = (alerts: readonly SoundingAlert[]): Priority | null =>
  alerts.reduce<Priority | null>(
    (top, { priority }) => (top === null || priority < top ? priority : top),
    null,
  )

const ATTENTION: ReadonlySet<SoundingAlert['kind']> = new Set(['nudge', 'untouched', 'unattended'])

export const isAttention = ({ kind }: Pick<SoundingAlert, 'kind'>): boolean => ATTENTION.has(kind)

/** Attention that life does not hang on: it is heard once, softly, and then only shown. */
const isSoft = (alert: SoundingAlert): boolean => isAttention(alert) && alert.priority === 3

const isRepeated = (alert: SoundingAlert): boolean => !isSoft(alert) && !alert.once

/**
 * What has to be played now: the tone of the most urgent alert as soon as one begins, and every ten
 * seconds as long as one goes on. `before`: ids of those that sounded at the last look; `sinceMs`:
 * since the last tone.
 */
export function toneDue(
  heard: readonly SoundingAlert[],
  before: ReadonlySet<string>,
  sinceMs: number,
): Priority | 'soft' | null {
  const fresh = heard.filter(({ id }) => !before.has(id))
  const loud = fresh.filter((alert) => !isSoft(alert))
  const going = heard.filter(isRepeated)
  if (loud.length > 0) return urgent([...loud, ...going])
  if (going.length > 0) return sinceMs < EVERY ? null : urgent(going)
  return fresh.length > 0 ? 'soft' : null
}

const lengthOf = ({ beats, length, gap }: Tone): number => beats * (length + gap) * 1_000

/** Root mean square of what has gone through it last, 0 to 1. */
function loudnessAt(meter: AnalyserNode): number {
  const frame = new Float32Array(meter.fftSize)
  meter.getFloatTimeDomainData(frame)
  return Math.sqrt(frame.reduce((sum, x) => sum + x * x, 0) / frame.length)
}

export function createAlarm(): Alarm {
  const context = typeof AudioContext === 'undefined' ? null : new AudioContext()
  const state = shallowRef<SoundState>(context ? 'blocked' : 'off')
  const waitsForTouch = shallowRef(false)
  const opened = performance.now()
  const meter = context?.createAnalyser()
  meter?.connect(context!.destination)
  let heardIds = new Set<string>()
  let going = false // an alert is repeated
  let toldAt = -Infinity // performance.now() of the last tone of news
  const waiting = { trouble: false, fault: false }
  let playedAt = -Infinity // performance.now() of the last tone
  let seen = { at: -Infinity, position: -1 }
  let resumedAt = -Infinity

  /** Running is not enough: without a device the context runs and its clock stands still. */
  function look(): void {
    if (!context) return
    const now = performance.now()
    if (now - seen.at < 900) return
    const moves = context.currentTime > seen.position
    seen = { at: now, position: context.currentTime }
    state.value = context.state === 'running' && moves ? 'on' : 'blocked'
    waitsForTouch.value = context.state !== 'running' && now - opened > STARTED_AFTER
    // a touch resumes it at once; this is for what stops and comes back without one
    if (context.state === 'running' || now - resumedAt < RESUME_EVERY) return
    resumedAt = now
    void context.resume().catch(() => undefined)
  }

  function play({ hertz, beats, length, gap, loud = LOUD }: Tone, through = meter): void {
    if (!context || !through || context.state !== 'running') return
    const start = context.currentTime + 0.02
    for (let beat = 0; beat < beats; beat++) {
      const from = start + beat * (length + gap)
      const tone = context.createOscillator()
      const volume = context.createGain()
      // rich in overtones: a small speaker lets it through where a pure tone is lost
      tone.type = 'square'
      tone.frequency.value = hertz[beat % hertz.length] ?? 440
      volume.gain.setValueAtTime(0, from)
      volume.gain.linearRampToValueAtTime(loud, from + 0.01) // no click at either end
      volume.gain.setValueAtTime(loud, from + length - 0.02)
      volume.gain.linearRampToValueAtTime(0, from + length)
      tone.connect(volume).connect(through)
      tone.start(from)
      tone.stop(from + length)
      tone.onended = () => volume.disconnect()
    }
  }

  /** The tone at once, and every ten seconds while it is on. */
  function repeating(tone: Tone): (on: boolean) => void {
    let before = false
    let at = -Infinity // performance.now() of the last one
    return (on) => {
      look()
      const instant = performance.now()
      const due = on && !(before && instant - at < EVERY)
      before = on
      if (!due) return
      at = instant
      play(tone)
    }
  }

  const trouble = repeating(TONES.trouble)
  const faults = repeating(TONES.fault)

  const touched = (): void => {
    void context?.resume().then(look, () => undefined)
  }
  const events = ['pointerdown', 'keydown'] as const
  for (const event of events) addEventListener(event, touched, { passive: true })
  context?.addEventListener('statechange', look)

  return {
    setUnacknowledged(alerts, now) {
      look()
      const heard = sounding(alerts, now)
      const instant = performance.now()
      const tone = toneDue(heard, heardIds, instant - playedAt)
      heardIds = new Set(heard.map(({ id }) => id))
      going = heard.some(isRepeated)
      if (tone === null) return
      playedAt = instant
      play(tone === 'soft' ? SOFT : TONES[tone])
    },
    tell() {
      look()
      const instant = performance.now()
      const isBusy = going || waiting.trouble || waiting.fault || instant - playedAt < AFTER_ALERT
      if (isBusy || instant - toldAt < NEWS_EVERY) return
      toldAt = instant
      play(TONES.news)
    },
    setTrouble(on) {
      waiting.trouble = on
      trouble(on)
    },
    setFaults(on) {
      waiting.fault = on
      faults(on)
    },
    state: shallowReadonly(state),
    waitsForTouch: shallowReadonly(waitsForTouch),
    test: (priority = 2) => play(TONES[priority]),
    loudness: () => (meter ? loudnessAt(meter) : 0),
    async measure(aloud) {
      look()
      if (!context || context.state !== 'running') return null
      const probe = context.createAnalyser()
      const gate = context.createGain()
      probe.fftSize = WINDOW
      gate.gain.value = aloud ? 1 : 0
      probe.connect(gate).connect(context.destination)
      play(TONES[2], probe)
      let loudest = 0
      for (let waited = 0; waited < lengthOf(TONES[2]); waited += LOOK_EVERY) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
        loudest = Math.max(loudest, loudnessAt(probe))
      }
      gate.disconnect()
      return loudest > 0 ? 20 * Math.log10(loudest) : null
    },
    stop() {
      for (const event of events) removeEventListener(event, touched)
      void context?.close()
    },
  }
}
