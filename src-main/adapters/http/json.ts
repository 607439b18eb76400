/**
 * Reads JSON that a stranger has written, so that nothing behind it has to fear depth or broken
 * characters.
 */
import type { BorderCode } from '#shared/contract/refused.ts'

const DEEPEST = 12

/**
 * Counts brackets outside strings: a parser, and whatever walks its result, would already be in
 * trouble.
 */
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

/** Half a character cannot be stored as it came: its seal would never match again. */
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

/** An object with no other keys than these. An own `__proto__` is another key. */
export function onlyFields<K extends string>(
  value: unknown,
  known: readonly K[],
): Partial<Record<K, unknown>> | BorderCode {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'bad-request'
  return Object.keys(value).every((key) => (known as readonly string[]).includes(key))
    ? value
    : 'unknown-field'
}
