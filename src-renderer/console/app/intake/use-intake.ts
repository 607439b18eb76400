/**
 * Leads from the caller's words to a running plan. A report is shown when the station says so; what
 * was not answered is sent again under the same id only.
 */
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Input, Proposal, Refused, Reported } from '#shared/contract/contract.ts'
import { placeIn } from '#shared/domain/match/place.ts'
import type { StationLink } from '#renderer/transport/station.ts'
import { READ_MS } from '../../base/key-target.ts'
import { PLACE_UNKNOWN } from '#renderer/ui/stored-words.ts'
import type { IntakeDraft, IntakeDrafts } from './intake-draft.ts'
import { useCaller, type CallerField } from './use-caller.ts'
import { useHeard, type HeardFields } from './use-heard.ts'
import { useProposals, type Proposals } from './use-proposals.ts'

export type Intake = Proposals & {
  narrative: Ref<string>
  place: Ref<string> // as typed; empty: the one in the words
  drill: Ref<boolean>
  proposedPlace: ComputedRef<string>
  /** What the words tell of casualties and severity, as it will be recorded. */
  fields: HeardFields
  /** Who calls: the name, the number to call back. */
  caller: CallerField
  sending: Ref<boolean>
  refusal: ShallowRef<Refused | null>
  halfDone: Ref<boolean> // reported, but the plan was refused
  similar: ShallowRef<Reported['similar']>
  /**
   * Reports, and activates the proposal at `row` (the selected one by default). Waits for the
   * proposals to the words as they stand.
   */
  activate: (row?: number) => Promise<void>
  reportOnly: () => Promise<void>
  /** Empties the fields; what stood there can be brought back. */
  clear: () => void
  /** What was cleared last, until something is typed or reported; null: nothing. */
  cleared: ShallowRef<IntakeDraft | null>
  restore: () => void
}

export type IntakeOptions = {
  /** Where words that are not yet reported outlive a reload of the page. */
  drafts: IntakeDrafts
  request: StationLink['request']
  onReported: (incidentId: string) => void
  /** The name of the channel of a call that was answered here. */
  telephone?: string
  /** A caller was joined to what runs, and can be parted again. */
  onJoined?: (caller: { incidentId: string; callerId: string }) => void
  /** What was sent stands in the record at this position. */
  onRecorded: (position: number) => void
  /** Whether there is contact: words that could not be asked for are asked for again. */
  contact?: () => boolean
}

export function useIntake({
  request,
  drafts,
  onReported,
  onJoined = () => undefined,
  telephone = '',
  onRecorded,
  contact = () => true,
}: IntakeOptions): Intake {
  const before = drafts.read()
  const narrative = ref(before?.narrative ?? '')
  const place = ref(before?.place ?? '')
  const drill = ref(before?.drill ?? false)
  const cleared = shallowRef<IntakeDraft | null>(null)
  const sending = ref(false)
  const refusal = shallowRef<Refused | null>(null)
  const halfDone = ref(false)
  const similar = shallowRef<Reported['similar']>([])
  const fields = useHeard()
  fields.restore(before?.counts)
  const caller = useCaller(before)
  /** What stood in the field when Enter was pressed, as long as it is on its way. */
  const pressed = ref<string | null>(null)
  const words = computed(() => (pressed.value ?? narrative.value).trim())
  const {
    ask,
    empty: emptyProposals,
    ...offered
  } = useProposals({
    request,
    words,
    place,
    drill,
    contact,
    onHeard: (heard) => (fields.heard.value = heard),
    // that the plan was refused stands until somebody goes on writing
    onRefused: (why) => {
      if (why || !halfDone.value) refusal.value = why
    },
  })
  const { proposals, rows, selected, settled, current, undecided, confirming } = offered
  // Also without a proposal: the place that was understood is kept, whether a plan fits or not.
  const proposedPlace = computed(() => {
    const row = rows.value[selected.value]
    const place = row?.kind === 'plan' ? row.proposal.place : proposals.value[0]?.place
    return place ?? placeIn(words.value) ?? ''
  })
  let askedAt = 0
  /** What Enter has asked stands there long enough to be read: a hand that shakes is no answer. */
  const isRead = (): boolean => confirming.value && performance.now() - askedAt >= READ_MS
  let unanswered: { input: string; id: string } | null = null

  const draftNow = (): IntakeDraft => ({
    narrative: narrative.value,
    place: place.value,
    drill: drill.value,
    ...(Object.values(fields.typed).some(Boolean) && { counts: { ...fields.typed } }),
    ...caller.draft(),
  })
  watch(
    [
      ...[narrative, place, drill, fields.typed],
      ...[caller.reporter, caller.byTelephone, caller.waiting],
    ],
    () => drafts.write(draftNow()),
    { flush: 'sync' },
  )
  watch(words, (typed) => {
    halfDone.value = false
    if (typed !== '') cleared.value = null
  })

  function clear(): void {
    // a second one clears the number that had waited: the words of before can still be had
    const isWritten = words.value !== '' || place.value !== ''
    if (isWritten || (!cleared.value && caller.reporter.value !== '')) cleared.value = draftNow()
    empty()
  }
  function restore(): void {
    if (!cleared.value || words.value !== '') return
    narrative.value = cleared.value.narrative
    place.value = cleared.value.place
    drill.value = cleared.value.drill
    fields.restore(cleared.value.counts)
    caller.restore(cleared.value)
    cleared.value = null
  }
  /** What was typed while the report was on its way is of the next one. */
  function typedSince(): string {
    const sent = pressed.value ?? ''
    return narrative.value.startsWith(sent)
      ? narrative.value.slice(sent.length).trimStart()
      : narrative.value
  }
  /** `left`: what stays in the field. */
  function empty(left = ''): void {
    emptyProposals()
    pressed.value = null
    narrative.value = left
    place.value = ''
    drill.value = false
    fields.empty()
    caller.next()
    refusal.value = null
    halfDone.value = false
  }

  /** `assessment`: what stood beside the words when Enter was pressed. */
  async function send(
    proposal: Proposal | null,
    assessment: HeardFields['assessment']['value'],
  ): Promise<void> {
    const input: Input<'incident/report'> = {
      narrative: words.value,
      place: place.value.trim() || proposedPlace.value || PLACE_UNKNOWN,
      type: proposal?.type ?? null,
      drill: drill.value,
      ...caller.input(telephone),
    }
    const id = unanswered?.input === JSON.stringify(input) ? unanswered.id : crypto.randomUUID()
    const reported = await request('incident/report', input, id)
    if (!reported.ok) {
      unanswered = reported.code === 'no-answer' ? { input: JSON.stringify(input), id } : null
      refusal.value = reported
      return
    }
    unanswered = null
    onRecorded(reported.position)
    cleared.value = null
    empty(typedSince())
    similar.value = reported.reply.similar
    const { incidentId } = reported.reply
    onReported(incidentId)
    if (proposal) {
      const activated = await request('incident/activate', {
        incidentId,
        planId: proposal.planId,
      })
      if (activated.ok) onRecorded(activated.position)
      else {
        refusal.value = activated
        halfDone.value = true
      }
    }
    if (!assessment) return
    const assessed = await request('incident/assess', { incidentId, ...assessment })
    if (assessed.ok) onRecorded(assessed.position)
    else refusal.value = assessed
  }

  /**
   * One more caller of an incident that runs: what the words tell, and what was typed beside them,
   * stands there to be recorded.
   */
  async function join(incidentId: string): Promise<void> {
    const where = place.value.trim()
    const counts = fields.corrected.value
    const input: Input<'incident/caller'> = {
      ...{ incidentId, narrative: words.value, ...caller.input(telephone) },
      ...(where === '' ? {} : { place: where }),
      ...(counts ? { casualties: counts } : {}),
    }
    const id = unanswered?.input === JSON.stringify(input) ? unanswered.id : crypto.randomUUID()
    const joined = await request('incident/caller', input, id)
    if (!joined.ok) {
      unanswered = joined.code === 'no-answer' ? { input: JSON.stringify(input), id } : null
      refusal.value = joined
      return
    }
    unanswered = null
    onRecorded(joined.position)
    cleared.value = null
    empty(typedSince())
    onReported(incidentId)
    onJoined({ incidentId, callerId: joined.reply.callerId })
  }

  async function once(work: () => Promise<void>): Promise<void> {
    if (sending.value || words.value === '') return
    sending.value = true
    pressed.value = narrative.value
    similar.value = []
    await work()
    pressed.value = null
    sending.value = false
  }

  return {
    ...offered,
    narrative,
    place,
    drill,
    proposedPlace,
    sending,
    refusal,
    halfDone,
    similar,
    fields,
    caller,
    clear,
    cleared,
    restore,
    activate: (row) =>
      once(async () => {
        const assessment = settled.value ? fields.assessment.value : null // unseen is not recorded
        if (!current.value) await ask()
        if (row === undefined && undecided.value && !isRead()) {
          if (!confirming.value) askedAt = performance.now()
          confirming.value = true
          return
        }
        const chosen = rows.value[row ?? selected.value]
        if (chosen?.kind === 'join') await join(chosen.join.incidentId)
        else await send(chosen?.kind === 'plan' ? chosen.proposal : null, assessment)
      }),
    reportOnly: () => once(() => send(null, settled.value ? fields.assessment.value : null)),
  }
}
