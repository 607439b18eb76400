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

export const ASK_AFTER_MS = 120
const MOST = 5

export type Intake = {
  narrative: Ref<string>
  place: Ref<string> // as typed; empty: the one in the words
  drill: Ref<boolean>
  proposals: ShallowRef<readonly Proposal[]>
  selected: Ref<number> // index of a proposal; one past the last: report now, plan later
  proposedPlace: ComputedRef<string>
  settled: ComputedRef<boolean> // the proposals answer the words as they stand
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
}

export function useIntake({ request, drafts, onReported, onRecorded }: IntakeOptions): Intake {
  const before = drafts.read()
  const narrative = ref(before?.narrative ?? '')
  const place = ref(before?.place ?? '')
  const drill = ref(before?.drill ?? false)
  const cleared = shallowRef<IntakeDraft | null>(null)
  const proposals = shallowRef<readonly Proposal[]>([])
  const selected = ref(0)
  const answeredWords = ref('')
  const sending = ref(false)
  const refusal = shallowRef<Refused | null>(null)
  const halfDone = ref(false)
  const similar = shallowRef<Reported['similar']>([])
  const words = computed(() => narrative.value.trim())
  const settled = computed(() => words.value === answeredWords.value)
  // Also without a proposal: the place that was understood is kept, whether a plan fits or not.
  const proposedPlace = computed(
    () => proposals.value[selected.value]?.place ?? placeIn(words.value) ?? '',
  )
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let unanswered: { input: string; id: string } | null = null

  async function ask(): Promise<void> {
    clearTimeout(timer)
    const [mine, about] = [++latest, words.value]
    const answer = about === '' ? null : await request('incident/propose', { narrative: about })
    if (mine !== latest) return
    answeredWords.value = about
    refusal.value = answer && !answer.ok ? answer : null
    const before = proposals.value[selected.value]?.planId
    const moved = selected.value > 0
    proposals.value = answer?.ok ? answer.reply.proposals.slice(0, MOST) : []
    selected.value = moved
      ? Math.max(
          0,
          proposals.value.findIndex(({ planId }) => planId === before),
        )
      : 0
  }

  watch(
    [narrative, place, drill],
    () => drafts.write({ narrative: narrative.value, place: place.value, drill: drill.value }),
    { flush: 'sync' },
  )
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
  onScopeDispose(() => clearTimeout(timer))

  function clear(): void {
    const draft = { narrative: narrative.value, place: place.value, drill: drill.value }
    if (words.value !== '' || place.value !== '') cleared.value = draft
    empty()
  }
  function restore(): void {
    if (!cleared.value || words.value !== '') return
    narrative.value = cleared.value.narrative
    place.value = cleared.value.place
    drill.value = cleared.value.drill
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
    answeredWords.value = ''
    refusal.value = null
    halfDone.value = false
  }

  async function send(proposal: Proposal | null): Promise<void> {
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
    onReported(reported.reply.incidentId)
    if (!proposal) return
    const activated = await request('incident/activate', {
      incidentId: reported.reply.incidentId,
      planId: proposal.planId,
    })
    if (activated.ok) return onRecorded(activated.position)
    refusal.value = activated
    halfDone.value = true
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
    clear,
    cleared,
    restore,
    choose: (by) => {
      selected.value = Math.min(proposals.value.length, Math.max(0, selected.value + by))
    },
    activate: (row) =>
      once(async () => {
        if (!settled.value) await ask()
        await send(proposals.value[row ?? selected.value] ?? null)
      }),
    reportOnly: () => once(() => send(null)),
  }
}
