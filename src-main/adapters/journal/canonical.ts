/**
 * One spelling for one JSON value, so that a digest of it means something. It stores nothing and
 * repairs nothing.
 */
import type { Json } from '#main/core/ports.ts'

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/**
 * JSON with the keys of every object in order of their UTF-16 units (RFC 8785), no spaces, members
 * that are undefined left out. Throws a TypeError for anything that JSON cannot give back as it
 * was: NaN, infinities, dates, maps, functions, holes.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return scalar(value)
  if (isList(value)) return `[${Array.from(value, canonical).join(',')}]`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('only plain objects stand in the record')
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`)
  }
  return `{${members.join(',')}}`
}

function scalar(value: null | boolean | number | string): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('a number of the record must be finite')
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`${typeof value} cannot stand in the record`)
  return text
}
