/** What a part of the paper hands down to the parts under it: 总务主任应采取下列措施：（一）…. */
import type { Unit } from './units.ts'

/** What parts of the paper hand down to those under them, by the path of their places. */
export type Inherited = { names: readonly string[]; condition: string; head: Unit | null }

export function inheritance() {
  const byPath = new Map<string, Inherited>()
  const keyOf = (path: readonly string[]): string => path.join('/')
  return {
    set: (unit: Unit, names: readonly string[], condition: string) =>
      byPath.set(keyOf(unit.path), { names, condition, head: unit.isHead ? unit : null }),
    here: (unit: Unit): readonly string[] => byPath.get(keyOf(unit.path))?.names ?? [],
    above: (unit: Unit): Inherited | null => {
      for (let depth = unit.path.length - 1; depth > 0; depth -= 1) {
        const inherited = byPath.get(keyOf(unit.path.slice(0, depth)))
        if (inherited?.head) return inherited
      }
      return null
    },
  }
}
