/**
 * Leads from the caller's words to a running plan. Proposals follow the words; only the answer to
 * the latest words counts. A report is shown when the station says so; what was not answered is
 * sent again under the same id only.
 */
import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue'
import type { Input, Proposal, Refused, Reported } from '#shared/contract/contract.ts'
import { placeIn } from '#shared/domain/match/place.ts'
import type { StationLink } from '#renderer/transport/station.ts'
import { PLACE_UNKNOWN } from '#renderer/ui/stored-words.ts'
import type { IntakeDraft, IntakeDrafts } from './intake-draft.ts'
import { useHeard, type HeardFields } from './use-heard.ts'

export const ASK_AFTER_MS = 120
const MOST = 5
const OUT_OF_REACH: ReadonlySet<string> = new Set(['no-contact', 'no-answer'])

export type Intake = {
  narrative: Ref<string>
  place: Ref<string> // as typed; empty: the one in the words
  drill: Ref<boolean>
  proposals: ShallowRef<readonly Proposal[]>
  selected: Ref<number> // index of a proposal; one past the last: report now, plan later
  proposedPlace: ComputedRef<string>
  settled: ComputedRef<boolean> // the proposals answer the words as they stand
  outOfReach: Ref<boolean> // the words as they stand could not be asked for
  nothing: ComputedRef<boolean> // it was, and recognised nothing
  undecided: ComputedRef<boolean> // two lie near each other, and nobody has chosen yet
  confirming: Ref<boolean> // Enter was pressed once where two lie near
  /** What the words tell of casualties and severity, as it will be recorded. */
  fields: HeardFields
  sending: Ref<boolean>
  refusal: ShallowRef<Refused | null>
  halfDone: Ref<boolean> // reported, but the plan was refused
  similar: ShallowRef<Reported['similar']>
  choose: (by: 1 | -1) => void
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
  /** What was sent stands in the record at this position. */
  onRecorded: (position: number) => void
  /** Whether there is contact: words that could not be asked for are asked for again. */
  contact?: () => boolean
}

export function useIntake({
  request,
  drafts,
  onReported,
  onRecorded,
  contact = () => true,
}: IntakeOptions): Intake {
  const before = drafts.read()
  const narrative = ref(before?.narrative ?? '')
  const place = ref(before?.place ?? '')
  const drill = ref(before?.drill ?? false)
  const cleared = shallowRef<IntakeDraft | null>(null)
  const proposals = shallowRef<readonly Proposal[]>([])
  const selected = ref(0)
  const answeredWords = ref('')
  const answeredDrill = ref(false)
  const sending = ref(false)
  const refusal = shallowRef<Refused | null>(null)
  const halfDone = ref(false)
  const similar = shallowRef<Reported['similar']>([])
  const outOfReach = ref(false)
  const moved = ref(false) // the person has chosen a row
  const confirming = ref(false)
  const fields = useHeard()
  fields.restore(before?.counts)
  const words = computed(() => narrative.value.trim())
  const settled = computed(
    () => words.value === answeredWords.value && drill.value === answeredDrill.value,
  )
  // Also without a proposal: the place that was understood is kept, whether a plan fits or not.
  const proposedPlace = computed(
    () => proposals.value[selected.value]?.place ?? placeIn(words.value) ?? '',
  )
  const nothing = computed(() => proposals.value.every((proposal) => proposal.words.length === 0))
  const undecided = computed(
    () => !nothing.value && !moved.value && proposals.value[0]?.preselected === false,
  )
  /** Enter reports without a plan where nothing was recognised. */
  const first = (): number => (nothing.value ? proposals.value.length : 0)
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let unanswered: { input: string; id: string } | null = null

  async function ask(): Promise<void> {
    clearTimeout(timer)
    const [mine, about, rehearsed] = [++latest, words.value, drill.value]
    const answer =
      about === ''
        ? null
        : await request('incident/propose', {
            narrative: about,
            ...(rehearsed ? { drill: true } : {}),
          })
    if (mine !== latest) return
    answeredWords.value = about
    answeredDrill.value = rehearsed
    outOfReach.value = answer !== null && !answer.ok && OUT_OF_REACH.has(answer.code)
    refusal.value = answer && !answer.ok && !outOfReach.value ? answer : null
    confirming.value = false
    const before = proposals.value[selected.value]?.planId
    proposals.value = answer?.ok ? answer.reply.proposals.slice(0, MOST) : []
    fields.heard.value = answer?.ok ? (answer.reply.heard ?? null) : null
    const again = proposals.value.findIndex(({ planId }) => planId === before)
    moved.value = moved.value && again >= 0
    selected.value = moved.value ? again : first()
  }

  const draftNow = (): IntakeDraft => ({
    narrative: narrative.value,
    place: place.value,
    drill: drill.value,
    ...(Object.values(fields.typed).some(Boolean) && { counts: { ...fields.typed } }),
  })
  watch([narrative, place, drill, fields.typed], () => drafts.write(draftNow()), { flush: 'sync' })
  if (words.value !== '') void ask()
  watch(words, (typed) => {
    clearTimeout(timer)
    halfDone.value = false
    if (typed !== '') cleared.value = null
    timer = setTimeout(
      () => {
        void ask()
      },
      words.value === '' ? 0 : ASK_AFTER_MS,
    )
  })
  // what a drill rehearses counts once it is one; what could not be asked is asked with contact
  watch([drill, contact], ([rehearsed, reached], [before]) => {
    if (words.value !== '' && (rehearsed !== before || (reached && outOfReach.value))) void ask()
  })
  onScopeDispose(() => clearTimeout(timer))

  function clear(): void {
    const draft = draftNow()
    if (words.value !== '' || place.value !== '') cleared.value = draft
    empty()
  }
  function restore(): void {
    if (!cleared.value || words.value !== '') return
    narrative.value = cleared.value.narrative
    place.value = cleared.value.place
    drill.value = cleared.value.drill
    fields.restore(cleared.value.counts)
    cleared.value = null
  }
  function empty(): void {
    clearTimeout(timer)
    latest++ // an answer on its way is about words that are gone
    narrative.value = ''
    place.value = ''
    drill.value = false
    proposals.value = []
    selected.value = 0
    moved.value = false
    confirming.value = false
    outOfReach.value = false
    fields.empty()
    answeredWords.value = ''
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
    empty()
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

  async function once(work: () => Promise<void>): Promise<void> {
    if (sending.value || words.value === '') return
    sending.value = true
    similar.value = []
    await work()
    sending.value = false
  }

  return {
    narrative,
    place,
    drill,
    proposals,
    selected,
    proposedPlace,
    settled,
    sending,
    refusal,
    halfDone,
    similar,
    outOfReach,
    nothing,
    undecided,
    confirming,
    fields,
    clear,
    cleared,
    restore,
    choose: (by) => {
      moved.value = true
      confirming.value = false
      selected.value = Math.min(proposals.value.length, Math.max(0, selected.value + by))
    },
    activate: (row) =>
      once(async () => {
        const assessment = settled.value ? fields.assessment.value : null // unseen is not recorded
        if (!settled.value) await ask()
        if (row === undefined && undecided.value && !confirming.value) {
          confirming.value = true
          return
        }
        await send(proposals.value[row ?? selected.value] ?? null, assessment)
      }),
    reportOnly: () => once(() => send(null, settled.value ? fields.assessment.value : null)),
  }
}
