/**
 * Numbers the states of the figures of each month, so that whoever keeps what he made of a month
 * knows when it is no longer so.
 */
export type MonthVersions = {
  /** Of a month `2026-11`: another number than any before, once something in it has changed. */
  of: (month: string) => number
  change: (month: string) => void
  changeAll: () => void
}

export function createMonthVersions(): MonthVersions {
  const versions = new Map<string, number>()
  let all = 0
  let last = 0
  return {
    of: (month) => Math.max(all, versions.get(month) ?? 0),
    change: (month) => void versions.set(month, ++last),
    changeAll() {
      all = ++last
    },
  }
}
