/** Tests the hash chain: each event bound to all before it. */
import { describe, expect, test } from 'vitest'
import { canonical } from '#shared/domain/canonical.ts'
import { START, asHandedUp, firstBreak, linkHash } from '#main/adapters/journal/chain.ts'

describe('the hash chain', () => {
  const bound = {
    seq: 1,
    stream: 's',
    version: 1,
    type: 'Noted',
    at: 5,
    by: '王"敏',
    commandId: null,
    body: '{"a":1}',
  }
  const content = { ...bound, salt: null }

  test('hashes the canonical JSON of the whole event behind the previous hash', async () => {
    const { createHash } = await import('node:crypto')
    const line = canonical({ ...bound, body: { a: 1 } })
    expect(linkHash(START.hash, content)).toBe(
      createHash('sha256')
        .update(START.hash + line)
        .digest('hex'),
    )
  })

  test('of a name with a salt only their digest is bound, with the seat', async () => {
    const { createHash } = await import('node:crypto')
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
    const salt = 'f'.repeat(32)
    const by = { name: sha(`${salt}王"敏`), seat: '值班员' }
    const line = canonical({ ...bound, by, body: { a: 1 } })
    expect(linkHash(START.hash, { ...content, salt })).toBe(sha(START.hash + line))
    expect(asHandedUp({ ...content, salt, hash: 'a' }).line).toBe(line)
    expect(line).not.toContain('敏')
  })

  test.each([
    ['another name', { by: '李娜' }],
    ['another salt', { salt: 'e'.repeat(32) }],
    ['no salt any more', { salt: null }],
  ])('%s is found, though the name is bound by its digest', (_what, change) => {
    const link = { ...content, salt: 'f'.repeat(32) }
    const hash = linkHash(START.hash, link)
    expect(firstBreak(START, [{ ...link, hash }])).toBeNull()
    expect(firstBreak(START, [{ ...link, hash, ...change }])).toMatchObject({ seq: 1 })
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
