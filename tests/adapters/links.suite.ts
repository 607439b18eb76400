/**
 * Tests what every journal must hand up: the texts that its chain binds, with their hashes. One
 * suite, run for each journal.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Journal } from '#main/core/ports.ts'
import { digest } from '#main/adapters/vault.ts'
import { command, entry, event } from './samples.ts'

export function linksSuite(
  name: string,
  open: () => Promise<{ journal: Journal; dispose: () => Promise<void> }>,
): void {
  describe(`journal, handed up: ${name}`, () => {
    let journal: Journal
    let dispose: () => Promise<void>
    beforeEach(async () => ({ journal, dispose } = await open()))
    afterEach(async () => {
      await dispose()
    })

    test('the links are the texts that the chain binds, each with its hash', async () => {
      await journal.commit([
        entry({ command: command('c1'), events: [event('a'), event('b'), event('a')] }),
      ])
      const links = await journal.links(1, 5)
      expect(links.map(({ seq, type }) => [seq, type])).toEqual([
        [2, 'NoteAdded'],
        [3, 'NoteAdded'],
      ])
      const [second, third] = links
      expect(JSON.parse(second?.line ?? '')).toEqual(
        expect.objectContaining({ stream: 'b', seq: 2, version: 1, commandId: 'c1' }),
      )
      expect(third?.hash).toBe(digest(second?.hash ?? '', third?.line ?? ''))
      expect(second?.hash).toBe(digest((await journal.hashAt(1)) ?? '', second?.line ?? ''))
      expect(await journal.links(3, 5)).toEqual([])
    })
  })
}
