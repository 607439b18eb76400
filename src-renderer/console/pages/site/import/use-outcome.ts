/**
 * Works out in slices what the rows become when their meaning changes, and looks up the rows that
 * the station has already.
 */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { KnownRow } from '#shared/contract/import.ts'
import { KNOWN_ROWS } from '#shared/domain/import/batch.ts'
import { numbered, type Numbered } from '#shared/domain/import/preview.ts'
import {
  readRow,
  type Fault,
  type HowToRead,
  type ReadRow,
  type SourceRow,
} from '#shared/domain/import/rows.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { pauses } from '../reading/limits.ts'

export type Outcome = { incidents: readonly Numbered[]; faults: readonly Fault[]; faulty: number }
export type OutcomeOf = {
  outcome: ShallowRef<Outcome | null>
  working: Ref<number | null> // rows so far
  /** By row of the file; null until all rows were looked up. */
  known: ShallowRef<ReadonlyMap<number, KnownRow> | null>
  asking: Ref<number> // rows that were looked up
  again: () => void
}

/** `input` null: the columns are not sufficient yet. */
export function useOutcome(
  input: () => { rows: readonly SourceRow[]; how: HowToRead } | null,
): OutcomeOf {
  const board = useBoard()
  const outcome = shallowRef<Outcome | null>(null)
  const working = ref<number | null>(null)
  const known: OutcomeOf['known'] = shallowRef(null)
  const asking = ref(0)
  let control = new AbortController()

  async function read(
    rows: readonly SourceRow[],
    how: HowToRead,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const pause = pauses({
      signal,
      progress: (done) => {
        working.value = done
      },
    })
    const done: ReadRow[] = []
    for (const row of rows) {
      done.push(readRow(row, how))
      await pause(done.length)
    }
    return {
      incidents: numbered(done),
      faults: done.flatMap(({ faults }) => faults),
      faulty: done.filter(({ incident }) => incident === null).length,
    }
  }

  /** A refusal ends it; restored contact begins again. */
  async function lookUp(incidents: readonly Numbered[], signal: AbortSignal): Promise<void> {
    const existing = new Map<number, KnownRow>()
    for (let from = 0; from < incidents.length; from += KNOWN_ROWS) {
      asking.value = from
      const batch = incidents.slice(from, from + KNOWN_ROWS)
      const answer = await board.request('import/known', {
        rows: batch.map(({ occurredAt, place, nth }) => ({ occurredAt, place, nth })),
      })
      if (signal.aborted || !answer.ok) return
      for (const row of answer.reply.known) existing.set(batch[row.at]?.row ?? 0, row)
    }
    asking.value = incidents.length
    known.value = existing
  }

  async function work(): Promise<void> {
    control.abort()
    const { signal } = (control = new AbortController())
    const now = input()
    outcome.value = null
    known.value = null
    asking.value = 0
    working.value = null
    if (!now) return
    try {
      const result = await read(now.rows, now.how, signal)
      if (signal.aborted) return
      outcome.value = result
      working.value = null
      await lookUp(result.incidents, signal)
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  watch(input, () => void work(), { immediate: true })
  watch(
    () => board.live,
    (live) => {
      if (live && outcome.value && known.value === null) void work()
    },
  )
  onScopeDispose(() => control.abort())
  return { outcome, working, known, asking, again: () => void work() }
}
