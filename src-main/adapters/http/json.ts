/** Reads JSON of a stranger and refuses depth and broken characters. */
import type { BorderCode } from '#shared/contract/refused.ts'

const DEEPEST = 12

/** Counts brackets outside strings before parsing: depth may break the parser itself. */
function tooDeep(source: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]
    if (quoted) {
      if (sign === '\\') i++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') {
      if (++depth > DEEPEST) return true
    } else if (sign === '}' || sign === ']') depth--
  }
  return false
}

/** Half a character cannot be stored as it came, so that its seal would never match. */
function wellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, inner]) => key.isWellFormed() && wellFormed(inner))
}

export type ParsedJson = { ok: true; value: unknown } | { ok: false; code: BorderCode }

/**
 * Refuses bytes that are not UTF-8 or not JSON (`broken-json`), more than 12 levels (`too-deep`),
 * lone surrogates (`broken-text`).
 */
export function readJson(bytes: Uint8Array): ParsedJson {
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (tooDeep(source)) return { ok: false, code: 'too-deep' }
    const value: unknown = JSON.parse(source)
    return wellFormed(value) ? { ok: true, value } : { ok: false, code: 'broken-text' }
  } catch {
    return { ok: false, code: 'broken-json' }
  }
}

/** An object with these keys only. A key `__proto__` is refused like any other. */
export function onlyFields<K extends string>(
  value: unknown,
  fields: readonly K[],
): Partial<Record<K, unknown>> | BorderCode {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'bad-request'
  return Object.keys(value).every((key) => (fields as readonly string[]).includes(key))
    ? value
    : 'unknown-field'
}
