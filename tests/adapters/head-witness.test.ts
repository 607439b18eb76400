/** The witness of a record: how far it goes, in a file of its own beside it. */
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHeadWitness, readWitness } from '#main/adapters/journal/head-witness.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import type { Journal, Log } from '#main/core/ports.ts'
import { until } from '../kit/until.ts'

let dir: string
let file: string
let logged: string[]
const log: Log = {
  info: (event) => void logged.push(event),
  error: (event) => void logged.push(event),
}
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-witness-'))
  file = join(dir, 'head.json')
  logged = []
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const opened = (): { journal: Journal; witness: ReturnType<typeof createHeadWitness> } => {
  const witness = createHeadWitness(file, log)
  return { journal: openSqliteJournal(join(dir, 'journal.db'), witness), witness }
}
const save = (journal: Journal): Promise<unknown> =>
  journal.commit([
    {
      command: null,
      expect: {},
      events: [{ stream: 'station', type: 'ClockChanged', at: 1, by: 'Vigil', body: { byMs: 1 } }],
      seals: [],
      rows: [],
      documents: [],
    },
  ])

describe('while the station runs', () => {
  it('the file follows the record, and a clean stop leaves it at the end', async () => {
    const { journal, witness } = opened()
    witness.begin()
    await save(journal)
    await until(async () =>
      expect(readWitness(file)).toEqual({ position: 1, hash: await journal.hashAt(1) }),
    )
    await save(journal)
    const hash = await journal.hashAt(2)
    await journal.close()
    expect(readWitness(file)).toEqual({ position: 2, hash })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('it stays as it was until the record has been compared with it', async () => {
    const { journal, witness } = opened()
    witness.begin()
    await save(journal)
    await journal.close()
    const before = readFileSync(file, 'utf8')
    const again = opened()
    await save(again.journal)
    await again.journal.close()
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('where it cannot be written, that is logged once, and commands are saved', async () => {
    const blocked = join(dir, 'head.json', 'inside') // its folder is no folder
    writeFileSync(file, '')
    const witness = createHeadWitness(blocked, log)
    const journal = openSqliteJournal(join(dir, 'journal.db'), witness)
    witness.begin()
    await save(journal)
    await save(journal)
    await journal.close()
    expect(logged.filter((event) => event === 'head-witness-not-written')).toHaveLength(1)
    expect(witness.isWritten()).toBe(false)
    const again = openSqliteJournal(join(dir, 'journal.db'))
    expect(await again.position()).toBe(2)
    await again.close()
  })
})

describe('a damaged file', () => {
  beforeEach(async () => {
    const { journal, witness } = opened()
    witness.begin()
    await save(journal)
    await journal.close()
  })

  it('any one bit: it says nothing, and never something else', () => {
    const whole = readFileSync(file)
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const bytes = Buffer.from(whole)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      writeFileSync(file, bytes)
      expect([bit, readWitness(file)]).toEqual([bit, 'damaged'])
    }
  })

  it.each([
    ['missing', () => rmSync(file)],
    ['missing', () => truncateSync(file, 0)],
    ['damaged', () => truncateSync(file, 40)],
    ['damaged', () => writeFileSync(file, 'null')],
    ['damaged', () => writeFileSync(file, Buffer.alloc(200))],
  ])('%s: it is told to the log, and made anew', async (how, ruin) => {
    ruin()
    const { journal, witness } = opened()
    expect(witness.witnessed).toBeNull()
    expect(logged).toContain(`head-witness-${how}`)
    witness.begin()
    await until(async () =>
      expect(readWitness(file)).toEqual({ position: 1, hash: await journal.hashAt(1) }),
    )
    await journal.close()
  })
})
