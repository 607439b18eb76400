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
import type { Join } from '#shared/domain/match/joining.ts'
import type { StationLink } from '#renderer/transport/station.ts'
import { intakeRows, keyOf, type IntakeRow } from './intake-rows.ts'

export const ASK_AFTER_MS = 120
const MOST = 5
const OUT_OF_REACH: ReadonlySet<string> = new Set(['no-contact', 'no-answer'])

export type Proposals = {
  proposals: ShallowRef<readonly Proposal[]>
  rows: ComputedRef<readonly IntakeRow[]> // the last one: report now, plan later
  selected: Ref<number> // index of a row
  spoken: ComputedRef<readonly string[]> // words in which the chosen plan was heard
  elsewhere: ComputedRef<string | null> // a place in the words that what runs lacks: Enter asks
  settled: ComputedRef<boolean> // the proposals answer the words as they stand
  current: ComputedRef<boolean> // and the place that is typed beside them
  outOfReach: Ref<boolean> // the words as they stand could not be asked for
  nothing: ComputedRef<boolean> // it was, and recognised nothing
  undecided: ComputedRef<boolean> // two lie near each other, and nobody has chosen yet
  confirming: Ref<boolean> // Enter was pressed once where two lie near
  choose: (by: 1 | -1) => void
}

export type ProposalsOptions = {
  request: StationLink['request']
  words: Readonly<Ref<string>>
  place: Readonly<Ref<string>> // as typed: which incident that runs is meant
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
  const { request, words, place, drill, contact, onHeard, onRefused } = options
  const proposals = shallowRef<readonly Proposal[]>([])
  const joins = shallowRef<readonly Join[]>([])
  const rows = computed(() => intakeRows(proposals.value, joins.value))
  const selected = ref(0)
  const answeredWords = ref('')
  const answeredPlace = ref('')
  const answeredDrill = ref(false)
  const outOfReach = ref(false)
  const moved = ref(false) // the person has chosen a row
  const confirming = ref(false)
  const settled = computed(
    () => words.value === answeredWords.value && drill.value === answeredDrill.value,
  )
  const current = computed(() => settled.value && place.value.trim() === answeredPlace.value)
  const nothing = computed(() => proposals.value.every((proposal) => proposal.words.length === 0))
  const spoken = computed(() => {
    const row = rows.value[selected.value]
    return (row?.kind === 'plan' ? row.proposal : proposals.value[0])?.words ?? []
  })
  const elsewhere = computed(
    () => joins.value.find(({ standing }) => standing === 'apart')?.elsewhere ?? null,
  )
  const undecided = computed(
    () =>
      !moved.value &&
      rows.value[selected.value]?.kind !== 'join' &&
      (elsewhere.value !== null || (!nothing.value && proposals.value[0]?.preselected === false)),
  )
  /**
   * Joining, where it stands first; else the best plan, or, where nothing was recognised, to report
   * without one.
   */
  function first(): number {
    const kind = nothing.value ? 'later' : 'plan'
    return rows.value[0]?.kind === 'join' && joins.value[0]?.standing === 'first'
      ? 0
      : rows.value.findIndex((row) => row.kind === kind)
  }
  let latest = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    clearTimeout(timer)
    const [mine, about, rehearsed] = [++latest, words.value, drill.value]
    const where = place.value.trim()
    const answer =
      about === ''
        ? null
        : await request('incident/propose', {
            narrative: about,
            ...(where === '' ? {} : { place: where }),
            ...(rehearsed ? { drill: true } : {}),
          })
    if (mine !== latest) return
    answeredWords.value = about
    answeredPlace.value = where
    answeredDrill.value = rehearsed
    outOfReach.value = answer !== null && !answer.ok && OUT_OF_REACH.has(answer.code)
    onRefused(answer && !answer.ok && !outOfReach.value ? answer : null)
    confirming.value = false
    const before = keyOf(rows.value[selected.value])
    proposals.value = answer?.ok ? answer.reply.proposals.slice(0, MOST) : []
    joins.value = answer?.ok ? (answer.reply.joins ?? []) : []
    onHeard(answer?.ok ? (answer.reply.heard ?? null) : null)
    const again = rows.value.findIndex((row) => keyOf(row) === before)
    moved.value = moved.value && again >= 0 && before !== 'later'
    selected.value = moved.value ? again : first()
  }

  if (words.value !== '') void ask()
  watch([words, place], ([typed], [before]) => {
    if (typed === '' && before === '') return
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
    rows,
    spoken,
    selected,
    elsewhere,
    settled,
    current,
    outOfReach,
    nothing,
    undecided,
    confirming,
    choose: (by) => {
      moved.value = true
      confirming.value = false
      selected.value = Math.min(rows.value.length - 1, Math.max(0, selected.value + by))
    },
    ask,
    empty: () => {
      clearTimeout(timer)
      latest++ // an answer on its way is about words that are gone
      proposals.value = []
      joins.value = []
      selected.value = 0
      moved.value = false
      confirming.value = false
      outOfReach.value = false
      answeredWords.value = ''
      answeredPlace.value = ''
    },
  }
}
