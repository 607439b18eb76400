/** Tests the hash chain: each event bound to all before it. */
import { describe, expect, test } from 'vitest'
import { canonical } from '#shared/domain/canonical.ts'
import { START, firstBreak, linkHash } from '#main/adapters/journal/chain.ts'

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
