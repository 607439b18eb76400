/**
 * A name for a thing that has none of its own, or one that people may change: what is drawn for it
 * stays the same while it lives.
 */
import { toRaw } from 'vue'

const names = new WeakMap<object, number>()
let last = 0

export function uid(thing: object): number {
  const raw = toRaw(thing)
  const known = names.get(raw) ?? ++last
  names.set(raw, known)
  return known
}
