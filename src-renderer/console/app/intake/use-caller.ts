/**
 * Who calls, and by which number one calls back: as typed, or as the telephone brought it. A call
 * that is answered while the words of another stand in the field waits for the next report.
 */
import { ref, watch, type Ref } from 'vue'
import type { IntakeDraft } from './intake-draft.ts'

type CallerDraft = Pick<IntakeDraft, 'reporter' | 'byTelephone' | 'waiting'>

export type CallerField = {
  reporter: Ref<string>
  byTelephone: Ref<boolean> // what stands there came with a call
  waiting: Ref<readonly string[]> // numbers of the next reports
  /** As a request has it; `telephone`: the name of that channel. */
  input: (telephone: string) => { reporter?: string; channel?: string }
  /** A call was answered here; `isFree`: no words of another stand in the field. */
  answered: (number: string, isFree: boolean) => void
  /** Takes a waiting number for the words that stand there, whatever number these had. */
  use: (number: string) => void
  /** It is reported or cleared: the next number comes into the field. */
  next: () => void
  draft: () => CallerDraft
  /** What the telephone brought meanwhile waits again. */
  restore: (draft: CallerDraft) => void
}

export function useCaller(before: CallerDraft | null): CallerField {
  const reporter = ref(before?.reporter ?? '')
  const byTelephone = ref(before?.byTelephone ?? false)
  const waiting = ref<readonly string[]>(before?.waiting ?? [])

  // what is typed instead of the number came with no call
  watch(
    reporter,
    (typed) => {
      if (typed.trim() === '') byTelephone.value = false
    },
    { flush: 'sync' },
  )

  function take(number: string): void {
    reporter.value = number
    byTelephone.value = true
  }
  function use(number: string): void {
    waiting.value = waiting.value.filter((other) => other !== number)
    take(number)
  }
  return {
    reporter,
    byTelephone,
    waiting,
    input(telephone) {
      const who = reporter.value.trim()
      if (who === '') return {}
      return { reporter: who, ...(byTelephone.value ? { channel: telephone } : {}) }
    },
    answered(number, isFree) {
      if (isFree && reporter.value.trim() === '') take(number)
      else waiting.value = [...waiting.value.filter((other) => other !== number), number]
    },
    use,
    next() {
      reporter.value = ''
      byTelephone.value = false
      const [first] = waiting.value
      if (first !== undefined) use(first)
    },
    draft: () => ({
      ...(reporter.value === '' ? {} : { reporter: reporter.value }),
      ...(byTelephone.value ? { byTelephone: true } : {}),
      ...(waiting.value.length > 0 ? { waiting: waiting.value } : {}),
    }),
    restore(draft) {
      const meanwhile = reporter.value
      if (byTelephone.value && meanwhile !== '') waiting.value = [meanwhile, ...waiting.value]
      reporter.value = draft.reporter ?? ''
      byTelephone.value = draft.byTelephone ?? false
    },
  }
}
