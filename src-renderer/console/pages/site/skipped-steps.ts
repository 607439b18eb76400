/** Remembers on this machine which steps of the first set-up somebody has put off. */
import { readonly, ref, type Ref } from 'vue'
import { list, words } from '#shared/domain/form.ts'

const NAME = 'vigil.set-up-skipped'
const isList = list(words)

function stored(): readonly string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return isList(names) ? (names as string[]) : []
  } catch {
    return [] // switched off, or not ours
  }
}

export function useSkippedSteps(): {
  skipped: Readonly<Ref<readonly string[]>>
  turn: (step: string) => void
} {
  const skipped = ref(stored())
  return {
    skipped: readonly(skipped),
    /** Puts a step off, or takes it up again. */
    turn(step) {
      skipped.value = skipped.value.includes(step)
        ? skipped.value.filter((name) => name !== step)
        : [...skipped.value, step]
      try {
        localStorage.setItem(NAME, JSON.stringify(skipped.value))
      } catch {
        // full or switched off: it holds until the page is left
      }
    },
  }
}
