/** Makes the id of a new plan out of its name, so that nobody has to think of one. */
import type { Syllables } from '#renderer/console/base/syllables.ts'
import type { Words } from './draft-types.ts'

const MOST = 50 // characters: room for a number behind it
const cut = (id: string): string => id.slice(0, MOST).replace(/[-.]+$/, '')

/** 电梯困人 → `dian-ti-kun-ren`; a name in Latin letters as it is; else `plan`. */
export function planIdOf({ zh, en }: Words, syllables: Syllables): string {
  const heard = syllables(zh).join('-')
  const spelled = (zh === '' ? en : zh)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  return cut(heard) || cut(spelled) || 'plan'
}
