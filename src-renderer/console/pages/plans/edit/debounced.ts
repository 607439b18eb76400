/** Does a thing once its cause has rested for a while. It stops with its component. */
import { onScopeDispose } from 'vue'

export type Debounced = { (): void; cancel: () => void; flush: () => void }

export function debounced(act: () => void, ms: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const run = (): void => {
    cancel()
    act()
  }
  onScopeDispose(cancel)
  return Object.assign(
    () => {
      clearTimeout(timer)
      timer = setTimeout(run, ms)
    },
    {
      cancel,
      flush: () => {
        if (timer !== undefined) run()
      },
    },
  )
}
