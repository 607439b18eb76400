/** What was reported as a form: only what somebody changes is sent, as an addition. */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'

type Amendment = Input<'incident/amend'>
export type AmendDraft = {
  place: string
  type: string
  time: string
  reporter: string
  channel: string
  narrative: string
  reason: string
}
const FIELDS = ['place', 'type', 'time', 'reporter', 'channel', 'narrative'] as const
type Reported = Pick<
  BoardIncident,
  'id' | 'place' | 'type' | 'occurredAt' | 'reporter' | 'channel' | 'narrative'
>

/** `place` and `time` as they are shown. */
export const draftOf = (incident: Reported, place: string, time: string): AmendDraft => ({
  place,
  type: incident.type ?? '',
  time,
  reporter: incident.reporter ?? '',
  channel: incident.channel ?? '',
  narrative: incident.narrative ?? '',
  reason: '',
})

const changedTo = (
  before: AmendDraft,
  draft: AmendDraft,
  name: keyof AmendDraft,
): string | undefined => {
  const value = draft[name].trim()
  return value === '' || value === before[name].trim() ? undefined : value
}
/** Whether something of what was reported is put right, whatever the reason says. */
export const isAmended = (before: AmendDraft, draft: AmendDraft): boolean =>
  FIELDS.some((name) => changedTo(before, draft, name) !== undefined)

/**
 * Null as long as nothing is changed, the reason is missing or the time is none. A field that is
 * emptied stays as it was: what was reported can be put right, not taken away.
 */
export function amendmentOf(
  incidentId: string,
  before: AmendDraft,
  draft: AmendDraft,
  at: (typed: string) => number | null,
): Amendment | null {
  const changed = (name: keyof AmendDraft): string | undefined => changedTo(before, draft, name)
  const reason = draft.reason.trim()
  const time = changed('time')
  const occurredAt = time === undefined ? undefined : at(time)
  if (reason === '' || occurredAt === null) return null
  const amended = {
    place: changed('place'),
    type: changed('type'),
    occurredAt,
    reporter: changed('reporter'),
    channel: changed('channel'),
    narrative: changed('narrative'),
  }
  const parts = Object.entries(amended).filter(([, value]) => value !== undefined)
  return parts.length === 0 ? null : { incidentId, ...Object.fromEntries(parts), reason }
}
