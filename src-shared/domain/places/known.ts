/**
 * Knows a place by what people call it: its name or one of its aliases, whatever the width and case
 * of letters and the blanks between them.
 */
import type { RegisteredPlace } from './place.ts'

/** How a name is compared. */
export const spelled = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()

type Called = Pick<RegisteredPlace, 'name' | 'aliases'>

/** All that a place goes by. */
export const callsOf = ({ name, aliases }: Called): readonly string[] => [name, ...aliases]

const spellings = new WeakMap<Called, readonly string[]>()

/** The same as they are compared; kept by place, since a list of thousands is held against all. */
export function spelledCalls(place: Called): readonly string[] {
  const known = spellings.get(place) ?? callsOf(place).map(spelled)
  spellings.set(place, known)
  return known
}

/** The place that goes by this name or alias; null: none does. */
export function placeCalled<P extends Called>(text: string, register: readonly P[]): P | null {
  const call = spelled(text)
  return register.find((place) => spelledCalls(place).includes(call)) ?? null
}

/** A place of the register in a text. `from`, `to`: where it is called there. */
type Heard = { place: RegisteredPlace; from: number; to: number }

const SHORTEST = 2 // a single character is in too many words

/**
 * The places that a text names, by name or alias: who is called at greatest length first, then as
 * they stand in the text.
 */
export function placesIn(text: string, register: readonly RegisteredPlace[]): readonly Heard[] {
  const line = text.normalize('NFKC').toLowerCase()
  return register
    .flatMap((place) =>
      callsOf(place).flatMap((name): Heard[] => {
        const call = name.normalize('NFKC').toLowerCase()
        const from = call.length < SHORTEST ? -1 : line.indexOf(call)
        return from < 0 ? [] : [{ place, from, to: from + call.length }]
      }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
}

/**
 * A place as the record shall have it: an alias becomes the name, also where more follows it
 * (国贸厅3号窗口 → 城南营业厅3号窗口). Within other words it may belong to another place, and stays.
 */
export function byItsName(text: string, register: readonly RegisteredPlace[]): string {
  const whole = placeCalled(text, register)
  if (whole) return whole.name
  const heard = placesIn(text, register)[0]
  return heard?.from === 0 && !text.includes(heard.place.name)
    ? heard.place.name + text.normalize('NFKC').slice(heard.to)
    : text
}

/**
 * The place that a caller means. `guess`: what sounds like one in their words, null where nothing
 * does; then it is the place of the register that they name.
 */
export function meantPlace(
  narrative: string,
  guess: string | null,
  register: readonly RegisteredPlace[],
): string | null {
  return guess === null
    ? (placesIn(narrative, register)[0]?.place.name ?? null)
    : byItsName(guess, register)
}

/**
 * The name by which a place is counted: that of the place which goes by it, else itself, so that
 * two spellings are one place.
 */
export function placeNames(register: readonly RegisteredPlace[]): (place: string) => string {
  const names = new Map<string, string>()
  for (const place of register)
    for (const call of spelledCalls(place)) if (!names.has(call)) names.set(call, place.name)
  const known = new Map<string, string>() // as it was asked for: figures ask for the same ones
  return (place) => {
    const name = known.get(place) ?? names.get(spelled(place)) ?? place
    known.set(place, name)
    return name
  }
}
