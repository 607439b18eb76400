/**
 * Keeps what counts with the second from reaching further than it must: the framework tells
 * everybody who depends on a computed value that it may have changed, and lets each of them look.
 */
import { shallowRef, watch, type ShallowRef } from 'vue'

/**
 * What `look` says, looked up at once when something that it reads changes; whoever depends on it
 * hears of it only when it says something else.
 */
export function useSettled<T>(look: () => T): Readonly<ShallowRef<T>> {
  const value = shallowRef() as ShallowRef<T>
  watch(
    look,
    (latest) => {
      value.value = latest
    },
    { immediate: true, flush: 'sync' },
  )
  return value
}
