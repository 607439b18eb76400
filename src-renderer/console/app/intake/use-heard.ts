/**
 * Keeps what the words tell beside the place: how many are hurt, trapped or vulnerable, and how
 * serious it is called. A person sees it, puts it right, and confirms it with the Enter that
 * reports; what was not on the screen then is not recorded.
 */
import { computed, reactive, ref, type ComputedRef, type Ref } from 'vue'
import type { Input } from '#shared/contract/contract.ts'
import { CASUALTIES } from '#shared/domain/incident/record/scales.ts'
import { COUNTS, type Count, type Heard } from '#shared/domain/match/heard.ts'
import type { IntakeDraft } from './intake-draft.ts'

export type HeardFields = {
  /** As typed; empty: what was heard. */
  typed: Readonly<Record<Count, string>>
  type: (count: Count, text: string) => void
  heard: Ref<Heard | null>
  /** The counts that have a field: casualties together if any is heard or typed; others alone. */
  shown: ComputedRef<readonly Count[]>
  /** What Enter records now; null: nothing. */
  assessment: ComputedRef<Omit<Input<'incident/assess'>, 'incidentId'> | null>
  /** The counts that a person has typed; null: none. */
  corrected: ComputedRef<Partial<Record<Count, number>> | null>
  restore: (counts: IntakeDraft['counts']) => void
  empty: () => void
}

const isHarm = (count: Count): boolean => CASUALTIES.some((kind) => kind === count)
const numberIn = (text: string): number | undefined =>
  /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : undefined

export function useHeard(): HeardFields {
  const heard = ref<Heard | null>(null)
  const typed = reactive<Record<Count, string>>({
    ...{ dead: '', serious: '', minor: '', missing: '' },
    ...{ trapped: '', vulnerable: '' },
  })
  const shown = computed(() => {
    const isThere = (count: Count): boolean =>
      heard.value?.casualties[count] !== undefined || typed[count] !== ''
    const harmed = CASUALTIES.some(isThere)
    return COUNTS.filter((count) => isThere(count) || (harmed && isHarm(count)))
  })
  const isSome = (count: Count): boolean => heard.value?.uncounted?.includes(count) ?? false
  const assessment = computed(() => {
    const some = COUNTS.filter((count) => numberIn(typed[count]) === undefined && isSome(count))
    const counts = COUNTS.flatMap((count) => {
      const people = numberIn(typed[count]) ?? heard.value?.casualties[count]
      return people === undefined || some.includes(count) ? [] : [[count, people] as const]
    })
    const severity = heard.value?.severity ?? null
    if (counts.length + some.length === 0 && severity === null) return null
    return {
      ...(some.length === 0 ? {} : { atLeastOne: some }),
      ...(counts.length === 0 ? {} : { casualties: Object.fromEntries(counts) }),
      ...(severity === null ? {} : { severity }),
    }
  })
  const corrected = computed(() => {
    const counts = COUNTS.flatMap((count) => {
      const people = numberIn(typed[count])
      return people === undefined ? [] : [[count, people] as const]
    })
    return counts.length === 0 ? null : Object.fromEntries(counts)
  })
  return {
    typed,
    type: (count, text) => {
      typed[count] = text
    },
    heard,
    shown,
    assessment,
    corrected,
    restore(counts) {
      for (const count of COUNTS) typed[count] = counts?.[count] ?? ''
    },
    empty() {
      heard.value = null
      for (const count of COUNTS) typed[count] = ''
    },
  }
}
