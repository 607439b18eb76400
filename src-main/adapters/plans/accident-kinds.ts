/** Reads the kinds of accidents at work, `standards/accident-kinds.yaml`, of the installation. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { AccidentKind } from '#shared/domain/incident/record/slices.ts'
import { yaml } from './yaml.ts'

const Name = z.string().min(1)
const Kinds = z.strictObject({
  standard: Name,
  kinds: z.record(z.string().regex(/^WSA1\d{4}$/), z.strictObject({ zh: Name, en: Name })),
})

/**
 * The kinds of a file in the order of the standard, or null if it is missing or damaged: then none
 * can be said.
 */
export function readAccidentKinds(file: string): readonly AccidentKind[] | null {
  try {
    const { standard, kinds } = Kinds.parse(yaml().parse(readFileSync(file, 'utf8')))
    return Object.entries(kinds).map(([code, name]) => ({ code, name, standard }))
  } catch {
    return null
  }
}
