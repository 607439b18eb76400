/**
 * A copy of a record on a medium that nothing can be written to is verified as it lies there,
 * its log of writes included.
 */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifySqliteJournal } from '#main/adapters/journal/sqlite-closed.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { entry, event } from './samples.ts'

const NOBODY = 65_534

/** Root writes wherever it likes: then the work is done as a user without any right. */
async function asReader<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || !process.seteuid) return work()
  process.seteuid(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid(0)
  }
}

/** Copies these files of a record that is still open, into a folder that can only be read. */
async function copied(ends: readonly string[]): Promise<string> {
  const above = mkdtempSync(join(tmpdir(), 'vigil-medium-'))
  chmodSync(above, 0o755)
  const [dir, medium] = [join(above, 'data'), join(above, 'medium')]
  for (const folder of [dir, medium]) mkdirSync(folder)
  onTestFinished(() => {
    chmodSync(medium, 0o755)
    rmSync(above, { recursive: true, force: true })
  })
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  await journal.commit([entry({ events: [event('a'), event('b')] })])
  if (!ends.includes('-wal')) await journal.close()
  for (const end of ends) {
    copyFileSync(join(dir, `journal.db${end}`), join(medium, `journal.db${end}`))
    chmodSync(join(medium, `journal.db${end}`), 0o444)
  }
  await journal.close()
  chmodSync(medium, 0o555)
  return join(medium, 'journal.db')
}

test.each([
  ['the file alone', ['']],
  ['with its log', ['', '-wal']],
  ['with its log and the index of it', ['', '-wal', '-shm']],
])('%s', async (_what, ends) => {
  const file = await copied(ends)
  const before = readdirSync(join(file, '..'))
  const temporary = readdirSync(tmpdir()).filter((name) => name.startsWith('vigil-verify-'))
  expect(await asReader(() => verifySqliteJournal(file))).toMatchObject({ ok: true, position: 2 })
  expect(readdirSync(join(file, '..'))).toEqual(before)
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('vigil-verify-'))).toEqual(
    temporary,
  )
})

test('nothing that could be read is refused, not called whole', async () => {
  await expect(
    asReader(() => verifySqliteJournal(join(tmpdir(), 'vigil-no-such', 'journal.db'))),
  ).rejects.toMatchObject({ code: 'cannot-open' })
})
