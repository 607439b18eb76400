/** Counts the open dialogs: while there is one, the keys belong to it. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

export const useDialogs = defineStore('dialogs', () => {
  const open = ref(0)
  return {
    any: computed(() => open.value > 0),
    opened: (): void => {
      open.value++
    },
    closed: (): void => {
      open.value = Math.max(0, open.value - 1)
    },
  }
})
