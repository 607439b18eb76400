/** The id of a new document, made of its name, so that nobody has to think of one. */

const LONGEST = 24

/**
 * Initials of what is Chinese, words of what is not: 电梯应急预案 is `dtyjya`, Lift plans is
 * `lift-plans`; `document` where neither can be read. While it is taken, the next number stands
 * behind it. `syllables` reads Chinese aloud, one a character, and leaves out whatever is not.
 */
export function documentIdOf(
  name: string,
  syllables: (text: string) => readonly string[],
  isTaken: (id: string) => boolean,
): string {
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
  while (isTaken(candidate)) candidate = `${id}-${++number}`
  return candidate
}
