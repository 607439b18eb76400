/**
 * Reads what callers say, by kind of event, `matching/sayings.yaml`, of the installation, and what
 * the second ear has learned from it: from the file that the build has compiled, if it stands for
 * these very bytes; else it is learned from the sayings themselves.
 *
 * The compiled file has two lines of JSON: its head with two digests, and what was learned.
 */
import { createHash } from 'node:crypto'
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

/** SHA-256 in hex: of the file of sayings, and of the line that follows. */
type Head = { sayings: string; body: string }

const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')

/** The text of the compiled file for a file of sayings. */
export function compileSayings(file: string): string {
  const line = JSON.stringify(pack(learn(readSayings(file) ?? [])))
  const head: Head = { sayings: sha256(readFileSync(file)), body: sha256(line) }
  return `${JSON.stringify(head)}\n${line}`
}

/** Null if it cannot be read, is damaged, or was compiled from other sayings. */
function readCompiledSayings(compiled: string, file: string): Learned | null {
  try {
    const content = readFileSync(compiled)
    const end = content.indexOf('\n')
    const head = JSON.parse(content.toString('utf8', 0, end)) as Head
    const line = content.subarray(end + 1)
    if (head.body !== sha256(line) || head.sayings !== sha256(readFileSync(file))) return null
    return unpack(JSON.parse(line.toString('utf8')) as Packed)
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
