/** How long a run of initials may be that is taken for words. */
import { expect, it } from 'vitest'
import { matchInitials, tokenize } from '#shared/domain/match/match-word.ts'

const SYLLABLES: Readonly<Record<string, readonly string[]>> = {
  火灾报警: ['huo', 'zai', 'bao', 'jing'],
  电梯困人: ['dian', 'ti', 'kun', 'ren'],
}
const syllables = (text: string): readonly string[] => SYLLABLES[text] ?? []
const wordsIn = (text: string): readonly string[] =>
  matchInitials(Object.keys(SYLLABLES), tokenize(text, { syllables, synonyms: [] }), syllables)

it('takes up to twelve letters for words, and a longer run for none', () => {
  expect(wordsIn('hzbj')).toEqual(['火灾报警'])
  expect(wordsIn('hzbjdtkrhzbj')).toEqual(['火灾报警', '电梯困人', '火灾报警'])
  expect(wordsIn('hzbjdtkrhzbjdtkr')).toEqual([])
})
