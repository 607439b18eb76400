/** Calls a function again and again, one call at a time. */

/**
 * The next call is `everyMs` after the last has ended, whatever came of it. The returned function
 * ends it and resolves once nothing of it runs any more.
 */
export function poll(look: () => Promise<void>, everyMs: number): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  let running = Promise.resolve()
  const next = (): void => {
    running = look()
      .catch(() => undefined) // whoever looks says what went wrong
      .then(() => {
        if (!stopped) timer = setTimeout(next, everyMs)
      })
  }
  next()
  return async () => {
    stopped = true
    if (timer) clearTimeout(timer)
    await running
  }
}
