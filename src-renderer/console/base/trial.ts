/**
 * Asks the intake for a trial: a report as a drill, so that nobody is called and nothing counts.
 */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export const useTrial = defineStore('trial', () => {
  const times = ref(0)
  return {
    /** How often it was asked for here. */
    times,
    ask: (): void => {
      times.value++
    },
  }
})
