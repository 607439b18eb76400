/** One spelling for one JSON value, so that a digest or a comparison of it means something. */

/** A value that stands in the record; members that are undefined are left out. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON with the keys of every object in order of their UTF-16 units (RFC 8785), no spaces, members
 * that are undefined left out. Throws a TypeError for anything that JSON cannot give back as it
 * was: NaN, infinities, dates, maps, functions, holes.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return scalar(value)
  if (Array.isArray(value)) return listed(value)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('only plain objects stand in the record')
  const fields = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of Object.keys(fields).sort()) {
    const member = fields[key]
    if (member !== undefined)
      text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonical(member)}`
  }
  return text === '' ? '{}' : `${text}}`
}

/** By index, so that a hole is not passed over. */
function listed(values: readonly unknown[]): string {
  let text = '['
  for (let index = 0; index < values.length; index++)
    text += `${index === 0 ? '' : ','}${canonical(values[index])}`
  return `${text}]`
}

/** Whether two values are spelt the same. */
export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

function scalar(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('a number of the record must be finite')
  const spelt: string | undefined = JSON.stringify(value)
  if (spelt === undefined) throw new TypeError(`${typeof value} cannot stand in the record`)
  return spelt
}
