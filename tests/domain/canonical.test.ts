/** One JSON value has one spelling; what JSON cannot give back as it was is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, isSame } from '#shared/domain/canonical.ts'

describe('canonical JSON', () => {
  test('keys are in order at every depth, nothing undefined, no spaces', () => {
    expect(
      canonical({ b: [{ z: 1, a: '值守' }], a: null, gone: undefined, é: true, 10: 1, 9: 2 }),
    ).toBe('{"10":1,"9":2,"a":null,"b":[{"a":"值守","z":1}],"é":true}')
  })

  test('the order of insertion does not matter, and the value can be read back (any JSON)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(JSON.parse(text))).toBe(text)
      }),
    )
  })

  test.each([
    ['NaN', Number.NaN],
    ['an infinity', [Infinity]],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['nothing', undefined],
    ['a hole', [1, undefined]],
  ])('%s is refused', (_name, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
  })
})

test('two values are the same whatever the order of their keys', () => {
  expect(isSame({ a: 1, b: [2], c: undefined }, { b: [2], a: 1 })).toBe(true)
  expect(isSame({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
})
