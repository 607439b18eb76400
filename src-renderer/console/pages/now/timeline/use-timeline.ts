/**
 * Reads the record of one incident, and reads it again whenever its version changes or contact
 * comes back. What was read stays until something newer is there.
 */
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Refused, TimelineEntry } from '#shared/contract/contract.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { StationLink } from '#renderer/transport/station.ts'

export type TimelineOptions = {
  request: StationLink['request']
  incident: () => Pick<BoardIncident, 'id' | 'version'>
  /** Whether the station is in contact. */
  contact: () => boolean
}

export function useTimeline({ request, incident, contact }: TimelineOptions): {
  entries: ShallowRef<readonly TimelineEntry[]>
  refusal: ShallowRef<Refused | null>
} {
  const entries = shallowRef<readonly TimelineEntry[]>([])
  const refusal = shallowRef<Refused | null>(null)
  let reading = false
  let again = false

  async function read(): Promise<void> {
    again = reading // many changes in a row are read once more, not each
    if (reading) return
    reading = true
    const answer = await request('incident/timeline', { incidentId: incident().id })
    reading = false
    if (answer.ok) entries.value = answer.reply.entries
    refusal.value = answer.ok ? null : answer
    if (again) await read()
  }

  watch(
    () => `${incident().id} ${incident().version}`,
    () => {
      void read()
    },
    { immediate: true },
  )
  watch(contact, (there) => {
    if (there && refusal.value) void read()
  })
  return { entries, refusal }
}
