/**
 * What the rows would become, worked out in slices whenever their meaning changes, and which of
 * them the station has already. It writes nothing.
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
import { pauses } from './reading/limits.ts'

export type Outcome = { incidents: readonly Numbered[]; faults: readonly Fault[]; faulty: number }
export type OutcomeOf = {
  outcome: ShallowRef<Outcome | null>
  working: Ref<number | null> // rows so far
  /** By row of the file; null as long as not all were asked for. */
  known: ShallowRef<ReadonlyMap<number, KnownRow> | null>
  asking: Ref<number> // rows that the station has been asked for
  again: () => void
}

/** `input` null: the columns do not say enough yet. */
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

  /** A question without an answer ends it; contact that comes back begins anew. */
  async function ask(incidents: readonly Numbered[], signal: AbortSignal): Promise<void> {
    const match = new Map<number, KnownRow>()
    for (let from = 0; from < incidents.length; from += KNOWN_ROWS) {
      asking.value = from
      const request = incidents.slice(from, from + KNOWN_ROWS)
      const answer = await board.request('import/known', {
        rows: request.map(({ occurredAt, place, nth }) => ({ occurredAt, place, nth })),
      })
      if (signal.aborted || !answer.ok) return
      for (const knownEntry of answer.reply.known)
        match.set(request[knownEntry.at]?.row ?? 0, knownEntry)
    }
    asking.value = incidents.length
    known.value = match
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
      const created = await read(now.rows, now.how, signal)
      if (signal.aborted) return
      outcome.value = created
      working.value = null
      await ask(created.incidents, signal)
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
