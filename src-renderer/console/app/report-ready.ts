/**
 * The report that has just been prepared, as long as nobody at this desk has opened it or said that
 * he knows. It is kept on this machine.
 */
import { computed, ref, type ComputedRef } from 'vue'
import { useBoard } from '../../stores/board.ts'

const REMEMBERED = 'vigil.report-noted'
const noted = ref(localStorage.getItem(REMEMBERED) ?? '')

/** `month` 2026-11, or null. */
export function useReportReady(): { month: ComputedRef<string | null>; note: () => void } {
  const board = useBoard()
  const month = computed(() => {
    const ready = board.board?.reportReady ?? null
    return ready !== null && ready > noted.value ? ready : null
  })
  return {
    month,
    note() {
      if (month.value === null) return
      noted.value = month.value
      localStorage.setItem(REMEMBERED, noted.value)
    },
  }
}
