/**
 * One flipped bit in a record's file, and where it lies: in the pages of what was folded from the
 * events, or of the events themselves.
 */
import { openSync, closeSync, readFileSync, readSync, statSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { chance } from './driver.ts'

const DERIVED = /^(incident_|history|kept|month_tally|sqlite_autoindex_(incident_row|history))/

/** `table`: the table or index that the byte belongs to. */
export type Flip = { offset: number; bit: number; table: string; derived: boolean }

/** Where each byte of a record lies. The file must have been closed cleanly. */
function placesIn(file: string): (offset: number) => Pick<Flip, 'table' | 'derived'> {
  const db = new DatabaseSync(file, { readOnly: true })
  const pages = db.prepare('SELECT name, pgoffset, pgsize FROM dbstat').all() as {
    name: string
    pgoffset: number
    pgsize: number
  }[]
  db.close()
  return (offset) => {
    const page = pages.find(
      ({ pgoffset, pgsize }) => offset >= pgoffset && offset < pgoffset + pgsize,
    )
    const table = page?.name ?? 'free'
    return { table, derived: DERIVED.test(table) }
  }
}

/** Seeded flips all over the file, or over what was folded alone. */
export function flipsIn(
  file: string,
  seed: number,
  count: number,
  only: 'all' | 'derived' = 'all',
): readonly Flip[] {
  const placeOf = placesIn(file)
  const size = statSync(file).size
  const random = chance(seed)
  const flips: Flip[] = []
  while (flips.length < count) {
    const offset = Math.floor(random() * size)
    const bit = Math.floor(random() * 8)
    const place = placeOf(offset)
    if (only === 'all' || place.derived) flips.push({ offset, bit, ...place })
  }
  return flips
}

/** A flip of the lowest bit of its last byte, wherever a text stands in what was folded. */
export function flipsOf(file: string, text: string): readonly Flip[] {
  const placeOf = placesIn(file)
  const bytes = readFileSync(file)
  const flips: Flip[] = []
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    const offset = at + Buffer.byteLength(text) - 1
    flips.push({ offset, bit: 0, ...placeOf(offset) })
  }
  return flips.filter(({ derived }) => derived)
}

export function flip(file: string, { offset, bit }: Pick<Flip, 'offset' | 'bit'>): void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, offset)
  byte[0] = (byte[0] ?? 0) ^ (1 << bit)
  writeSync(handle, byte, 0, 1, offset)
  closeSync(handle)
}
