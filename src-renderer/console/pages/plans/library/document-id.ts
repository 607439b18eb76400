/** The id of a new document, made of its name, so that nobody has to think of one. */
import type { Syllables } from '#renderer/console/base/syllables.ts'

const LONGEST = 24

/**
 * Initials of what is Chinese, words of what is not: 电梯应急预案 is `dtyjya`, Lift plans is
 * `lift-plans`; `document` where neither can be read. The first with a number behind it that is
 * not `taken`.
 */
export function documentIdOf(name: string, syllables: Syllables, taken: readonly string[]): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/([a-z0-9]+)/)
    .flatMap((part) =>
      /^[a-z0-9]+$/.test(part)
        ? [part]
        : [
            syllables(part)
              .map((syllable) => syllable[0] ?? '')
              .join(''),
          ],
    )
    .filter((part) => part !== '')
  const read = words
    .join('-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  const id = read === '' ? 'document' : read
  let number = 1
  let candidate = id
  while (taken.includes(candidate)) candidate = `${id}-${++number}`
  return candidate
}
