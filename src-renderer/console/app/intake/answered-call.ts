/** The number of the call that was answered at this desk: it goes into the next report. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useCallerWords } from '../../base/caller-words.ts'

export const useAnsweredCall = defineStore('answered-call', () => {
  const t = useCallerWords()
  const number = ref('')
  return {
    number,
    /** As a report has it; null: nobody rang, or the number was left out. */
    caller: (): { reporter: string; channel: string } | null =>
      number.value === '' ? null : { reporter: number.value, channel: t('incoming.channel') },
  }
})
