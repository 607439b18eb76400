/**
 * Several places as they are typed or pasted: a line a place, its name and how many customers or
 * people it has.
 */
import type { Place } from '#shared/domain/incident/record/slices.ts'

export const MOST_PLACES = 500 // as the station takes them at once
const LONGEST_NAME = 200

/** The number stands at the end, apart from the name: `3号楼` is a name. */
const SIZED = /^(.+?)[\s,，、;；:：]+(\d{1,3}(?:[,，]\d{3})+|\d{1,7})\s*[户人]?$/
const PARTED = /\S[\s,，、;；:：]+\S/

/** A number as it is typed on a Chinese keyboard, too. */
const withPlainDigits = (line: string): string =>
  line.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))

export function placesOf(text: string): Place[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, size = ''] = SIZED.exec(withPlainDigits(line)) ?? []
      return name === undefined
        ? { name: line, size: null }
        : { name: line.slice(0, name.length), size: Number(size.replace(/[,，]/g, '')) }
    })
}

/**
 * Names that have more than one part and no number: what stands at their end was perhaps meant as
 * one (`一楼大厅 约300`).
 */
export const withoutSize = (places: readonly Place[]): readonly string[] =>
  places.flatMap(({ name, size }) => (size === null && PARTED.test(name) ? [name] : []))

/** Why places cannot be saved; null: they can. `names`: of those concerned. */
export function placesFault(
  places: readonly Place[],
): { why: 'many' | 'long' | 'twice'; names: readonly string[] } | null {
  if (places.length > MOST_PLACES) return { why: 'many', names: [] }
  const names = places.map(({ name }) => name)
  const long = names.filter((name) => name.length > LONGEST_NAME)
  if (long.length > 0) return { why: 'long', names: long.map((name) => `${name.slice(0, 20)}…`) }
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return twice.length > 0 ? { why: 'twice', names: [...new Set(twice)] } : null
}
