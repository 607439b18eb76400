/** Reads the vocabulary of the matching, `matching/synonyms.yaml`, of the installation. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { compileSynonyms, type SynonymSet } from '#shared/domain/match/synonyms.ts'
import { yaml } from './yaml.ts'

const Words = z.array(z.string().min(1)).min(1)
const Synonyms = z.strictObject({
  classes: z.record(z.string().regex(/^[a-z]+$/), z.union([z.string().min(1), Words])),
  synonyms: z.array(
    z.strictObject({
      words: Words,
      patterns: z.array(Words).min(1),
      across: z.array(Words).optional(),
      unless: Words.optional(),
      scene: z.enum(['who', 'where']).optional(),
      guess: z.boolean().optional(),
    }),
  ),
})

/**
 * The vocabulary of a file, or null if it is missing or damaged: then words are matched as they are
 * written, read and sound.
 */
export function readSynonyms(file: string): readonly SynonymSet[] | null {
  try {
    return compileSynonyms(Synonyms.parse(yaml().parse(readFileSync(file, 'utf8'))))
  } catch {
    return null
  }
}
