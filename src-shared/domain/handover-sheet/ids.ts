/**
 * Ids of sheets bear their instant in front (UUID v7), so that a day's sheets are found by name.
 */

/** What comes before every id of `at` (UTC ms) and later, and after all earlier ones. */
export function idsFrom(at: number): string {
  const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}
