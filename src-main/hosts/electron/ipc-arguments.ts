/**
 * Brings the arguments of a page to plain JSON within the same limits as over HTTP; the station
 * validates the values.
 */
import { onlyFields, readJson } from '#main/adapters/http/json.ts'
import type { BorderCode } from '#shared/contract/refused.ts'
import { LARGE_REQUEST_BYTES, REQUEST_BYTES } from '#shared/contract/request.ts'

/**
 * An object with these fields only. Refuses `bad-request` (no object, or more arguments than one),
 * `too-large`, `too-deep`, `broken-json` (a value that JSON cannot hold), `broken-text`,
 * `unknown-field`. `most`: how many bytes these fields may be as JSON.
 */
export function readPageArguments<K extends string>(
  args: readonly unknown[],
  fields: readonly K[],
  most: (read: Partial<Record<K, unknown>>) => number = () => REQUEST_BYTES,
): Partial<Record<K, unknown>> | BorderCode {
  if (args.length !== 1) return 'bad-request'
  let source: unknown
  try {
    source = JSON.stringify(args[0])
  } catch (error) {
    // deeper than the stack; else a cycle or a big integer
    return error instanceof RangeError ? 'too-deep' : 'broken-json'
  }
  if (typeof source !== 'string') return 'bad-request'
  const bytes = Buffer.from(source)
  if (bytes.length > LARGE_REQUEST_BYTES) return 'too-large'
  const parsed = readJson(bytes)
  if (!parsed.ok) return parsed.code
  const read = onlyFields(parsed.value, fields)
  return typeof read !== 'string' && bytes.length > most(read) ? 'too-large' : read
}
