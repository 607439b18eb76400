/** Checks that the file still has the tables, indexes and triggers that guard the record. */
import { DatabaseSync } from 'node:sqlite'
import { SCHEMA_STEPS } from './sqlite-schema.ts'
import { schemaIn } from './sqlite-statements.ts'

/** Name → text of everything that the steps make. */
export function expectedShape(): ReadonlyMap<string, string> {
  const db = new DatabaseSync(':memory:')
  try {
    for (const step of SCHEMA_STEPS) db.exec(step)
    return schemaIn(db)
  } finally {
    db.close()
  }
}

/**
 * The name of the first one that is missing, is not as the program makes it, or is not the
 * program's at all; null if there is none.
 */
export function firstChanged(actual: ReadonlyMap<string, string>): string | null {
  const expected = expectedShape()
  return (
    [...new Set([...expected.keys(), ...actual.keys()])]
      .sort()
      .find((name) => expected.get(name) !== actual.get(name)) ?? null
  )
}
