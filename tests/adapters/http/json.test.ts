/**
 * Reading any bytes ends in a value or a refusal, and the value can be handled safely.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onlyFields, readJson } from '#main/adapters/http/json.ts'

const seed = 20_261_124
const bytes = (source: string): Uint8Array => new TextEncoder().encode(source)

/** Valid JSON with pieces cut out, doubled and broken, as a fuzzer would send it. */
const mangled = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.nat(),
    fc.constantFrom(
      '',
      '{',
      ']',
      '"',
      '\\',
      '\\ud800',
      '"__proto__":',
      '[['.repeat(5_000),
      '\0',
      '1e999',
    ),
  )
  .map(
    ([json, from, length, place]) =>
      json.slice(0, from % (json.length + 1)) +
      place +
      json.slice((from + length) % (json.length + 1)),
  )

describe('what a stranger sends', () => {
  it('is a value or a refusal, never an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(bytes), mangled.map(bytes)),
        (sent) => {
          const read = readJson(sent)
          if (!read.ok) {
            expect(['broken-json', 'too-deep', 'broken-text']).toContain(read.code)
            return
          }
          expect(() => JSON.stringify(read.value)).not.toThrow()
          const inside = onlyFields(read.value, ['id', 'name', 'input'])
          if (typeof inside === 'string') expect(['bad-request', 'unknown-field']).toContain(inside)
          else
            expect(Object.keys(inside).every((key) => ['id', 'name', 'input'].includes(key))).toBe(
              true,
            )
        },
      ),
      { seed, numRuns: 3_000 },
    )
  })

  it('comes out as JSON.parse would read it, if it is sound', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10, stringUnit: 'grapheme' }), (value) => {
        const source = JSON.stringify(value)
        expect(readJson(bytes(source))).toEqual({ ok: true, value: JSON.parse(source) as unknown })
      }),
      { seed, numRuns: 500 },
    )
  })
})
