/**
 * The open dialogs, one above the other: while there is any, the keys belong to the topmost.
 */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

export const useDialogs = defineStore('dialogs', () => {
  const open = shallowRef<readonly symbol[]>([])
  return {
    any: computed(() => open.value.length > 0),
    /** Puts a dialog on top; what it gives names the dialog. */
    opened: (): symbol => {
      const dialog = Symbol('dialog')
      open.value = [...open.value, dialog]
      return dialog
    },
    closed: (dialog: symbol): void => {
      open.value = open.value.filter((item) => item !== dialog)
    },
    isTop: (dialog: symbol): boolean => open.value.at(-1) === dialog,
  }
})
