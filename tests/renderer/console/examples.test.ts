/**
 * Tests that what the intake tells a dispatcher to try really finds a plan of the library that
 * comes with the product.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { propose } from '#shared/domain/match/match.ts'
import { consoleEn } from '#renderer/i18n/console.en.ts'
import { consoleZh } from '#renderer/i18n/console.zh.ts'

const library = loadLibrary(join(import.meta.dirname, '../../../resources'), { siteKinds: ['all'] })
const proposalCount = (words: string): number =>
  propose(words, {
    plans: library.plans(),
    types: library.types(),
    synonyms: library.synonyms(),
    syllables: createRomaniser().syllables,
  }).length

describe.each([
  ['Chinese', consoleZh],
  ['English', consoleEn],
])('the examples in %s', (_language, { intake }) => {
  const examples = [intake.placeholder, intake.none].flatMap((words) =>
    [...words.matchAll(/[“"]([^”"]+)[”"]/g)].map(([, example]) => example ?? ''),
  )

  it('are there, in the field and where nothing was found', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4)
  })
  it.each(examples)('%s finds a plan', (example) => {
    expect(proposalCount(example)).toBeGreaterThan(0)
  })
})
