/** Shares as every screen and file writes them. */

/**
 * Share of limits met, in whole per cent; null while none was due. 100 is said only when none was
 * late, 0 only when none was met.
 */
export const metShare = ({
  due,
  met,
}: {
  due: number
  met: number
  late?: number
}): number | null =>
  due === 0
    ? null
    : met === due
      ? 100
      : met === 0
        ? 0
        : Math.min(99, Math.max(1, Math.round((100 * met) / due)))
