/**
 * The plans that the station proposes for the words as they stand, and the one that is chosen. Only
 * the answer to the latest words counts; what could not be asked is asked again with contact.
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
import type { Proposal, Refused } from '#shared/contract/contract.ts'
import type { Heard } from '#shared/domain/match/heard.ts'
import type { StationLink } from '#renderer/transport/station.ts'

export const ASK_AFTER_MS = 120
const MOST = 5
const OUT_OF_REACH: ReadonlySet<string> = new Set(['no-contact', 'no-answer'])

export type Proposals = {
  proposals: ShallowRef<readonly Proposal[]>
  selected: Ref<number> // index of a proposal; one past the last: report now, plan later
  settled: ComputedRef<boolean> // the proposals answer the words as they stand
  outOfReach: Ref<boolean> // the words as they stand could not be asked for
  nothing: ComputedRef<boolean> // it was, and recognised nothing
  undecided: ComputedRef<boolean> // two lie near each other, and nobody has chosen yet
  confirming: Ref<boolean> // Enter was pressed once where two lie near
  choose: (by: 1 | -1) => void
}

export type ProposalsOptions = {
  request: StationLink['request']
  words: Readonly<Ref<string>>
  drill: Readonly<Ref<boolean>>
  /** Whether there is contact. */
  contact: () => boolean
  /** Takes what the station heard of casualties and severity; null: nothing was answered. */
  onHeard: (heard: Heard | null) => void
  /** Takes why the station refused to propose; null: it did not. */
  onRefused: (refusal: Refused | null) => void
}

export function useProposals(
  options: ProposalsOptions,
): Proposals & { ask: () => Promise<void>; empty: () => void } {
  const { request, words, drill, contact, onHeard, onRefused } = options
  const proposals = shallowRef<readonly Proposal[]>([])
  const selected = ref(0)
  const answeredWords = ref('')
  const answeredDrill = ref(false)
  const outOfReach = ref(false)
  const moved = ref(false) // the person has chosen a row
  const confirming = ref(false)
  const settled = computed(
    () => words.value === answeredWords.value && drill.value === answeredDrill.value,
  )
  const nothing = computed(() => proposals.value.every((proposal) => proposal.words.length === 0))
  const undecided = computed(
    () => !nothing.value && !moved.value && proposals.value[0]?.preselected === false,
  )
  /** Enter reports without a plan where nothing was recognised. */
  const first = (): number => (nothing.value ? proposals.value.length : 0)
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

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
    onRefused(answer && !answer.ok && !outOfReach.value ? answer : null)
    confirming.value = false
    const before = proposals.value[selected.value]?.planId
    proposals.value = answer?.ok ? answer.reply.proposals.slice(0, MOST) : []
    onHeard(answer?.ok ? (answer.reply.heard ?? null) : null)
    const again = proposals.value.findIndex(({ planId }) => planId === before)
    moved.value = moved.value && again >= 0
    selected.value = moved.value ? again : first()
  }

  if (words.value !== '') void ask()
  watch(words, (typed) => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), typed === '' ? 0 : ASK_AFTER_MS)
  })
  // what a drill rehearses counts once it is one; what could not be asked is asked with contact
  watch([drill, contact], ([rehearsed, reached], [before]) => {
    if (words.value !== '' && (rehearsed !== before || (reached && outOfReach.value))) void ask()
  })
  onScopeDispose(() => clearTimeout(timer))

  return {
    proposals,
    selected,
    settled,
    outOfReach,
    nothing,
    undecided,
    confirming,
    choose: (by) => {
      moved.value = true
      confirming.value = false
      selected.value = Math.min(proposals.value.length, Math.max(0, selected.value + by))
    },
    ask,
    empty: () => {
      clearTimeout(timer)
      latest++ // an answer on its way is about words that are gone
      proposals.value = []
      selected.value = 0
      moved.value = false
      confirming.value = false
      outOfReach.value = false
      answeredWords.value = ''
    },
  }
}
