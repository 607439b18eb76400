/**
 * Plays one incident again on a clock of its own, which tells no station's time: the only other one
 * that a page may have. It reads, and sends no command; what it shows holds nothing personal.
 */
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Refused } from '#shared/contract/contract.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { useBoard } from '../stores/board.ts'
import {
  applyAction,
  advance,
  shownOf,
  seek,
  tapeOf,
  type Speed,
  type Tape,
  type TapeAction,
} from './tape.ts'

const STEP_MS = 200
const SECOND = 1000

export type Replay = {
  tape: ShallowRef<Tape>
  /** From 0: which of the moments is shown. */
  shown: ComputedRef<number>
  seq: ComputedRef<number>
  /** The instant that is shown, in whole seconds (UTC ms). */
  now: ComputedRef<number>
  /** As the board stood at the moment that is shown, or a little before while that is read. */
  incident: ShallowRef<BoardIncident | null>
  refusal: ShallowRef<Refused | null>
  act: (action: TapeAction) => void
  seek: (at: number) => void
  run: (speed: Speed) => void
}

export type ReplayOptions = {
  incidentId: string
  /** It starts by itself. */
  playing?: boolean
  /** Only what a public wall may show whole. */
  byType?: () => boolean
}

export function useReplay({
  incidentId,
  playing = false,
  byType = () => false,
}: ReplayOptions): Replay {
  const board = useBoard()
  const tape = shallowRef<Tape>(tapeOf([]))
  const incident = shallowRef<BoardIncident | null>(null)
  const refusal = shallowRef<Refused | null>(null)
  const frames = new Map<number, BoardIncident>()
  const shown = computed(() => shownOf(tape.value))
  const seq = computed(() => tape.value.moments[shown.value]?.seq ?? 0)

  const reduced = (): { byType?: true } => (byType() ? { byType: true } : {})

  async function frame(target: number): Promise<BoardIncident | null> {
    const cached = frames.get(target)
    if (cached) return cached
    const answer = await board.request('history/at', { incidentId, seq: target, ...reduced() })
    refusal.value = answer.ok ? null : answer
    if (answer.ok) frames.set(target, answer.reply.incident)
    return answer.ok ? answer.reply.incident : null
  }
  async function begin(): Promise<void> {
    const answer = await board.request('history/moments', { incidentId, ...reduced() })
    refusal.value = answer.ok ? null : answer
    if (answer.ok && tape.value.moments.length === 0)
      tape.value = { ...tapeOf(answer.reply.moments), playing }
  }

  watch(
    () => board.live,
    (live) => {
      if (live && tape.value.moments.length === 0) void begin()
    },
    { immediate: true },
  )
  watch(seq, async (target) => {
    if (target === 0) return
    const drawn = await frame(target)
    if (drawn && target === seq.value) incident.value = drawn
    const next = tape.value.moments[shown.value + 1]
    if (next) void frame(next.seq) // at hand when its time comes
  })

  let before = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    const moved = advance(tape.value, now - before)
    before = now
    if (moved !== tape.value) tape.value = moved
  }, STEP_MS)
  onScopeDispose(() => clearInterval(timer))

  return {
    tape,
    shown,
    seq,
    incident,
    refusal,
    now: computed(() => Math.floor(tape.value.at / SECOND) * SECOND),
    act: (action) => {
      tape.value = applyAction(tape.value, action)
    },
    seek: (at) => {
      tape.value = seek(tape.value, at)
    },
    run: (speed) => {
      tape.value = { ...tape.value, speed }
    },
  }
}
