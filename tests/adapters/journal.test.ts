/** Runs the suites of every journal on both, and compares what they keep. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openMemoryJournal } from '../kit/memory-journal.ts'
import { reopeningJournal } from '#main/adapters/journal/reopening.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Journal } from '#main/core/ports.ts'
import { failingJournal } from './failing-journal.ts'
import { historySuite } from './history.suite.ts'
import { journalSuite } from './journal.suite.ts'
import { linksSuite } from './links.suite.ts'
import { entry, event } from './samples.ts'

const onDisk = (open: (file: string) => Journal) => async () => {
  const dir = await mkdtemp(join(tmpdir(), 'vigil-journal-'))
  const journal = open(join(dir, 'journal.db'))
  return {
    journal,
    dispose: async () => {
      await journal.close()
      await rm(dir, { recursive: true })
    },
  }
}

for (const suite of [journalSuite, historySuite, linksSuite]) {
  suite('in memory', () =>
    Promise.resolve({ journal: openMemoryJournal(), dispose: () => Promise.resolve() }),
  )
  suite('SQLite', onDisk(openSqliteJournal))
  suite(
    'SQLite, reopened when full',
    onDisk((file) => reopeningJournal(() => openSqliteJournal(file))),
  )
}

describe('both keep the same record', () => {
  test('the same entries make the same chain', async () => {
    const { journal, dispose } = await onDisk(openSqliteJournal)()
    const memory = openMemoryJournal()
    const entries = [
      entry({
        events: [
          event('a', 'Reported', { words: '停电“三层”\n', n: 1.5, none: null, list: [true, {}] }),
          event('b'),
        ],
        authorSalt: 'a'.repeat(32),
      }),
    ]
    await journal.commit(entries)
    await memory.commit(entries)
    expect(await memory.verify()).toEqual(await journal.verify())
    await dispose()
  })
})

describe('the failing journal for tests of others', () => {
  test('fails from the n-th commit on, saves nothing of it, and heals', async () => {
    const journal = failingJournal(openMemoryJournal(), 2)
    const commitEntry = () => journal.commit([entry({ events: [event('a')] })])
    await commitEntry()
    await expect(commitEntry()).rejects.toThrow('disk I/O error')
    await expect(commitEntry()).rejects.toThrow('disk I/O error')
    expect(await journal.position()).toBe(1)
    journal.heal()
    expect(await commitEntry()).toEqual([{ ok: true, position: 2 }])
  })
})
