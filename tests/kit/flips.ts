/**
 * One flipped bit in a record's file, and where it lies: in the pages of what was folded from the
 * events, or of the events themselves.
 */
import { openSync, closeSync, readFileSync, readSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { chance } from './driver.ts'

const DERIVED = /^(incident_|history|kept|month_tally|sqlite_autoindex_(incident_row|history))/

/** `table`: the table or index that the byte belongs to. */
export type Flip = { offset: number; bit: number; table: string; derived: boolean }

/**
 * Seeded flips all over the file, or over what was folded alone. The file must have been closed
 * cleanly.
 */
export function flipsIn(
  file: string,
  seed: number,
  count: number,
  only: 'all' | 'derived' = 'all',
): readonly Flip[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const pages = db.prepare('SELECT name, pageno, pgoffset, pgsize FROM dbstat').all() as {
    name: string
    pgoffset: number
    pgsize: number
  }[]
  db.close()
  const size = readFileSync(file).length
  const random = chance(seed)
  const flips: Flip[] = []
  while (flips.length < count) {
    const offset = Math.floor(random() * size)
    const bit = Math.floor(random() * 8)
    const table =
      pages.find(({ pgoffset, pgsize }) => offset >= pgoffset && offset < pgoffset + pgsize)
        ?.name ?? 'free'
    const derived = DERIVED.test(table)
    if (only === 'all' || derived) flips.push({ offset, bit, table, derived })
  }
  return flips
}

export function flip(file: string, { offset, bit }: Pick<Flip, 'offset' | 'bit'>): void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, offset)
  byte[0] = (byte[0] ?? 0) ^ (1 << bit)
  writeSync(handle, byte, 0, 1, offset)
  closeSync(handle)
}
