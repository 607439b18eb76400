/**
 * Notices that whoever started us is gone: npm runs scripts through a shell that passes no signal
 * on, so ending npm would leave us behind.
 */

const EVERY = 1000 // ms

/**
 * Calls `stop` once when the parent process has ended. Not on Windows, where the number of the
 * parent never changes.
 * @param {() => void} stop
 */
export function onOrphaned(stop) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, EVERY)
  watch.unref()
}
