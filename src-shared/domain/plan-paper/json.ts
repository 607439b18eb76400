/** Reads parts of drafts, which may say anything: what is not as it should be is nothing. */

export type Json = Readonly<Record<string, unknown>>

export const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const mapOf = (value: unknown): Json => (isMap(value) ? value : {})
export const mapsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isMap) : []
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
/** A text in Chinese if it has that, else in English; null: it has none. */
export function wordIn(value: unknown): string | null {
  const { zh, en } = mapOf(value)
  const written = textOf(value) || textOf(zh) || textOf(en)
  return written === '' ? null : written
}
