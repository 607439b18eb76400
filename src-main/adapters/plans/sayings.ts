/**
 * Reads what callers say, by kind of event, `matching/sayings.yaml`, of the installation, and what
 * the second ear has learned from it: from the file that the build has compiled, if it stands for
 * these very bytes; else it is learned from the sayings themselves.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  pack,
  unpack,
  type Learned,
  type Packed,
  type SayingKind,
} from '#shared/domain/match/learned.ts'
import { learn } from '#shared/domain/match/sayings.ts'
import { compiledOf, readCompiledOf } from './compiled-of.ts'
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

/** The text of the compiled file for a file of sayings. */
export const compileSayings = (file: string): string =>
  compiledOf(file, pack(learn(readSayings(file) ?? [])))

function readCompiledSayings(compiled: string, file: string): Learned | null {
  const packed = readCompiledOf<Packed>(compiled, file)
  try {
    return packed && unpack(packed)
  } catch {
    return null
  }
}

/** What was learned from the sayings of the installation. Null if they are missing or damaged. */
export function readLearned(file: string, compiled: string | null): Learned | null {
  const known = compiled === null ? null : readCompiledSayings(compiled, file)
  if (known) return known
  const kinds = readSayings(file)
  return kinds && learn(kinds)
}
