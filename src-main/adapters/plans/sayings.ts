/** Reads what callers say, by kind of event, `matching/sayings.yaml`, of the installation. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SayingKind } from '#shared/domain/match/sayings.ts'
import { yaml } from './yaml.ts'

const Sayings = z.strictObject({
  sayings: z.array(
    z.strictObject({ words: z.array(z.string().min(1)).min(1), says: z.string().min(1) }),
  ),
})

/** Each line of `says` is a saying. Null if the file is missing or damaged. */
export function readSayings(file: string): readonly SayingKind[] | null {
  try {
    return Sayings.parse(yaml().parse(readFileSync(file, 'utf8'))).sayings.map(
      ({ words, says }) => ({
        words,
        says: says
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      }),
    )
  } catch {
    return null
  }
}
