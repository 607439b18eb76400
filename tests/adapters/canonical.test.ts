import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '#main/adapters/journal/canonical.ts'
import { START, firstBreak, linkHash } from '#main/adapters/journal/chain.ts'
import type { Json } from '#main/core/ports.ts'

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
        expect(canonical(JSON.parse(text) as Json)).toBe(text)
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
    expect(() => canonical(value as Json)).toThrow(TypeError)
  })
})

describe('the hash chain', () => {
  const content = {
    seq: 1,
    stream: 's',
    version: 1,
    type: 'Noted',
    at: 5,
    by: '王"敏',
    commandId: null,
    body: '{"a":1}',
  }

  test('hashes the canonical JSON of the whole event behind the previous hash', async () => {
    const { createHash } = await import('node:crypto')
    const line = canonical({ ...content, body: { a: 1 } })
    expect(linkHash(START.hash, content)).toBe(
      createHash('sha256')
        .update(START.hash + line)
        .digest('hex'),
    )
  })

  test('a change of any field, a gap and a swap are each found at their place', () => {
    const chain = [1, 2, 3].reduce<{ seq: number; hash: string }[]>((links, seq) => {
      const next = { ...content, seq }
      return [...links, { ...next, hash: linkHash(links.at(-1)?.hash ?? START.hash, next) }]
    }, []) as (typeof content & { hash: string })[]
    expect(firstBreak(START, chain)).toBeNull()
    for (const change of [
      { stream: 't' },
      { version: 9 },
      { type: 'X' },
      { at: 6 },
      { by: 'x' },
      { commandId: 'c' },
      { body: '{"a": 1}' },
    ]) {
      const changed = chain.map((link) =>
        link.seq === 2 ? { ...link, ...change } : link,
      ) as typeof chain
      expect(firstBreak(START, changed)).toEqual({ seq: 2, why: 'hash-mismatch' })
    }
    expect(
      firstBreak(
        START,
        chain.filter(({ seq }) => seq !== 2),
      ),
    ).toEqual({ seq: 2, why: 'sequence-gap' })
    expect(firstBreak(START, chain.toReversed())).toEqual({ seq: 1, why: 'sequence-gap' })
  })
})
