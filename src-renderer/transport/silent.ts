/** Since when a line counts as dead. */

/** The station beats once a second; a line this silent is dead though nobody closed it (ms). */
export const SILENT_TOO_LONG = 15_000

/**
 * Calls `end` once nothing was heard for `tooLong` ms; `heard`: when, as performance.now() has it.
 * It wakes when that may be so, and not each second. Returns how to stop it.
 */
export function watchSilence(heard: () => number, tooLong: number, end: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const look = (): void => {
    const left = heard() + tooLong - performance.now()
    if (left <= 0) end()
    else timer = setTimeout(look, left + 1)
  }
  timer = setTimeout(look, tooLong)
  return () => clearTimeout(timer)
}
