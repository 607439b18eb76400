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
> & { kind?: BoardAlert['kind'] }

export interface Alarm {
  /**
   * Says what is on the board now; call it with every push and every tick. `now` is the station's,
   * UTC ms.
   */
  setUnacknowledged(alerts: readonly SoundingAlert[], now: number): void
  /** The trouble tone, every ten seconds while it is on: this screen has lost its station. */
  setTrouble(on: boolean): void
  /** The tone of a fault, every ten seconds while one of these waits for somebody. */
  setFaults(waiting: boolean): void
  readonly state: Readonly<Ref<SoundState>>
  /** Plays the tone of one priority now, so that people learn it. */
  test(priority?: Priority): void
  /** What the screen gives out at this moment, 0 to 1 (RMS): sound is measured, not assumed. */
  loudness(): number
  stop(): void
}

// loud: 0 to 1; absent: as loud as tones are
type Tone = {
  hertz: readonly number[]
  beats: number
  length: number
  gap: number
  loud?: number
}

// Tones that may sound together are at least 20 % apart ; the more urgent, the
// higher and the faster.
export const TONES: Readonly<Record<Priority | 'trouble' | 'fault', Tone>> = {
  1: { hertz: [988], beats: 6, length: 0.14, gap: 0.1 },
  2: { hertz: [740], beats: 3, length: 0.24, gap: 0.2 },
  3: { hertz: [554], beats: 2, length: 0.4, gap: 0.3 },
  trouble: { hertz: [392, 294], beats: 4, length: 0.5, gap: 0.02 },
  fault: { hertz: [240], beats: 3, length: 0.7, gap: 0.1 },
}
/** The tone of the lowest priority, once and softly. */
export const SOFT: Tone = { ...TONES[3], beats: 1, loud: 0.2 }
const EVERY = 10_000
const LOUD = 0.6

/** The alerts that must be heard: not acknowledged, and not silenced for the moment. */
export const sounding = (alerts: readonly SoundingAlert[], now: number): SoundingAlert[] =>
  alerts.filter((alert) => alert.acknowledgedAt === null && (alert.silencedUntil ?? 0) <= now)

/** Attention that life does not hang on: it is heard once, softly, and then only shown. */
const isSoft = ({ kind, priority }: SoundingAlert): boolean => kind === 'nudge' && priority === 3

/** The most urgent one speaks; 1 is the highest. */
export const urgent = (alerts: readonly SoundingAlert[]): Priority | null =>
  alerts.reduce<Priority | null>(
    (top, { priority }) => (top === null || priority < top ? priority : top),
    null,
  )

export function createAlarm(): Alarm {
  const context = typeof AudioContext === 'undefined' ? null : new AudioContext()
  const state = shallowRef<SoundState>(context ? 'blocked' : 'off')
  const meter = context?.createAnalyser()
  meter?.connect(context!.destination)
  let soundingIds = new Set<string>()
  let softIds = new Set<string>()
  let playedAt = -Infinity // performance.now() of the last tone
  let seen = { at: -Infinity, position: -1 }

  /** Running is not enough: without a device the context runs and its clock stands still. */
  function look(): void {
    if (!context) return
    const now = performance.now()
    if (now - seen.at < 900) return
    const moves = context.currentTime > seen.position
    seen = { at: now, position: context.currentTime }
    state.value = context.state === 'running' && moves ? 'on' : 'blocked'
    // allowed as soon as somebody has touched the page
    if (context.state !== 'running') void context.resume().catch(() => undefined)
  }

  function play({ hertz, beats, length, gap, loud = LOUD }: Tone): void {
    if (!context || !meter || context.state !== 'running') return
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
      tone.connect(volume).connect(meter)
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
      const soft = heard.filter(isSoft)
      const loud = heard.filter((alert) => !isSoft(alert))
      const freshlySoft = soft.some((alert) => !softIds.has(alert.id))
      const fresh = loud.some((alert) => !soundingIds.has(alert.id))
      softIds = new Set(soft.map((alert) => alert.id))
      soundingIds = new Set(loud.map((alert) => alert.id))
      const priority = urgent(loud)
      const instant = performance.now()
      if (priority === null) {
        if (freshlySoft) play(SOFT)
        return
      }
      if (!fresh && instant - playedAt < EVERY) return
      playedAt = instant
      play(TONES[priority])
    },
    setTrouble: repeating(TONES.trouble),
    setFaults: repeating(TONES.fault),
    state: shallowReadonly(state),
    test: (priority = 2) => play(TONES[priority]),
    loudness() {
      if (!meter) return 0
      const frame = new Float32Array(meter.fftSize)
      meter.getFloatTimeDomainData(frame)
      return Math.sqrt(frame.reduce((sum, x) => sum + x * x, 0) / frame.length)
    },
    stop() {
      for (const event of events) removeEventListener(event, touched)
      void context?.close()
    },
  }
}
